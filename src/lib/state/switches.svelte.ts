/**
 * The radios of view and layout. They are the page's state, and work before script; here they
 * follow the address once, else the reader’s settings, and the settings follow them.
 */
import { asked, forgetAsked, type Switch } from './address';
import { settings } from './settings.svelte';

export const views = ['original', 'translation', 'both'] as const;
export type View = (typeof views)[number];
export type Layout = 'rows' | 'stacked' | 'peek';

/** Where there is no room for rows, peek comes first: the same rule as in src/boot/view.js. */
const narrow = '(max-width: 36rem)';

export class Switches {
	/** Whether the address chose another view than the reader’s own. */
	visiting = $state(false);

	checked(name: Switch): string | null {
		return document.querySelector<HTMLInputElement>(`input[name=${name}]:checked`)?.value ?? null;
	}

	/** Whether translations are hidden until they are asked for. */
	get peeking(): boolean {
		return this.checked('view') === 'both' && this.checked('layout') === 'peek';
	}

	/** Chooses as the reader would: whoever listens for the change hears it. */
	choose(name: Switch, value: string): void {
		const chosen = radio(name, value);
		if (!chosen || chosen.disabled || chosen.checked) return;
		chosen.checked = true;
		chosen.dispatchEvent(new Event('change', { bubbles: true }));
	}

	chooseLayout(layout: Layout): void {
		this.choose('view', 'both');
		this.choose('layout', layout);
	}

	nextView(): void {
		const now = views.findIndex((view) => view === this.checked('view'));
		this.choose('view', views[(now + 1) % views.length] ?? 'both');
	}

	/** Sets the radios to what the address asks for, else to the reader’s own. */
	sync(): void {
		for (const name of ['view', 'layout'] as const) {
			const own = ownChoice(name);
			const value = asked(name) ?? own;
			const chosen = radio(name, value);
			if (chosen && !chosen.disabled) chosen.checked = true;
			if (value !== own && chosen?.checked) this.visiting = true;
		}
	}

	/** Takes up what the reader chose; false where the change was none of a view or layout. */
	taken(target: EventTarget | null): boolean {
		if (!(target instanceof HTMLInputElement)) return false;
		if (target.name === 'view') settings.set('view', target.value as View);
		else if (target.name === 'layout') settings.set('layout', target.value as Layout);
		else return false;
		this.visiting = false;
		forgetAsked();
		return true;
	}

	/** Back from the view that a link chose to the reader’s own. */
	leaveVisit(): void {
		this.visiting = false;
		forgetAsked();
		for (const name of ['view', 'layout'] as const) this.choose(name, ownChoice(name));
	}
}

const radio = (name: Switch, value: string): HTMLInputElement | null =>
	document.querySelector(`input[name=${name}][value=${value}]`);

function ownChoice(name: Switch): string {
	if (name === 'view') return settings.values.view ?? 'both';
	return settings.values.layout ?? (matchMedia(narrow).matches ? 'peek' : 'rows');
}

/** Shows or hides a row’s translation in Peek. */
export function reveal(row: Element): void {
	const box = row.querySelector<HTMLInputElement>(':scope > .peek');
	if (box) box.checked = !box.checked;
}

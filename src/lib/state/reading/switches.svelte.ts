/**
 * The radios of view and layout. They hold the page's state and work without script. Here they are
 * set once, from the address or else the reader's settings; then the settings follow them.
 */
import { asked, forgetAsked, type Switch } from './address';
import { settings } from '../settings/settings.svelte';

type View = 'original' | 'translation' | 'both';
type Layout = 'rows' | 'stacked' | 'peek';

/** Below this width rows are stacked: the same rule as in src/boot/view.js. */
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

	/** Chooses as the reader would: the radio fires its change event. */
	choose(name: Switch, value: string): void {
		const chosen = radio(name, value);
		if (!chosen || chosen.disabled || chosen.checked) return;
		chosen.checked = true;
		chosen.dispatchEvent(new Event('change', { bubbles: true }));
	}

	/** Sets the radios to the view of the address, else to the reader's settings. */
	sync(): void {
		for (const name of ['view', 'layout'] as const) {
			const own = ownChoice(name);
			const value = asked(name) ?? own;
			const chosen = radio(name, value);
			if (chosen && !chosen.disabled) chosen.checked = true;
			if (value !== own && chosen?.checked) this.visiting = true;
		}
	}

	/** Saves the reader's choice; returns false where the change was not of a view or layout. */
	taken(target: EventTarget | null): boolean {
		if (!(target instanceof HTMLInputElement)) return false;
		if (target.name === 'view') settings.set('view', target.value as View);
		else if (target.name === 'layout') settings.set('layout', target.value as Layout);
		else return false;
		this.visiting = false;
		forgetAsked();
		return true;
	}

	/** Returns from the view of a link to the reader's own. */
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
	return settings.values.layout ?? (matchMedia(narrow).matches ? 'stacked' : 'rows');
}

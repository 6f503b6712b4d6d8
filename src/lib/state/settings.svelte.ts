/**
 * The reader’s own settings, in localStorage, so that the boot scripts find them before the first
 * paint (`src/boot`). A setting that is absent is the default. Small, for the reading page loads it.
 */
import { moment } from '$lib/core/library/moment';

const key = 'jamsides.settings';

/** What can be chosen; `name`, the reader’s own, is free text. */
export const choices = {
	theme: ['light', 'sepia', 'dark'],
	size: ['small', 'large', 'larger', 'largest'],
	leading: ['tight', 'loose'],
	measure: ['narrow', 'wide'],
	face: ['sans'],
	view: ['original', 'translation', 'both'],
	layout: ['rows', 'stacked', 'peek'],
	floor: ['human', 'reviewed', 'draft'],
	keys: ['off'],
	translate: ['reading'],
	translator: ['browser']
} as const;

export type Choice = keyof typeof choices;
export type Values = { readonly [C in Choice]?: (typeof choices)[C][number] } & {
	readonly name?: string;
	/** When the reader last chose (ISO 8601): of two devices’ settings the newer are kept. */
	readonly changedAt?: string;
};

/** Those that the stylesheets see: attributes of the root, as `src/boot/head.js` sets them. */
const shown = ['theme', 'size', 'leading', 'measure', 'face', 'floor'] as const;
export const maxNameLength = 80;

export class Settings {
	#values = $state.raw<Values>({});

	constructor() {
		if (typeof window === 'undefined') return;
		this.#values = read();
		addEventListener('storage', (event) => {
			if (event.key === key || event.key === null) this.#show(read());
		});
	}

	get values(): Values {
		return this.#values;
	}

	/** Chooses; undefined is the default again. */
	set<S extends Choice | 'name'>(setting: S, value: Values[S] | undefined): void {
		const changedAt = moment(Date.now());
		this.#keep(checked({ ...this.#values, [setting]: value, changedAt }));
	}

	/** Takes another device’s settings where they were chosen later than these. Says whether. */
	restore(raw: unknown): boolean {
		const values = checked(raw);
		if (age(values) <= age(this.#values)) return false;
		this.#keep(values);
		return true;
	}

	clear(): void {
		this.#keep({});
	}

	#keep(values: Values): void {
		this.#show(values);
		try {
			localStorage.setItem(key, JSON.stringify(values));
		} catch {
			// No room or no leave: they hold for this visit.
		}
	}

	#show(values: Values): void {
		this.#values = values;
		const root = document.documentElement;
		for (const name of shown) {
			const value = values[name];
			if (value) root.setAttribute(`data-${name}`, value);
			else root.removeAttribute(`data-${name}`);
		}
	}
}

/** Settings that nobody chose are older than any. */
const age = (values: Values): string =>
	values.changedAt ?? (Object.keys(values).length > 0 ? '0' : '');

function read(): Values {
	try {
		return checked(JSON.parse(localStorage.getItem(key) ?? '{}'));
	} catch {
		return {};
	}
}

/** Keeps what is a setting with a value that it can have, and nothing else. */
function checked(raw: unknown): Values {
	if (typeof raw !== 'object' || raw === null) return {};
	return Object.fromEntries(
		Object.entries(raw).flatMap(([name, value]: [string, unknown]) => {
			if (typeof value !== 'string') return [];
			if (name === 'name') return value.trim() ? [[name, value.slice(0, maxNameLength)]] : [];
			if (name === 'changedAt') return /^\d{4}-.{19}$/.test(value) ? [[name, value]] : [];
			return isChoice(name, value) ? [[name, value]] : [];
		})
	);
}

const isChoice = (name: string, value: string): boolean =>
	Object.hasOwn(choices, name) && (choices[name as Choice] as readonly string[]).includes(value);

/** The page’s own. On the server it is always the defaults. */
export const settings = new Settings();

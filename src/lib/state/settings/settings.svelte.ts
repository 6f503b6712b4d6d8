/**
 * The reader’s settings, kept in localStorage, so that the boot scripts find them before the first
 * paint (`src/boot`). An absent setting has its default. Small, because the reading page loads it.
 */
import { moment } from '$lib/core/library/moment';
import { readLocalJson, writeLocal } from '../localStore';

const key = 'jamsides.settings';

/** The values of each setting besides its default; `name`, the reader’s own, is free text. */
const choices = {
	theme: ['light', 'sepia', 'dark'],
	size: ['small', 'large', 'larger', 'largest'],
	leading: ['tight', 'loose'],
	measure: ['narrow', 'wide'],
	face: ['sans'],
	view: ['original', 'translation', 'both'],
	layout: ['rows', 'stacked', 'peek'],
	floor: ['human', 'reviewed', 'draft'],
	keys: ['off'],
	tapWord: ['off'],
	translate: ['reading'],
	translator: ['browser'],
	repeat: ['on'],
	known: ['on'],
	care: ['quick', 'careful'],
	terms: ['off']
} as const;

export type Choice = keyof typeof choices;
export type Values = { readonly [C in Choice]?: (typeof choices)[C][number] } & {
	readonly name?: string;
	/** When the reader last chose (ISO 8601). Of two devices’ settings the newer are kept. */
	readonly changedAt?: string;
};

/** Settings that are attributes of the root element, for the stylesheets (see `src/boot/head.js`). */
const shown = ['theme', 'size', 'leading', 'measure', 'face', 'floor'] as const;
/** Longest name, in UTF-16 units: a longer one is cut. */
export const maxNameLength = 80;

export class Settings {
	#values = $state.raw<Values>({});

	constructor() {
		if (typeof window === 'undefined') return;
		this.#values = checked(readLocalJson(key));
		addEventListener('storage', (event) => {
			if (event.key === key || event.key === null) this.#show(checked(readLocalJson(key)));
		});
	}

	get values(): Values {
		return this.#values;
	}

	/** Sets one setting; undefined restores its default. */
	set<S extends Choice | 'name'>(setting: S, value: Values[S] | undefined): void {
		const changedAt = moment(Date.now());
		this.#keep(checked({ ...this.#values, [setting]: value, changedAt }));
	}

	/** Takes another device’s settings if they were chosen later than these. Returns whether it did. */
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
		writeLocal(key, JSON.stringify(values));
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

/** Returns when settings were chosen, for comparing: settings never chosen are the oldest. */
const age = (values: Values): string =>
	values.changedAt ?? (Object.keys(values).length > 0 ? '0' : '');

/** Returns the known settings that have a permitted value, and drops everything else. */
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

/** The settings of this page. On the server every setting has its default. */
export const settings = new Settings();

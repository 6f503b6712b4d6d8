/**
 * What a plan’s files are to a reader: articles, pages, fonts, the app itself, each with its size
 * and how many of its files are not there. Every file of the plan belongs to exactly one item, so
 * the items’ bytes add up to the plan’s.
 */
import type { Entry, Plan } from './plan';

/** What reading a file back found. */
export type Condition = 'sound' | 'missing' | 'damaged';
export type Conditions = ReadonlyMap<string, Condition>;

export interface Item {
	readonly id: string;
	readonly title: string;
	/** Where it opens, null for what is no page. */
	readonly href: string | null;
	readonly files: number;
	readonly bytes: number;
	/** Files that are missing or damaged. */
	readonly faults: number;
}

export interface Inventory {
	readonly articles: readonly Item[];
	readonly pages: readonly Item[];
	readonly fonts: Item;
	readonly app: Item;
	readonly files: number;
	readonly bytes: number;
	readonly faults: number;
}

type Kind = 'article' | 'page' | 'font' | 'app';
type Group = { readonly kind: Kind; readonly id: string; readonly entries: Entry[] };

/** `ui`: the language in whose words pages are named. An article is there in every language or not. */
export function inventory(plan: Plan, conditions: Conditions, ui: string): Inventory {
	const groups = grouped(plan.entries);
	const of = (kind: Kind) =>
		groups
			.filter((group) => group.kind === kind)
			.map(({ id, entries }) => item(id, entries, conditions, ui));
	return {
		articles: of('article'),
		pages: of('page'),
		fonts: of('font')[0] ?? item('fonts', [], conditions, ui),
		app: of('app')[0] ?? item('app', [], conditions, ui),
		files: plan.entries.length,
		bytes: sum(plan.entries),
		faults: faults(plan.entries, conditions)
	};
}

function grouped(entries: readonly Entry[]): Group[] {
	const groups: Group[] = [];
	for (const entry of entries) {
		const { kind, id } = placeOf(entry.path);
		const known = groups.find((group) => group.kind === kind && group.id === id);
		if (known) known.entries.push(entry);
		else groups.push({ kind, id, entries: [entry] });
	}
	return groups;
}

/** A page or its data, in any language of the interface. */
const page = /^\/[a-z]{2,3}\/(?<rest>(?:[\w-]+\/)*)(?:__data\.json)?$/;

function placeOf(path: string): Omit<Group, 'entries'> {
	const rest = page.exec(path)?.groups?.rest;
	if (rest !== undefined) {
		const article = /^read\/(?<id>[\w-]+)\/$/.exec(rest)?.groups?.id;
		return article ? { kind: 'article', id: article } : { kind: 'page', id: rest };
	}
	const stored = /^\/stored\/(?<id>[\w-]+)\.json$/.exec(path)?.groups?.id;
	if (stored && stored !== 'index') return { kind: 'article', id: stored };
	return path.endsWith('.woff2') ? { kind: 'font', id: 'fonts' } : { kind: 'app', id: 'app' };
}

function item(id: string, entries: readonly Entry[], conditions: Conditions, ui: string): Item {
	const own = entries.find(({ path }) => path.startsWith(`/${ui}/`) && path.endsWith('/'));
	return {
		id,
		title: own?.title?.replace(/ · Jämsides$/, '') || id,
		href: own?.path ?? null,
		files: entries.length,
		bytes: sum(entries),
		faults: faults(entries, conditions)
	};
}

/** What was not read back is not known to be there. */
const faults = (entries: readonly Entry[], conditions: Conditions): number =>
	entries.filter(({ path }) => conditions.get(path) !== 'sound').length;

const sum = (entries: readonly Entry[]): number =>
	entries.reduce((total, { bytes }) => total + bytes, 0);

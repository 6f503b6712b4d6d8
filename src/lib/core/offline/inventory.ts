/**
 * Groups a plan’s files into items that a reader knows: articles, pages, fonts, the app itself,
 * each with its size and its number of missing files. Every file of the plan belongs to exactly
 * one item, so the items’ bytes add up to the plan’s.
 */
import { articlePath } from './items';
import type { PlanEntry, Plan } from './plan';

/** The result of reading a file back. */
export type OfflineCondition = 'sound' | 'missing' | 'damaged';
export type Conditions = ReadonlyMap<string, OfflineCondition>;

export interface Item {
	readonly id: string;
	readonly title: string;
	/** The language of the title; null for that of the interface. */
	readonly lang: string | null;
	/** The address where it opens, null if it is not a page. */
	readonly href: string | null;
	readonly files: number;
	readonly bytes: number;
	/** The number of files that are missing or damaged. */
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

type EntryKind = 'article' | 'page' | 'font' | 'app';
type EntryGroup = { readonly kind: EntryKind; readonly id: string; readonly entries: PlanEntry[] };

/**
 * Returns the items of a plan. `ui`: the language in which pages are named. An article counts as
 * kept only if all its languages are.
 */
export function inventory(plan: Plan, conditions: Conditions, ui: string): Inventory {
	const groups = grouped(plan.entries);
	const of = (kind: EntryKind) =>
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

function grouped(entries: readonly PlanEntry[]): EntryGroup[] {
	const groups: EntryGroup[] = [];
	const byName = new Map<string, EntryGroup>();
	for (const entry of entries) {
		const { kind, id } = placeOf(entry.path);
		const known = byName.get(`${kind} ${id}`);
		if (known) {
			known.entries.push(entry);
			continue;
		}
		const group = { kind, id, entries: [entry] };
		byName.set(`${kind} ${id}`, group);
		groups.push(group);
	}
	return groups;
}

/** A page or its data, in any language of the interface; an article’s address may have none. */
const page = /^\/(?:[a-z]{2,3}\/|(?=read\/))(?<rest>(?:[\w-]+\/)*)(?:__data\.json)?$/;

function placeOf(path: string): Omit<EntryGroup, 'entries'> {
	const rest = page.exec(path)?.groups?.rest;
	if (rest !== undefined) {
		const article = /^read\/(?<id>[\w-]+)\/$/.exec(rest)?.groups?.id;
		return article ? { kind: 'article', id: article } : { kind: 'page', id: rest };
	}
	const stored = /^\/stored\/(?<id>[\w-]+)\.json$/.exec(path)?.groups?.id;
	if (stored) return { kind: 'article', id: stored };
	return path.endsWith('.woff2') ? { kind: 'font', id: 'fonts' } : { kind: 'app', id: 'app' };
}

function item(id: string, entries: readonly PlanEntry[], conditions: Conditions, ui: string): Item {
	return {
		id,
		...named(id, entries, ui),
		files: entries.length,
		bytes: sum(entries),
		faults: faults(entries, conditions)
	};
}

/** Names an item by its own page; an article of which only the data is stored, by that. */
function named(
	id: string,
	entries: readonly PlanEntry[],
	ui: string
): Pick<Item, 'title' | 'lang' | 'href'> {
	const own = entries.find(
		({ path, title }) => path.startsWith(`/${ui}/`) && (path.endsWith('/') || title !== undefined)
	);
	const data = entries.find(({ path }) => path === articlePath(id));
	if (!own && data)
		return { title: data.title ?? id, lang: data.lang ?? null, href: `/${ui}/read/${id}/` };
	const title = own?.title?.replace(/ · Jämsides$/, '') || id;
	return { title, lang: null, href: own?.path.replace(/__data\.json$/, '') ?? null };
}

/** Counts the faulty files. A file that was not read back counts as missing. */
const faults = (entries: readonly PlanEntry[], conditions: Conditions): number =>
	entries.filter(({ path }) => conditions.get(path) !== 'sound').length;

const sum = (entries: readonly PlanEntry[]): number =>
	entries.reduce((total, { bytes }) => total + bytes, 0);

/**
 * A segment of the index: some texts’ paragraphs in one language. It never changes: what is added
 * makes a new segment, what is removed is told by a list of the texts that are there (`Live`), and
 * segments are merged now and then (`merge.ts`).
 *
 * The paragraphs of a segment are numbered through: those of its first column and its head, then
 * those of the next. A column is one side of a text; its head are its title and authors.
 */
import type { Lang } from '../text/article';
import type { TrustLevel } from '../translation/trust';
import { grouped } from './grouped';
import { hashOf, plainForm } from './letters';
import { plainKey, shardOf } from './key';
import type { Posting } from './postings';
import { encodeShard, type FormPlaces, type ShardEntry } from './shard';
import type { Terms } from './terms';

export const textSides = ['original', 'translation'] as const;
export type TextSide = (typeof textSides)[number];

/** One side of a text, in one segment. */
export interface Column {
	readonly text: TextKey;
	readonly side: TextSide;
	/** The text’s title on this side; empty for none. */
	readonly title: string;
	readonly authors: readonly string[];
	/** When the text was published (EDTF); empty where that is unknown. */
	readonly issued: string;
	/** Says which state of the text this is: another state has another. */
	readonly stamp: string;
	/** Whose work the translation of each paragraph is: runs of a level, with their length. */
	readonly levels: readonly (readonly [level: TrustLevel, paragraphs: number])[];
}

declare const brand: unique symbol;
/** A text of the library: its page and its id, `own:vintern`. */
export type TextKey = string & { readonly [brand]: 'TextKey' };

export const textKey = (place: 'read' | 'own', id: string): TextKey => `${place}:${id}` as TextKey;

export const placeOf = (key: TextKey): 'read' | 'own' => (key.startsWith('own:') ? 'own' : 'read');
export const idOf = (key: TextKey): string => key.slice(key.indexOf(':') + 1);

const rowsOf = ({ levels }: Column): number =>
	levels.reduce((sum, [, paragraphs]) => sum + paragraphs, 0);

/** Returns how many paragraphs are numbered: the rows, and after them the head. */
export const paragraphsOf = (column: Column): number => rowsOf(column) + 1;

/** Returns what is indexed of a text beside its paragraphs: its title and its authors. */
export const headText = ({ title, authors }: Pick<Column, 'title' | 'authors'>): string =>
	[title, authors.join(', ')].filter((part) => part !== '').join('\n');

export interface SegmentHead {
	readonly lang: Lang;
	/** That of the lexicon and of the rules by which words became keys. */
	readonly version: string;
	/** What its shards begin with, below 2³². */
	readonly stamp: number;
	/** A power of two. */
	readonly shards: number;
	readonly columns: readonly Column[];
}

export interface Segment {
	readonly head: SegmentHead;
	readonly shards: readonly Uint8Array[];
}

/** A side of a text to be indexed: its paragraphs as plain text, as many as its levels say. */
export interface ColumnTexts {
	readonly column: Column;
	readonly paragraphs: readonly string[];
}

/** Bytes of a shard, at most on average: a query loads one or two of each segment. */
const meanShardBytes = 16_384;

type Places = Map<string, Map<string, Posting[]>>;

/** Makes a segment of columns. Its paragraphs are numbered in their order. */
export function segmentOf(
	lang: Lang,
	version: string,
	columns: readonly ColumnTexts[],
	terms: Terms
): Segment {
	const places: Places = new Map();
	let at = 0;
	for (const { column, paragraphs } of columns)
		for (const paragraph of [...paragraphs, headText(column)])
			addParagraph(places, at++, paragraph, terms);
	return packed(
		lang,
		version,
		columns.map(({ column }) => column),
		places
	);
}

function addParagraph(places: Places, at: number, paragraph: string, terms: Terms): void {
	for (const { form, keys } of terms.of(paragraph))
		for (const key of keys) addForm(places, key, form, [{ at, count: 1 }]);
}

/** Adds postings of a form, and the ways to it and its lemma for who types them without marks. */
export function addForm(
	places: Places,
	key: string,
	form: string,
	postings: readonly Posting[]
): void {
	addPlaces(places, key, form, postings);
	for (const word of /^[=+]/.test(key) ? [form, key.slice(1)] : [form])
		if (plainForm(word) !== word) addPlaces(places, plainKey(word), word, []);
}

/** Adds postings that come after, or go on with, those that are there. */
function addPlaces(places: Places, key: string, form: string, postings: readonly Posting[]): void {
	const forms = places.get(key) ?? new Map<string, Posting[]>();
	if (forms.size === 0) places.set(key, forms);
	const list = forms.get(form) ?? [];
	if (list.length === 0) forms.set(form, list);
	for (const { at, count } of postings) {
		const last = list.at(-1);
		if (last?.at === at) list[list.length - 1] = { at, count: last.count + count };
		else list.push({ at, count });
	}
}

/** Makes the shards of a segment, as many as its size asks for. */
export function packed(
	lang: Lang,
	version: string,
	columns: readonly Column[],
	places: Places
): Segment {
	const entries = [...places].map(([key, forms]): ShardEntry => ({
		key,
		forms: [...forms]
			.map(([form, postings]): FormPlaces => ({ form, postings }))
			.toSorted((a, b) => compare(a.form, b.form))
	}));
	const sorted = entries.toSorted((a, b) => compare(a.key, b.key));
	const stamp = hashOf(JSON.stringify([lang, version, columns]));
	const whole = encodeShard(sorted, stamp);
	const shards = 2 ** Math.ceil(Math.log2(Math.max(1, whole.length / meanShardBytes)));
	const byShard = grouped(sorted, ({ key }) => shardOf(key, shards));
	return {
		head: { lang, version, stamp, shards, columns },
		shards:
			shards === 1
				? [whole]
				: Array.from({ length: shards }, (_, nth) => encodeShard(byShard.get(nth) ?? [], stamp))
	};
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
import { lemmaKey, lettersOf, plainKey, shortestAfter } from './key';
import type { Posting } from './postings';
import { ShardWriter, type FormPlaces, type ShardEntry } from './shard';
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
	/** For each shard the letters from which its keys are (`shardOf`). */
	readonly bounds: readonly string[];
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

/**
 * Bytes of a shard, about: a word of a query loads one or two of each segment. A frequent word may
 * have more.
 */
const shardBytes = 4096;

type Places = Map<string, Map<string, Posting[]>>;

/** Entries whose keys have the same letters, in order of their keys. */
export interface LetterGroup {
	readonly letters: string;
	readonly entries: readonly ShardEntry[];
}

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
	const forms = [...places.values()].flatMap((forms) => [...forms.keys()]);
	return packed(
		{ lang, version, columns: columns.map(({ column }) => column) },
		groupsByLetters(places),
		new Set(forms)
	);
}

function addParagraph(places: Places, at: number, paragraph: string, terms: Terms): void {
	for (const { form, keys } of terms.of(paragraph))
		for (const key of keys) {
			const forms = places.get(key) ?? new Map<string, Posting[]>();
			if (forms.size === 0) places.set(key, forms);
			const list = forms.get(form) ?? [];
			if (list.length === 0) forms.set(form, list);
			const last = list.at(-1);
			if (last?.at === at) list[list.length - 1] = { at, count: last.count + 1 };
			else list.push({ at, count: 1 });
		}
}

/**
 * Makes the shards of a segment, as many as its size asks for.
 * @param groups in order of their letters: of these one is held at a time
 * @param forms all of them, in any order
 */
export function packed(
	head: Pick<SegmentHead, 'lang' | 'version' | 'columns'>,
	groups: Iterable<LetterGroup>,
	forms: Iterable<string>
): Segment {
	const { lang, version, columns } = head;
	const stamp = hashOf(JSON.stringify([lang, version, columns]));
	const paragraphs = columns.reduce((sum, column) => sum + paragraphsOf(column), 0);
	const shards: Uint8Array[] = [];
	const bounds = [''];
	let writer = new ShardWriter(stamp, paragraphs);
	let before = '';
	for (const { letters, entries, marked } of withMarked(groups, forms)) {
		if (isFull(writer.length, entries, paragraphs)) {
			shards.push(writer.done());
			bounds.push(shortestAfter(before, letters));
			writer = new ShardWriter(stamp, paragraphs);
		}
		for (const entry of entries) writer.add(entry);
		const like = marked.filter((word) => !writer.has(word));
		if (like.length > 0) writer.add(wayTo(letters, like));
		before = letters;
	}
	shards.push(writer.done());
	return { head: { lang, version, stamp, bounds, columns }, shards };
}

/** Orders entries by their keys, and groups them by the letters of these. */
function groupsByLetters(places: Places): readonly LetterGroup[] {
	const entries = [...places].map(([key, forms]): ShardEntry => ({
		key,
		forms: [...forms]
			.map(([form, postings]): FormPlaces => ({ form, postings }))
			.toSorted((a, b) => compare(a.form, b.form))
	}));
	return [...grouped(entries.toSorted(byKey), ({ key }) => lettersOf(key))]
		.map(([letters, entries]) => ({ letters, entries }))
		.toSorted((a, b) => compare(a.letters, b.letters));
}

/**
 * Puts beside each group the forms that differ from its letters in their marks, but for lemmas, which
 * are found by their own keys. Where there is no group for such forms, it is made.
 */
function* withMarked(
	groups: Iterable<LetterGroup>,
	forms: Iterable<string>
): Iterable<LetterGroup & { readonly marked: readonly string[] }> {
	const different = [...forms]
		.map((form) => ({ form, plain: plainForm(form) }))
		.filter(({ form, plain }) => form !== plain)
		.toSorted((a, b) => compare(a.plain, b.plain) || compare(a.form, b.form));
	const waiting = [...grouped(different, ({ plain }) => plain)].values();
	let next = waiting.next();
	const formsOf = ([, some]: readonly [string, readonly { readonly form: string }[]]) =>
		some.map(({ form }) => form);
	for (const { letters, entries } of groups) {
		for (; !next.done && next.value[0] < letters; next = waiting.next())
			yield { letters: next.value[0], entries: [], marked: formsOf(next.value) };
		const isHere = !next.done && next.value[0] === letters;
		const marked = !next.done && isHere ? formsOf(next.value) : [];
		if (isHere) next = waiting.next();
		const lemmas = new Set(entries.map(({ key }) => key));
		yield { letters, entries, marked: marked.filter((form) => !lemmas.has(lemmaKey(form))) };
	}
	for (; !next.done; next = waiting.next())
		yield { letters: next.value[0], entries: [], marked: formsOf(next.value) };
}

const wayTo = (letters: string, words: readonly string[]): ShardEntry => ({
	key: plainKey(letters),
	forms: words.map((form) => ({ form, postings: [] }))
});

/** Whether a shard is so long that what follows begins another one. */
function isFull(length: number, entries: readonly ShardEntry[], paragraphs: number): boolean {
	const places = entries.flatMap(({ forms }) => forms.map(({ postings }) => postings.length));
	const bits = places.reduce((sum, count) => sum + count * Math.log2(2 + paragraphs / count), 0);
	return length > shardBytes / 2 && length + bits / 8 > shardBytes;
}

/** The order of keys in a group, and of forms under a key. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byKey = (a: ShardEntry, b: ShardEntry): number =>
	compare(a.key.slice(1), b.key.slice(1)) || compare(a.key, b.key);

/**
 * A paragraph on its way through a machine, which takes sentences of plain text: cut into these,
 * and its answers put together again, with the paragraph’s spacing, its emphasis, links and footnote
 * references on the words that answer theirs, and spans that link the sentences.
 *
 * Laws (`paragraph.test.ts`): a machine that copies gives the paragraph back; whatever a machine
 * answers, every footnote reference and link is there once, the words are the answers and nothing
 * else, and the spans cover every sentence of both sides.
 */
import type { Bead, Beads } from '../align/bead';
import type { Lang } from '../text/article';
import { formatInline, parseInline, plain, plainOf, type Inline } from '../text/inline';
import { sentences } from '../text/sentence';
import { place, type Placed } from './placing';

/** Emphasis, a link or a reference: `end` is `start` for a reference. Offsets in plain text. */
interface Mark {
	readonly start: number;
	readonly end: number;
	readonly node: Exclude<Inline, { type: 'text' }>;
	/** How many marks it stands within. */
	readonly depth: number;
}

/** A sentence of the paragraph: its words, and the white space around them. */
interface Part {
	readonly start: number;
	readonly before: string;
	readonly words: string;
	readonly after: string;
}

export interface Prepared {
	/** What is to be translated: one for each sentence that has words. */
	readonly sentences: readonly string[];
	/** Marked words: translated by themselves, they can be found again among the others. */
	readonly phrases: readonly string[];
	readonly parts: readonly Part[];
	readonly marks: readonly Mark[];
}

/** `text`: inline Markdown. */
export function prepare(text: string, from: Lang): Prepared {
	const nodes = parseInline(text);
	const whole = plainOf(nodes);
	const parts = sentences(whole, from).map(({ start, text }) => part(start, text));
	const marks = marksOf(nodes);
	const phrases = marks
		.filter(({ start, end }) => start < end)
		.map(({ start, end }) => whole.slice(start, end).trim())
		.filter((phrase) => hasWords(phrase) && !parts.some(({ words }) => words === phrase));
	return {
		sentences: parts.map(({ words }) => words).filter(hasWords),
		phrases: [...new Set(phrases)],
		parts,
		marks
	};
}

/** What a machine has anything to say about. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text);

function part(start: number, text: string): Part {
	const words = text.trim();
	const at = text.indexOf(words);
	return { start, before: text.slice(0, at), words, after: text.slice(at + words.length) };
}

function marksOf(nodes: readonly Inline[], from = 0, depth = 0): readonly Mark[] {
	const marks: Mark[] = [];
	let start = from;
	for (const node of nodes) {
		const end = start + plainOf([node]).length;
		if (node.type !== 'text') marks.push({ start, end, node, depth });
		if ('children' in node) marks.push(...marksOf(node.children, start, depth + 1));
		start = end;
	}
	return marks;
}

export interface Assembled {
	/** Inline Markdown. */
	readonly text: string;
	readonly spans: Beads;
	/** Indices of the original’s sentences that stand there untranslated. */
	readonly untranslated: readonly number[];
}

/**
 * @param answers one for each of `prepared.sentences`; null (or nothing at all) where none would
 * do: the original’s sentence then stands there
 * @param phrases what the machine made of `prepared.phrases`, as far as is known
 */
export function assemble(
	prepared: Prepared,
	answers: readonly (string | null)[],
	phrases: ReadonlyMap<string, string>,
	to: Lang
): Assembled {
	const { parts, marks } = prepared;
	const rest = [...answers];
	let text = '';
	const said = parts.map(({ before, words, after }) => {
		const answer = hasWords(words) ? rest.shift()?.trim() || null : words;
		const start = text.length + before.length;
		text += before + (answer ?? words) + after;
		return { start, words: answer ?? words, missing: answer === null };
	});
	const inSentences = parts.flatMap((source, at) => {
		const target = said[at];
		return target ? placeMarks(source, target, marks, phrases) : [];
	});
	const placed = [...before(parts, marks), ...inSentences];
	return {
		text: marked(text, joined(placed, text)),
		spans: spansOf(
			said.map(({ start, words }) => start + words.length),
			text,
			to
		),
		untranslated: said.flatMap(({ missing }, at) => (missing ? [at] : []))
	};
}

/** References before the first word stand before it. */
const before = (parts: readonly Part[], marks: readonly Mark[]): readonly PlacedMark[] =>
	marks
		.filter(({ start, end }) => start === end && start <= (parts[0]?.start ?? 0))
		.map((mark) => ({ mark, start: 0, end: 0 }));

interface Said {
	readonly start: number;
	readonly words: string;
}

interface PlacedMark extends Placed {
	readonly mark: Mark;
}

/** The marks of one sentence, where they stand in its answer; offsets in the whole translation. */
function placeMarks(
	source: Part,
	target: Said,
	marks: readonly Mark[],
	phrases: ReadonlyMap<string, string>
): readonly PlacedMark[] {
	const begins = source.start + source.before.length;
	const ends = begins + source.words.length;
	const whole = ends + source.after.length;
	const taken: PlacedMark[] = [];
	for (const mark of marks) {
		const isPoint = mark.start === mark.end;
		const within = isPoint
			? mark.start > source.start && mark.start <= whole
			: mark.start < ends && mark.end > begins;
		if (!within) continue;
		const inside = (offset: number) => Math.min(Math.max(0, offset - begins), source.words.length);
		const local = { start: inside(mark.start), end: inside(mark.end) };
		const outer = taken.findLast((one) => one.mark.depth < mark.depth && contains(one.mark, mark));
		const beside = taken.filter(
			(one) => one.mark.depth === mark.depth && one.mark.start < one.mark.end
		);
		const at = place(source.words, local, target.words, phrases, {
			within: outer && shift(outer, -target.start),
			outside: isPoint ? [] : beside.map((one) => shift(one, -target.start))
		});
		if (at) taken.push({ mark, ...shift(at, target.start) });
	}
	return taken;
}

const contains = (outer: Placed, inner: Placed): boolean =>
	outer.start <= inner.start && inner.end <= outer.end;

const shift = ({ start, end }: Placed, by: number): Placed => ({
	start: start + by,
	end: end + by
});

/** A mark that runs over several sentences is one mark again. */
function joined(placed: readonly PlacedMark[], text: string): readonly PlacedMark[] {
	const all: PlacedMark[] = [];
	for (const one of placed) {
		const at = all.findLastIndex(({ mark }) => mark === one.mark);
		const before = all[at];
		if (before && text.slice(before.end, one.start).trim() === '')
			all[at] = { ...before, end: one.end };
		// A reference stands once, a link too: what is left of it elsewhere has lost its place.
		else if (!before || one.mark.node.type === 'emphasis' || one.mark.node.type === 'strong')
			all.push(one);
	}
	return all;
}

/** The text with its marks. Where Markdown reads none (within a word), emphasis gives way. */
function marked(text: string, placed: readonly PlacedMark[]): string {
	const made = formatInline(tree(text, { start: 0, end: text.length }, placed));
	if (plain(made) === text) return made;
	const needed = placed.filter(({ mark: { node } }) => !isEmphasis(node));
	return formatInline(tree(text, { start: 0, end: text.length }, needed));
}

const isEmphasis = ({ type }: Inline): boolean => type === 'emphasis' || type === 'strong';

/** The nodes of a stretch of the text, with the marks that stand in it. */
function tree(text: string, { start, end }: Placed, placed: readonly PlacedMark[]): Inline[] {
	const nodes: Inline[] = [];
	let at = start;
	const say = (until: number) => {
		if (until > at) nodes.push({ type: 'text', text: text.slice(at, until) });
		at = Math.max(at, until);
	};
	for (const one of inOrder(outermost(placed))) {
		say(one.start);
		const { node } = one.mark;
		if (node.type === 'reference') nodes.push(node);
		else if (one.start >= at) {
			nodes.push({ ...node, children: tree(text, one, placed.filter(isWithin(one))) });
			at = one.end;
		}
	}
	say(end);
	return nodes;
}

/** Whether a mark stands in another, in the original and here. */
const isWithin =
	(outer: PlacedMark) =>
	(one: PlacedMark): boolean =>
		one.mark.depth > outer.mark.depth && contains(outer.mark, one.mark) && contains(outer, one);

/** Those that stand in no other; a reference that strayed into one follows it. */
function outermost(placed: readonly PlacedMark[]): readonly PlacedMark[] {
	const outer = placed.filter((one) => !placed.some((other) => isWithin(other)(one)));
	return outer.map((one) => {
		if (one.start < one.end) return one;
		const astray = outer.find(({ start, end }) => start < one.start && one.start < end);
		return astray ? { ...one, start: astray.end, end: astray.end } : one;
	});
}

const inOrder = (placed: readonly PlacedMark[]): readonly PlacedMark[] =>
	[...placed].sort((a, b) => a.start - b.start || a.mark.start - b.mark.start || a.end - b.end);

/**
 * Links the sentences of the original, which end in the translation at `ends`, to those that the
 * translation is cut into: the machine may have made two of one, or one of two.
 */
function spansOf(ends: readonly number[], text: string, to: Lang): Beads {
	const cut = sentences(text, to).map(({ start, text }) => start + text.trimEnd().length);
	const beads: Bead[] = [];
	let source = 0;
	let target = 0;
	while (source < ends.length || target < cut.length) {
		const sources = [source++];
		const targets = [target++];
		// Whichever side is behind takes its next sentence, until both end together.
		for (;;) {
			const s = ends[source - 1];
			const t = cut[target - 1];
			if (s === undefined || t === undefined || s === t) break;
			if (s < t && source < ends.length) sources.push(source++);
			else if (t < s && target < cut.length) targets.push(target++);
			else break;
		}
		beads.push([sources.filter((at) => at < ends.length), targets.filter((at) => at < cut.length)]);
	}
	return beads;
}

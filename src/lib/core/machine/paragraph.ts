/**
 * Translates a paragraph with a machine that takes sentences of plain text: cuts it into sentences,
 * and assembles the answers with the paragraph’s spacing, its emphasis, links and footnote
 * references on the corresponding words, its line breaks, and spans that link the sentences.
 *
 * Laws (`paragraph.test.ts`): a machine that copies gives the paragraph back; whatever a machine
 * answers, every footnote reference and link is there once, the words are exactly the answers, and
 * the spans cover every sentence of both sides.
 */
import type { Bead, Beads } from '../align/bead';
import type { Lang } from '../text/article';
import { formatInline, parseInline, plain, plainOf } from '../text/inline';
import type { Inline } from '../text/inlineTree';
import { sentences } from '../text/sentence';
import { projectBreaks } from './projectBreaks';
import { projectMark, type ProjectedMark } from './projectMarks';

/** Emphasis, a link or a reference: `end` is `start` for a reference. Offsets in plain text. */
interface MarkSpan {
	readonly start: number;
	readonly end: number;
	readonly node: Exclude<Inline, { type: 'text' | 'break' }>;
	/** The number of marks around it. */
	readonly depth: number;
}

/** A sentence of the paragraph: its words, and the white space around them. */
interface SentencePart {
	readonly start: number;
	readonly before: string;
	readonly words: string;
	readonly after: string;
}

export interface Prepared {
	/** The texts to translate: one for each sentence that has words. */
	readonly sentences: readonly string[];
	/** Marked words: they are also translated separately, to find them in the translated sentence. */
	readonly phrases: readonly string[];
	readonly parts: readonly SentencePart[];
	readonly marks: readonly MarkSpan[];
}

/** @param text inline Markdown */
export function prepare(text: string, from: Lang): Prepared {
	const nodes = parseInline(text);
	const whole = plainOf(nodes);
	const parts = sentences(whole, from).map(({ start, text }) => part(start, text));
	const marks = marksOf(nodes);
	const phrases = marks
		.filter(({ start, end }) => start < end)
		.map(({ start, end }) => onOneLine(whole.slice(start, end)).trim())
		.filter(
			(phrase) => hasWords(phrase) && !parts.some(({ words }) => onOneLine(words) === phrase)
		);
	return {
		sentences: parts.map(({ words }) => onOneLine(words)).filter(hasWords),
		phrases: [...new Set(phrases)],
		parts,
		marks
	};
}

/** A machine takes sentences of one line. Offsets stay the same. */
const onOneLine = (text: string): string => text.replaceAll('\n', ' ');

/** Returns whether a text has words to translate. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text);

function part(start: number, text: string): SentencePart {
	const words = text.trim();
	const at = text.indexOf(words);
	return { start, before: text.slice(0, at), words, after: text.slice(at + words.length) };
}

function marksOf(nodes: readonly Inline[], from = 0, depth = 0): readonly MarkSpan[] {
	const marks: MarkSpan[] = [];
	let start = from;
	for (const node of nodes) {
		const end = start + plainOf([node]).length;
		if (node.type !== 'text' && node.type !== 'break') marks.push({ start, end, node, depth });
		if ('children' in node) marks.push(...marksOf(node.children, start, depth + 1));
		start = end;
	}
	return marks;
}

export interface Assembled {
	/** Inline Markdown. */
	readonly text: string;
	readonly spans: Beads;
	/** Indices of the original’s sentences that stay untranslated. */
	readonly untranslated: readonly number[];
}

/**
 * @param answers one for each of `prepared.sentences`; null (or missing) if none was accepted: the
 * original’s sentence is then used
 * @param phrases the translations of `prepared.phrases`, as far as known
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
		const given = hasWords(words) ? rest.shift()?.trim() || null : words;
		const answer = given === null ? null : projectBreaks(words, given);
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

/** Moves references before the first word to the beginning. */
const before = (
	parts: readonly SentencePart[],
	marks: readonly MarkSpan[]
): readonly PlacedMark[] =>
	marks
		.filter(({ start, end }) => start === end && start <= (parts[0]?.start ?? 0))
		.map((mark) => ({ mark, start: 0, end: 0 }));

interface AnsweredSentence {
	readonly start: number;
	readonly words: string;
}

interface PlacedMark extends ProjectedMark {
	readonly mark: MarkSpan;
}

/** Places the marks of one sentence in its answer; offsets are in the whole translation. */
function placeMarks(
	source: SentencePart,
	target: AnsweredSentence,
	marks: readonly MarkSpan[],
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
		const at = projectMark(onOneLine(source.words), local, onOneLine(target.words), phrases, {
			within: outer && shift(outer, -target.start),
			outside: isPoint ? [] : beside.map((one) => shift(one, -target.start))
		});
		if (at) taken.push({ mark, ...shift(at, target.start) });
	}
	return taken;
}

const contains = (outer: ProjectedMark, inner: ProjectedMark): boolean =>
	outer.start <= inner.start && inner.end <= outer.end;

const shift = ({ start, end }: ProjectedMark, by: number): ProjectedMark => ({
	start: start + by,
	end: end + by
});

/** Joins the parts of a mark that covers several sentences. */
function joined(placed: readonly PlacedMark[], text: string): readonly PlacedMark[] {
	const all: PlacedMark[] = [];
	for (const one of placed) {
		const at = all.findLastIndex(({ mark }) => mark === one.mark);
		const before = all[at];
		if (before && text.slice(before.end, one.start).trim() === '')
			all[at] = { ...before, end: one.end };
		// A reference or a link occurs once: drop its other parts.
		else if (!before || one.mark.node.type === 'emphasis' || one.mark.node.type === 'strong')
			all.push(one);
	}
	return all;
}

/**
 * Returns the text with its marks. Emphasis that Markdown cannot express (within a word) is
 * dropped.
 */
function marked(text: string, placed: readonly PlacedMark[]): string {
	const made = formatInline(tree(text, { start: 0, end: text.length }, placed));
	if (plain(made) === text) return made;
	const needed = placed.filter(({ mark: { node } }) => !isEmphasis(node));
	return formatInline(tree(text, { start: 0, end: text.length }, needed));
}

const isEmphasis = ({ type }: Inline): boolean => type === 'emphasis' || type === 'strong';

/** Returns the nodes of a part of the text, with the marks in it. */
function tree(
	text: string,
	{ start, end }: ProjectedMark,
	placed: readonly PlacedMark[]
): Inline[] {
	const nodes: Inline[] = [];
	let at = start;
	const say = (until: number) => {
		if (until > at) nodes.push(...linesOf(text.slice(at, until)));
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

/** Returns the lines of a plain text, with a break between them. */
const linesOf = (text: string): Inline[] =>
	text
		.split(/(\n)/)
		.filter((part) => part !== '')
		.map((part) => (part === '\n' ? { type: 'break' } : { type: 'text', text: part }));

/** Returns whether a mark is inside another, in the original and here. */
const isWithin =
	(outer: PlacedMark) =>
	(one: PlacedMark): boolean =>
		one.mark.depth > outer.mark.depth && contains(outer.mark, one.mark) && contains(outer, one);

/** Returns the marks inside no other; a reference that ended up inside one is moved behind it. */
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
 * Links the sentences of the original, which end in the translation at `ends`, to the sentences of
 * the translation: the machine may have made two of one, or one of two.
 */
function spansOf(ends: readonly number[], text: string, to: Lang): Beads {
	const cut = sentences(text, to).map(({ start, text }) => start + text.trimEnd().length);
	const beads: Bead[] = [];
	let source = 0;
	let target = 0;
	while (source < ends.length || target < cut.length) {
		const sources = [source++];
		const targets = [target++];
		// The side that is behind takes its next sentence, until both end together.
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

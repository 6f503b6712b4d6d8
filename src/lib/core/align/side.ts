/** One of the two texts, tokenised and counted once, in typed arrays that the search reads. */
import type { Lang } from '../text/article';
import { isNumber } from './number';
import { stemmer } from './stem';
import { countMarks, ends, markKinds, tokens } from './token';

/** A text to align: its sentences, grouped by paragraph. */
export interface AlignText {
	readonly lang: Lang;
	readonly paragraphs: readonly (readonly string[])[];
}

/** A word kind: all forms of one stem, or a number. */
export interface WordKind {
	readonly stem: string;
	readonly forms: Set<string>;
	count: number;
	/** How often it is written as a name is. */
	names: number;
}

export interface Side {
	readonly lang: Lang;
	/** The number of sentences. */
	readonly count: number;
	readonly kinds: readonly WordKind[];
	/** Sentence `i` has the tokens from `starts[i]` to before `starts[i + 1]`. */
	readonly starts: Uint32Array;
	/** The kind of each token, and whether it is a number (1) or a name (2). */
	readonly tokens: Uint32Array;
	readonly classes: Uint8Array;
	/** Letters and digits of each sentence. */
	readonly lengths: Float64Array;
	/** `markKinds` counts for each sentence. */
	readonly marks: Uint8Array;
	/** 1 for a sentence that begins a paragraph; one more entry at the end. */
	readonly opens: Uint8Array;
	/** 1 for the only sentence of a paragraph that does not end like a sentence. */
	readonly headings: Uint8Array;
	/** The smoothed frequency of each kind: the probability to meet it. */
	readonly chances: Float64Array;
}

export const classOf = { word: 0, number: 1, name: 2 } as const;

/** Tokens of a sentence beyond this number are not compared; real sentences are shorter. */
export const maxTokens = 400;
/** Tokens of unseen text added to each side, which smooths the frequencies of a short one. */
const unseenTokens = 600;
/**
 * The lowest frequency assumed for a word; otherwise a longer text would give its words more
 * weight.
 */
const leastChance = 0.001;

export function side({ lang, paragraphs }: AlignText): Side {
	const sentences = paragraphs.flat();
	const kinds = new Kinds(stemmer(lang));
	const read = sentences.map((sentence) => tokens(sentence).slice(0, maxTokens));
	const starts = sums(read.map((found) => found.length));
	const all = read.flat();
	const opens = new Uint8Array(sentences.length + 1);
	const headings = new Uint8Array(sentences.length);
	let at = 0;
	for (const paragraph of paragraphs) {
		if (paragraph.length > 0) opens[at] = 1;
		if (paragraph.length === 1 && !ends(paragraph[0] ?? '')) headings[at] = 1;
		at += paragraph.length;
	}
	opens[sentences.length] = 1;
	const types = Uint32Array.from(all, ({ form, name }) => kinds.add(form, name));
	return {
		lang,
		count: sentences.length,
		kinds: kinds.list,
		starts,
		tokens: types,
		classes: Uint8Array.from(all, ({ form, name }) =>
			isNumber(form) ? classOf.number : name ? classOf.name : classOf.word
		),
		lengths: Float64Array.from(sentences, lettersOf),
		marks: marksOf(sentences),
		opens,
		headings,
		chances: Float64Array.from(kinds.list, ({ count }) =>
			Math.max(leastChance, (count + 0.5) / (all.length + unseenTokens))
		)
	};
}

const lettersOf = (sentence: string): number => sentence.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function marksOf(sentences: readonly string[]): Uint8Array {
	const marks = new Uint8Array(sentences.length * markKinds);
	for (const [at, sentence] of sentences.entries())
		marks.set(
			countMarks(sentence).map((count) => Math.min(255, count)),
			at * markKinds
		);
	return marks;
}

/** Returns the sum of the counts before each, and of all. */
function sums(counts: readonly number[]): Uint32Array {
	const all = new Uint32Array(counts.length + 1);
	for (const [at, count] of counts.entries()) all[at + 1] = (all[at] ?? 0) + count;
	return all;
}

class Kinds {
	readonly list: WordKind[] = [];
	readonly #byForm = new Map<string, number>();
	readonly #byStem = new Map<string, number>();

	constructor(readonly stem: (word: string) => string) {}

	add(form: string, name: boolean): number {
		const at = this.#byForm.get(form) ?? this.#kindOf(form);
		const kind = this.list[at];
		if (kind) {
			kind.count++;
			if (name) kind.names++;
		}
		return at;
	}

	#kindOf(form: string): number {
		const stem = isNumber(form) ? form : this.stem(form);
		const at = this.#byStem.get(stem) ?? this.list.length;
		if (at === this.list.length) this.list.push({ stem, forms: new Set(), count: 0, names: 0 });
		this.list[at]?.forms.add(form);
		this.#byForm.set(form, at);
		this.#byStem.set(stem, at);
		return at;
	}
}

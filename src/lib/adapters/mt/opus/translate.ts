/** Translates sentences with a loaded model. */
import { batches, type BatchLimits } from './batches';
import type { Care } from '../../../core/machine/engine';
import { beamSearch, type Scored } from './beam';
import { ranked } from './candidates';
import { greedy } from './greedy';
import type { Loaded } from './load';
import { batchRows, beam, hurriedRows, termBeam } from './model';
import { parts } from '../sentenceParts';
import type { SpelledTerms } from './protocol';
import { retryBannedTokens } from './retryConstraints';
import { termProgress } from './termProgress';
import type { Encoded } from './transformer';

export interface TranslateJob {
	readonly sentences: readonly string[];
	/** A retry: repeats no three tokens, and does not end too early. */
	readonly again: boolean;
	/** Whether the first answer should come sooner than the others. */
	readonly hurried?: boolean;
	readonly care: Care;
	/** For each sentence the terms to ask for, each in its spellings; absent for none. */
	readonly terms?: SpelledTerms;
	/** Asked between steps; false stops the translation. */
	readonly goOn: () => Promise<boolean>;
	/** Called with each answer when it is complete, in any order. */
	readonly answered: (index: number, answer: string) => void;
}

/** The most tokens of a batch, with those that fill its shorter rows. */
const batchTokens: Readonly<Record<Care, number>> = { quick: 1024, careful: 512 };

/** Returns the limits of a batch: with terms a sentence has a beam, as in the careful way. */
function limitsOf({ care, hurried, terms }: TranslateJob): BatchLimits {
	const size = terms ? 'careful' : care;
	return {
		rows: batchRows[size],
		tokens: batchTokens[size],
		firstRows: (hurried ? hurriedRows : batchRows)[size]
	};
}

/** A part of a sentence; usually the whole. */
interface SentencePart {
	readonly sentence: number;
	readonly tokens: readonly number[];
	/** The terms to ask for. Of a sentence in several parts none: they may be in any of them. */
	readonly terms: readonly (readonly string[])[];
	/** The space between this part and the next. */
	readonly space: string;
	answer: string | null;
}

/** Translates the sentences. Returns true if all were answered, false if it was stopped. */
export async function translate(loaded: Loaded, job: TranslateJob): Promise<boolean> {
	const all = job.sentences.map((text, at) => partsOf(loaded, text, at, job.terms?.[at] ?? []));
	all.forEach((parts, sentence) => answerIfWhole(parts, sentence, job));
	const flat = all.flat();
	const lengths = flat.map(({ tokens }) => tokens.length);
	for (const batch of batches(lengths, limitsOf(job))) {
		const rows = batch.flatMap((index) => flat[index] ?? []);
		const isDone = await translateBatch(loaded, rows, job, (part, answer) => {
			part.answer = answer;
			answerIfWhole(all[part.sentence] ?? [], part.sentence, job);
		});
		if (!isDone) return false;
	}
	return true;
}

/** Returns the maximum number of tokens of an answer. A longer one is a loop. */
const mostTokens = (source: number): number => 2 * source + 10;

function partsOf(
	{ encode, shape }: Loaded,
	text: string,
	sentence: number,
	terms: SpelledTerms[number]
): readonly SentencePart[] {
	const trimmed = text.trim();
	if (trimmed === '') return [];
	// The answer may have as many positions as the source, and may be longer than it.
	const most = (shape.positions - 10) / 2;
	const texts = parts(trimmed, (part) => encode(part).length, most);
	return texts.map((part) => ({
		sentence,
		tokens: encode(part.trim()),
		terms: texts.length === 1 ? terms : [],
		space: /\s*$/.exec(part)?.[0] ?? '',
		answer: null
	}));
}

function answerIfWhole(parts: readonly SentencePart[], sentence: number, job: TranslateJob): void {
	if (parts.some(({ answer }) => answer === null)) return;
	job.answered(sentence, parts.map(({ answer, space }) => `${answer}${space}`).join(''));
}

async function translateBatch(
	loaded: Loaded,
	parts: readonly SentencePart[],
	{ again, care, terms, goOn }: TranslateJob,
	answered: (part: SentencePart, answer: string) => void
): Promise<boolean> {
	const { transformer, decode, shape } = loaded;
	const encoded: Encoded[] = [];
	for (const { tokens } of parts) {
		if (!(await goOn())) return false;
		encoded.push(await transformer.encode(tokens));
	}
	const sources = parts.map(({ tokens }) => tokens.length);
	const rules = {
		...shape,
		most: sources.map((source) => Math.min(shape.positions - 1, mostTokens(source))),
		goOn,
		...(again && { barred: retryBannedTokens(sources, shape.end) })
	};
	const ended = (row: number, tokens: readonly number[]) => {
		const part = parts[row];
		if (part) answered(part, decode(tokens));
	};
	const batch = transformer.begin(encoded);
	const scored = (row: number, { tokens }: Scored) => ended(row, tokens);
	if (terms) {
		const asked = { pieces: loaded.pieces(), reward: termBeam.reward };
		const progress = (row: number) =>
			termProgress(parts[row]?.terms ?? [], { ...asked, length: sources[row] ?? 1 });
		return beamSearch(ranked(batch), { ...rules, ...termBeam, terms: progress }, scored);
	}
	return care === 'quick'
		? greedy(batch, rules, ended)
		: beamSearch(ranked(batch), { ...rules, ...beam }, scored);
}

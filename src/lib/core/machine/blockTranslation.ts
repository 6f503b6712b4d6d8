/** Translates a block: the texts to ask for, the progress so far, and the resulting unit. */
import type { Block, Lang } from '../text/article';
import type { Contributor, Unit } from '../translation/unit';
import { isIn } from './answerFaults';
import type { Answer, Maker } from './cache';
import type { LanguagePair } from './engine';
import { assemble, prepare, type Prepared } from './paragraph';
import type { AskedTerm } from './askedTerm';
import { termsKey, termsLackedBy } from './terms';

export interface PreparedBlock {
	readonly block: Block;
	readonly pair: LanguagePair;
	readonly prepared: Prepared;
	/** The texts to translate, each once: sentences, then phrases. */
	readonly texts: readonly string[];
}

/** Returns the known answer to a text; undefined if there is none yet. */
export type AnswerLookup = (text: string) => Answer | undefined;

export function draftOf(block: Block, pair: LanguagePair): PreparedBlock {
	const prepared = prepare(block.text, pair.from);
	const wanted = prepared.sentences.filter((sentence) => !isIn(sentence, pair.to));
	const phrases = wanted.length > 0 ? prepared.phrases : [];
	return { block, pair, prepared, texts: [...new Set([...wanted, ...phrases])] };
}

/**
 * The result of a draft whose texts are all answered. `nothing`: it has no words; `already`: it is
 * in the language asked for; `untranslatable`: the machine had no accepted answer to any of it.
 */
export type Drafted =
	| {
			readonly kind: 'unit';
			readonly unit: Unit;
			readonly untranslated: readonly string[];
			/** Terms that were asked for and are not in the translation. */
			readonly lacking: readonly AskedTerm[];
	  }
	| { readonly kind: 'nothing' | 'already' | 'untranslatable' };

/** Returns the result; null as long as an answer is missing. */
export function finished(
	draft: PreparedBlock,
	said: AnswerLookup,
	by: Contributor
): Drafted | null {
	const { block, pair, prepared, texts } = draft;
	if (prepared.sentences.length === 0) return { kind: 'nothing' };
	if (texts.length === 0) return { kind: 'already' };
	if (texts.some((text) => said(text) === undefined)) return null;
	const answers = prepared.sentences.map((sentence) => answerTo(sentence, pair, said) ?? null);
	const asked = prepared.sentences.map((sentence) => !isIn(sentence, pair.to));
	if (!answers.some((answer, at) => asked[at] && answer)) return { kind: 'untranslatable' };
	const phrases = new Map(
		prepared.phrases.flatMap((phrase) => {
			const answer = answerTo(phrase, pair, said);
			return answer ? [[phrase, answer] as const] : [];
		})
	);
	const made = assemble(prepared, answers, phrases, pair.to);
	const { text: _, fingerprint, ...shape } = block;
	return {
		kind: 'unit',
		unit: {
			...shape,
			...{ source: [fingerprint], text: [made.text], by, review: null, spans: made.spans }
		},
		untranslated: made.untranslated.flatMap((at) => prepared.parts[at]?.words ?? []),
		lacking: lackingTerms(prepared.sentences, said, pair.to)
	};
}

/** Returns the terms that the answers to sentences lack, each once. */
function lackingTerms(
	sentences: readonly string[],
	said: AnswerLookup,
	to: Lang
): readonly AskedTerm[] {
	const all = sentences.flatMap((sentence) => {
		const answer = said(sentence);
		return answer?.fault === null ? termsLackedBy(answer.text, answer.terms ?? [], to) : [];
	});
	return [...new Map(all.map((term) => [termsKey([term], ''), term])).values()];
}

/** Returns the answer; null if none was accepted, undefined if it is still missing. */
const answerTo = (
	sentence: string,
	{ to }: LanguagePair,
	said: AnswerLookup
): string | null | undefined => (isIn(sentence, to) ? sentence : said(sentence)?.text);

/** A sentence of the original, with the white space around it, and its translation so far. */
export interface SentenceProgress {
	readonly original: string;
	readonly translation: string | null;
}

/** Returns the sentences in order, as plain text; an untranslatable one is its own translation. */
export const progress = (
	{ prepared, pair }: PreparedBlock,
	said: AnswerLookup
): readonly SentenceProgress[] =>
	prepared.parts.map(({ before, words, after }) => {
		const answer = /\p{L}/u.test(words) ? answerTo(words, pair, said) : words;
		return {
			original: before + words + after,
			translation: answer == null ? null : before + answer + after
		};
	});

/** Returns the latest of several moments; empty for none. */
export const latest = (moments: readonly string[]): string =>
	moments.reduce((last, one) => (one > last ? one : last), '');

/** Returns the machine as a contributor. `date` is the day of its latest answer. */
export const contributor = (maker: Maker, date: string): Contributor => ({
	origin: 'machine',
	name: maker.engine,
	date: date.slice(0, 10),
	model: maker.model,
	...(maker.revision && { revision: maker.revision }),
	settings: [maker.dtype, maker.settings].filter((part) => part).join(', ')
});

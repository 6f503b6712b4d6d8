/**
 * A block on its way through a machine: what is asked for it, how far it has come, and the unit that
 * it becomes.
 */
import type { Block } from '../text/article';
import type { Contributor, Unit } from '../translation/unit';
import { isIn } from './answer';
import type { Answer, Maker } from './cache';
import type { Pair } from './engine';
import { assemble, prepare, type Prepared } from './paragraph';

export interface Draft {
	readonly block: Block;
	readonly pair: Pair;
	readonly prepared: Prepared;
	/** What a machine is to be asked, each once: sentences, then phrases. */
	readonly texts: readonly string[];
}

/** What is known of a text that was to be asked; undefined for nothing yet. */
export type Said = (text: string) => Answer | undefined;

export function draftOf(block: Block, pair: Pair): Draft {
	const prepared = prepare(block.text, pair.from);
	const wanted = prepared.sentences.filter((sentence) => !isIn(sentence, pair.to));
	const phrases = wanted.length > 0 ? prepared.phrases : [];
	return { block, pair, prepared, texts: [...new Set([...wanted, ...phrases])] };
}

/**
 * What becomes of a draft whose texts are all answered. `nothing`: it has no words; `already`: it is
 * in the language asked for; `untranslatable`: the machine had no answer that would do to any of it.
 */
export type Drafted =
	| { readonly kind: 'unit'; readonly unit: Unit; readonly untranslated: readonly string[] }
	| { readonly kind: 'nothing' | 'already' | 'untranslatable' };

/** Null as long as an answer is missing. */
export function finished(draft: Draft, said: Said, by: Contributor): Drafted | null {
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
		untranslated: made.untranslated.flatMap((at) => prepared.parts[at]?.words ?? [])
	};
}

/** Null where no answer would do, undefined where one is still to come. */
const answerTo = (sentence: string, { to }: Pair, said: Said): string | null | undefined =>
	isIn(sentence, to) ? sentence : said(sentence)?.text;

/** A sentence of the original, with the white space around it, and what it has become so far. */
export interface Progress {
	readonly original: string;
	readonly translation: string | null;
}

/** The sentences in their order, as plain text; what stays as it is has become itself. */
export const progress = ({ prepared, pair }: Draft, said: Said): readonly Progress[] =>
	prepared.parts.map(({ before, words, after }) => {
		const answer = /\p{L}/u.test(words) ? answerTo(words, pair, said) : words;
		return {
			original: before + words + after,
			translation: answer == null ? null : before + answer + after
		};
	});

/** The latest of several moments; empty for none. */
export const latest = (moments: readonly string[]): string =>
	moments.reduce((last, one) => (one > last ? one : last), '');

/** What a machine is called where its work stands. `date` is the day of its latest answer. */
export const contributor = (maker: Maker, date: string): Contributor => ({
	origin: 'machine',
	name: maker.engine,
	date: date.slice(0, 10),
	model: maker.model,
	...(maker.revision && { revision: maker.revision }),
	settings: [maker.dtype, maker.settings].filter((part) => part).join(', ')
});

/** The words and figures of a sentence, with what the dictionary knows of them. */
import { fold } from '../../align/cognate';
import { stemmer } from '../../align/stem';
import type { Analysis } from '../analysis';
import type { Dictionary } from '../dictionary';
import { glossesOf } from '../entry';
import type { WordClass } from '../wordClass';
import { lookUp } from '../lookUp';
import { phrasesAt } from '../phrase';
import { hasOwnCapital, neighboursAt, sentenceWords, type SentenceWords } from '../sentence';
import { articlesOf, smallWords } from './small';

/** What a word, a phrase or a part of a compound means, as words of the other language. */
export interface Sense {
	/** The units that mean this, by number. */
	readonly units: readonly number[];
	/** Words of the gloss in lower case. */
	readonly words: readonly string[];
	/** 1 for the first meaning of the likeliest analysis, less for those behind it. */
	readonly weight: number;
	/** Which part of a compound it belongs to; -1 for a whole word. */
	readonly part: number;
}

export interface Unit {
	readonly text: string;
	/** Offset in UTF-16 units. */
	readonly start: number;
	readonly end: number;
	/** Digits of a figure; empty for a word. */
	readonly digits: string;
	readonly isSmall: boolean;
	/** Articles and the like are never linked: the other side may have an ending for them. */
	readonly isArticle: boolean;
	readonly isName: boolean;
	readonly isCompound: boolean;
	/** In lower case: the form and the lemmas that it may belong to. */
	readonly forms: ReadonlySet<string>;
	readonly stem: string;
	readonly folded: string;
	/** Classes of the likeliest analyses; empty for a word that nothing is known of. */
	readonly classes: ReadonlySet<WordClass>;
}

export interface UnitSide {
	readonly units: readonly Unit[];
	readonly senses: readonly Sense[];
}

const mostAnalyses = 4;
const figure = /\d[\d\u00a0\u202f .,:]*\d|\d/gu;

/** Returns the units of a sentence in their order, and all that they may mean. */
export function unitsOf(text: string, dictionary: Dictionary): UnitSide {
	const sentence = sentenceWords(text);
	const found = sentence.words.map((_, at) => wordUnit(sentence, at, dictionary));
	const figures = Array.from(text.matchAll(figure), ({ 0: run, index }) =>
		figureUnit(run, index)
	).filter(({ start, end }) => !found.some(({ unit }) => start < unit.end && unit.start < end));
	const units = [...found.map(({ unit }) => unit), ...figures].toSorted(
		(a, b) => a.start - b.start
	);
	const place = (at: number): number =>
		units.findIndex(({ start }) => start === sentence.words[at]?.start);
	const senses = found.flatMap(({ analyses }, at) => sensesOf(analyses, place(at)));
	return { units, senses: [...senses, ...phraseSenses(sentence, dictionary, place)] };
}

const figureUnit = (run: string, start: number): Unit => ({
	text: run,
	start,
	end: start + run.length,
	digits: run.replace(/\D/g, ''),
	isSmall: false,
	isArticle: false,
	isName: false,
	isCompound: false,
	forms: new Set([run]),
	stem: run,
	folded: run,
	classes: new Set()
});

function wordUnit(
	sentence: SentenceWords,
	at: number,
	dictionary: Dictionary
): { unit: Unit; analyses: readonly Analysis[] } {
	const { text = '', start = 0 } = sentence.words[at] ?? {};
	const capital = hasOwnCapital(sentence, at);
	const place = {
		neighbours: neighboursAt(sentence, at, dictionary.vocabulary.classOf),
		capital,
		translated: null
	};
	const answer = lookUp(text, dictionary.vocabulary, place);
	const analyses = answer.kind === 'found' ? answer.analyses.slice(0, mostAnalyses) : [];
	const { lang } = dictionary.vocabulary.grammar;
	const lower = text.toLowerCase().replace(/[’‘]/g, "'");
	const bare = withoutGenitive(lower);
	const unit: Unit = {
		text,
		start,
		end: start + text.length,
		digits: '',
		isSmall: smallWords(lang).has(lower),
		isArticle: articlesOf(lang).has(lower),
		isName: answer.kind === 'name' || (capital && text.length > 1),
		isCompound: analyses[0]?.via === 'compound',
		forms: new Set([
			lower,
			bare,
			...negation(lower),
			...analyses.map(({ lemma }) => lemma.toLowerCase())
		]),
		stem: stemmer(lang)(bare),
		folded: fold(bare),
		classes: new Set(analyses.slice(0, 2).map(({ wordClass }) => wordClass))
	};
	return { unit, analyses };
}

const withoutGenitive = (word: string): string => word.replace(/(?:'s?|:s)$/, '');

/** Returns the negation that is written together with a verb. */
const negation = (word: string): readonly string[] => (/(?:n't|nnot)$/.test(word) ? ['not'] : []);

/** Words of a gloss that carry nothing. */
const light = new Set('be to a an the of sth sb en ett att sig oneself'.split(' '));

function heavy(gloss: string): readonly string[] {
	const words = gloss
		.toLowerCase()
		.replace(/’/g, "'")
		.split(/[\s-]+/)
		.filter((word) => word !== '');
	const rest = words.filter((word) => !light.has(word));
	return rest.length > 0 ? rest : words;
}

const sensesOf = (analyses: readonly Analysis[], unit: number): readonly Sense[] =>
	analyses.flatMap((analysis, rank) => [
		...whole(analysis, rank, unit),
		...parts(analysis, rank, unit)
	]);

const fade = (rank: number, meaning: number, gloss: number): number =>
	0.85 ** rank * 0.95 ** meaning * 0.97 ** gloss;

const whole = (analysis: Analysis, rank: number, unit: number): readonly Sense[] =>
	analysis.via === 'compound'
		? []
		: analysis.meanings.flatMap(({ glosses }, meaning) =>
				glosses.map((gloss, at) => ({
					units: [unit],
					words: heavy(gloss),
					weight: fade(rank, meaning, at),
					part: -1
				}))
			);

const parts = ({ parts: all, via }: Analysis, rank: number, unit: number): readonly Sense[] =>
	via === 'compound' || via === 'derivation'
		? all.flatMap(({ text, entry }, part) =>
				(entry && !text.startsWith('-') && !text.endsWith('-')
					? glossesOf(entry)
					: [text.toLowerCase()]
				)
					.slice(0, 8)
					.map((gloss, at) => ({
						units: [unit],
						words: heavy(gloss),
						weight: fade(rank, 0, at),
						part
					}))
			)
		: [];

function phraseSenses(
	sentence: SentenceWords,
	{ vocabulary }: Dictionary,
	place: (at: number) => number
): readonly Sense[] {
	const { text, words } = sentence;
	// Each first word once: the words before it are cut away.
	const phrases = words.flatMap((_, first) =>
		phrasesAt({ text, words: words.slice(first) }, 0, vocabulary).map(({ entry, at }) => ({
			entry,
			at: at.map((index) => first + index)
		}))
	);
	return phrases.flatMap(({ entry, at }) =>
		glossesOf(entry).map((gloss, rank) => ({
			units: at.map(place),
			words: heavy(gloss),
			weight: fade(0, 0, rank),
			part: -1
		}))
	);
}

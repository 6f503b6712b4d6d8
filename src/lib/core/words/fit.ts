/** What the words around a word say of its class and form, as data; each language has its own. */
import type { Analysis } from './analysis';
import type { WordClass } from './wordClass';
import type { Neighbours } from './grammar';
import type { Feature } from './inflected';

/** A class, a class with a form (`verb infinitive`), or a form alone (`plural`). */
export interface Expectation {
	/** What it is about, and how much: below 0 if the words make it likelier. */
	readonly of: readonly (readonly [what: string, cost: number])[];
	/** Words, and classes of words: `<noun>`. */
	readonly words: ReadonlySet<string>;
	/** How many words back they may stand; -1 is the word after. */
	readonly within: number;
	/** The only form that it is about; null for any. */
	readonly form: string | null;
}

/** Parses `att: verb infinitive -1.5, noun 0.5`. */
export function expectation(
	words: string,
	of: string,
	within = 1,
	form: string | null = null
): Expectation {
	return {
		words: new Set(words.split(/\s+/)),
		of: of.split(',').map((part) => {
			const [, what = '', cost = '0'] = /^\s*(.+) (-?[\d.]+)$/.exec(part) ?? [];
			return [what, Number(cost)] as const;
		}),
		within,
		form
	};
}

/** Returns the sum of what the expectations say of an analysis that hold here. */
export function fitOf(
	expectations: readonly Expectation[],
	analysis: Analysis,
	neighbours: Neighbours
): number {
	return expectations
		.filter((expected) => expected.form === null || expected.form === neighbours.form)
		.filter((expected) => isBeside(expected, neighbours))
		.flatMap(({ of }) => of.filter(([what]) => matches(what, analysis)))
		.reduce((sum, [, cost]) => sum + cost, 0);
}

function isBeside({ words, within }: Expectation, neighbours: Neighbours): boolean {
	const { before, after, classBefore, classAfter } = neighbours;
	const near = within < 0 ? after.slice(0, -within) : before.slice(0, within);
	const beside = within < 0 ? classAfter : classBefore;
	return near.some((word) => words.has(word)) || (beside !== null && words.has(`<${beside}>`));
}

function matches(what: string, { wordClass, inflections, entry }: Analysis): boolean {
	const [first = '', ...features] = what.split(' ');
	if (first === 'en' || first === 'ett')
		return wordClass === 'noun' && (entry?.code.startsWith('t') ?? false) === (first === 'ett');
	if (!has(first as WordClass, wordClass)) return false;
	return (
		features.length === 0 ||
		inflections.some((list) => list.includes(features.join(' ') as Feature))
	);
}

const has = (asked: string, wordClass: WordClass): boolean =>
	asked === 'any' || asked === wordClass;

/**
 * Compares each unit of a translation with its original: figures, names, terms, brackets, quotation
 * marks, emphasis, links, footnote references, negations and length. A difference that the unit’s
 * note names is not reported.
 */
import type { Article } from '../../text/article';
import { plain } from '../../text/inline';
import { sentences } from '../../text/sentence';
import type { Translation } from '../unit';
import { figures, lacking } from './figures';
import type { Finding, Report } from './finding';
import { readable } from './form';
import { entriesFor, type Glossary } from './glossary';
import { withoutKept } from './unchanged';
import {
	bracketPairs,
	brackets,
	emphases,
	foreignMarks,
	links,
	markers,
	quotationMarks
} from './marks';
import { unmatchedNegation } from './negation';
import { hasName, namesIn, namesOf } from './names';
import { pairs, paragraphEnd, uncovered, type UnitPair, type CheckedText } from './pair';
import { deviation, ratioOf, unusual, type Lengths } from './proportion';
import { addedNames, scan, termFindings } from './terms';

/** Data about a whole translation, collected before its units are checked. */
interface Whole {
	readonly glossary: Glossary;
	readonly originalNames: ReadonlySet<string>;
	readonly translationNames: ReadonlySet<string>;
	readonly ratio: number;
}

/** Returns every report on a translation, in the order of its units. */
export function checkTranslation(
	article: Article,
	translation: Translation,
	{ terms, names }: Glossary
): readonly Report[] {
	const all = pairs(article, translation);
	const glossary = {
		terms: entriesFor(terms, translation.article),
		names: entriesFor(names, translation.article)
	};
	const whole: Whole = {
		glossary,
		originalNames: allNames(all.map(({ original }) => original)),
		translationNames: allNames(all.map(({ translation: side }) => side)),
		ratio: ratioOf(all.map(lengths))
	};
	return [
		...coverageReports(article, translation),
		...all.flatMap((pair) => {
			const { place, source } = pair;
			return findings(pair, whole).map((finding) => ({ ...finding, place, source }));
		})
	];
}

const allNames = (sides: readonly CheckedText[]): ReadonlySet<string> =>
	namesOf(sides.map(({ text }) => text).join(paragraphEnd), sides[0]?.lang ?? 'und');

function coverageReports(article: Article, translation: Translation): readonly Report[] {
	const { untranslated, foreign } = uncovered(article, translation);
	const kind = 'uncovered';
	return [
		...untranslated.map(({ fingerprint, text }) => ({
			...({ kind, place: 'title', source: fingerprint } as const),
			about: fingerprint,
			original: `“${plain(text).slice(0, 40)}…” (${fingerprint})`,
			translation: null
		})),
		...foreign.map(({ place, fingerprint }) => ({
			...({ kind, place, source: fingerprint } as const),
			about: fingerprint,
			original: null,
			translation: `a unit for ${fingerprint}`
		}))
	];
}

function findings(pair: UnitPair, whole: Whole): readonly Finding[] {
	const [ours, theirs] = withoutKept(readable(pair.original.text), readable(pair.translation.text));
	const original = scan(ours, pair.original.lang, whole.glossary);
	const translation = scan(theirs, pair.translation.lang, whole.glossary);
	return [
		...figureFindings(pair),
		...nameFindings(pair, whole, original.left, translation.left),
		...termFindings(pair, original, whole.glossary),
		...addedNames(pair, translation, whole.glossary),
		...markFindings(pair),
		...negationFindings(pair),
		...lengthFindings(pair, whole.ratio)
	];
}

function figureFindings({ original, translation, note }: UnitPair): readonly Finding[] {
	const ours = figures(original.text, original.lang);
	const theirs = figures(translation.text, translation.lang);
	const explained = new Set(figures(note, translation.lang).map(({ key }) => key));
	const lost = lacking(ours, theirs).filter(({ key }) => !explained.has(key));
	const added = lacking(theirs, ours).filter(({ key }) => !explained.has(key));
	return [
		...lost.map(({ shown }) => only('figure', 'original', shown)),
		...added.map(({ shown }) => only('figure', 'translation', shown))
	];
}

const only = (kind: Finding['kind'], side: 'original' | 'translation', shown: string): Finding => ({
	kind,
	about: shown,
	original: null,
	translation: null,
	[side]: shown
});

/** Compares the names outside glossary entries. */
function nameFindings(
	{ original, translation, note }: UnitPair,
	{ originalNames, translationNames }: Whole,
	ours: string,
	theirs: string
): readonly Finding[] {
	const missing = (names: readonly string[], other: CheckedText) =>
		names.filter((name) => !hasName(other.text, name) && !hasName(note, name));
	const lost = missing(namesIn(ours, original.lang, originalNames), translation);
	const added = missing(namesIn(theirs, translation.lang, translationNames), original);
	return [
		...lost.map((name) => only('name', 'original', name)),
		...added.map((name) => only('name', 'translation', name))
	];
}

function markFindings({ original, translation }: UnitPair): readonly Finding[] {
	const [ours, theirs] = [original.text, translation.text];
	const emphasis = [emphases(ours), emphases(theirs)] as const;
	const differ = (kind: Finding['kind'], mark: string, one: unknown, other: unknown): Finding[] =>
		String(one) === String(other)
			? []
			: [
					{
						kind,
						about: `${mark} ${String(one)} → ${String(other)}`,
						original: `${mark}: ${String(one)}`,
						translation: String(other)
					}
				];
	return [
		...bracketPairs.flatMap((bracket) =>
			differ('brackets', bracket, brackets(ours, bracket), brackets(theirs, bracket))
		),
		...differ('quotes', 'quotation marks', quotationMarks(ours), quotationMarks(theirs)),
		...foreignMarks(theirs, translation.lang).map((mark) => only('quotes', 'translation', mark)),
		...differ('emphasis', '*', emphasis[0].emphasis, emphasis[1].emphasis),
		...differ('emphasis', '**', emphasis[0].strong, emphasis[1].strong),
		...differ('link', 'links', sorted(links(ours)), sorted(links(theirs))),
		...differ('reference', 'footnotes', sorted(markers(ours)), sorted(markers(theirs)))
	];
}

const sorted = (all: readonly string[]): string => [...all].sort().join(' ') || 'none';

const lengths = ({ original, translation }: UnitPair): Lengths => ({
	original: readable(original.text).length,
	translation: readable(translation.text).length
});

/** A pair of matching sentences, or of groups of sentences, from the unit’s spans. */
interface Linked {
	/** `sentence 2`, counted from 1 in the original. */
	readonly what: string;
	readonly original: string;
	readonly translation: string;
}

function linked({ original, translation, spans }: UnitPair): readonly Linked[] {
	const [ours, theirs] = [sentencesOf(original), sentencesOf(translation)];
	const joined = (all: readonly string[], at: readonly number[]) =>
		at.flatMap((index) => all[index] ?? []).join(' ');
	return (spans ?? []).map(([source, target]) => ({
		what: `sentence ${source.map((index) => index + 1).join(' and ')}`,
		original: joined(ours, source),
		translation: joined(theirs, target)
	}));
}

const sentencesOf = ({ lang, text }: CheckedText): readonly string[] =>
	text
		.split(paragraphEnd)
		.flatMap((paragraph) => sentences(plain(paragraph), lang))
		.map((one) => one.text.trim());

function negationFindings(pair: UnitPair): readonly Finding[] {
	const langs = [pair.original.lang, pair.translation.lang] as const;
	return linked(pair).flatMap(({ what, original, translation }): Finding[] => {
		const lost = unmatchedNegation(original, langs[0], translation, langs[1]);
		const added = unmatchedNegation(translation, langs[1], original, langs[0]);
		const found = (word: string) => `“${word}” in ${what}`;
		return [
			...(lost === null ? [] : [only('negation', 'original', found(lost))]),
			...(added === null ? [] : [only('negation', 'translation', found(added))])
		];
	});
}

/** Checks the length of the whole unit, and of each sentence pair if there are several. */
function lengthFindings(pair: UnitPair, ratio: number): readonly Finding[] {
	const beads = linked(pair).map(({ what, original, translation }) => ({
		what,
		of: { original: original.length, translation: translation.length }
	}));
	const parts = [{ what: 'unit', of: lengths(pair) }, ...(beads.length > 1 ? beads : [])];
	return parts.flatMap(({ what, of }): Finding[] => {
		const off = deviation(of, ratio);
		if (Math.abs(off) < unusual) return [];
		return [
			{
				kind: 'length',
				about: `${what} ${off > 0 ? 'longer' : 'shorter'}`,
				original: `${what}: ${of.original} characters`,
				translation: `${of.translation} (${Math.round(of.original * ratio)} would be usual)`
			}
		];
	});
}

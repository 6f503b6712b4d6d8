/** Pairs the words of an original with those of their translation, for the checks. */
import type { Beads } from '../../align/bead';
import type { Article, Lang } from '../../text/article';
import type { Fingerprint } from '../../text/fingerprint';
import type { Translation, Unit } from '../unit';

/** The mark between two paragraphs of a text: U+2029. A line break is within one. */
export const paragraphEnd = '\u2029';

/** A text in its language: inline Markdown, its paragraphs parted by `paragraphEnd`. */
export interface CheckedText {
	readonly lang: Lang;
	readonly text: string;
}

/** A location in a translation: its title, or a unit by its number in the file, from 0. */
export type UnitLocation = 'title' | number;

export interface UnitPair {
	readonly place: UnitLocation;
	/** The unit’s first source; null for the title. */
	readonly source: Fingerprint | null;
	readonly original: CheckedText;
	readonly translation: CheckedText;
	/** The sentence links; null if the unit has none. */
	readonly spans: Beads | null;
	/** The translator’s note to a reader who compares: it may explain a difference. */
	readonly note: string;
}

/**
 * Returns the units of a translation with their originals, the title first. Leaves out a unit whose
 * source is missing in the article: `uncovered` reports it.
 */
export function pairs(article: Article, translation: Translation): readonly UnitPair[] {
	const lang = translation.translated.lang;
	const blocks = new Map(article.blocks.map((block) => [block.fingerprint, block]));
	const units = translation.units.flatMap((unit, place): UnitPair[] => {
		const found = unit.source.flatMap((fingerprint) => blocks.get(fingerprint) ?? []);
		const [first] = found;
		if (!first || found.length < unit.source.length) return [];
		const original = [...found.map(({ text }) => text), ...creditOf(first)].join(paragraphEnd);
		return [
			{
				place,
				source: first.fingerprint,
				original: { lang: article.lang, text: original },
				translation: { lang, text: [...unit.text, ...creditOf(unit)].join(paragraphEnd) },
				spans: unit.spans ?? null,
				note: unit.note ?? ''
			}
		];
	});
	const title = translation.original.title;
	return title === undefined ? units : [titlePair(article.lang, title, translation), ...units];
}

const titlePair = (lang: Lang, title: string, { translated }: Translation): UnitPair => ({
	place: 'title',
	source: null,
	original: { lang, text: title },
	translation: { lang: translated.lang, text: translated.title },
	spans: null,
	note: ''
});

const creditOf = (shape: Pick<Unit, 'kind'> & { readonly credit?: string }): readonly string[] =>
	shape.credit === undefined ? [] : [shape.credit];

/** Returns paragraphs that no unit translates, and units whose source is missing in the article. */
export function uncovered(article: Article, { units }: Translation) {
	const sources = new Set(units.flatMap(({ source }) => source));
	const own = new Set(article.blocks.map(({ fingerprint }) => fingerprint));
	return {
		untranslated: article.blocks.filter(({ fingerprint }) => !sources.has(fingerprint)),
		foreign: units.flatMap(({ source }, place) =>
			source.flatMap((fingerprint) => (own.has(fingerprint) ? [] : [{ place, fingerprint }]))
		)
	};
}

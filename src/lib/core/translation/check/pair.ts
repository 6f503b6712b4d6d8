/** What is compared: an original's words beside those of the translation that answers them. */
import type { Beads } from '../../align/bead';
import type { Article, Lang } from '../../text/article';
import type { Fingerprint } from '../../text/fingerprint';
import type { Translation, Unit } from '../unit';

/** A text in its language: inline Markdown, paragraphs on lines of their own. */
export interface Side {
	readonly lang: Lang;
	readonly text: string;
}

/** Where in a translation: its title, or a unit by its number in the file, from 0. */
export type Place = 'title' | number;

export interface Pair {
	readonly place: Place;
	/** The unit’s first source; null for the title. */
	readonly source: Fingerprint | null;
	readonly original: Side;
	readonly translation: Side;
	/** Which sentences answer which; null where the unit does not say. */
	readonly spans: Beads | null;
	/** What the translator tells a reader who compares: it may explain a difference. */
	readonly note: string;
}

/**
 * The units of a translation with their originals, the title first. A unit whose source the article
 * does not have is left out: `uncovered` tells of it.
 */
export function pairs(article: Article, translation: Translation): readonly Pair[] {
	const lang = translation.translated.lang;
	const blocks = new Map(article.blocks.map((block) => [block.fingerprint, block]));
	const units = translation.units.flatMap((unit, place): Pair[] => {
		const found = unit.source.flatMap((fingerprint) => blocks.get(fingerprint) ?? []);
		const [first] = found;
		if (!first || found.length < unit.source.length) return [];
		const original = [...found.map(({ text }) => text), ...creditOf(first)].join('\n');
		return [
			{
				place,
				source: first.fingerprint,
				original: { lang: article.lang, text: original },
				translation: { lang, text: [...unit.text, ...creditOf(unit)].join('\n') },
				spans: unit.spans ?? null,
				note: unit.note ?? ''
			}
		];
	});
	const title = translation.original.title;
	return title === undefined ? units : [titlePair(article.lang, title, translation), ...units];
}

const titlePair = (lang: Lang, title: string, { translated }: Translation): Pair => ({
	place: 'title',
	source: null,
	original: { lang, text: title },
	translation: { lang: translated.lang, text: translated.title },
	spans: null,
	note: ''
});

const creditOf = (shape: Pick<Unit, 'kind'> & { readonly credit?: string }): readonly string[] =>
	shape.credit === undefined ? [] : [shape.credit];

/** Paragraphs of the article that no unit translates, and units whose source it does not have. */
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

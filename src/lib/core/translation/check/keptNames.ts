/** Names that people leave as they are when they translate. */
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';
import type { Row } from '../row';
import { shownTrustLevel, type TrustLevel } from '../trust';
import { namesIn } from './names';

/** Whose translations tell how a name is translated: people have written, corrected or reviewed them. */
export const peoplesLevels: readonly TrustLevel[] = ['human', 'corrected', 'reviewed'];

/** A paragraph and its translation, as inline Markdown. */
export type TextPair = readonly [original: string, translation: string];

/** Returns the paragraphs of a text that people have translated. */
export const pairsByPeople = (rows: readonly Row[]): readonly TextPair[] =>
	rows.flatMap(({ originals, shown }): readonly TextPair[] =>
		shown.kind === 'translated' && peoplesLevels.includes(shownTrustLevel(shown))
			? [[originals.map(({ text }) => text).join('\n'), shown.text.join('\n')]]
			: []
	);

/** How often a name stands in an original, and how often in the translation beside it too. */
export interface NameCount {
	readonly name: string;
	readonly of: number;
	readonly kept: number;
}

/** Counts names in pairs of paragraphs. A name is kept where it stands there, in a genitive too. */
export function countNames(
	pairs: readonly TextPair[],
	names: ReadonlySet<string>,
	lang: Lang
): readonly NameCount[] {
	const counts = new Map<string, { of: number; kept: number }>();
	for (const [original, translation] of pairs) {
		const words = new Set(plain(translation).match(/[\p{L}\p{M}]+/gu));
		for (const name of namesIn(original, lang, names)) {
			const count = counts.get(name) ?? { of: 0, kept: 0 };
			const isKept = words.has(name) || words.has(`${name}s`);
			counts.set(name, { of: count.of + 1, kept: count.kept + Number(isKept) });
		}
	}
	return [...counts].map(([name, count]) => ({ name, ...count }));
}

/**
 * Returns the names that are kept at least as often as not: a pronoun may stand for one now and
 * then, and one that is translated (Göteborg, Gothenburg) is kept hardly anywhere.
 */
export function keptNames(counts: readonly NameCount[]): ReadonlySet<string> {
	const sums = new Map<string, { of: number; kept: number }>();
	for (const { name, of, kept } of counts) {
		const sum = sums.get(name) ?? { of: 0, kept: 0 };
		sums.set(name, { of: sum.of + of, kept: sum.kept + kept });
	}
	return new Set(
		[...sums].flatMap(([name, { of, kept }]) => (kept > 0 && 2 * kept >= of ? [name] : []))
	);
}

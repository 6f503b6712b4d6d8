/**
 * A paragraph, or the title and authors of a text, that answers a query.
 *
 * Order: heads first; then the better kinds of match (`matchKinds`), summed over the words; then
 * words that stand nearer to each other, as far as the text was looked at (`results.ts`); then more
 * of them; then the order of the library.
 */
import type { Lang } from '../text/article';
import type { TrustLevel } from '../translation/trust';
import type { Column } from './segment';
import { matchKinds, type MatchKind } from './wordKeys';

/** A form that stands there, and how it answers a term of the query. */
export interface MatchedForm {
	readonly form: string;
	readonly kind: MatchKind;
	/** How often it stands there. */
	readonly count: number;
}

export interface Hit {
	readonly column: Column;
	/** The language of this side. */
	readonly lang: Lang;
	/** The paragraph’s number in its text; null for the title and the authors. */
	readonly row: number | null;
	/** Whose work the translation beside it is; null for a title. */
	readonly level: TrustLevel | null;
	/** The forms that answer each term of the query; none where it has none. */
	readonly matches: readonly (readonly MatchedForm[])[];
}

/** Compares hits by what the index knows, the better first; 0 where it knows no difference. */
export const compareHits = (a: Hit, b: Hit): number => compareKinds(a, b) || compareCounts(a, b);

/** Compares hits by how they answer: heads first, then the better kinds of match. */
export const compareKinds = (a: Hit, b: Hit): number =>
	Number(a.row !== null) - Number(b.row !== null) || costOf(a) - costOf(b);

/** Compares hits by how often the words stand there, more first. */
export const compareCounts = (a: Hit, b: Hit): number => sizeOf(b) - sizeOf(a);

/** Sorts hits as `compareHits` does, by numbers that are reckoned once for each. */
export function inOrder(hits: readonly Hit[]): readonly Hit[] {
	const heads = hits.map(({ row }) => (row === null ? 0 : 1));
	const costs = hits.map(costOf);
	const sizes = hits.map(sizeOf);
	const of = (numbers: readonly number[], nth: number): number => numbers[nth] ?? 0;
	return hits
		.map((_, nth) => nth)
		.sort(
			(a, b) =>
				of(heads, a) - of(heads, b) ||
				of(costs, a) - of(costs, b) ||
				of(sizes, b) - of(sizes, a) ||
				a - b
		)
		.flatMap((nth) => hits[nth] ?? []);
}

const ranks = new Map(matchKinds.map((kind, rank) => [kind, rank]));
export const rankOf = (kind: MatchKind): number => ranks.get(kind) ?? matchKinds.length;

/** Returns the kinds of the best matches of all terms, summed. */
function costOf({ matches }: Hit): number {
	let sum = 0;
	for (const forms of matches) {
		let best = forms.length === 0 ? 0 : Infinity;
		for (const { kind } of forms) best = Math.min(best, rankOf(kind));
		sum += best;
	}
	return sum;
}

function sizeOf({ matches }: Hit): number {
	let sum = 0;
	for (const forms of matches) for (const { count } of forms) sum += count;
	return sum;
}

/**
 * Completes the links of compounds: `butikskedjan` is linked to `chain`, and the word beside it,
 * `retail`, to nothing.
 */
import type { Unit, UnitSide } from './unit';
import { exchanged, type UnitLink } from './unitLink';

/** Of the score of a compound’s link, what its completion gets: chosen on the pairs not held back. */
const trust = 0.9;
/** A link less likely than this completes nothing. */
const leastScore = 0.8;

/** Returns the links with those of words beside the answer to a compound, on both sides. */
export function completed(
	links: readonly UnitLink[],
	{ units: first }: UnitSide,
	{ units: second }: UnitSide
): readonly UnitLink[] {
	const there = completions(links, first, second);
	const back = completions(links.map(exchanged), second, first).map(exchanged);
	return [...links, ...there, ...back];
}

function completions(
	links: readonly UnitLink[],
	first: readonly Unit[],
	second: readonly Unit[]
): readonly UnitLink[] {
	const taken = new Set(
		links.filter(({ score }) => score >= leastTaken).map((link) => link.second)
	);
	return links.flatMap((link): UnitLink[] => {
		const alone =
			links.filter((other) => other.first === link.first && other.score >= leastTaken).length === 1;
		if (!first[link.first]?.isCompound || !alone || link.score < leastScore) return [];
		const beside = [link.second - 1, link.second + 1].find(
			(at) => !taken.has(at) && isBeside(second, at, link.second)
		);
		if (beside === undefined) return [];
		taken.add(beside);
		return [{ first: link.first, second: beside, score: link.score * trust }];
	});
}

/** A word that has a link as likely as this is taken. */
const leastTaken = 0.3;

/** Whether a content word stands right before another, or a noun right after it. */
function isBeside(units: readonly Unit[], at: number, than: number): boolean {
	const [unit, other] = [units[at], units[than]];
	if (!unit || !other || unit.isSmall || unit.isArticle || unit.digits !== '') return false;
	const gap = Math.max(unit.start, other.start) - Math.min(unit.end, other.end);
	return gap === 1 && other.classes.has('noun') && unit.classes.has('noun');
}

import type { Link } from './draft';
import { isOmission, sides, type RowShape, type SideName } from './linkRows';

/**
 * Orders omissions that follow each other so that most paragraphs of both sides end together; the
 * sentences of each side keep their order. Nothing fixes the order of the two sides within a run of
 * omissions, but if one side ended its paragraph between two sentences of the other, the later of
 * these would seem to belong to the next paragraph.
 */
export function canonicalOrder(links: readonly Link[], shape: RowShape): readonly Link[] {
	const starts = { source: new Set(shape.source), target: new Set(shape.target) };
	const all: Link[] = [];
	let waiting: Link[] = [];
	const settle = () => {
		if (waiting.length === 0) return;
		all.push(...(waiting.length === 1 ? waiting : inOrder(waiting, starts)));
		waiting = [];
	};
	for (const link of links) {
		if (isOmission(link)) waiting.push(link);
		else {
			settle();
			all.push(link);
		}
	}
	settle();
	return all;
}

/**
 * Orders by part: the end of a paragraph, whole paragraphs, the beginning of one; the source’s
 * first.
 */
function inOrder(
	omissions: readonly Link[],
	starts: Readonly<Record<SideName, ReadonlySet<number>>>
): readonly Link[] {
	const parts = sides.map((side) => {
		const own = omissions.filter((link) => link[side].length > 0);
		const opening = own.map((link) => starts[side].has(link[side][0] ?? -1));
		const ending = starts[side].has((own.at(-1)?.[side].at(-1) ?? -2) + 1);
		const first = opening.indexOf(true);
		const last = ending ? own.length : opening.lastIndexOf(true);
		const head = first === -1 ? own.length : first;
		return [own.slice(0, head), own.slice(head, last), own.slice(Math.max(head, last))];
	});
	return [0, 1, 2].flatMap((part) => parts.flatMap((side) => side[part] ?? []));
}

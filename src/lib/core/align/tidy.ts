import type { Link } from './draft';
import { isOmission, sides, type Shape, type SideName } from './row';

/**
 * The links with omissions that follow each other in the order in which most paragraphs end
 * together; the sentences of each side keep theirs. Of a run of omissions nothing tells the order of
 * the two sides, but where the one ends its paragraph between two sentences of the other, the rest of
 * these would seem to belong to it.
 */
export function tidy(links: readonly Link[], shape: Shape): readonly Link[] {
	const starts = { source: new Set(shape.source), target: new Set(shape.target) };
	const all: Link[] = [];
	let waiting: Link[] = [];
	const settle = () => {
		all.push(...inOrder(waiting, starts));
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

/** First what ends a paragraph, then whole paragraphs, then what begins one; the source’s first. */
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

/** Drops the brackets that stand round references to notes, in pairs: `[1]`, `(1, 2)`. */
import { isTreeElement, type TreeNode } from '../tree';
import { referenceMark } from './noteMarks';
import type { BookNotes } from './notes';

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')' };
/** What stands between two references in the same brackets. */
const separator = /^[\s,;–-]*$/;

/** Returns nodes without the brackets round references that show a mark. */
export function withoutBrackets(
	nodes: readonly TreeNode[],
	{ references }: Pick<BookNotes, 'references'>
): readonly TreeNode[] {
	const isMark = (node: TreeNode | undefined): boolean =>
		isTreeElement(node) && references.has(node) && referenceMark(node) !== null;
	if (!nodes.some(isMark)) return nodes;
	const kept = [...nodes];
	for (const at of kept.keys()) {
		const before = kept[at];
		const close = typeof before === 'string' ? closing[before.slice(-1)] : undefined;
		if (typeof before !== 'string' || close === undefined || !isMark(kept[at + 1])) continue;
		const end = endOfMarks(kept, at + 1, isMark);
		const after = kept[end];
		if (typeof after !== 'string' || !after.startsWith(close)) continue;
		kept[at] = before.slice(0, -1);
		kept[end] = after.slice(1);
	}
	return kept;
}

/** Returns the index behind the last of the references that follow one another from a node. */
function endOfMarks(
	nodes: readonly TreeNode[],
	from: number,
	isMark: (node: TreeNode | undefined) => boolean
): number {
	let at = from + 1;
	for (;;) {
		const node = nodes[at];
		const isBetween = typeof node === 'string' && separator.test(node);
		if (isMark(node)) at++;
		else if (isBetween && isMark(nodes[at + 1])) at += 2;
		else return at;
	}
}

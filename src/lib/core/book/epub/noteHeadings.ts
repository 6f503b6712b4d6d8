/** Headings that have nothing under them but notes, which stand elsewhere. */
import { isTreeElement, type TreeElement, type TreeNode } from '../tree';
import { headingNames } from './elementTypes';

/** `elements`: all of a book. `notes`: what the notes consist of. */
export function noteHeadings(
	elements: readonly TreeElement[],
	notes: ReadonlySet<TreeElement>
): ReadonlySet<TreeElement> {
	const found = new Set<TreeElement>();
	if (notes.size === 0) return found;
	const only = notesOnly(elements, notes);
	for (const { children } of elements) addHeadings(children, only, found);
	return found;
}

/** Goes through the children of an element from the last to the first. */
function addHeadings(
	children: readonly TreeNode[],
	only: ReadonlySet<TreeElement>,
	found: Set<TreeElement>
): void {
	let below: 'nothing' | 'notes' | 'text' = 'nothing';
	for (const node of children.toReversed()) {
		if (!isTreeElement(node)) {
			if (node.trim() !== '') below = 'text';
		} else if (headingNames.has(node.name)) {
			if (below === 'notes') found.add(node);
			below = 'nothing';
		} else if (only.has(node)) below = below === 'text' ? 'text' : 'notes';
		else if (node.name !== 'hr') below = 'text';
	}
}

/** Returns notes and the elements that hold nothing else. What is inside comes after what holds it. */
function notesOnly(
	elements: readonly TreeElement[],
	notes: ReadonlySet<TreeElement>
): ReadonlySet<TreeElement> {
	const only = new Set(notes);
	for (const element of elements.toReversed()) {
		const { children } = element;
		const isOnly = children.every((child) =>
			isTreeElement(child) ? only.has(child) : child.trim() === ''
		);
		if (isOnly && children.some(isTreeElement)) only.add(element);
	}
	return only;
}

/** Which elements a note consists of, from the place that its reference leads to. */
import { childElements, type TreeElement } from '../tree';
import { hasType, headingNames, setOf } from './elementTypes';
import type { Places } from './places';

const noteTypes = setOf('footnote endnote rearnote');
const noteListTypes = setOf('footnotes endnotes rearnotes');
/** Longest note whose file does not say that it is one, in characters without white space. */
const maxNote = 5000;

const isNote = (element: TreeElement): boolean =>
	hasType(element, noteTypes) && element.name !== 'a' && element.name !== 'sup';

/** Returns the notes that the file marks as such, and the items of its lists of notes. */
export function markedNotes(places: Places): readonly TreeElement[] {
	const notes: TreeElement[] = [];
	let listEnd = -1;
	let noteEnd = -1;
	for (const [order, element] of places.elements.entries()) {
		if (order <= noteEnd) continue;
		const { last } = places.of(element);
		if (hasType(element, noteListTypes)) listEnd = Math.max(listEnd, last);
		const isItem = order <= listEnd && element.name === 'li';
		if (!isItem && !isNote(element)) continue;
		notes.push(element);
		noteEnd = last;
	}
	return notes;
}

/** Returns the marked note that an element is in or is; null where it is in none. */
export function noteAround(
	element: TreeElement,
	notes: ReadonlySet<TreeElement>,
	places: Places
): TreeElement | null {
	for (let one: TreeElement | null = element; one; one = places.of(one).parent)
		if (notes.has(one)) return one;
	return null;
}

const liftedTo = setOf('li dd aside td tr div blockquote');
/** Elements that hold more than one note, or more than notes. */
const tooLarge = setOf('body section article main nav ol ul dl table tbody svg:svg');

/**
 * Goes from the place that a reference leads to, to the element that holds the note. Null where no
 * note begins there. `targets`: the orders of all such places, ascending.
 */
export function noteAt(
	target: TreeElement,
	targets: readonly number[],
	places: Places
): TreeElement | null {
	const block = places.blockOf(target);
	const start = places.of(target).from;
	if (tooLarge.has(block.name) || headingNames.has(block.name)) return null;
	if (places.of(block).from !== start || places.size(block) > maxNote) return null;
	let note = block;
	for (;;) {
		const { parent } = places.of(note);
		if (!parent || !liftedTo.has(parent.name)) return note;
		const { from, last } = places.of(parent);
		if (from !== start || places.size(parent) > maxNote) return note;
		const lastTarget = places.elements[targets[before(targets, last + 1)] ?? 0];
		if (lastTarget && places.of(lastTarget).from !== start) return note;
		note = parent;
	}
}

/** Returns the index of the last number below a bound. */
function before(numbers: readonly number[], bound: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) < bound) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** A note with the order of its first reference; null where nothing refers to it. */
export interface PlacedNote {
	readonly element: TreeElement;
	readonly referredAt: number | null;
}

const headings = setOf('h1 h2 h3 h4 h5 h6 header hgroup');
const ends = setOf('h1 h2 h3 h4 h5 h6 hr section nav header footer hgroup');

/**
 * Returns the elements that go on with a note after its first: the paragraphs up to the next note
 * beside it. They are text of their own where the next note’s reference stands between the two.
 */
export function continuations(
	notes: readonly PlacedNote[],
	places: Places
): ReadonlyMap<TreeElement, readonly TreeElement[]> {
	const byParent = new Map<TreeElement, PlacedNote[]>();
	for (const note of notes) {
		const { parent } = places.of(note.element);
		if (parent === null || note.element.name === 'li' || note.element.name === 'aside') continue;
		const known = byParent.get(parent);
		if (known) known.push(note);
		else byParent.set(parent, [note]);
	}
	const found = new Map<TreeElement, readonly TreeElement[]>();
	for (const [parent, inside] of byParent) addContinuations(parent, inside, places, found);
	return found;
}

function addContinuations(
	parent: TreeElement,
	notes: readonly PlacedNote[],
	places: Places,
	found: Map<TreeElement, readonly TreeElement[]>
): void {
	const byElement = new Map(notes.map((note, at) => [note.element, at]));
	const siblings = childElements(parent);
	const first = siblings.findIndex((one) => byElement.has(one));
	const isList = first === 0 || headings.has(siblings[first - 1]?.name ?? '');
	let own: TreeElement[] | null = null;
	for (const sibling of siblings.slice(first)) {
		const at = byElement.get(sibling);
		if (at !== undefined) {
			own = goesOn(notes, at, places, isList) ? [] : null;
			if (own) found.set(sibling, own);
		} else if (ends.has(sibling.name)) own = null;
		else own?.push(sibling);
	}
}

/** Whether what follows a note is the note’s. */
function goesOn(
	notes: readonly PlacedNote[],
	at: number,
	places: Places,
	isList: boolean
): boolean {
	const [note, next] = [notes[at], notes[at + 1]];
	if (!note) return false;
	if (!next) return isList;
	return next.referredAt !== null && next.referredAt < places.of(note.element).order;
}

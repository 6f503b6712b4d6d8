/** How an element’s words are set, by its name, its types and what it holds. */
import type { FlowShape } from '../flow';
import type { Marks } from '../flowWriter';
import { childElements, elementsOf, type TreeElement } from '../tree';
import { headingNames, isCaption, setOf } from './elementTypes';
import { markOf } from './inlineMarks';
import type { BookNotes } from './notes';
import type { Pictures } from './pictures';
import type { Places } from './places';

/** What holds for the words that are being read. */
export interface Setting {
	readonly shape: FlowShape;
	readonly marks: Marks;
	readonly way?: 'sup' | 'sub';
	/** Lines and spaces are kept. */
	readonly isPreformatted?: boolean;
	/** What begins a new line begins no block: lines of verse, cells of a row. */
	readonly between?: 'break' | 'space';
}

export const plain: Setting = { shape: { kind: 'paragraph' }, marks: {} };
export const inRow: Setting = { ...plain, between: 'space' };

/** What the pages of a book share. */
export interface BookParts {
	readonly places: Places;
	readonly notes: BookNotes;
	readonly pictures: Pictures;
	/** Addresses that the contents lead to. */
	readonly targets: ReadonlySet<string>;
	/** The book’s language; empty where it says none. */
	readonly lang: string;
}

export function settingOf(element: TreeElement, outer: Setting): Setting {
	const shape = shapeOf(element, outer.shape);
	const marks = { ...outer.marks, ...markOf(element) };
	const isPreformatted = outer.isPreformatted === true || element.name === 'pre';
	return isPreformatted ? { ...outer, shape, marks, isPreformatted } : { ...outer, shape, marks };
}

function shapeOf(element: TreeElement, outer: FlowShape): FlowShape {
	const { name, attributes } = element;
	if (headingNames.has(name)) return { kind: 'heading', level: Number(name[1]) };
	if (attributes['role'] === 'heading')
		return {
			kind: 'heading',
			level: Math.min(6, Math.max(1, Number(attributes['aria-level']) || 2))
		};
	switch (name) {
		case 'hgroup':
			return { kind: 'heading', level: levelWithin(element) };
		case 'blockquote':
			return { kind: 'quote' };
		case 'li':
			return { kind: 'list-item' };
		case 'figcaption':
		case 'caption':
			return { kind: 'caption' };
		default:
			return isCaption(element) ? { kind: 'caption' } : outer;
	}
}

/** The level of the highest heading in a group. */
const levelWithin = (group: TreeElement): number =>
	Math.min(
		6,
		...childElements(group).flatMap(({ name }) => (headingNames.has(name) ? [Number(name[1])] : []))
	);

/** Longest line of verse, in characters without white space. */
const maxLine = 100;
const lineNames = setOf('div p line li dd span');

/** Whether an element of a poem is one line of it. */
export const isLine = (element: TreeElement, places: Places): boolean =>
	lineNames.has(element.name) &&
	!places.of(element).holdsBlocks &&
	places.size(element) <= maxLine &&
	elementsOf(element, 'br').length === 0 &&
	elementsOf(element, 'img').length === 0;

const stanzaNames = setOf('div section linegroup blockquote');

export const isStanza = (element: TreeElement, { places, notes }: BookParts): boolean =>
	stanzaNames.has(element.name) &&
	places.of(element).holdsBlocks &&
	!notes.notes.has(element) &&
	!notes.taken.has(element);

const paragraphNames = setOf('p div span br');
/** Length in characters. A shorter paragraph may be a line of a cell. */
const minText = 80;

/** Whether a cell holds running text: headings, lists, or several paragraphs laid out by a table. */
export function holdsText(cell: TreeElement, places: Places): boolean {
	const { holdsBlocks } = places.of(cell);
	if (!holdsBlocks) return false;
	const inside = childElements(cell);
	if (inside.some((one) => places.of(one).holdsBlocks || structure.has(one.name))) return true;
	return (
		places.size(cell) >= minText && inside.filter(({ name }) => paragraphNames.has(name)).length > 1
	);
}

const structure = setOf('h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure table');

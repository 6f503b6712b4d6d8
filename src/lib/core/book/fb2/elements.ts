/** Says what the elements of an FB2 body are: blocks, or marks within a line. */
import { oneLine } from '../../text/line';
import { isTreeElement, type TreeElement } from '../tree';

/** Elements that begin a new line, whatever they hold. */
export const blockNames: ReadonlySet<string> = new Set([
	'p',
	'v',
	'subtitle',
	'text-author',
	'date',
	'tr',
	'td',
	'th'
]);

const inlineNames = new Set([
	'emphasis',
	'strong',
	'style',
	'a',
	'strikethrough',
	'sub',
	'sup',
	'code'
]);

/** Whether an element begins a new line: by its name, or since one in it does. */
export const isBlock = (element: TreeElement): boolean =>
	blockNames.has(element.name) ||
	element.children.some((child) => isTreeElement(child) && isBlock(child));

/** Whether an element is a mark of words in a line, also where it stands outside any paragraph. */
export const isInline = (element: TreeElement): boolean =>
	inlineNames.has(element.name) && !isBlock(element);

/** Elements of a stanza that are no lines of it. */
export const stanzaHeads: ReadonlySet<string> = new Set(['title', 'subtitle', 'text-author']);

/** Returns the words of a title on one line, without the marks of notes. */
export const titleWords = (title: TreeElement): string => oneLine(wordsOf(title));

const wordsOf = (element: TreeElement): string =>
	element.children
		.map((child) => {
			if (!isTreeElement(child)) return child;
			if (child.name === 'a' && child.attributes['type'] === 'note') return '';
			return isBlock(child) ? ` ${wordsOf(child)} ` : wordsOf(child);
		})
		.join('');

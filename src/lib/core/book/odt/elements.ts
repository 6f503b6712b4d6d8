/** Says which elements hold no text of the document, and why others are left out of it. */
import type { LeftOutReason } from '../../import/leftOut';
import { isTreeElement, type TreeElement } from '../tree';

/** Lists that repeat headings and captions with the numbers of their pages. */
export const contentsNames: ReadonlySet<string> = new Set(
	['table-of-content', 'illustration-index', 'table-index', 'object-index', 'user-index'].map(
		(name) => `text:${name}`
	)
);

const furniture = new Set([
	'text:tracked-changes',
	'text:note-citation',
	'text:script',
	'text:soft-page-break',
	'office:forms',
	'office:change-info',
	'office:event-listeners',
	'dc:creator',
	'dc:date',
	'meta:date-string',
	'meta:creator-initials',
	'sender-initials',
	'svg:title',
	'svg:desc'
]);

/** Whether an element holds no text: declarations, marks, patterns of a list of contents. */
export const isFurniture = (name: string): boolean =>
	furniture.has(name) || /^text:.*-(?:source|decls)$/.test(name);

/** Why what a wrapper holds is left out; null where it is part of the text. */
export function wrapperReason({ name, attributes }: TreeElement): LeftOutReason | null {
	switch (name) {
		case 'text:section':
			return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true'
				? 'hidden'
				: null;
		case 'text:ruby-text':
			return 'annotation';
		case 'text:page-number':
		case 'text:page-count':
			return 'page-number';
		case 'table:covered-table-cell':
			return 'hidden';
		default:
			return null;
	}
}

/** Whether a paragraph has the field that hides it. */
export const holdsHiddenMark = (paragraph: TreeElement): boolean =>
	paragraph.children.some(
		(child) =>
			isTreeElement(child) &&
			((child.name === 'text:hidden-paragraph' && child.attributes['text:is-hidden'] === 'true') ||
				(child.name === 'text:span' && holdsHiddenMark(child)))
	);

/** Says which elements hold no text, and which of several alternatives is read. */
import type { LeftOutReason } from '../../import/leftOut';
import { firstChild, isTreeElement, type TreeElement } from '../tree';
import { isOn, valueOf } from './onOff';

/** Properties, among them those from before a tracked change: `w:rPr`, `w:sdtEndPr`. */
export const isProperties = ({ name }: TreeElement): boolean =>
	name.endsWith('Pr') || name === 'w:tblGrid' || name === 'w:rPrChange';

const inline = new Set(['w:r', 'w:hyperlink', 'w:fldSimple', 'w:p', 'w:tbl', 'm:oMath']);

/** Whether an element is no piece of a run, though an unknown wrapper in a run may hold it. */
export const isInline = ({ name }: TreeElement): boolean => inline.has(name);

const nothing: TreeElement = { name: '', attributes: {}, children: [] };

/** What a word, a formula or a picture is in. */
const contentful = new Set(['w:t', 'm:t', 'a:t', 'a:blip', 'v:imagedata']);

/**
 * Returns the alternative to read: the first choice; the fallback, which repeats its words for older
 * programs, only where no choice has any.
 */
export function alternative(element: TreeElement): TreeElement {
	const choice = firstChild(element, 'mc:Choice');
	const fallback = firstChild(element, 'mc:Fallback');
	return (choice && (!fallback || hasContent(choice)) ? choice : fallback) ?? nothing;
}

const hasContent = (element: TreeElement): boolean =>
	element.children.some(
		(child) => isTreeElement(child) && (contentful.has(child.name) || hasContent(child))
	);

/** Why a content control is left out; null where it is part of the text. */
function controlReason(control: TreeElement): LeftOutReason | null {
	const properties = firstChild(control, 'w:sdtPr');
	const gallery = valueOf(firstChild(properties, 'w:docPartObj'), 'w:docPartGallery');
	return gallery === 'Table of Contents' ? 'contents' : null;
}

/** Why what a wrapper holds is left out: text that is deleted, or moved elsewhere. */
export const wrapperReason = (element: TreeElement): LeftOutReason | null => {
	if (element.name === 'w:del' || element.name === 'w:moveFrom') return 'deleted';
	return element.name === 'w:sdt' ? controlReason(element) : null;
};

/** Whether a reference to a note is followed by a mark of its own. */
export const hasOwnMark = ({ attributes }: TreeElement): boolean =>
	'w:customMarkFollows' in attributes && isOn(attributes['w:customMarkFollows']);

/** Whether a break ends a line; others end a page or a column. */
export const isLineBreak = (type: string | undefined): boolean =>
	type !== 'page' && type !== 'column';

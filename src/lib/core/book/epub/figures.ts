/** Pictures with their captions. */
import { oneLine } from '../../text/line';
import { elementsOf, firstChild, treeText, type TreeElement } from '../tree';
import { isCaption } from './elementTypes';
import type { Places } from './places';

export interface Figure {
	readonly pictures: readonly TreeElement[];
	readonly caption: TreeElement | null;
}

const figureClass =
	/(?:^|[\s_-])(?:fig(?:ure|center|left|right)?|illus(?:tration)?|image|img|photo|picture|bild)(?:[\s_-]|$)/i;

/** Longest caption, in characters without white space. */
const maxCaption = 5000;

/** Returns the figure that an element is; null where it has other words than the caption’s, or no picture. */
export function figureOf(element: TreeElement, places: Places): Figure | null {
	const { name, attributes } = element;
	const isFigure =
		name === 'figure' || (name === 'div' && figureClass.test(attributes['class'] ?? ''));
	if (!isFigure || places.size(element) > maxCaption) return null;
	const pictures = [...elementsOf(element, 'img'), ...elementsOf(element, 'svg:image')];
	if (pictures.length === 0) return null;
	const caption = captionOf(element);
	const words = places.size(element) - (caption ? places.size(caption) : 0);
	return words === 0 ? { pictures, caption } : null;
}

function captionOf(element: TreeElement): TreeElement | null {
	const [caption] = elementsOf(element, 'figcaption');
	if (caption) return caption;
	return ['p', 'div', 'span'].flatMap((name) => elementsOf(element, name)).find(isCaption) ?? null;
}

export const pictureAddress = ({ attributes }: TreeElement): string | undefined =>
	attributes['src'] ?? attributes['xlink:href'] ?? attributes['href'];

/** What the file says instead of a picture. */
export function pictureWords(element: TreeElement): string {
	const { alt, title, 'aria-label': label } = element.attributes;
	const inside = firstChild(element, 'svg:title');
	return oneLine(alt ?? label ?? (inside ? treeText(inside) : title) ?? '');
}

/** Reads what is drawn in a text: pictures with what is said instead of them, boxes, formulas. */
import type { Pictures } from '../office/pictures';
import type { StoryWriter } from '../office/storyWriter';
import { firstChild, isTreeElement, treeText, type TreeElement, type TreeNode } from '../tree';

export interface DrawingReader {
	readonly story: StoryWriter;
	readonly pictures: Pictures;
	formula(object: TreeElement): string | null;
	/** Writes words of the paragraph that holds the drawing. */
	text(words: string): void;
	/** Reads a block of a box, or words that stand in none. */
	block(block: TreeNode): void;
}

export const isDrawing = (name: string): boolean => name.startsWith('draw:') && name !== 'draw:a';

/**
 * Writes a drawing. A picture that no browser shows, or that is not in the file, is left out by what
 * is said of it, or by its name; nothing is fetched.
 */
export function writeDrawing(drawing: TreeElement, reader: DrawingReader): void {
	if (drawing.name === 'draw:frame') return frame(drawing, reader);
	for (const child of drawing.children) {
		if (isTreeElement(child) && isDrawing(child.name)) writeDrawing(child, reader);
		else if (isText(child)) reader.story.anchored(() => reader.block(child));
	}
}

const isText = (node: TreeNode): boolean =>
	isTreeElement(node) ? /^(?:text|table):/.test(node.name) : node.trim() !== '';

/** A frame holds one thing in several forms; the first that can be shown counts. */
function frame(element: TreeElement, reader: DrawingReader): void {
	const { story, pictures } = reader;
	const forms = element.children.filter(isTreeElement);
	for (const form of forms) {
		const formula = form.name === 'draw:object' ? reader.formula(form) : null;
		if (formula !== null) return reader.text(formula);
	}
	for (const form of forms)
		if (isDrawing(form.name) && form.name !== 'draw:image') writeDrawing(form, reader);
	const images = forms.filter(({ name }) => name === 'draw:image');
	const names = images.map(({ attributes }) => nameOf(attributes['xlink:href'] ?? ''));
	const picture = names.find((name) => pictures.add(name));
	const alt = descriptionOf(element);
	if (picture !== undefined) story.anchored(() => story.picture(picture, alt));
	else if (names[0] !== undefined || alt !== '') leftOut(alt || fileOf(names[0] ?? ''), story);
	for (const image of images) writeDrawing(image, reader);
}

function leftOut(text: string, story: StoryWriter): void {
	story.anchored(() =>
		story.leaveOut('picture', () => {
			story.text(text);
			story.end({ kind: 'paragraph' });
		})
	);
}

const nameOf = (href: string): string => href.replace(/^\.\//, '');
const fileOf = (name: string): string => name.replace(/^.*\//, '');

function descriptionOf(element: TreeElement): string {
	const text = (name: string) => {
		const found = firstChild(element, name);
		return found ? treeText(found).trim() : '';
	};
	return text('svg:desc') || text('svg:title');
}

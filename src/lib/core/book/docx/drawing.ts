/** Reads a drawing: pictures with what is said instead of them, and boxes of text. */
import type { Pictures } from '../office/pictures';
import type { StoryWriter } from '../office/storyWriter';
import { sceneBreak } from '../../text/sceneBreak';
import { isTreeElement, treeText, type TreeElement } from '../tree';
import type { Relationships } from './package';
import { alternative } from './wrappers';

export interface DrawingReader {
	readonly story: StoryWriter;
	readonly pictures: Pictures;
	readonly relationships: Relationships;
	/** Reads the blocks of a box. */
	box(content: TreeElement): void;
}

/**
 * Writes `w:drawing`, `w:pict` or `w:object`. A picture that no browser shows, or that is not in the
 * file, is left out by what is said of it, or by its name; nothing is fetched.
 */
export function writeDrawing(drawing: TreeElement, reader: DrawingReader): void {
	const { story, pictures, relationships } = reader;
	const words = (text: string) => {
		story.text(text);
		story.end({ kind: 'paragraph' });
	};
	const leftOut = (text: string) =>
		story.anchored(() => story.leaveOut('picture', () => words(text)));
	readDrawing(drawing, {
		picture: (id, alt) => {
			const { target = '', isExternal = true } = relationships.get(id) ?? {};
			if (!isExternal && pictures.add(target)) story.anchored(() => story.picture(target, alt));
			else leftOut(alt || target.replace(/^.*\//, ''));
		},
		box: (content) => story.anchored(() => reader.box(content)),
		words: (text) => story.anchored(() => words(text)),
		description: leftOut
	});
}

interface DrawingParts {
	/** A picture by its relationship. */
	picture(id: string, alt: string): void;
	box(content: TreeElement): void;
	/** Words that are not in a box of the document’s own paragraphs. */
	words(text: string): void;
	/** What is said of a drawing without picture and words, such as a chart. */
	description(alt: string): void;
}

function readDrawing(drawing: TreeElement, parts: DrawingParts): void {
	let alt = '';
	let isEmpty = true;
	const found = (tell: () => void) => {
		isEmpty = false;
		tell();
	};
	const visit = (element: TreeElement): void => {
		alt = descriptionOf(element) || alt;
		switch (element.name) {
			case 'mc:AlternateContent':
				return visit(alternative(element));
			case 'a:blip':
			case 'v:imagedata': {
				const { attributes } = element;
				const id = attributes['r:embed'] ?? attributes['r:link'] ?? attributes['r:id'] ?? '';
				return found(() => parts.picture(id, alt));
			}
			case 'v:rect':
				// Word’s rule between two scenes.
				return isRule(element) ? found(() => parts.words(sceneBreak)) : inside(element);
			case 'w:txbxContent':
				return found(() => parts.box(element));
			case 'a:p':
				return found(() => parts.words(treeText(element)));
			default:
				inside(element);
		}
	};
	const inside = (element: TreeElement) => {
		for (const child of element.children) if (isTreeElement(child)) visit(child);
	};
	visit(drawing);
	if (isEmpty && alt !== '') parts.description(alt);
}

function descriptionOf({ name, attributes }: TreeElement): string {
	if (name === 'wp:docPr' || name === 'pic:cNvPr')
		return attributes['descr'] || (attributes['title'] ?? '');
	return name === 'v:shape' ? (attributes['alt'] ?? '') : '';
}

const isRule = ({ attributes }: TreeElement): boolean => /^t(?:rue)?$/.test(attributes['hr'] ?? '');

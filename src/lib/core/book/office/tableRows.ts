/** Reads a table as rows: the cells of a row are one paragraph, parted by bars. */
import type { LeftOutReason } from '../../import/leftOut';
import { isTreeElement, treeText, type TreeElement } from '../tree';
import type { StoryWriter } from './storyWriter';

/** What a format calls the parts of a table. */
export interface TableNames {
	readonly table: string;
	readonly row: string;
	readonly cell: string;
	readonly paragraphs: ReadonlySet<string>;
	/** What fills a cell without words: a picture, a note. */
	readonly objects: ReadonlySet<string>;
}

export interface TableReader {
	readonly names: TableNames;
	readonly story: StoryWriter;
	/** Says why a row or a cell is not part of the text. */
	reasonOf(part: TreeElement): LeftOutReason | null;
	/** Reads the words of a paragraph, without ending it. */
	paragraph(paragraph: TreeElement): void;
	/** Reads the blocks of a cell. */
	box(cell: TreeElement): void;
}

/** Reads a table. A row with a cell of several paragraphs, or with one cell, is read as blocks. */
export function readTable(table: TreeElement, reader: TableReader): void {
	for (const row of within(table, reader.names.row))
		reader.story.leaveOut(reader.reasonOf(row), () => readRow(row, reader));
}

function readRow(row: TreeElement, reader: TableReader): void {
	const { names, story } = reader;
	const cells = within(row, names.cell).filter((cell) => isFilled(cell, names));
	const only = cells.map((cell) =>
		reader.reasonOf(cell) === null ? onlyParagraph(cell, names) : null
	);
	const paragraphs = only.filter((one) => one !== null);
	if (cells.length < 2 || paragraphs.length < cells.length) {
		for (const cell of cells) story.leaveOut(reader.reasonOf(cell), () => reader.box(cell));
		return;
	}
	for (const [at, one] of paragraphs.entries()) {
		if (story.hasWords || (at > 0 && story.reason !== null)) story.text(' | ');
		reader.paragraph(one);
	}
	story.end({ kind: 'paragraph' });
}

/** Returns the elements of a name, through wrappers such as content controls, not in one another. */
function within(element: TreeElement, ...names: readonly string[]): readonly TreeElement[] {
	const found: TreeElement[] = [];
	const visit = (one: TreeElement) => {
		for (const child of one.children)
			if (isTreeElement(child)) {
				if (names.includes(child.name)) found.push(child);
				else visit(child);
			}
	};
	visit(element);
	return found;
}

const isFilled = (part: TreeElement, { objects }: TableNames): boolean =>
	treeText(part).trim() !== '' || holds(part, (name) => objects.has(name));

const holds = (element: TreeElement, isOne: (name: string) => boolean): boolean =>
	element.children.some(
		(child) => isTreeElement(child) && (isOne(child.name) || holds(child, isOne))
	);

/** Returns the one paragraph of a cell that has all of its text; null where it has more, or a table. */
function onlyParagraph(cell: TreeElement, names: TableNames): TreeElement | null {
	if (holds(cell, (name) => name === names.table)) return null;
	const filled = within(cell, ...names.paragraphs).filter((one) => isFilled(one, names));
	const [only] = filled;
	return only && filled.length === 1 && isWhole(only, cell, names) ? only : null;
}

/** Whether a cell has no text, picture or note but those of a paragraph in it. */
function isWhole(paragraph: TreeElement, cell: TreeElement, { objects }: TableNames): boolean {
	const text = (part: TreeElement) => treeText(part).replace(/\s/g, '');
	const count = (part: TreeElement) => within(part, ...objects).length;
	return text(paragraph) === text(cell) && count(paragraph) === count(cell);
}

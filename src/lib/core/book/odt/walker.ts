/** Walks through the text of an ODT file: blocks, paragraphs, spans. Wrappers keep their words. */
import type { LeftOutReason } from '../../import/leftOut';
import { shifted } from '../epub/raised';
import type { FlowShape } from '../flow';
import type { ParagraphRole } from '../office/paragraphRole';
import type { Pictures } from '../office/pictures';
import { StoryWriter } from '../office/storyWriter';
import { readTable, type TableNames } from '../office/tableRows';
import { TitlePage } from '../office/titlePage';
import { isTreeElement, type TreeElement } from '../tree';
import { isDrawing, writeDrawing } from './drawing';
import { contentsNames, holdsHiddenMark, isFurniture, wrapperReason } from './elements';
import { over, unset, type Style, type Styles } from './styles';

const tableNames: TableNames = {
	table: 'table:table',
	row: 'table:table-row',
	cell: 'table:table-cell',
	paragraphs: new Set(['text:p', 'text:h']),
	objects: new Set(['draw:frame', 'text:note'])
};

export interface OdtSource {
	readonly styles: Styles;
	readonly pictures: Pictures;
	/** Text that was deleted with tracked changes, by the change that the text names. */
	readonly deletions: ReadonlyMap<string, TreeElement>;
	/** Reads an embedded formula; null for any other object. */
	formula(object: TreeElement): string | null;
}

export class OdtWalker {
	readonly story = new StoryWriter();
	readonly titlePage = new TitlePage();
	readonly #source: OdtSource;
	readonly #keys = new Set<string>();
	readonly #listed = new Set<TreeElement>();
	#paragraph: Style = unset;
	/** How the words are set: the paragraph’s style, and the spans’ over it. */
	#look: Style = unset;
	#href: string | null = null;
	#isInList = false;
	#isMain = true;

	constructor(source: OdtSource) {
		this.#source = source;
	}

	blocks(element: TreeElement): void {
		for (const child of element.children)
			if (isTreeElement(child)) this.block(child);
			else this.looseText(child);
	}

	/** Keeps words that stand in no paragraph: those of an element that this reader does not know. */
	looseText(words: string): void {
		if (words.trim() === '') return;
		this.#text(words);
		this.story.end({ kind: 'paragraph' });
	}

	block(element: TreeElement): void {
		const { name } = element;
		if (isFurniture(name)) return;
		if (contentsNames.has(name)) return this.story.leaveOut('contents', () => this.blocks(element));
		if (isDrawing(name)) return this.#drawing(element);
		switch (name) {
			case 'text:p':
			case 'text:h':
				return this.#readParagraph(element);
			case 'text:list-item':
			case 'text:numbered-paragraph':
				return this.#listItem(element);
			case 'table:table':
				return readTable(element, {
					names: tableNames,
					story: this.story,
					reasonOf: () => null,
					paragraph: (paragraph) => this.#words(paragraph),
					box: (cell) => this.#inBox(cell)
				});
			case 'text:change':
				this.#deletion(element);
				return this.story.end({ kind: 'paragraph' });
			default:
				this.story.leaveOut(wrapperReason(element), () => this.blocks(element));
		}
	}

	/** Lists headers or footers. */
	runningHead(element: TreeElement): void {
		this.story.leaveOut('running-head', () => this.blocks(element));
	}

	/** Lists deletions that the text does not name. */
	leftovers(): void {
		this.story.end({ kind: 'paragraph' });
		for (const id of this.#source.deletions.keys()) this.#deletedText(id);
		this.story.end({ kind: 'paragraph' });
	}

	#listItem(element: TreeElement): void {
		const outer = this.#isInList;
		this.#isInList = true;
		this.blocks(element);
		this.#isInList = outer;
	}

	#readParagraph(element: TreeElement): void {
		const { attributes } = element;
		this.story.leaveOut(holdsHiddenMark(element) ? 'hidden' : null, () => this.#words(element));
		const { role } = this.#source.styles.paragraph(attributes['text:style-name']);
		const level = element.name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) : 0;
		const isHeading = level >= 1 && role?.kind !== 'contents' && role?.kind !== 'title';
		this.#end(isHeading ? { kind: 'heading', level } : role);
	}

	#end(role: ParagraphRole | null): void {
		const shape: FlowShape = { kind: this.#isInList ? 'list-item' : 'paragraph' };
		if (this.#isMain && this.story.reason === null) this.titlePage.end(this.story, role, shape);
		else this.story.end(shape);
	}

	/** Reads the words of a paragraph, without ending it. */
	#words(paragraph: TreeElement): void {
		const outer = [this.#paragraph, this.#look] as const;
		this.#paragraph = this.#source.styles.paragraph(paragraph.attributes['text:style-name']);
		if (paragraph.name === 'text:h')
			this.#paragraph = { ...this.#paragraph, role: { kind: 'heading', level: 1 } };
		this.#look = this.#paragraph;
		this.#inside(paragraph);
		[this.#paragraph, this.#look] = outer;
	}

	#inside(element: TreeElement): void {
		for (const child of element.children)
			if (isTreeElement(child)) this.#inline(child);
			else this.#text(child);
	}

	#inline(element: TreeElement): void {
		const { name, attributes } = element;
		if (isFurniture(name)) return;
		if (isDrawing(name)) return this.#drawing(element);
		switch (name) {
			case 'text:span':
				return this.#span(element);
			case 'text:a':
				return this.#linked(attributes['xlink:href'] ?? null, element);
			case 'text:s':
			case 'text:tab':
				return this.#text(' ');
			case 'text:line-break':
				return this.story.lineBreak();
			case 'text:note':
				return this.#note(element);
			case 'office:annotation':
				return this.#aside('annotation', element);
			case 'text:change':
				return this.#deletion(element);
			case 'text:hidden-text':
				return this.#hidden(element);
			case 'text:p':
			case 'text:h':
			case 'text:list':
			case 'table:table':
				return this.story.anchored(() => this.block(element));
			default:
				this.story.leaveOut(wrapperReason(element), () => this.#inside(element));
		}
	}

	#span(element: TreeElement): void {
		const outer = this.#look;
		this.#look = over(outer, this.#source.styles.text(element.attributes['text:style-name']));
		this.#inside(element);
		this.#look = outer;
	}

	#linked(href: string | null, element: TreeElement): void {
		const outer = this.#href;
		this.#href = href ?? outer;
		this.#span(element);
		this.#href = outer;
	}

	/** Hidden text stands in the element, or, while it is hidden, in an attribute. */
	#hidden(element: TreeElement): void {
		const { attributes, children } = element;
		const isShown = attributes['text:is-hidden'] === 'false';
		this.story.leaveOut(isShown ? null : 'hidden', () => {
			if (children.length > 0) this.#inside(element);
			else this.#text(attributes['text:string-value'] ?? '');
		});
	}

	#text(words: string): void {
		const { italic, bold, hidden, lang, way } = this.#look;
		const base = this.#paragraph;
		const isHeading = base.role?.kind === 'heading';
		const emphasis = isHeading
			? italic && !base.italic
			: (italic ?? false) !== (base.italic ?? false);
		const strong = !isHeading && bold && !base.bold;
		const marks = {
			...(emphasis && { emphasis }),
			...(strong && { strong }),
			...(this.#href !== null && { href: this.#href })
		};
		this.story.leaveOut(hidden ? 'hidden' : null, () =>
			this.story.text(
				way === 'sup' || way === 'sub' ? shifted(words, way) : words,
				marks,
				lang ?? this.#source.styles.lang
			)
		);
	}

	#note(element: TreeElement): void {
		const kind = element.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
		const id = element.attributes['text:id'] ?? element.attributes['xml:id'] ?? '';
		const key = this.#freeKey(`${kind}-${id}`);
		this.story.reference(key, () => {
			const outer = this.#isMain;
			this.#isMain = false;
			for (const child of element.children)
				if (isTreeElement(child) && child.name === 'text:note-body') this.#inBox(child);
			this.#isMain = outer;
		});
	}

	/** Two notes may have one identifier. */
	#freeKey(key: string): string {
		let free = key;
		for (let n = this.#keys.size; this.#keys.has(free); n++) free = `${key}-${n}`;
		this.#keys.add(free);
		return free;
	}

	/** Lists text that stands in a paragraph and is no part of it. */
	#aside(reason: LeftOutReason, element: TreeElement): void {
		this.story.leaveOut(reason, () => {
			for (const child of element.children) {
				if (!isTreeElement(child) || isFurniture(child.name)) continue;
				if (child.name === 'text:p' || child.name === 'text:h') this.#words(child);
				else this.#inside(child);
				this.story.text(' ');
			}
		});
	}

	#deletion(change: TreeElement): void {
		this.#deletedText(change.attributes['text:change-id'] ?? '');
	}

	#deletedText(id: string): void {
		const deletion = this.#source.deletions.get(id);
		if (!deletion || this.#listed.has(deletion)) return;
		this.#listed.add(deletion);
		this.#aside('deleted', deletion);
	}

	#drawing(element: TreeElement): void {
		writeDrawing(element, {
			story: this.story,
			pictures: this.#source.pictures,
			formula: (object) => this.#source.formula(object),
			text: (words) => this.#text(words),
			block: (block) => this.#inBox({ name: '', attributes: {}, children: [block] })
		});
	}

	/** Reads blocks in a frame of their own: the paragraph around it is untouched. */
	#inBox(content: TreeElement): void {
		const outer = [this.#paragraph, this.#look, this.#href, this.#isInList] as const;
		[this.#href, this.#isInList] = [null, false];
		this.blocks(content);
		this.story.end({ kind: 'paragraph' });
		[this.#paragraph, this.#look, this.#href, this.#isInList] = outer;
	}
}

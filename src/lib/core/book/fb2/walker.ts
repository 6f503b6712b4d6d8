/** Walks through the bodies of an FB2 file. Sections give the contents; their titles are headings. */
import { referenceMark } from '../epub/noteMarks';
import { shifted } from '../epub/raised';
import type { ContentsEntry, Flow, FlowPicture, FlowShape } from '../flow';
import { FlowWriter, type Marks } from '../flowWriter';
import {
	childElements,
	firstChild,
	isTreeElement,
	treeText,
	type TreeElement,
	type TreeNode
} from '../tree';
import { blockNames, isBlock, isInline, stanzaHeads, titleWords } from './elements';
import { addressOf, targetOf, type Notes } from './notes';

/** What blocks are in: the depth of their section, from 1, and whether they are quoted. */
interface Setting {
	readonly level: number;
	readonly shape: FlowShape;
}

const paragraph: FlowShape = { kind: 'paragraph' };
const quote: FlowShape = { kind: 'quote' };

/** Outside any section. */
const top: Setting = { level: 0, shape: paragraph };

/** How words are set, and what stands between blocks that are parts of one line or block. */
interface Look {
	readonly marks: Marks;
	readonly between: 'break' | 'space';
}

const inLines: Look = { marks: {}, between: 'break' };

export class Fb2Walker {
	readonly #writer = new FlowWriter();
	readonly #contents: ContentsEntry[] = [];
	readonly #pictures: ReadonlyMap<string, FlowPicture>;
	readonly #notes: Notes;
	/** Pictures in the words of the block that is being read. */
	readonly #images: TreeElement[] = [];
	#missingNotes = 0;
	#sections = 0;

	constructor(pictures: ReadonlyMap<string, FlowPicture>, notes: Notes) {
		this.#pictures = pictures;
		this.#notes = notes;
	}

	/** The publisher’s words on the book are not part of it. */
	annotation({ children }: TreeElement): void {
		this.#writer.leaveOut('front-matter', () => this.#blocks(children, top));
	}

	/** Returns the steps in which a body is read. */
	parts(body: TreeElement): readonly (() => void)[] {
		const isNotes = this.#notes.bodies.has(body);
		return body.children
			.filter(isFilled)
			.map((child) => () => (isNotes ? this.#notePart(child) : this.#bodyPart(child)));
	}

	finish(): Omit<Flow, 'metadata' | 'pictures' | 'cover'> {
		const count = this.#missingNotes;
		return {
			blocks: this.#writer.blocks,
			notes: this.#writer.notes,
			contents: this.#contents,
			notices: count > 0 ? [{ kind: 'missing-notes', count }] : []
		};
	}

	/** A body’s title is the book’s. */
	#bodyPart(node: TreeNode): void {
		if (!isTreeElement(node) || node.name !== 'title') return this.#blocks([node], top);
		this.#writer.leaveOut('repeated-title', () => this.#blocks(node.children, top));
	}

	#notePart(node: TreeNode): void {
		if (isTreeElement(node) && node.name === 'section') return this.#noteSection(node);
		this.#writer.leaveOut('note-heading', () => this.#blocks([node], top));
	}

	#noteSection(section: TreeElement): void {
		const id = section.attributes['id'] ?? '';
		if (this.#notes.sections.get(id) === section)
			return this.#writer.note(id, () => this.#note(section));
		for (const child of section.children.filter(isFilled)) this.#notePart(child);
	}

	/** The title of a note is its number; a title with words is part of the note. */
	#note(section: TreeElement): void {
		const isNumber = (node: TreeNode) =>
			isTreeElement(node) && node.name === 'title' && !/\p{L}{2}/u.test(treeText(node));
		this.#blocks(
			section.children.filter((child) => !isNumber(child)),
			top
		);
	}

	/** Reads blocks; words that stand between them, in no paragraph, are blocks of their own. */
	#blocks(nodes: readonly TreeNode[], setting: Setting): void {
		for (const node of nodes)
			if (isTreeElement(node) && !isInline(node)) {
				this.#end(setting.shape);
				this.#block(node, setting);
			} else this.#words([node], inLines);
		this.#end(setting.shape);
	}

	#block(element: TreeElement, setting: Setting): void {
		const lang = element.attributes['xml:lang'];
		if (lang !== undefined) this.#writer.inLanguage(lang, () => this.#blockOf(element, setting));
		else this.#blockOf(element, setting);
	}

	#blockOf(element: TreeElement, setting: Setting): void {
		const { name, children } = element;
		if (name !== 'section' && element.attributes['id'] !== undefined)
			this.#writer.anchor(`#${element.attributes['id']}`);
		switch (name) {
			case 'section':
				return this.#section(element, setting);
			case 'title':
				return this.#lines(element, { kind: 'heading', level: Math.max(1, setting.level) });
			case 'subtitle':
				return this.#subtitle(element, setting);
			case 'epigraph':
			case 'cite':
				return this.#blocks(children, { ...setting, shape: quote });
			case 'poem':
				return this.#poem(element, setting);
			case 'stanza':
				return this.#stanza(element, setting);
			case 'table':
				return this.#blocks(children, { ...setting, shape: paragraph });
			case 'tr':
				return this.#row(element);
			case 'image':
				return this.#picture(element);
			case 'annotation':
				return this.#writer.leaveOut('front-matter', () => this.#blocks(children, setting));
			default:
				if (isParagraph(element)) this.#lines(element, setting.shape);
				else this.#blocks(children, setting);
		}
	}

	#section(section: TreeElement, outer: Setting): void {
		const setting = { ...outer, level: outer.level + 1 };
		const id = section.attributes['id'];
		const target = id === undefined ? `#section ${++this.#sections}` : `#${id}`;
		const title = firstChild(section, 'title');
		const words = title ? titleWords(title) : '';
		if (words !== '') this.#contents.push({ title: words, level: setting.level, target });
		if (words !== '' || id !== undefined) this.#writer.anchor(target);
		this.#blocks(section.children, setting);
	}

	/** A subtitle of marks alone parts two scenes. */
	#subtitle(element: TreeElement, { level, shape }: Setting): void {
		const isHeading = shape !== quote && /\p{L}/u.test(treeText(element));
		this.#lines(element, isHeading ? { kind: 'heading', level: level + 1 } : shape);
	}

	#poem(poem: TreeElement, setting: Setting): void {
		const { level, shape } = setting;
		const [title] = childElements(poem, 'title');
		if (title) this.#lines(title, shape === quote ? quote : { kind: 'heading', level: level + 1 });
		this.#blocks(
			poem.children.filter((child) => child !== title),
			setting
		);
	}

	/** The verses of a stanza are lines of one paragraph. */
	#stanza(stanza: TreeElement, { shape }: Setting): void {
		for (const child of stanza.children)
			if (isTreeElement(child) && stanzaHeads.has(child.name)) {
				this.#end(shape);
				this.#lines(child, shape);
			} else this.#words([child], inLines);
		this.#end(shape);
	}

	/** Reads one block; the paragraphs of a title are lines of it. */
	#lines(element: TreeElement, shape: FlowShape): void {
		this.#words(element.children, inLines);
		this.#end(shape);
	}

	#row(row: TreeElement): void {
		for (const cell of row.children) {
			const hasWords = (isTreeElement(cell) ? treeText(cell) : cell).trim() !== '';
			if (hasWords && this.#writer.hasWords) this.#writer.text(' | ');
			this.#words([cell], { marks: {}, between: 'space' });
		}
		this.#end(paragraph);
	}

	/** Ends a block. The pictures in its words come after it. */
	#end(shape: FlowShape): void {
		this.#writer.end(shape);
		for (const image of this.#images.splice(0)) this.#picture(image);
	}

	#picture(image: TreeElement): void {
		const picture = targetOf(image);
		const { alt = '', title = '' } = image.attributes;
		if (this.#pictures.has(picture)) {
			this.#writer.text(title);
			return this.#writer.end({ kind: 'picture', picture, alt });
		}
		this.#writer.leaveOut('picture', () => {
			this.#writer.text(title || alt || picture);
			this.#writer.end(paragraph);
		});
	}

	#words(nodes: readonly TreeNode[], look: Look): void {
		for (const node of nodes)
			if (!isTreeElement(node)) this.#writer.text(node, look.marks);
			else if (!isBlock(node)) this.#inline(node, look);
			else {
				this.#part(look);
				this.#words(node.children, look);
				this.#part(look);
			}
	}

	#part({ between }: Look): void {
		if (between === 'break') this.#writer.lineBreak();
		else this.#writer.text(' ');
	}

	#inline(element: TreeElement, look: Look): void {
		const { name, children } = element;
		const marked = (marks: Marks) =>
			this.#words(children, { ...look, marks: { ...look.marks, ...marks } });
		switch (name) {
			case 'emphasis':
				return marked({ emphasis: true });
			case 'strong':
				return marked({ strong: true });
			case 'sup':
			case 'sub':
				if (children.some(isTreeElement)) return marked({});
				return this.#writer.text(shifted(treeText(element), name), look.marks);
			case 'a':
				return this.#link(element, marked);
			case 'image':
				return void this.#images.push(element);
			default:
				marked({});
		}
	}

	#link(link: TreeElement, marked: (marks: Marks) => void): void {
		const target = targetOf(link);
		if (this.#notes.sections.has(target)) {
			if (referenceMark(link) === null) marked({});
			return this.#writer.reference(target);
		}
		if (link.attributes['type'] === 'note') this.#missingNotes++;
		const href = addressOf(link);
		marked(href.startsWith('#') || href === '' ? {} : { href });
	}
}

const isFilled = (node: TreeNode): boolean => isTreeElement(node) || node.trim() !== '';

/** Whether an element is one paragraph; an unknown one that holds blocks is none. */
const isParagraph = (element: TreeElement): boolean =>
	blockNames.has(element.name) || !isBlock(element);

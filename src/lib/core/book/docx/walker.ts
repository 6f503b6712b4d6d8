/** Walks through the text of a DOCX file: blocks, paragraphs, runs. Wrappers keep their words. */
import type { FlowShape } from '../flow';
import type { Archive } from '../archive';
import type { Marks } from '../flowWriter';
import { Pictures } from '../office/pictures';
import { StoryWriter } from '../office/storyWriter';
import { readTable } from '../office/tableRows';
import { TitlePage } from '../office/titlePage';
import { firstChild, isTreeElement, treeText, type TreeElement } from '../tree';
import { writeDrawing } from './drawing';
import { Fields, meaningOf, type FieldMeaning } from './fields';
import { formulaText } from './formula';
import { lookOf, plainLook, shownText } from './look';
import { valueOf } from './onOff';
import type { Attachments, Part, Relationships } from './package';
import {
	isDropCap,
	isListItem,
	isMarkDeleted,
	paragraphRole,
	unset,
	type Style,
	type Styles
} from './styles';
import { symbol } from './symbols';
import { tableNames, tablePartReason } from './tableParts';
import {
	alternative,
	hasOwnMark,
	isInline,
	isLineBreak,
	isProperties,
	wrapperReason
} from './wrappers';

export class DocxWalker {
	readonly story = new StoryWriter();
	readonly titlePage = new TitlePage();
	readonly pictures: Pictures;
	/** References to notes that the file does not have. */
	missingNotes = 0;
	readonly #styles: Styles;
	readonly #attachments: Attachments;
	readonly #read = new Set<string>();
	#relationships: Relationships;
	#fields = new Fields();
	#paragraph: Style = unset;
	#look = plainLook;
	#href: string | null = null;
	#isMain = true;
	/** The own mark of the note that begins: its text may repeat it. */
	#ownMark = '';

	constructor(archive: Archive, main: Part, styles: Styles, attachments: Attachments) {
		this.pictures = new Pictures(archive);
		this.#relationships = main.relationships;
		this.#styles = styles;
		this.#attachments = attachments;
	}

	blocks(element: TreeElement): void {
		for (const child of element.children) if (isTreeElement(child)) this.block(child);
	}

	block(element: TreeElement): void {
		switch (element.name) {
			case 'w:p':
				return this.#readParagraph(element);
			case 'w:tbl':
				return readTable(element, {
					names: tableNames,
					story: this.story,
					reasonOf: tablePartReason,
					paragraph: (paragraph) => this.#cell(paragraph),
					box: (cell) => this.#inBox(cell)
				});
			case 'w:r':
			case 'w:hyperlink':
			case 'w:fldSimple':
			case 'm:oMath':
			case 'm:oMathPara':
				this.#inline(element);
				return this.story.end({ kind: 'paragraph' });
			case 'mc:AlternateContent':
				return this.blocks(alternative(element));
			default:
				if (!isProperties(element))
					this.story.leaveOut(wrapperReason(element), () => this.blocks(element));
		}
	}

	/** Reads the text of another part, or what is attached to the text: a note, a comment. */
	aside(root: TreeElement, { relationships }: Pick<Part, 'relationships'>): void {
		const outer = [this.#relationships, this.#fields, this.#isMain] as const;
		[this.#relationships, this.#fields, this.#isMain] = [relationships, new Fields(), false];
		this.#inBox(root);
		[this.#relationships, this.#fields, this.#isMain] = outer;
	}

	/** Reads notes and comments that nothing refers to. */
	leftovers(): void {
		this.story.end({ kind: 'paragraph' });
		for (const key of this.#attachments.keys())
			if (key.startsWith('comment-')) this.#comment(key);
			else if (!this.#read.has(key)) this.story.note(key, () => this.#attached(key));
	}

	#readParagraph(element: TreeElement): void {
		const properties = firstChild(element, 'w:pPr');
		const named = this.#styles.paragraph(valueOf(properties, 'w:pStyle'));
		const role = paragraphRole(named, properties);
		if (role?.kind === 'heading') this.#fields.endContents();
		const outer = this.#paragraph;
		this.#paragraph = role === named.role ? named : { ...named, role };
		this.#inside(element);
		this.#fields.endParagraph();
		if (isMarkDeleted(properties)) this.story.leaveOut('deleted', () => this.story.text(' '));
		else if (!isDropCap(properties)) this.#end(isListItem(properties) ?? named.isList);
		this.#paragraph = outer;
	}

	#end(isItem: boolean): void {
		const { role } = this.#paragraph;
		const shape: FlowShape = { kind: isItem ? 'list-item' : 'paragraph' };
		if (this.#isMain && this.story.reason === null) this.titlePage.end(this.story, role, shape);
		else this.story.end(shape);
	}

	#inside(element: TreeElement): void {
		for (const child of element.children) if (isTreeElement(child)) this.#inline(child);
	}

	#inline(element: TreeElement): void {
		switch (element.name) {
			case 'w:r':
				return this.#run(element);
			case 'w:hyperlink': {
				const target = this.#relationships.get(element.attributes['r:id'] ?? '');
				return this.#linked(target?.isExternal ? target.target : null, element);
			}
			case 'w:fldSimple': {
				const { reason, href } = meaningOf(element.attributes['w:instr'] ?? '');
				return this.story.leaveOut(reason, () => this.#linked(href, element));
			}
			case 'm:oMath':
				return this.#text(formulaText(element));
			case 'w:p':
			case 'w:tbl':
				return this.story.anchored(() => this.block(element));
			case 'mc:AlternateContent':
				return this.#inside(alternative(element));
			default:
				if (!isProperties(element))
					this.story.leaveOut(wrapperReason(element), () => this.#inside(element));
		}
	}

	#linked(href: string | null, element: TreeElement): void {
		const outer = this.#href;
		this.#href = href ?? outer;
		this.#inside(element);
		this.#href = outer;
	}

	#run(run: TreeElement): void {
		const outer = this.#look;
		this.#look = lookOf(run, this.#paragraph, this.#styles);
		this.story.leaveOut(this.#look.isHidden ? 'hidden' : null, () => this.#runContent(run));
		this.#look = outer;
	}

	#runContent(run: TreeElement): void {
		for (const [at, child] of run.children.entries()) {
			if (!isTreeElement(child)) continue;
			const isOwn = /^w:(?:foot|end)noteReference$/.test(child.name) && hasOwnMark(child);
			if (!isOwn) this.#piece(child);
			else return this.#reference(child, treeText({ ...run, children: run.children.slice(at) }));
		}
	}

	#piece(element: TreeElement): void {
		const { name, attributes } = element;
		switch (name) {
			case 'w:t':
				return this.#text(shownText(treeText(element), this.#look));
			case 'w:delText':
				return this.story.leaveOut('deleted', () => this.#text(treeText(element)));
			case 'w:tab':
			case 'w:ptab':
				return this.#text(' ');
			case 'w:cr':
			case 'w:br':
				return isLineBreak(attributes['w:type']) ? this.story.lineBreak() : this.#text(' ');
			case 'w:noBreakHyphen':
				return this.#text('\u2011');
			case 'w:sym':
				return this.#text(symbol(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
			case 'w:fldChar':
				return this.#fields.mark(attributes['w:fldCharType']);
			case 'w:instrText':
				return this.#fields.addCode(treeText(element));
			case 'w:delInstrText':
				return;
			case 'w:footnoteReference':
			case 'w:endnoteReference':
				return this.#reference(element, '');
			case 'w:commentReference':
				return this.#comment(`comment-${attributes['w:id'] ?? ''}`);
			case 'w:drawing':
			case 'w:pict':
			case 'w:object':
				return writeDrawing(element, {
					story: this.story,
					pictures: this.pictures,
					relationships: this.#relationships,
					box: (content) => this.#inBox(content)
				});
			case 'w:rt':
				return this.story.leaveOut('annotation', () => this.#inside(element));
			case 'w:rubyBase':
				return this.#inside(element);
			case 'mc:AlternateContent':
				return this.#runContent(alternative(element));
			default:
				if (isInline(element)) this.#inline(element);
				else if (!isProperties(element)) this.#runContent(element);
		}
	}

	#text(words: string): void {
		const meaning = this.#fields.current;
		if (meaning && meaning.reason === null) return this.#words(words, meaning);
		this.story.leaveOut(meaning ? meaning.reason : 'hidden', () => this.story.text(words));
	}

	#words(words: string, meaning: FieldMeaning): void {
		const href = this.#href ?? meaning.href;
		const marks: Marks = href === null ? this.#look.marks : { ...this.#look.marks, href };
		this.story.text(
			this.#ownMark === '' ? words : this.#withoutMark(words),
			marks,
			this.#look.lang
		);
	}

	#withoutMark(words: string): string {
		const start = words.trimStart();
		const isMark = start.startsWith(this.#ownMark);
		const rest = isMark ? start.slice(this.#ownMark.length) : words;
		if (start !== '') this.#ownMark = '';
		return rest;
	}

	/** `mark`: the note’s own mark, which stands behind the reference. */
	#reference({ name, attributes }: TreeElement, mark: string): void {
		const kind = name === 'w:endnoteReference' ? 'endnote' : 'footnote';
		const key = `${kind}-${attributes['w:id'] ?? ''}`;
		if (!this.#attachments.has(key)) {
			this.missingNotes++;
			return this.#text(mark);
		}
		const isRead = this.#read.has(key);
		this.story.reference(key, isRead ? null : () => this.#attached(key, mark.trim()));
		this.#read.add(key);
	}

	#attached(key: string, mark = ''): void {
		const attached = this.#attachments.get(key);
		this.#read.add(key);
		this.#ownMark = mark;
		if (attached) this.aside(attached.root, attached.part);
		this.#ownMark = '';
	}

	/** Lists a comment below its paragraph; one in a note, or of nothing, is listed at the end. */
	#comment(key: string): void {
		if (!this.#isMain || !this.#attachments.has(key) || this.#read.has(key)) return;
		this.#read.add(key);
		this.story.anchored(() => this.story.leaveOut('annotation', () => this.#attached(key)));
	}

	/** Reads blocks in a frame of their own: the paragraph around it is untouched. */
	#inBox(content: TreeElement): void {
		const outer = [this.#paragraph, this.#look, this.#href] as const;
		this.#href = null;
		this.blocks(content);
		this.story.end({ kind: 'paragraph' });
		[this.#paragraph, this.#look, this.#href] = outer;
	}

	#cell(paragraph: TreeElement): void {
		const outer = this.#paragraph;
		this.#paragraph = this.#styles.paragraph(valueOf(firstChild(paragraph, 'w:pPr'), 'w:pStyle'));
		this.#inside(paragraph);
		this.#fields.endParagraph();
		this.#paragraph = outer;
	}
}

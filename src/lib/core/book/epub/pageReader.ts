/** Reads the blocks of a page: words, notes, pictures, in the order in which a reader meets them. */
import type { LeftOutReason } from '../../import/leftOut';
import { primaryLang } from '../../text/languageTag';
import type { FlowShape } from '../flow';
import type { FlowWriter } from '../flowWriter';
import { sceneBreak } from '../../text/sceneBreak';
import { elementsOf, isTreeElement, treeText, type TreeElement } from '../tree';
import { blockNames, isNumber, isVerse, reasonOf, silentNames } from './elementTypes';
import { figureOf, pictureAddress, pictureWords, type Figure } from './figures';
import { markOf, quoteMarks } from './inlineMarks';
import { referenceMark } from './noteMarks';
import type { BookNote } from './notes';
import { languageOf, type Page } from './page';
import { PageWords } from './pageWords';
import { withoutBrackets } from './referenceBrackets';
import { holdsText, inRow, isLine, isStanza, plain, settingOf } from './setting';
import type { BookParts, Setting } from './setting';

export class PageReader {
	readonly #writer: FlowWriter;
	readonly #parts: BookParts;
	readonly #words: PageWords;
	readonly #file: string;
	/** The language of what is being read. */
	#lang: string;
	/** A rule was met, and words before it: a break between scenes if words follow. */
	#rule: 'none' | 'words' | 'rule' = 'none';

	constructor(writer: FlowWriter, parts: BookParts, page: Page) {
		this.#writer = writer;
		this.#parts = parts;
		this.#words = new PageWords(writer);
		this.#file = page.file;
		this.#lang = parts.lang;
	}

	/** Reads a page, all of it left out where there is a reason. */
	read(page: Page, reason: LeftOutReason | null): void {
		this.#writer.anchor(page.file);
		const read = () => {
			this.#children(page.body, plain);
			this.#end(plain.shape);
		};
		const inReason = reason === null ? read : () => this.#writer.leaveOut(reason, read);
		this.#inLanguage(page.lang, inReason);
	}

	/** Reads only the notes of a page that stands outside the order of reading. */
	readNotes(page: Page): void {
		for (const [element, note] of this.#parts.notes.notes)
			if (this.#parts.places.of(element).page === page) this.#note(element, note);
	}

	#children({ children }: TreeElement, setting: Setting): void {
		for (const child of withoutBrackets(children, this.#parts.notes))
			if (isTreeElement(child)) this.#element(child, setting);
			else this.#words.text(child, setting);
	}

	#element(element: TreeElement, setting: Setting): void {
		const { notes, places } = this.#parts;
		const { name } = element;
		if (silentNames.has(name) || notes.taken.has(element)) return;
		if (notes.waysBack.has(element)) return this.#words.wayBack();
		const key = notes.references.get(element);
		if (key !== undefined) return this.#reference(element, key, setting);
		const note = notes.notes.get(element);
		if (note) return this.#note(element, note);
		const isBlock = blockNames.has(name) || places.of(element).holdsBlocks;
		const text = () => treeText(element);
		const reason = isNumber(element, text) ? 'page-number' : reasonOf(element);
		if (reason !== null) return this.#leaveOut(element, reason, isBlock);
		if (isBlock) this.#block(element, setting);
		else this.#inline(element, setting);
	}

	/** Reads a link to a note: words that it shows stay before the reference, all on the same line. */
	#reference(link: TreeElement, key: string, setting: Setting): void {
		if (referenceMark(link) === null) this.#inline(link, { ...setting, between: 'space' });
		this.#writer.reference(key);
	}

	#leaveOut(element: TreeElement, reason: LeftOutReason, isBlock: boolean): void {
		const setting = settingOf(element, plain);
		const read = () =>
			this.#writer.leaveOut(reason, () => {
				this.#children(element, setting);
				this.#writer.end(setting.shape);
			});
		if (!isBlock) return this.#writer.aside(read);
		this.#end(plain.shape);
		this.#anchor(element);
		read();
	}

	#anchor({ attributes }: TreeElement): void {
		for (const id of [attributes['id'], attributes['xml:id'], attributes['name']]) {
			const address = `${this.#file}#${id ?? ''}`;
			if (id !== undefined && this.#parts.targets.has(address)) this.#writer.anchor(address);
		}
	}

	#inline(element: TreeElement, setting: Setting): void {
		this.#anchor(element);
		const { name } = element;
		switch (name) {
			case 'br':
				// Two breaks part paragraphs, or stanzas.
				return this.#writer.atBreak ? this.#end(setting.shape) : this.#writer.lineBreak();
			case 'img':
			case 'svg:image':
				return this.#picture(element, setting);
			case 'sup':
			case 'sub':
				return this.#children(element, { ...setting, way: name });
			case 'q': {
				const [open, close] = quoteMarks(this.#lang);
				this.#writer.text(open, setting.marks);
				this.#children(element, setting);
				return this.#writer.text(close, setting.marks);
			}
			case 'math:msup':
			case 'math:msub':
				return this.#power(element, setting);
			default:
				this.#children(element, { ...setting, marks: { ...setting.marks, ...markOf(element) } });
		}
	}

	#power({ name, children }: TreeElement, setting: Setting): void {
		const raised: Setting = { ...setting, way: name === 'math:msup' ? 'sup' : 'sub' };
		let isBase = true;
		for (const child of children) {
			if (isTreeElement(child)) {
				this.#element(child, isBase ? setting : raised);
				isBase = false;
			} else this.#words.text(child, setting);
		}
	}

	#picture(element: TreeElement, { marks }: Setting): void {
		const alt = pictureWords(element);
		const picture = this.#parts.pictures.use(this.#file, pictureAddress(element));
		// A letter at the beginning of a word may be drawn.
		if (/^\p{L}$/u.test(alt) && !this.#writer.hasWords) return this.#writer.text(alt, marks);
		if (picture !== null)
			this.#writer.aside(() => this.#writer.end({ kind: 'picture', picture, alt }));
		else if (alt !== '')
			this.#writer.aside(() =>
				this.#writer.leaveOut('picture', () => {
					this.#writer.text(alt);
					this.#writer.end({ kind: 'paragraph' });
				})
			);
	}

	#block(element: TreeElement, setting: Setting): void {
		if (setting.between) return this.#flattened(element, setting, setting.between);
		this.#end(setting.shape);
		if (element.name === 'hr') {
			if (this.#rule === 'words') this.#rule = 'rule';
			return;
		}
		if (this.#parts.notes.headings.has(element))
			return this.#leaveOut(element, 'note-heading', true);
		this.#anchor(element);
		const here = settingOf(element, setting);
		this.#inLanguage(languageOf(element), () => {
			this.#content(element, here);
			this.#end(here.shape);
		});
	}

	#content(element: TreeElement, here: Setting): void {
		const { name } = element;
		const figure = figureOf(element, this.#parts.places);
		if (figure) this.#figure(figure, here);
		else if (name === 'svg:svg') this.#drawing(element, here);
		else if (name === 'tr') this.#row(element, here);
		else if (name === 'hgroup') this.#children(element, { ...here, between: 'break' });
		else if (isVerse(element)) this.#verse(element, here);
		else this.#children(element, here);
	}

	/** Reads what begins a new line within a block. */
	#flattened(element: TreeElement, setting: Setting, between: 'break' | 'space'): void {
		const part = () => (between === 'break' ? this.#writer.lineBreak() : this.#writer.text(' '));
		part();
		this.#anchor(element);
		if (element.name !== 'hr') this.#children(element, setting);
		part();
	}

	/** Puts lines of verse into one block; a stanza that has elements of its own is another. */
	#verse(element: TreeElement, setting: Setting): void {
		for (const child of element.children) {
			if (!isTreeElement(child)) this.#words.text(child, setting);
			else if (isLine(child, this.#parts.places))
				this.#element(child, { ...setting, between: 'break' });
			else if (isStanza(child, this.#parts)) {
				this.#end(setting.shape);
				this.#anchor(child);
				this.#verse(child, settingOf(child, setting));
				this.#end(setting.shape);
			} else this.#element(child, setting);
		}
	}

	/** Puts the cells of a row on one line; cells of running text are blocks of their own. */
	#row(row: TreeElement, setting: Setting): void {
		const cells = row.children.filter(isTreeElement);
		const outside = row.children.some((node) => !isTreeElement(node) && node.trim() !== '');
		if (outside) return this.#children(row, setting);
		if (cells.some((cell) => holdsText(cell, this.#parts.places)))
			return this.#children(row, setting);
		let isFirst = true;
		for (const cell of cells) {
			if (this.#parts.places.size(cell) > 0 && !isFirst) this.#writer.text(' | ');
			if (this.#parts.places.size(cell) > 0) isFirst = false;
			this.#element(cell, { ...setting, between: 'space' });
		}
	}

	#figure({ pictures, caption }: Figure, setting: Setting): void {
		const shown = pictures.flatMap((element): FlowShape[] => {
			const picture = this.#parts.pictures.use(this.#file, pictureAddress(element));
			return picture === null ? [] : [{ kind: 'picture', picture, alt: pictureWords(element) }];
		});
		for (const shape of shown.slice(0, -1)) this.#writer.end(shape);
		if (caption) this.#children(caption, { ...setting, between: 'break' });
		this.#writer.end(shown.at(-1) ?? { kind: 'caption' });
	}

	/** Reads a drawing (SVG): the pictures in it, and its words, which are text where it is a page. */
	#drawing(element: TreeElement, setting: Setting): void {
		for (const picture of elementsOf(element, 'svg:image')) this.#picture(picture, setting);
		const read = () => {
			for (const words of elementsOf(element, 'svg:text')) {
				this.#children(words, setting);
				this.#writer.end(setting.shape);
			}
			for (const html of elementsOf(element, 'svg:foreignObject')) this.#children(html, setting);
			this.#writer.end(setting.shape);
		};
		if (this.#parts.places.of(element).page.body === element) read();
		else this.#writer.leaveOut('picture', read);
	}

	#note(element: TreeElement, { key, mark, more }: BookNote): void {
		const rule = this.#rule;
		this.#rule = 'none';
		const read = () => {
			for (const part of [element, ...more]) {
				const setting = part.name === 'tr' ? inRow : plain;
				this.#inLanguage(languageOf(part), () => this.#children(part, setting));
				this.#end(plain.shape);
			}
		};
		this.#writer.note(key, () => this.#words.ofNote(mark, read));
		this.#rule = rule;
		if (blockNames.has(element.name)) this.#writer.text(' ');
	}

	#end(shape: FlowShape): void {
		if (this.#writer.hasWords) {
			if (this.#rule === 'rule' && shape.kind !== 'heading')
				this.#writer.aside(() => this.#writer.text(sceneBreak));
			this.#rule = shape.kind === 'heading' ? 'none' : 'words';
		}
		this.#writer.end(shape);
	}

	/** Reads what says its language; the book’s own is not said again. */
	#inLanguage(lang: string, read: () => void): void {
		if (lang === '' || primaryLang(lang) === primaryLang(this.#lang)) return read();
		const outer = this.#lang;
		this.#lang = lang;
		this.#writer.inLanguage(lang, read);
		this.#lang = outer;
	}
}

/**
 * Writes the paragraphs of an office document. It adds to `FlowWriter` what these formats have in
 * common: text that is left out in the middle of a paragraph, boxes and pictures that are anchored
 * in one, notes in notes, and a language on every run.
 */
import type { LeftOutReason } from '../../import/leftOut';
import type { Lang } from '../../text/article';
import type { FlowBlock, FlowNote, FlowShape } from '../flow';
import { FlowWriter, type Marks } from '../flowWriter';
import { isSameLanguage, LanguageCount } from '../languages';

/** What is known of the paragraph that is being written. A note has its own. */
interface Paragraph {
	langs: LanguageCount;
	/** Text that is left out, by its reason: listed below the paragraph. */
	asides: Map<LeftOutReason, string>;
	/** Whether the last text was left out. */
	isAside: boolean;
	/** What is written below the paragraph: boxes, pictures. */
	later: (() => void)[];
}

const newParagraph = (): Paragraph => ({
	langs: new LanguageCount(),
	asides: new Map(),
	isAside: false,
	later: []
});

/** Stands between two stretches that are left out of a paragraph. */
const omission = ' … ';

export class StoryWriter {
	readonly #writer = new FlowWriter();
	readonly #langs = new LanguageCount();
	#paragraph = newParagraph();
	#reason: LeftOutReason | null = null;
	#inNote = false;
	/** Notes that are referred to in a note: read when that one is done. */
	#waiting: { readonly key: string; readonly read: () => void }[] = [];

	/** Why text is left out at present; null where it is kept. */
	get reason(): LeftOutReason | null {
		return this.#reason;
	}

	get hasWords(): boolean {
		return this.#writer.hasWords;
	}

	/** The block that was ended last, if it is none of a note. */
	get last(): FlowBlock | undefined {
		return this.#writer.blocks.at(-1);
	}

	text(words: string, marks: Marks = {}, lang: Lang | null = null): void {
		if (this.#reason !== null) return this.#aside(this.#reason, words);
		this.#paragraph.isAside = false;
		this.#paragraph.langs.add(lang, words.length);
		this.#langs.add(lang, words.length);
		this.#writer.text(words, marks);
	}

	#aside(reason: LeftOutReason, text: string): void {
		const { asides, isAside } = this.#paragraph;
		const before = asides.get(reason);
		const between = before === undefined || isAside ? '' : omission;
		asides.set(reason, (before ?? '') + between + text);
		this.#paragraph.isAside = true;
	}

	lineBreak(): void {
		if (this.#reason === null) this.#writer.lineBreak();
		else this.#aside(this.#reason, ' ');
	}

	/** Leaves out what is read. Of one reason within another the outer counts. */
	leaveOut(reason: LeftOutReason | null, read: () => void): void {
		const outer = this.#reason;
		this.#reason ??= reason;
		read();
		this.#reason = outer;
	}

	/** Writes blocks that are anchored in a paragraph: before it, or below it if it has begun. */
	anchored(read: () => void): void {
		if (!this.hasWords) return read();
		const reason = this.#reason;
		this.#paragraph.later.push(() => this.leaveOut(reason, read));
	}

	/** Refers to a note. `read` is null where the note was read before. */
	reference(key: string, read: (() => void) | null): void {
		if (this.#reason === null) this.#writer.reference(key);
		if (read) this.note(key, read);
	}

	note(key: string, read: () => void): void {
		// A note that is referred to in deleted or hidden text is left out with it.
		if (this.#reason !== null) return this.anchored(read);
		if (this.#inNote) return void this.#waiting.push({ key, read });
		const outer = this.#paragraph;
		this.#inNote = true;
		this.#paragraph = newParagraph();
		this.#writer.note(key, () => {
			read();
			this.end({ kind: 'paragraph' });
		});
		this.#inNote = false;
		const { asides } = this.#paragraph;
		this.#paragraph = outer;
		for (const [reason, text] of asides) this.#aside(reason, text);
		for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
			this.note(next.key, next.read);
	}

	/** Writes a picture. Only its text is kept of one that is left out. */
	picture(picture: string, alt: string): void {
		if (this.#reason === null) this.#writer.end({ kind: 'picture', picture, alt });
	}

	/**
	 * Ends a paragraph; what is anchored in it and left out of it comes below. `reason`: why the
	 * paragraph as a whole is not part of the text.
	 */
	end(shape: FlowShape, reason: LeftOutReason | null = null): void {
		const { langs, asides, later } = this.#paragraph;
		this.#writer.inLanguage(langs.main, () => {
			if (reason) this.#writer.leaveOut(reason, () => this.#writer.end(shape));
			else this.#writer.end(shape);
		});
		this.#paragraph = newParagraph();
		// What is left out of a note is listed below the paragraph that refers to it.
		if (this.#inNote) this.#paragraph.asides = asides;
		else for (const [reason, text] of asides) this.#list(reason, text);
		for (const read of later) read();
	}

	#list(reason: LeftOutReason, text: string): void {
		this.#writer.text(text);
		this.#writer.leaveOut(reason, () => this.#writer.end({ kind: 'paragraph' }));
	}

	/**
	 * Returns all blocks and notes. A block has a language where it is another than the document’s:
	 * `lang`, or where the document says none, that of most of its words.
	 */
	finish(lang: Lang | null): {
		readonly lang: Lang | null;
		readonly blocks: readonly FlowBlock[];
		readonly notes: readonly FlowNote[];
	} {
		const main = this.#langs.main ?? lang;
		const own = (block: FlowBlock): FlowBlock =>
			block.lang !== null && isSameLanguage(block.lang, main) ? { ...block, lang: null } : block;
		return {
			lang: main,
			blocks: this.#writer.blocks.map(own),
			notes: this.#writer.notes.map((note) => ({ ...note, blocks: note.blocks.map(own) }))
		};
	}
}

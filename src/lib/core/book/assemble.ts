/**
 * Makes a book of what a format’s reader gives: cuts chapters, numbers notes, names pictures and
 * lists what is left out.
 *
 * Law (`assemble.test.ts`): every word of the flow is in the title or a block of a chapter, or in
 * what is left out.
 */
import { detectLanguage, isImportLang } from '../import/language';
import { markdownOf } from '../import/tidyInline';
import { fail, ok, type Result } from '../result';
import type { Block, BlockShape, Lang } from '../text/article';
import { block } from '../text/block';
import { escapeInline } from '../text/inline';
import { sceneBreak } from '../text/sceneBreak';
import type { Inline } from '../text/inlineTree';
import type { Book, Chapter, LeftOutOfBook } from './book';
import { NoteNumbers, type NumberedNote } from './bookNotes';
import { BookPictures } from './bookPictures';
import { chapterLang } from './chapterLang';
import { titleIn } from './chapterTitle';
import { cutChapters, type Cut } from './cutChapters';
import type { BookFailure } from './failure';
import type { Flow, FlowBlock } from './flow';
import type { Steps } from '../steps';
import { flowWords } from './flowWords';
import { isOrnament, sceneBreaks } from './sceneBreaks';

/** `lang`: the reader’s choice; the language is not detected then. */
export function* assembleSteps(flow: Flow, lang: Lang | null): Steps<Result<Book, BookFailure>> {
	if (flow.blocks.every(({ reason }) => reason !== null)) return fail({ kind: 'empty' });
	const found = lang ?? detectLanguage(sampleOf(flow.blocks)) ?? flow.metadata.lang ?? null;
	if (found === null || (lang === null && !isImportLang(found)))
		return fail({ kind: 'language', guess: found });
	const making = new Making(flow, found);
	const { chapters, levels } = cutChapters(flow.blocks, flow.contents);
	for (const [at, cut] of chapters.entries()) {
		yield { done: at / chapters.length };
		making.chapter(cut, chapters[at + 1]?.from ?? flow.blocks.length, levels);
	}
	const cover = flow.cover === null ? null : making.pictures.take(flow.cover, '');
	return ok({
		metadata: { ...flow.metadata, lang: found },
		chapters: making.chapters,
		pictures: making.pictures.pictures,
		cover,
		leftOut: making.leftOut,
		notices: [...flow.notices, ...making.notices]
	});
}

/** Number of characters that tell a book’s language. */
const maxSample = 200_000;

function sampleOf(blocks: readonly FlowBlock[]): string {
	let sample = '';
	for (const { inline, reason } of blocks) {
		if (sample.length > maxSample) break;
		if (reason === null) sample += `${flowWords(inline)}\n`;
	}
	return sample;
}

/** Stands for the words of a note that has none: a picture whose file says nothing of it. */
const wordless = '…';

class Making {
	readonly chapters: Chapter[] = [];
	readonly leftOut: LeftOutOfBook[] = [];
	readonly pictures: BookPictures;
	readonly #flow: Flow;
	readonly #lang: Lang;
	readonly #notes: NoteNumbers;

	constructor(flow: Flow, lang: Lang) {
		this.#flow = flow;
		this.#lang = lang;
		this.#notes = new NoteNumbers(flow.blocks, flow.notes);
		this.pictures = new BookPictures(flow.pictures);
	}

	get notices(): Book['notices'] {
		const { looseCount } = this.#notes;
		return looseCount > 0 ? [{ kind: 'loose-notes', count: looseCount }] : [];
	}

	chapter(cut: Cut, to: number, levels: ReadonlyMap<number, number>): void {
		const { blocks, notes } = this.#notes.chapter(this.#flow.blocks, cut.from, to);
		const text = blocks.slice(cut.titled);
		const breaks = sceneBreaks(text);
		const made: Block[] = [];
		for (const [at, one] of text.entries()) {
			if (breaks.has(one)) made.push(block({ kind: 'paragraph' }, sceneBreak));
			else this.#add(made, one, levels.get(cut.from + cut.titled + at));
		}
		// Notes stand last: their pictures come before them.
		const footnotes = notes.map((note) => this.#footnote(made, note));
		made.push(...footnotes);
		const title = cut.titled > 0 ? titleIn(blocks, 0, cut.titled) : cut.title;
		// What stands before the first chapter may be left out whole.
		if (title === '' && made.length === 0) return;
		const lang = chapterLang(text, this.#lang);
		this.chapters.push({ title, level: cut.level, ...(lang && { lang }), blocks: made });
	}

	/** Makes one block of a note, its paragraphs as lines; what is no text of it goes to the chapter. */
	#footnote(made: Block[], { marker, blocks }: NumberedNote): Block {
		const lines: Inline[] = [];
		let alt = '';
		for (const one of blocks) {
			if (isLine(one)) {
				if (lines.length > 0) lines.push({ type: 'break' });
				lines.push(...one.inline);
				continue;
			}
			if (one.shape.kind === 'picture') alt ||= one.shape.alt;
			this.#add(made, one);
		}
		return block({ kind: 'footnote', marker }, markdownOf(lines) || escapeInline(alt) || wordless);
	}

	#add(made: Block[], { shape, reason, inline }: FlowBlock, level?: number): void {
		const text = markdownOf(inline);
		const leave = (words: string, why: LeftOutOfBook['reason']) => {
			const place = { before: made.length, chapter: this.chapters.length };
			if (words !== '') this.leftOut.push({ text: words, reason: why, ...place });
		};
		if (shape.kind === 'picture') {
			const words = text || escapeInline(shape.alt);
			const picture = reason === null ? this.pictures.take(shape.picture, shape.alt) : null;
			if (picture !== null) made.push(block({ kind: 'caption', picture }, words));
			else leave(words || escapeInline(shape.picture), reason ?? 'picture');
		} else if (reason !== null || isOrnament(inline)) leave(text, reason ?? 'ornament');
		else made.push(block(shapeOf(shape, level), text));
	}
}

/** Whether a block of a note is words of the note. */
const isLine = ({ shape, reason }: FlowBlock): boolean =>
	reason === null && shape.kind !== 'picture';

/** The title is the only heading of level 1. */
function shapeOf(
	shape: Exclude<FlowBlock['shape'], { kind: 'picture' }>,
	level?: number
): BlockShape {
	if (shape.kind !== 'heading') return shape;
	return { kind: 'heading', level: Math.min(6, level ?? Math.max(2, shape.level)) };
}

/** Finds what a file says of who made its translation: a machine, or a person whom it names. */
import type { Book } from '../../book/book';
import type { Imported } from '../../import/imported';
import type { LeftOut } from '../../import/leftOut';
import { namedTranslator } from '../../import/translator';
import { wordsOfBlocks } from '../../text/wordsOfBlocks';
import { doubted, strongest, type MachineClaim } from './machine';
import { machineNotice } from './machineNotice';

export interface Claims {
	/** Null where nothing speaks of a machine. */
	readonly machine: MachineClaim | null;
	/** A suggestion, never taken by itself; null where nobody is named. */
	readonly translator: string | null;
}

interface ClaimingBook extends Pick<Book, 'chapters'> {
	readonly leftOut: readonly LeftOut[];
}

/** Words; a chapter with fewer may be a page that says who made the book. */
const mostWordsOfPage = 400;

/** Returns the claims of a text: of its ends, and of the lines that the importer left out. */
export function claimsOfText({ article, leftOut }: Pick<Imported, 'article' | 'leftOut'>): Claims {
	const lines = leftOut.map(({ text }) => text);
	const paragraphs = article.blocks.map(({ text }) => text);
	return {
		machine: machineNotice(lines, paragraphs),
		translator: namedTranslator(lines, paragraphs)
	};
}

/**
 * Returns the claims of a book: of its ends, its short pages, and the lines that were left out. A
 * notice at an end of another chapter may speak of that chapter alone: then the reader is asked.
 */
export function claimsOf({ chapters, leftOut }: ClaimingBook): Claims {
	const texts = chapters.map(({ title, blocks }) =>
		[title, ...blocks.map(({ text }) => text)].filter((text) => text !== '')
	);
	const pages = chapters.flatMap(({ blocks }, at) =>
		wordsOfBlocks(blocks) < mostWordsOfPage ? (texts[at] ?? []) : []
	);
	const lines = [...leftOut.map(({ text }) => text), ...pages];
	const ofChapters = texts.map((paragraphs) => doubted(machineNotice([], paragraphs)));
	return {
		machine: strongest([machineNotice(lines, texts.flat()), ...ofChapters]),
		translator: namedTranslator(lines, texts.flat())
	};
}

/** Returns the claims of a text that is taken of a book, which may say more of it. */
export function claimsOfPart(text: Imported, book: ClaimingBook): Claims {
	const [own, ofBook] = [claimsOfText(text), claimsOf(book)];
	return {
		machine: strongest([own.machine, ofBook.machine]),
		translator: own.translator ?? ofBook.translator
	};
}

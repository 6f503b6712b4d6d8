/** Makes the record of a book’s translation from the file that was read. */
import type { Book, Chapter } from '../book/book';
import { withoutRepeatedTitle } from '../book/repeatedTitle';
import { textChapters } from '../book/textChapters';
import type { Imported } from '../import/imported';
import type { LeftOut } from '../import/leftOut';
import type { Block } from '../text/article';
import { wordsOfBlocks } from '../text/wordsOfBlocks';
import { claimsOf } from '../translation/exchange/claims';
import type { BookPairing, PairingText } from './bookPairing';
import type { OwnBook } from './ownBook';

/** What is read of a file that may be the translation of a book. */
export interface TranslatedBook extends Pick<Book, 'metadata' | 'chapters'> {
	readonly leftOut: readonly LeftOut[];
}

export function newPairing(
	{ metadata, chapters, leftOut }: TranslatedBook,
	book: OwnBook,
	{ id, name, now }: { readonly id: string; readonly name: string; readonly now: string }
): { readonly pairing: BookPairing; readonly text: PairingText } {
	const withText = chapters.map(withoutPictures).filter(({ blocks }) => blocks.length > 0);
	const { machine, translator } = claimsOf({ chapters, leftOut });
	return {
		pairing: {
			...{ id, book: book.id, name, lang: metadata.lang },
			credit: {
				...{ translator: '', title: metadata.title ?? '', publication: '' },
				...{ date: '', rights: '' }
			},
			...(metadata.authors && { authors: metadata.authors }),
			translator,
			machine: machine && { ...machine, answer: null },
			articles: book.chapters.flatMap(({ article }) => article ?? []),
			chapters: withText.map(({ title, level, blocks }) => ({
				...{ title, level },
				words: wordsOfBlocks(blocks)
			})),
			pairs: [],
			...{ step: 'pairing', changedAt: now }
		},
		text: { id, chapters: withText.map(({ blocks }) => blocks) }
	};
}

/**
 * Leaves out pictures, which a translation does not keep, and a heading that only repeats the
 * chapter’s title, as it is left out of the original’s chapters.
 */
function withoutPictures(chapter: Chapter): Chapter {
	const blocks = chapter.blocks.flatMap((block): readonly Block[] => {
		if (block.kind !== 'caption') return [block];
		const { picture: _, ...caption } = block;
		return block.text === '' ? [] : [caption];
	});
	return { ...chapter, blocks: withoutRepeatedTitle({ ...chapter, blocks }).blocks };
}

/** Returns a single text as a book: its chapters begin at the headings that are the highest. */
export function bookOfText({ article, leftOut }: Imported): TranslatedBook {
	const { blocks, ...metadata } = article;
	return { metadata, chapters: textChapters(blocks), leftOut };
}

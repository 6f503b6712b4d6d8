/** Makes a work of a file that is a book: its chapters, pictures and cover are kept. */
import { basename } from 'node:path';
import type { Book, Chapter } from '../lib/core/book/book';
import { isSingleText } from '../lib/core/book/bookArticle';
import type { Lang } from '../lib/core/text/article';
import { block } from '../lib/core/text/block';
import { escapeInline, plain } from '../lib/core/text/inline';
import { identify } from '../lib/core/translation/identify';
import { knownArticle } from '../lib/core/translation/recognise';
import type { Translation } from '../lib/core/translation/unit';
import type { WorkToWrite } from '../lib/state/exchange/bookToWrite';
import { content } from './content';
import { rowsOf, translatedOf, type FileBook, type FileText } from './fileText';
import { idOf } from './originalText';

export function fileBook(book: Book, file: string, own: readonly Translation[]): FileBook {
	const named = book.chapters.find(({ title }) => title !== '');
	const only = isSingleText(book) ? named?.title : undefined;
	const title = book.metadata.title ?? only ?? basename(file);
	const metadata = { ...book.metadata, title };
	const translated = translatedOf(metadata.lang, own);
	return {
		kind: 'book',
		id: idOf(book.metadata.title ?? '', file),
		metadata,
		book,
		translatedTitle: translated?.title ?? null,
		texts: chapterTexts(book, own)
	};
}

export function bookWork(
	{ id, metadata, book, translatedTitle, texts }: FileBook,
	title: string | null
): WorkToWrite {
	return {
		id,
		metadata: title === null ? metadata : { ...metadata, title },
		...(translatedTitle !== null && title === null && { translatedTitle }),
		pictures: book.pictures,
		cover: book.cover,
		texts: texts.map(({ text }) => text)
	};
}

/** Returns the chapters; each is given the stored translation that knows its paragraphs. */
function chapterTexts({ metadata, chapters }: Book, own: readonly Translation[]): FileText[] {
	const stored = content();
	const known = stored.map((one) => knownArticle(one.id, one.translations, one.original));
	return chapters.map((chapter, at) => {
		const { blocks, recognition } = identify(chapter.blocks, known);
		const found = stored.find(({ id }) => id === recognition?.article)?.translations ?? [];
		const lang = chapter.lang ?? metadata.lang;
		const translations = [...own, ...found];
		const into = translatedOf(lang, translations);
		const mended = recognition ? blocks.map(({ block }) => block) : chapter.blocks;
		return {
			kind: 'text',
			id: `chapter ${at + 1}`,
			metadata: { ...metadata, lang, title: chapter.title },
			text: {
				lang,
				title: chapter.title,
				translated: into && translatedChapter(into, chapter, translations),
				rows: rowsOf(mended, into?.lang ?? '', translations),
				written: null,
				...(metadata.rights !== undefined && { rights: metadata.rights }),
				level: chapter.level
			}
		};
	});
}

/** A chapter’s title is translated where the same words are as a heading. */
function translatedChapter(
	{ lang, rights }: Translation['translated'],
	{ title, level }: Chapter,
	translations: readonly Translation[]
): { lang: Lang; title?: string; rights?: string } {
	const heading = block({ kind: 'heading', level: Math.min(6, level + 1) }, escapeInline(title));
	const [row] = title === '' ? [] : rowsOf([heading], lang, translations);
	const words = row?.shown.kind === 'translated' ? plain(row.shown.text.join(' ')) : '';
	return {
		lang,
		...(words !== '' && { title: words }),
		...(rights !== undefined && { rights })
	};
}

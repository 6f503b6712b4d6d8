/** Reads a text, a series of the site or a book of the reader’s, to be written to a file. */
import type { ArticlePlace } from '$lib/core/library/articlePlace';
import type { Dossier } from '$lib/core/dossier/dossier';
import { bookTranslation } from '$lib/core/library/bookTranslation';
import type { BookChapter, BookPicture, OwnBook } from '$lib/core/library/ownBook';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { ok, type Result } from '$lib/core/result';
import type { Lang } from '$lib/core/text/article';
import type { T } from '$lib/i18n';
import { uiLangs, type UiLang } from '$lib/i18n/langs';
import type { TextToWrite, WorkToWrite } from './bookToWrite';
import { seriesToWrite } from './seriesToWrite';
import { textToWrite, type FoundText, type TextEnvironment } from './textToWrite';

/** What is to be written. */
export type Exportable =
	| { readonly kind: 'text'; readonly id: string; readonly place: ArticlePlace }
	| { readonly kind: 'series' | 'book'; readonly id: string };

export interface WorkEnvironment extends TextEnvironment {
	/** Reads a dossier of the site, whose words are in these languages; null for none. */
	readonly dossier: (id: string, langs: readonly Lang[]) => Promise<Dossier | null>;
}

/** What reading a work needs besides its name. */
export interface WorkReading {
	readonly environment: WorkEnvironment;
	readonly ui: UiLang;
	readonly t: T;
	/** Ends the reading between two texts. */
	readonly signal?: AbortSignal;
	/** The share of the texts that is read. */
	readonly progress?: (done: number) => void;
}

interface FoundWork {
	readonly work: WorkToWrite;
	/** The pictures that it shows, without their bytes; the cover too. */
	readonly pictures: readonly BookPicture[];
}

type Found = Promise<Result<FoundWork | null, StoreFailure>>;

/** Returns null where there is no such work, or where `signal` has ended the reading. */
export function workToWrite(asked: Exportable, reading: WorkReading): Found {
	switch (asked.kind) {
		case 'text':
			return oneText(asked.id, asked.place, reading);
		case 'series':
			return series(asked.id, reading);
		case 'book':
			return book(asked.id, reading);
	}
}

async function oneText(id: string, place: ArticlePlace, reading: WorkReading): Found {
	const found = await textToWrite(id, place, reading.environment, reading.t);
	if (!found.ok || !found.value) return found.ok ? ok(null) : found;
	const { text, metadata, about } = found.value;
	const title = text.translated?.title;
	const pictures = await chapterPictures(about?.book?.id, text, reading);
	if (!pictures.ok) return pictures;
	return ok({
		work: { id, metadata, ...(title !== undefined && { translatedTitle: title }), texts: [text] },
		pictures: pictures.value
	});
}

/** Returns the pictures that a chapter shows: its book has what is said instead of each. */
async function chapterPictures(
	book: string | undefined,
	{ rows }: TextToWrite,
	{ environment }: WorkReading
): Promise<Result<readonly BookPicture[], StoreFailure>> {
	const shown = new Set(
		rows.flatMap(({ originals }) =>
			originals.flatMap((block) => (block.kind === 'caption' ? (block.picture ?? []) : []))
		)
	);
	if (book === undefined || shown.size === 0) return ok([]);
	const found = await (await environment.store()).book(book);
	return found.ok ? ok(found.value?.pictures.filter(({ name }) => shown.has(name)) ?? []) : found;
}

async function series(id: string, reading: WorkReading): Found {
	const dossier = await reading.environment.dossier(id, uiLangs);
	if (!dossier) return ok(null);
	const ids = dossier.articles.map((one) => one.id);
	const texts = await textsOf(ids, 'read', reading);
	if (!texts.ok || !texts.value) return texts.ok ? ok(null) : texts;
	// A text of the site that did not come would be missing without a word.
	const whole = texts.value.filter((text) => text !== null);
	if (whole.length < ids.length) return ok(null);
	return ok({ work: seriesToWrite(dossier, whole, reading.ui), pictures: [] });
}

async function book(id: string, reading: WorkReading): Found {
	const found = await (await reading.environment.store()).book(id);
	if (!found.ok || !found.value) return found.ok ? ok(null) : found;
	const { chapters, metadata, cover, pictures } = found.value;
	const ids = chapters.map(({ article }) => article);
	const texts = await textsOf(ids, 'own', reading);
	if (!texts.ok || !texts.value) return texts.ok ? ok(null) : texts;
	const into = intoOf(texts.value);
	const named = into === undefined ? null : bookTranslation(found.value, into);
	return ok({
		work: {
			...{ id, metadata, cover, texts: chaptersToWrite(found.value, texts.value) },
			...(named && { translatedTitle: named.title, translatedAuthors: named.authors })
		},
		pictures
	});
}

/** Returns the language that a book is translated into; undefined for none. */
const intoOf = (texts: readonly (FoundText | null)[]): Lang | undefined =>
	texts.find((found) => found?.text.translated)?.text.translated?.lang;

/** Returns the texts of a book, parts without text among them. All have one language beside theirs. */
function chaptersToWrite(
	{ chapters, metadata }: OwnBook,
	texts: readonly (FoundText | null)[]
): readonly TextToWrite[] {
	const into = intoOf(texts);
	return chapters.map(({ title, level }: BookChapter, at) => {
		const text = texts[at]?.text;
		const named = { title, level: Math.min(level, 2) };
		if (text) return { ...text, ...named };
		const translated = into === undefined ? null : { lang: into };
		return { lang: metadata.lang, translated, rows: [], written: null, ...named };
	});
}

/** Reads texts one after the other; null for one that is not there. Null where it was ended. */
async function textsOf(
	ids: readonly (string | null)[],
	place: ArticlePlace,
	{ environment, t, signal, progress }: WorkReading
): Promise<Result<readonly (FoundText | null)[] | null, StoreFailure>> {
	const texts: (FoundText | null)[] = [];
	for (const [at, id] of ids.entries()) {
		if (signal?.aborted) return ok(null);
		const found = id === null ? ok(null) : await textToWrite(id, place, environment, t);
		if (!found.ok) return found;
		texts.push(found.value);
		progress?.((at + 1) / ids.length);
	}
	return ok(texts);
}

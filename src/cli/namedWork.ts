/** Finds the texts of a book: stored articles by id, the articles of a series, files of the user’s. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { readDossiers, type MappedDossier } from '../lib/content/dossiers';
import { metadataOf } from '../lib/content/read';
import { fail, ok, type Result } from '../lib/core/result';
import type { Article } from '../lib/core/text/article';
import { identify } from '../lib/core/translation/identify';
import { knownArticle } from '../lib/core/translation/recognise';
import type { Translation } from '../lib/core/translation/unit';
import type { UiLang } from '../lib/i18n/langs';
import type { WorkToWrite } from '../lib/state/exchange/bookToWrite';
import { seriesToWrite } from '../lib/state/exchange/seriesToWrite';
import { bookWork, fileBook } from './bookWork';
import { bundled } from './checked';
import { content, filesIn } from './content';
import { asText, readFile } from './file';
import { textOf, type FileText, type FileWork } from './fileText';
import { named } from './named';
import { originalOf, originalsIn, sharedArticles } from './originals';
import { ofFile, originalText, type OriginalText } from './originalText';

export interface WorkAsked {
	readonly names: readonly string[];
	/** Files of translations. */
	readonly translations: readonly string[];
	/** Folders of originals. */
	readonly folders: readonly string[];
	readonly title: string | null;
	readonly ui: UiLang;
}

const seriesPrefix = 'dossier/';

export async function namedWork(asked: WorkAsked): Promise<Result<WorkToWrite, string>> {
	const own = asked.translations.length > 0 ? named(asked.translations) : ok([]);
	if (!own.ok) return own;
	const [only, ...others] = asked.names;
	const series = only !== undefined && others.length === 0 ? seriesOf(only) : null;
	if (series && !series.ok) return series;
	const names = series ? series.value.articles.map(({ id }) => id) : asked.names;
	const works: FileWork[] = [];
	for (const name of names) {
		const work = await fileWork(name, own.value, asked.folders);
		if (!work.ok) return work;
		works.push(work.value);
	}
	const found = works.flatMap((work) => (work.kind === 'book' ? work.texts : [work]));
	if (series) return ok(seriesToWrite(series.value, found, asked.ui));
	const [first, ...more] = works;
	if (!first) return fail('name a text');
	if (more.length > 0) return ok(collection(works, found, asked));
	return ok(first.kind === 'book' ? bookWork(first, asked.title) : articleWork(first, asked));
}

/** Returns the series that a name stands for; null where it names a text. */
function seriesOf(name: string): Result<MappedDossier, string> | null {
	const stored = content();
	const isArticle = stored.some(({ id }) => id === name) || existsSync(name);
	if (isArticle) return null;
	const all = readDossiers(
		filesIn('src/dossiers', '.json'),
		filesIn('src/maps', '.json'),
		stored.map(({ id }) => id)
	);
	const id = name.startsWith(seriesPrefix) ? name.slice(seriesPrefix.length) : name;
	const found = all.find((one) => one.id === id);
	if (found) return ok(found);
	return name.startsWith(seriesPrefix) ? fail(`${name}: no such series`) : null;
}

async function fileWork(
	name: string,
	own: readonly Translation[],
	folders: readonly string[]
): Promise<Result<FileWork, string>> {
	const stored = content().find(({ id }) => id === name);
	if (stored) {
		const translations = [...own, ...stored.translations];
		const original = stored.original ?? elsewhere(stored.translations, folders);
		return ok(textOf(name, original, stored.metadata, translations));
	}
	if (name.endsWith('.json')) return translationText(name, own, folders);
	if (name.endsWith('.md') || !existsSync(name)) {
		const read = await originalText(name);
		return read.ok ? ok(recognisedText(read.value, name, own)) : read;
	}
	const read = await readFile(name, {});
	if (!read.ok) return read;
	const { book } = read.value;
	return ok(
		book && (read.value.kind === 'book' || book.pictures.length > 0)
			? fileBook(book, name, own)
			: recognisedText(ofFile(asText(read.value).article, name), name, own)
	);
}

/** Gives a text the stored translation that knows its paragraphs. */
function recognisedText(
	{ id, article }: OriginalText,
	file: string,
	own: readonly Translation[]
): FileText {
	const known = content().map((one) => knownArticle(one.id, one.translations, one.original));
	const { blocks, recognition } = identify(article.blocks, known);
	const translations = content().find((one) => one.id === recognition?.article)?.translations ?? [];
	const mended = recognition ? blocks.map(({ block }) => block) : article.blocks;
	const title = article.title ?? basename(file);
	const metadata = { ...metadataOf(article), title };
	return textOf(id, { ...article, blocks: mended }, metadata, [...own, ...translations]);
}

/** Finds the original of a stored translation in the user’s folders, or in ../shared/articles. */
function elsewhere(
	translations: readonly Translation[],
	folders: readonly string[]
): Article | null {
	const [first] = translations;
	if (!first) return null;
	const files = [...folders, sharedArticles].flatMap(originalsIn);
	return originalOf(first, files)?.article ?? null;
}

/** Reads the text that a file of a translation is of. */
function translationText(
	name: string,
	own: readonly Translation[],
	folders: readonly string[]
): Result<FileText, string> {
	const read = named([name]);
	if (!read.ok) return read;
	const [translation] = read.value;
	if (!translation) return fail(`${name} has no translation`);
	const files = [...bundled(), ...[...folders, sharedArticles].flatMap(originalsIn)];
	const original = originalOf(translation, files)?.article ?? null;
	return ok(textOf(translation.article, original, translation.original, [...own, translation]));
}

function articleWork({ id, metadata, text }: FileText, { title }: WorkAsked): WorkToWrite {
	const translatedTitle = text.translated?.title;
	return {
		id,
		metadata: title === null ? metadata : { ...metadata, title },
		...(translatedTitle !== undefined && title === null && { translatedTitle }),
		texts: [text]
	};
}

/** Returns several texts as one book, called by the title that the user gave, else by theirs. */
function collection(
	works: readonly FileWork[],
	found: readonly FileText[],
	{ title }: WorkAsked
): WorkToWrite {
	const authors = [...new Set(found.flatMap(({ metadata }) => metadata.authors ?? []))];
	const rights = [...new Set(found.map(({ metadata }) => metadata.rights ?? ''))];
	const issued = found
		.flatMap(({ metadata }) => metadata.issued ?? [])
		.toSorted()
		.at(-1);
	const named = title ?? works.map(({ metadata }) => metadata.title ?? '').join(' · ');
	return {
		id: works.map(({ id }) => id).join('\n'),
		metadata: {
			lang: works[0]?.metadata.lang ?? '',
			title: named,
			...(authors.length > 0 && { authors }),
			...(issued !== undefined && { issued }),
			...(rights.length === 1 && rights[0] && { rights: rights[0] })
		},
		pictures: works.flatMap((work) => (work.kind === 'book' ? work.book.pictures : [])),
		texts: found.map(({ text, metadata }) => ({ ...text, authors: metadata.authors ?? [] }))
	};
}

import type { Book } from '$lib/core/book/book';
import { articleOf, isSingleText } from '$lib/core/book/bookArticle';
import type {
	AlignmentDraft,
	DraftSide,
	Link,
	MachineWords,
	TranslationCredit
} from '$lib/core/links/draft';
import type { Imported, Notice } from '$lib/core/import/imported';
import type { Article, Lang } from '$lib/core/text/article';
import type { LeftOut } from '$lib/core/import/leftOut';
import { fail, ok, type Result } from '$lib/core/result';
import { wordsOfBlocks } from '$lib/core/text/wordsOfBlocks';
import { otherSiteLang } from '$lib/core/text/languageTag';
import type { TitledSide } from '$lib/core/translation/exchange/arrival';
import { claimsOfPart, claimsOfText } from '$lib/core/translation/exchange/claims';
import { claimedWords } from '$lib/core/translation/exchange/machineNotice';
import type { ArrivalEnvironment, ChoosingFailure, Running } from './arrivalSteps';
import { noCredit } from './draftTranslation';

/** A translation as its file has it. */
export interface ReadTranslation {
	readonly target: DraftSide;
	readonly credit: Partial<TranslationCredit>;
	/** Empty where the file does not say which sentences translate which. */
	readonly links: readonly Link[];
	/** What the file says of machine translation; null if nothing. */
	readonly machine: MachineWords | null;
	/** Lines that the importer left out: they can be put back. */
	readonly leftOut: readonly LeftOut[];
	/** Texts of a translator’s tool’s file that are no part of the translation. */
	readonly unused: readonly string[];
	/** Warnings that the reader should see before trusting the text. */
	readonly notices: readonly Notice[];
	/** The translator as the file names them, to be suggested; null where it names nobody. */
	readonly translator: string | null;
}

/** A translation of which the text and the credit are known, the rest perhaps. */
export type NewTranslation = Pick<ReadTranslation, 'target' | 'credit'> & Partial<ReadTranslation>;

/** Reads a file as one of a translator’s tool, else as a text. `source`: the original, if it is here. */
export async function readTranslation(
	environment: Pick<ArrivalEnvironment, 'read' | 'exchange'>,
	{ name, file, source }: { name: string; file: Blob; source: TitledSide | null },
	running: Running
): Promise<Result<ReadTranslation, ChoosingFailure>> {
	try {
		const exchanged = source && (await environment.exchange(name, file, source, running));
		if (running.signal.aborted) return fail({ from: 'text', failure: { kind: 'aborted' } });
		if (exchanged?.ok) {
			const { leftOut: unused, ...rest } = exchanged.value;
			return ok({ ...rest, leftOut: [], unused, notices: [], translator: null });
		}
		if (exchanged) return fail({ from: 'exchange', failure: exchanged.failure });
	} catch (error) {
		// The module that reads such files did not load.
		return fail({ from: 'text', failure: { kind: 'broken', message: String(error) } });
	}
	// Text is read by the rules of the language expected, which the reader can change.
	const lang = otherSiteLang(source?.lang ?? '');
	const read = await environment.read(name, file, { ...running, lang });
	if (!read.ok) return fail({ from: 'text', failure: read.failure });
	if (!('book' in read.value)) return ok(translationIn(read.value, lang));
	const { book } = read.value;
	return isAsLong(book, source)
		? ok(translationIn(articleOf(book), lang, book))
		: fail({ from: 'book', book });
}

/** A book with more words than this times those of the original holds more than its translation. */
const longerTimes = 2;

/** Returns whether a whole book may be the translation of a text, by its length. */
function isAsLong(book: Book, source: TitledSide | null): boolean {
	if (isSingleText(book) || !source) return true;
	const words = book.chapters.reduce((sum, { blocks }) => sum + wordsOfBlocks(blocks), 0);
	return words <= longerTimes * wordsOfBlocks(source.blocks);
}

/**
 * Returns a text as a translation into `lang`.
 * @param book the book that it is taken of: its other pages may say who made the translation
 */
export function translationIn(text: Imported, lang: Lang, book?: Book): ReadTranslation {
	const { article, leftOut, notices } = text;
	const { machine, translator } = book ? claimsOfPart(text, book) : claimsOfText(text);
	return {
		target: { lang, blocks: article.blocks },
		credit: { title: article.title ?? '' },
		links: [],
		machine: claimedWords(article.blocks, machine),
		leftOut,
		unused: [],
		notices,
		translator
	};
}

/** Returns a text of the library as a translation, with its metadata. */
export function ofLibrary(article: Article): NewTranslation {
	const { lang, blocks, title = '', publication = '', issued = '', rights = '' } = article;
	const { machine, translator } = claimsOfText({ article, leftOut: [] });
	return {
		target: { lang, blocks },
		credit: { title, publication, date: issued, rights },
		machine: claimedWords(blocks, machine),
		translator
	};
}

/** Makes the draft of a translation that has been read. */
export function newDraft(
	{ target, credit, links = [], machine, leftOut = [], unused = [] }: NewTranslation,
	about: Pick<AlignmentDraft, 'id' | 'article' | 'source' | 'base' | 'changedAt'>
): AlignmentDraft {
	return {
		...{ ...about, target, links },
		credit: { ...noCredit, ...credit },
		...(machine && { machine }),
		...(leftOut.length > 0 && { leftOut }),
		...(unused.length > 0 && { unused })
	};
}

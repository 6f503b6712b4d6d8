/**
 * Makes a book to be written to a file out of texts with their rows: adds whose work each
 * translation is, credits and the words of the interface. Imports are relative, since the shell uses
 * it too and knows no aliases.
 */
import type { BookMetadata, Picture } from '../../core/book/book';
import type {
	BilingualBook,
	BilingualChapter,
	BookRow,
	BookWords,
	BothSides
} from '../../core/book/write/bilingualBook';
import type { Lang, Written } from '../../core/text/article';
import { oneLine } from '../../core/text/line';
import type { Row, Shown } from '../../core/translation/row';
import { lastDate } from '../../core/translation/unit';
import type { T } from '../../i18n';
import { formatIssued } from '../../i18n/date';
import type { UiLang } from '../../i18n/langs';
import { languageName } from '../../i18n/languageName';
import { byline } from '../reading/byline';
import { byTranslator } from '../reading/byTranslator';
import { inSentence } from '../reading/phrases';
import { isBare, untranslated } from '../reading/untranslated';
import { writtenBy } from '../reading/written';

/** A text with what stands beside it: an article, or a chapter. */
export interface TextToWrite {
	readonly lang: Lang;
	readonly title: string;
	readonly translated: {
		readonly lang: Lang;
		readonly title?: string;
		readonly rights?: string;
	} | null;
	readonly rows: readonly Row[];
	/** The rights of the original, as stated. */
	readonly rights?: string;
	/** Who wrote the original; null where a person did, or where nobody knows. */
	readonly written: Written | null;
	/** 1, or 2 for a chapter in a part. */
	readonly level?: number;
	readonly about?: BothSides;
	/** The text’s own authors, where it is one of several. */
	readonly authors?: readonly string[];
}

/** The work that texts make up: a series, a book, or one article alone. */
export interface WorkToWrite {
	/** What it was made from, and stays the same when it is made again. */
	readonly id: string;
	readonly metadata: BookMetadata;
	readonly translatedTitle?: string;
	/** The authors as the translation writes them, where it does otherwise. */
	readonly translatedAuthors?: readonly string[];
	readonly about?: BothSides;
	/** Lines for the title page besides those about the texts. */
	readonly credits?: readonly string[];
	readonly pictures?: readonly Picture[];
	readonly cover?: string | null;
	readonly texts: readonly TextToWrite[];
}

export function bookToWrite(work: WorkToWrite, ui: UiLang, t: T): BilingualBook {
	const { id, metadata, texts, translatedTitle, translatedAuthors, about = null } = work;
	const translatedTexts = texts.filter(hasTranslation);
	const bare = translatedTexts.length === 0;
	const langs = langsOf(metadata.lang, translatedTexts);
	const originalRights = stated(originalRightsOf(work)).join('; ');
	const rights = translatedRightsOf(translatedTexts);
	return {
		id,
		langs,
		original: originalRights === '' ? metadata : { ...metadata, rights: originalRights },
		translated: bare
			? null
			: {
					lang: langs.translation,
					translators: translatorsOf(texts),
					...(translatedTitle !== undefined && { title: translatedTitle }),
					...(translatedAuthors?.length && { authors: translatedAuthors }),
					...(rights !== undefined && { rights })
				},
		modified: modifiedOf(work),
		chapters: texts.map((text) => chapterOf(text, bare, t)),
		pictures: work.pictures ?? [],
		cover: work.cover ?? null,
		about,
		credits: {
			lines: creditLines(work, bare, ui, t),
			ownUse: mayBePassedOn(work) ? null : t('incoming.exchange.file.ownUse')
		},
		words: wordsOf(bare, ui, t)
	};
}

const hasTranslation = ({ rows }: TextToWrite): boolean =>
	rows.some(({ shown }) => isTranslated(shown));

const hasOriginal = ({ rows }: TextToWrite): boolean =>
	rows.some(({ originals }) => originals.length > 0);

/**
 * Returns the languages of a work: its own, and the other that its translations are in. A series may
 * have all of its translations in its own language: the other is then that of its originals.
 * @param texts those with a translation
 */
const langsOf = (lang: Lang, texts: readonly TextToWrite[]): BothSides => {
	const into = texts.flatMap(({ translated }) => translated?.lang ?? []);
	const all = [...into, ...texts.map((text) => text.lang)];
	return { original: lang, translation: all.find((one) => one !== lang) ?? lang };
};

/**
 * Returns the rights of the whole and of every original in it; undefined for one without. Texts that
 * the reader put together are no work of their own: only their own rights count.
 */
function originalRightsOf({ metadata, texts }: WorkToWrite): readonly (string | undefined)[] {
	const ofTexts = texts.filter(hasOriginal).map(({ rights }) => rights);
	const { rights } = metadata;
	return rights === undefined && ofTexts.length > 0 ? ofTexts : [rights, ...ofTexts];
}

/** Returns the rights of the translations where all state the same. */
function translatedRightsOf(texts: readonly TextToWrite[]): string | undefined {
	const [rights, ...others] = new Set(texts.map(({ translated }) => translated?.rights));
	return others.length === 0 ? rights : undefined;
}

/** Returns each line once. */
const stated = (lines: readonly (string | undefined)[]): readonly string[] => [
	...new Set(lines.flatMap((line = '') => (line === '' ? [] : [line])))
];

/** Whether a licence lets a reader pass the text on: Creative Commons, or no rights at all. */
const mayBeShared = (rights: string | undefined): boolean =>
	rights !== undefined && /^(?:CC\b|CC0|public domain)/i.test(rights);

/**
 * Whether a reader may pass on the whole: every original, and every translation by another person. A
 * reader’s own translation is theirs, and a draft’s or a machine’s has no author to ask.
 */
const mayBePassedOn = (work: WorkToWrite): boolean =>
	originalRightsOf(work).every(mayBeShared) &&
	shownIn(work.texts).every(
		({ by, own, rights }) => own || by.origin !== 'human' || mayBeShared(rights)
	);

const isTranslated = (shown: Shown): shown is Extract<Shown, { kind: 'translated' }> =>
	shown.kind === 'translated';

const shownIn = (texts: readonly TextToWrite[]) =>
	texts.flatMap(({ rows }) => rows.map(({ shown }) => shown).filter(isTranslated));

/** Returns the persons who translated or corrected, each once. */
const translatorsOf = (texts: readonly TextToWrite[]): readonly string[] => [
	...new Set(
		shownIn(texts).flatMap(({ by, correction }) => [
			...(by.origin === 'human' && by.name !== '' ? [by.name] : []),
			...(correction ? [correction.by] : [])
		])
	)
];

/** The date of a book that nothing dates. */
const undated = '2000-01-01';

/** Returns the last date that the work or a translation carries, so that equal books are equal files. */
const modifiedOf = ({ metadata, texts }: WorkToWrite): string =>
	[
		metadata.issued?.split('/').at(-1) ?? '',
		...shownIn(texts).flatMap(({ by, correction, review }) => [
			lastDate(by),
			correction?.date ?? '',
			review?.date ?? ''
		])
	]
		.filter((date) => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date))
		.reduce((last, date) => (date > last ? date : last), '') || undated;

function chapterOf(text: TextToWrite, bare: boolean, t: T): BilingualChapter {
	const { lang, title, translated, level = 1, about = null, authors = [], written } = text;
	const langs = { original: lang, translation: translated?.lang ?? lang };
	const wrote = written && writtenBy(written, t);
	return {
		langs,
		langNames: namesOf(langs, t),
		title: {
			original: oneLine(title),
			translation: bare ? '' : oneLine(translated?.title ?? '')
		},
		level,
		about,
		authors: authors.join(', '),
		lines: [
			wrote ? wrote.lead + wrote.rest : '',
			// Its paragraphs do not say it again.
			!bare && isBare(text.rows) ? t('incoming.exchange.file.untranslated') : ''
		].filter((line) => line !== ''),
		rows: rowsOf(text, t)
	};
}

/** Returns the rows with what is said of each: footnotes last, the introduction first. */
function rowsOf({ rows }: TextToWrite, t: T): readonly BookRow[] {
	const ordered = rows.toSorted((a, b) => placeOf(a) - placeOf(b));
	const bylineOf = byTranslator((shown) => {
		const { lead, rest } = byline(shown, t);
		return lead + rest;
	});
	const missing = untranslated(ordered, t);
	return ordered.map((row, at) => {
		if (!isTranslated(row.shown)) return { row, said: missing[at]?.text ?? '' };
		const said = bylineOf(row.shown);
		return { row, said: row.passage ? `${t('reading.row.passage')} · ${said}` : said };
	});
}

const placeOf = ({ shape: { kind } }: Row): number =>
	kind === 'standfirst' ? 0 : kind === 'footnote' ? 2 : 1;

function creditLines(work: WorkToWrite, bare: boolean, ui: UiLang, t: T): readonly string[] {
	const { metadata, texts, credits = [] } = work;
	const { publication, issued, address } = metadata;
	const source = [publication, issued && formatIssued(issued, ui)]
		.filter((part) => part)
		.join(', ');
	const translationRights = stated([
		...texts.map(({ translated }) => translated?.rights),
		...shownIn(texts).map(({ rights }) => rights)
	]);
	return [
		...[source, address ?? ''],
		...(bare ? [] : translationLines(texts, t)),
		...stated(originalRightsOf(work)).map((rights) =>
			t('incoming.exchange.file.rights.original', { rights })
		),
		...translationRights.map((rights) =>
			t('incoming.exchange.file.rights.translation', { rights })
		),
		...credits
	].filter((line, at, all) => line !== '' && all.indexOf(line) === at);
}

/** Returns “English translation: AI draft by …, not reviewed”, one for each language. */
function translationLines(texts: readonly TextToWrite[], t: T): readonly string[] {
	const bylineOf = byTranslator((shown) => byline(shown, t));
	const byLang = new Map<Lang, Set<string>>();
	for (const { rows, translated } of texts)
		for (const { shown } of rows) {
			if (!translated || !isTranslated(shown)) continue;
			const { lead, rest } = bylineOf(shown);
			const said = byLang.get(translated.lang) ?? new Set();
			byLang.set(translated.lang, said.add(lead + rest));
		}
	return [...byLang].map(([lang, said]) =>
		t('dossier.translation', { lang: inSentence(lang, t), by: [...said].join('; ') })
	);
}

const wordsOf = (bare: boolean, ui: UiLang, t: T): BookWords => ({
	lang: ui,
	contents: t('reading.panel.contents'),
	cover: t('incoming.exchange.file.cover'),
	notes: t('reading.notes.heading'),
	back: t('reading.notes.back'),
	translation: t('reading.view.translation'),
	translatorsNote: t('reading.row.note'),
	stale: t('reading.row.stale'),
	accessibility: t(`incoming.exchange.file.accessibility.${bare ? 'one' : 'both'}`),
	untitled: t('reading.head.untitled')
});

const namesOf = ({ original, translation }: BothSides, t: T): BothSides => ({
	original: languageName(original, t),
	translation: languageName(translation, t)
});

/**
 * The reading page as data: its rows and all its other words, in the interface's language. It is
 * made when the site is built, or in the browser once the reader has something of their own. The
 * page can then be shown without i18next and Dexie.
 */
import type { Metadata, Work, Written } from '$lib/core/text/article';
import { bindDates } from '$lib/core/text/bindDates';
import type { Row } from '$lib/core/translation/row';
import { pageOrder, pageRowIds, partOfPage } from '$lib/core/translation/pageOrder';
import { isUntranslated } from '$lib/core/translation/untranslated';
import { coverage } from '$lib/core/translation/coverage';
import { trustLevels, type TrustLevel } from '$lib/core/translation/trust';
import { countWords, readingMinutes } from '$lib/core/text/words';
import { plain } from '$lib/core/text/inline';
import type { T, UiLang } from '$lib/i18n';
import { formatIssued } from '$lib/i18n/date';
import { languageName } from '$lib/i18n/languageName';
import { readingTime } from '$lib/i18n/readingTime';
import { bookHref } from '../bookHref';
import { byline, mark, type Byline, type Mark } from './byline';
import { byTranslator } from './byTranslator';
import { withNames, type NamedBook, type PageBook } from './pageBook';
import { phrases, type Phrases } from './phrases';
import { names, readWork, type ReadWork } from './readWork';
import { parsed, shownTitle, titleSize, type Parsed, type TitleSize } from './shownText';
import { writtenBy } from './written';
import { isBare, untranslated, type Untranslated } from './untranslated';

export interface PageInput {
	readonly id: string;
	/** The route of this article: `read` for the site's, `own` for the reader's. */
	readonly place: 'read' | 'own';
	readonly original: Metadata;
	/** `rights`: those of the stored translation; the page credits a reader’s own by itself. */
	readonly translated: {
		readonly lang: string;
		readonly title?: string;
		readonly rights?: string;
	};
	readonly rows: readonly Row[];
	/** Number of words, where it is known: counting those of a novel takes long. */
	readonly words?: number | undefined;
	/** The work that the article is about; null for none. */
	readonly reads: Work | null;
	/** Who wrote the original; null where a person did, or where nobody knows. */
	readonly written: Written | null;
	readonly originalMissing: boolean;
	/** Whether a stored translation of this article exists: own words can be given up for it. */
	readonly stored: boolean;
	/** The next text of the series that this one is in. */
	readonly next?: NextText | null;
	/** The book that it is a chapter of; null or absent for none. */
	readonly book?: PageBook | null;
}

/** A text to read after this one. */
interface NextText {
	readonly id: string;
	readonly title: string;
	readonly lang: string;
	/** The series, in the interface’s language. */
	readonly series: string;
}

export interface PageRow {
	readonly row: Row;
	/** Unique in the page, even where the same paragraph occurs twice. */
	readonly id: string;
	/** Shown at the first row of a run with the same origin. */
	readonly by: Byline | null;
	/** Says at the first row that no person wrote the original. */
	readonly wrote?: Byline;
	/** The origin and the review state in one word each. */
	readonly mark: Mark | null;
	/** What the row says of having no translation; absent where it has one, or no words. */
	readonly untranslated?: Untranslated;
	/** The inline Markdown of both sides, parsed, so that the page needs no parser. */
	readonly inline: {
		readonly original: readonly Parsed[];
		readonly translation: readonly Parsed[];
	};
}

export interface ReadingPage {
	readonly id: string;
	readonly ui: UiLang;
	readonly place: 'read' | 'own';
	readonly langs: { readonly original: string; readonly translation: string };
	readonly title: string | null;
	readonly translatedTitle: string | null;
	readonly authors: string;
	readonly source: string;
	readonly address: string | null;
	readonly reads: ReadWork | null;
	/** What the translation may be used for, as stated; null where nothing is. */
	readonly rights: string | null;
	/** Says that no person wrote the original. */
	readonly wrote: Byline | null;
	readonly titleSize: TitleSize;
	readonly kicker: string;
	/** How long the article takes to read. */
	readonly minutes: number;
	readonly description: string;
	readonly originalMissing: boolean;
	readonly stored: boolean;
	readonly next: (NextText & { readonly said: string }) | null;
	readonly book: NamedBook | null;
	/** Where the bar leads back to; a book’s title has a language of its own. */
	readonly back: { readonly href: string; readonly said: string; readonly lang?: string };
	readonly standfirst: readonly PageRow[];
	readonly body: readonly PageRow[];
	readonly notes: readonly PageRow[];
	/** Whether a paragraph has no translation. */
	readonly incomplete: boolean;
	/** Where no paragraph has a translation the id of the first with words; else null. */
	readonly bare: string | null;
	readonly coverage: {
		readonly parts: readonly {
			readonly name: TrustLevel;
			readonly count: number;
			readonly text: string;
		}[];
		readonly label: string;
	};
	readonly phrases: Phrases;
}

export function readingPage(reading: PageInput, ui: UiLang, t: T): ReadingPage {
	const { original, translated } = reading;
	const book = reading.book ? withNames(reading.book, t) : null;
	const wrote = reading.written && writtenBy(reading.written, t);
	const rows = saying(wrote, withMarks(pageOrder(reading.rows), t));
	const answering = reading.rows.filter(({ passage }) => !passage);
	const words = reading.words ?? countWords(answering.map(textOf).join('\n'));
	const minutes = readingMinutes(words);
	const issued = original.issued ? bindDates(formatIssued(original.issued, ui)) : null;
	return {
		id: reading.id,
		ui,
		place: reading.place,
		langs: { original: original.lang, translation: translated.lang },
		title: shownTitle(original.title),
		translatedTitle: shownTitle(translated.title),
		titleSize: titleSize(original.title, translated.title),
		authors: names(original.authors, ui),
		source: [original.publication, issued].filter((part) => part).join(', '),
		address: original.address ?? null,
		reads: reading.reads && readWork(reading.reads, ui),
		rights: translated.rights ? t('reading.rights', { rights: translated.rights }) : null,
		wrote,
		kicker: [languageName(original.lang, t), issued, readingTime(minutes, t)]
			.filter((part) => part)
			.join(' · '),
		minutes,
		description: description(reading),
		originalMissing: reading.originalMissing,
		stored: reading.stored,
		next: reading.next
			? { ...reading.next, said: t('reading.place.next', { series: reading.next.series }) }
			: null,
		book,
		back: back(book, ui, t),
		standfirst: rows.filter(({ row }) => partOfPage(row) === 0),
		body: rows.filter(({ row }) => partOfPage(row) === 1),
		notes: rows.filter(({ row }) => partOfPage(row) === 2),
		incomplete: rows.some((row) => row.untranslated !== undefined),
		bare: isBare(answering) ? (rows.find(isBareParagraph)?.id ?? null) : null,
		coverage: covered(answering, t),
		phrases: phrases(t, original.lang, translated.lang, book?.chapters[book.here]?.name.text)
	};
}

function back(book: PageBook | null, ui: UiLang, t: T): ReadingPage['back'] {
	if (!book) return { href: `/${ui}/`, said: t('app.nav.library') };
	const href = bookHref(book.id, ui);
	return book.title === null
		? { href, said: t('reading.book.toBook') }
		: { href, said: book.title, lang: book.lang };
}

/** Adds `wrote` to the first row that is not a heading. */
function saying(wrote: Byline | null, rows: readonly PageRow[]): readonly PageRow[] {
	const first = rows.find(({ row: { shape } }) => shape.kind !== 'heading');
	return wrote ? rows.map((row) => (row === first ? { ...row, wrote } : row)) : rows;
}

/** Returns the text whose length is measured: the original, else the translation. */
function textOf({ originals, shown }: Row): string {
	if (originals.length > 0) return originals.map(({ text }) => plain(text)).join('\n');
	return shown.kind === 'translated' ? shown.text.map(plain).join('\n') : '';
}

function description({ rows }: PageInput): string {
	const first = rows.find(
		({ shape, passage }) => !passage && (shape.kind === 'standfirst' || shape.kind === 'paragraph')
	);
	const text = first ? textOf(first) : '';
	return text.length > 160 ? `${text.slice(0, 159).replace(/\s+\S*$/, '')}…` : text;
}

const isBareParagraph = ({ row }: PageRow): boolean =>
	row.shape.kind !== 'heading' && isUntranslated(row);

function withMarks(rows: readonly Row[], t: T): PageRow[] {
	const ids = pageRowIds(rows);
	const bylineOf = byTranslator((shown) => byline(shown, t));
	const markOf = byTranslator((shown) => mark(shown, t));
	let run = '';
	const missing = untranslated(rows, t);
	return rows.map((row, at) => {
		const by = row.shown.kind === 'translated' ? bylineOf(row.shown) : null;
		const id = ids[at] ?? row.id;
		if (row.passage) {
			run = '';
			return passageRow(row, id, rows[at - 1]?.passage ? null : by, t);
		}
		const said = by ? by.lead + by.rest : '';
		// A heading shows no byline: the run continues, or its byline is shown at the next row.
		const silent = row.shape.kind === 'heading';
		const begins = by !== null && !silent && said !== run;
		if (!silent) run = said;
		return {
			row,
			id,
			by: begins ? by : null,
			mark: row.shown.kind === 'translated' ? markOf(row.shown) : null,
			...(missing[at] && { untranslated: missing[at] }),
			inline: inlineOf(row)
		};
	});
}

const inlineOf = ({ originals, shown }: Row): PageRow['inline'] => ({
	original: originals.map(({ text }) => parsed(text)),
	translation: shown.kind === 'translated' ? shown.text.map(parsed) : []
});

/**
 * Returns a row of text that the translation alone has. It says so at the first of a run; there is
 * no paragraph that something could be done to.
 */
const passageRow = (row: Row, id: string, by: Byline | null, t: T): PageRow => ({
	row,
	id,
	by: by && { lead: t('reading.row.passage'), rest: ` · ${by.lead}${by.rest}` },
	mark: null,
	inline: inlineOf(row)
});

function covered(rows: readonly Row[], t: T): ReadingPage['coverage'] {
	const counts = coverage(rows);
	const parts = trustLevels
		.map((name) => ({
			name,
			count: counts[name],
			text: t(`reading.coverage.${name}`, { count: counts[name] })
		}))
		.filter(({ count }) => count > 0);
	const [only, ...more] = parts;
	return {
		// All of one kind needs no numbers.
		parts:
			only && more.length === 0
				? [{ ...only, text: t(`library.coverage.all.${only.name}`) }]
				: parts,
		label: t('reading.coverage.label', {
			count: counts.total,
			parts: parts.map(({ text }) => text).join(', ')
		})
	};
}

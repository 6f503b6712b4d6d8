/**
 * The reading page as data: rows, and every word that stands around them, finished in the
 * interface's language. It is made when the site is built, or in the browser once the reader has
 * something of their own; the page itself then needs neither i18next nor Dexie to be shown.
 */
import type { Metadata, Work } from '$lib/core/text/article';
import type { Row, Shown } from '$lib/core/translation/row';
import { coverage } from '$lib/core/translation/coverage';
import { standings, type Standing } from '$lib/core/translation/standing';
import { countWords, readingMinutes } from '$lib/core/text/words';
import { parseInline, plain, type Inline } from '$lib/core/text/inline';
import type { T, UiLang } from '$lib/i18n';
import { formatIssued } from '$lib/i18n/date';
import { phrases, type Phrases } from './phrases';

export interface Reading {
	readonly id: string;
	/** Where the page of this article stands, without language and view. */
	readonly place: 'read' | 'own';
	readonly original: Metadata;
	readonly translated: { readonly lang: string; readonly title?: string };
	readonly rows: readonly Row[];
	/** The work that the article is a reading of, where it is one. */
	readonly reads: Work | null;
	readonly originalMissing: boolean;
	/** Whether a stored translation of this article exists: own words can be given up for it. */
	readonly stored: boolean;
}

/** Whose words, in full: `lead` is set apart, `rest` follows. */
export interface By {
	readonly lead: string;
	readonly rest: string;
}

export interface PageRow {
	readonly row: Row;
	/** Unique in the page, also where a paragraph stands twice. */
	readonly id: string;
	/** Said where a run of rows of one origin begins. */
	readonly by: By | null;
	/** Whose words, in a word, and the review in another. */
	readonly mark: { readonly origin: string; readonly review: string } | null;
	/** The texts of both sides read as inline Markdown, where they have any marks: a page shows them
	 *  without the parser. */
	readonly inline: {
		readonly original: readonly Parsed[];
		readonly translation: readonly Parsed[];
	};
}

/** Null for a text without marks, which stands as it is. */
export type Parsed = readonly Inline[] | null;

/** The work that is read, as a page names it; empty where nothing is known. */
export interface ReadWork {
	readonly authors: string;
	readonly title: string;
	/** Publication and date. */
	readonly from: string;
	readonly address: string | null;
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
	readonly kicker: string;
	readonly description: string;
	readonly originalMissing: boolean;
	readonly stored: boolean;
	readonly standfirst: readonly PageRow[];
	readonly body: readonly PageRow[];
	readonly notes: readonly PageRow[];
	/** Whether a paragraph has no translation. */
	readonly incomplete: boolean;
	readonly coverage: {
		readonly parts: readonly {
			readonly name: Standing;
			readonly count: number;
			readonly text: string;
		}[];
		readonly label: string;
	};
	readonly phrases: Phrases;
}

export function readingPage(reading: Reading, ui: UiLang, t: T): ReadingPage {
	const { original, translated } = reading;
	const rows = withMarks(inPageOrder(reading.rows), t);
	const words = countWords(reading.rows.map(textOf).join('\n'));
	const issued = original.issued ? formatIssued(original.issued, ui) : null;
	return {
		id: reading.id,
		ui,
		place: reading.place,
		langs: { original: original.lang, translation: translated.lang },
		title: original.title ?? null,
		translatedTitle: translated.title ?? null,
		authors: names(original.authors, ui),
		source: [original.publication, issued].filter((part) => part).join(', '),
		address: original.address ?? null,
		reads: reading.reads && readWork(reading.reads, ui),
		kicker: [
			languageName(original.lang, t),
			issued,
			t('app.minutes', { count: readingMinutes(words) })
		]
			.filter((part) => part)
			.join(' · '),
		description: description(reading),
		originalMissing: reading.originalMissing,
		stored: reading.stored,
		standfirst: rows.filter(({ row }) => place(row) === 0),
		body: rows.filter(({ row }) => place(row) === 1),
		notes: rows.filter(({ row }) => place(row) === 2),
		incomplete: rows.some(({ row }) => row.shown.kind === 'missing'),
		coverage: covered(reading.rows, t),
		phrases: phrases(t, original.lang, translated.lang)
	};
}

const names = (authors: readonly string[] | undefined, ui: UiLang): string =>
	new Intl.ListFormat(ui, { type: 'unit' }).format(authors ?? []);

export const readWork = (
	{ title, authors, publication, issued, address }: Work,
	ui: UiLang
): ReadWork => ({
	authors: names(authors, ui),
	title,
	from: [publication, issued && formatIssued(issued, ui)].filter((part) => part).join(', '),
	address: address ?? null
});

export const languageName = (lang: string, t: T): string =>
	lang === 'sv' || lang === 'en' ? t(`app.lang.${lang}`) : t('app.lang.other');

/** The words by which length is told: the original’s, else the translation’s. */
function textOf({ originals, shown }: Row): string {
	if (originals.length > 0) return originals.map(({ text }) => plain(text)).join('\n');
	return shown.kind === 'translated' ? shown.text.map(plain).join('\n') : '';
}

function description({ rows }: Reading): string {
	const first = rows.find(({ shape }) => shape.kind === 'standfirst' || shape.kind === 'paragraph');
	const text = first ? textOf(first) : '';
	return text.length > 160 ? `${text.slice(0, 159).replace(/\s+\S*$/, '')}…` : text;
}

const place = ({ shape: { kind } }: Row): number =>
	kind === 'standfirst' ? 0 : kind === 'footnote' ? 2 : 1;

/** The standfirst stands in the head, the footnotes at the end, wherever the text has them. */
const inPageOrder = (rows: readonly Row[]): readonly Row[] =>
	rows.toSorted((a, b) => place(a) - place(b));

function withMarks(rows: readonly Row[], t: T): PageRow[] {
	const seen = new Map<string, number>();
	let run = '';
	return rows.map((row) => {
		const nth = (seen.get(row.id) ?? 0) + 1;
		seen.set(row.id, nth);
		const by = row.shown.kind === 'translated' ? byline(row.shown, t) : null;
		const said = by ? by.lead + by.rest : '';
		// Headings carry no label of their own: the run goes on, or begins below them.
		const silent = row.shape.kind === 'heading';
		const begins = by !== null && !silent && said !== run;
		if (!silent) run = said;
		return {
			row,
			id: nth === 1 ? row.id : `${row.id}-${nth}`,
			by: begins ? by : null,
			mark: mark(row.shown, t),
			inline: {
				original: row.originals.map(({ text }) => parsed(text)),
				translation: row.shown.kind === 'translated' ? row.shown.text.map(parsed) : []
			}
		};
	});
}

const parsed = (text: string): Parsed => (/[*_\\[<]/.test(text) ? parseInline(text) : null);

export function byline(shown: Shown & { kind: 'translated' }, t: T): By {
	const { by, review } = shown;
	const reviewed = review
		? t('reading.by.reviewed', { name: review.by })
		: t('reading.by.notReviewed');
	switch (by.origin) {
		case 'human':
			return {
				lead: shown.own
					? t('reading.by.own', { name: by.name })
					: t('reading.by.human', { name: by.name }),
				rest: review ? `, ${reviewed}` : ''
			};
		case 'ai':
			return {
				lead: t('reading.by.ai'),
				rest: `${t('reading.by.aiName', { name: by.name })}, ${reviewed}`
			};
		case 'machine':
			return {
				lead: t('reading.by.machine'),
				rest: `${t('reading.by.machineName', { name: by.model ?? by.name })}, ${reviewed}`
			};
	}
}

function mark(shown: Shown, t: T): PageRow['mark'] {
	if (shown.kind === 'missing') return null;
	return {
		origin: t(`app.origin.${shown.by.origin}`),
		review: shown.review
			? t('reading.mark.reviewed')
			: shown.by.origin === 'human'
				? ''
				: t('reading.mark.notReviewed')
	};
}

function covered(rows: readonly Row[], t: T): ReadingPage['coverage'] {
	const counts = coverage(rows);
	const parts = standings
		.map((name) => ({
			name,
			count: counts[name],
			text: t(`reading.coverage.${name}`, { count: counts[name] })
		}))
		.filter(({ count }) => count > 0);
	return {
		parts,
		label: t('reading.coverage.label', {
			count: rows.length,
			parts: parts.map(({ text }) => text).join(', ')
		})
	};
}

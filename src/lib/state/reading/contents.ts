/** The contents of an article, for the panel that lists them. Loaded when it is opened. */
import { plain } from '$lib/core/text/inline';
import { hasWords } from '$lib/core/text/words';
import type { Row } from '$lib/core/translation/row';
import type { PageRow, ReadingPage } from './page';

/** A place in the article that the contents lead to. */
export interface ContentsEntry {
	/** Id of the row. */
	readonly id: string;
	/** 1 for the highest level that the article has. */
	readonly level: number;
	/** Empty where the article’s original is missing. */
	readonly original: string;
	/** Empty where there is no translation. */
	readonly translation: string;
}

interface Contents {
	readonly entries: readonly ContentsEntry[];
	/** Whether the entries are the article’s own headings, or paragraphs in their stead. */
	readonly headings: boolean;
}

/** How many paragraphs are listed of an article without headings, and how much of each. */
const stops = 12;
const stopChars = 70;

/** Returns an article’s headings in order; without any, some paragraphs evenly spaced. */
export function contentsOf(page: Pick<ReadingPage, 'body'>): Contents {
	const body = page.body.filter(({ row }) => isListed(row));
	const headings = body.filter(({ row }) => row.shape.kind === 'heading');
	if (headings.length > 0) {
		const highest = Math.min(...headings.map(levelOf));
		return {
			headings: true,
			entries: headings.map((item) => entry(item, levelOf(item) - highest + 1))
		};
	}
	const step = Math.max(1, Math.ceil(body.length / stops));
	return {
		headings: false,
		entries: body
			.filter((_, at) => at % step === 0)
			.map((item) => {
				const { id, level, original, translation } = entry(item, 1);
				return { id, level, original: begun(original), translation: begun(translation) };
			})
	};
}

/** A scene break, or a picture without a caption, says nothing in a list. */
const isListed = ({ originals }: Row): boolean =>
	originals.length === 0 || originals.some(({ text }) => hasWords(text));

const levelOf = ({ row: { shape } }: PageRow): number =>
	shape.kind === 'heading' ? shape.level : 0;

const entry = ({ id, row: { originals, shown } }: PageRow, level: number): ContentsEntry => ({
	id,
	level,
	original: originals.map(({ text }) => plain(text)).join(' '),
	translation: shown.kind === 'translated' ? shown.text.map(plain).join(' ') : ''
});

const begun = (text: string): string =>
	text.length > stopChars ? `${text.slice(0, stopChars).replace(/\s+\S*$/, '')} …` : text;

/**
 * Returns the entry that a row belongs to: the last one at or before it. Null before the first.
 * @param ids ids of all rows in order
 */
export function entryAt(
	entries: readonly ContentsEntry[],
	ids: readonly string[],
	row: string | null
): ContentsEntry | null {
	const at = row === null ? -1 : ids.indexOf(row);
	return entries.findLast(({ id }) => ids.indexOf(id) <= at) ?? null;
}

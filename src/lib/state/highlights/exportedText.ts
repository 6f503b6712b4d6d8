/** A text's highlights as they are exported: both languages, citation and addresses. */
import { counterpart } from '$lib/core/highlight/counterpart';
import {
	highlightsMarkdown,
	type ExportedHighlight,
	type HighlightedText
} from '$lib/core/highlight/markdown';
import type { PlacedHighlight } from '$lib/core/highlight/place';
import type { OwnHighlight } from '$lib/core/highlight/ownHighlight';
import { spans } from '$lib/core/links/sentenceSpans';
import { plain } from '$lib/core/text/inline';
import type { T } from '$lib/i18n';
import { byline } from '../reading/byline';
import type { PageRow, ReadingPage } from '../reading/page';
import { rowsOf } from '../reading/rows';

/** @param address the absolute address of the article's page */
export function exportedText(
	page: ReadingPage,
	placed: readonly PlacedHighlight[],
	address: string,
	t: T
): HighlightedText {
	const rows = new Map(rowsOf(page).map((row) => [row.id, row]));
	return {
		title: page.title ?? page.translatedTitle ?? page.phrases.untitled,
		translatedTitle: page.translatedTitle ?? '',
		source: [page.authors, page.source].filter((part) => part).join(', '),
		address: page.address ?? '',
		highlights: placed.map((one) => exported(one, rows, page, address, t))
	};
}

/** Returns a highlight without its text: that is no longer in the library, or cannot be read. */
export const exportedAlone = (highlight: OwnHighlight, t: T): ExportedHighlight => ({
	words: highlight.quotes.map(({ exact }) => exact),
	counterpart: '',
	by: '',
	about: t(`highlights.colours.${highlight.colour}`),
	note: highlight.note,
	address: ''
});

/** Returns the Markdown file of some texts. */
export const markdownFile = (texts: readonly HighlightedText[], t: T): string =>
	highlightsMarkdown(texts, {
		title: t('highlights.title'),
		note: t('highlights.note'),
		paragraph: t('highlights.goTo')
	});

function exported(
	{ highlight, pieces }: PlacedHighlight,
	rows: ReadonlyMap<string, PageRow>,
	page: ReadingPage,
	address: string,
	t: T
): ExportedHighlight {
	const alone = exportedAlone(highlight, t);
	const touched = [...new Set(pieces.map(({ row }) => row))].flatMap((id) => rows.get(id) ?? []);
	const [first] = touched;
	if (!first) return { ...alone, about: `${alone.about} · ${t('highlights.notFound')}` };
	const answers = touched.map((item) => answer(item, { highlight, pieces }, page));
	const { shown } = first.row;
	const by = shown.kind === 'translated' ? byline(shown, t) : null;
	return {
		...alone,
		counterpart: answers.filter((part) => part).join(' '),
		by: by ? by.lead + by.rest : '',
		address: `${address}#p-${first.id}`
	};
}

/** Returns the words of the other language that answer the pieces in one row. */
function answer(
	{ id, row: { originals, shown } }: PageRow,
	{ highlight, pieces }: PlacedHighlight,
	{ langs }: ReadingPage
): string {
	if (shown.kind !== 'translated' || originals.length === 0) return '';
	const source = originals.map(({ text }) => text);
	const linked = spans(
		source,
		shown.text,
		{ source: langs.original, target: langs.translation },
		shown.spans
	);
	const here = pieces.filter(({ row }) => row === id);
	return highlight.side === 'original'
		? counterpart(linked, 'source', here, shown.text.map(plain))
		: counterpart(linked, 'target', here, source.map(plain));
}

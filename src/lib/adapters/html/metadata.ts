/** A page’s title, authors and date, from what it says of itself. */
import { findDate } from '../../core/import/dates';
import { splitNames } from '../../core/import/personNames';
import { withoutUndefined } from '../../core/import/importedFrontMatter';
import type { Metadata } from '../../core/text/article';
import { plain } from '../../core/text/inline';
import { oneLine } from '../../core/text/line';
import type { HtmlDocument } from './dom/document';
import { markdownOf } from '../../core/import/tidyInline';
import { inlineOf } from './inline';
import type { MainText } from './mainText';

export type PageMetadata = Omit<Metadata, 'lang'>;

export const metadataOf = (
	page: HtmlDocument,
	found: MainText,
	address: string | null
): PageMetadata =>
	withoutUndefined({
		title: titleOf(page, found.title) || undefined,
		authors: authorsOf(found.byline),
		publication: oneLine(found.siteName) || undefined,
		issued: dateOf(found.publishedTime),
		address: address ?? undefined
	});

/** Most headings of the highest level that may be the title. */
const maxHeadings = 100;

/**
 * Returns the page’s own heading if the title in its head begins with it (the site’s name follows),
 * else that title.
 */
function titleOf(page: HtmlDocument, title: string): string {
	const headings = page.body
		.getElementsByTagName('h1')
		.slice(0, maxHeadings)
		.map((one) => oneLine(plain(markdownOf(inlineOf(one)))));
	const whole = oneLine(title) || oneLine(page.title);
	const [only, ...more] = headings.filter((heading) => heading !== '');
	return (
		headings.find((heading) => heading !== '' && whole.startsWith(heading)) ??
		(only !== undefined && more.length === 0 && whole === '' ? only : whole)
	);
}

/** Length in characters. A longer byline is a sentence, not a name. */
const longestByline = 80;

function authorsOf(byline: string): readonly string[] | undefined {
	const names = oneLine(byline).replace(/^(?:by|av|text:?)\s+/i, '');
	return names === '' || names.length > longestByline ? undefined : splitNames(names);
}

const dateOf = (published: string): string | undefined =>
	/^\d{4}-\d\d-\d\d/.exec(published)?.[0] ?? findDate(published)?.issued;

/**
 * A page as saved from a browser to an article. The document that it is read into is inert: no
 * script of it runs, no picture and no style is fetched. Its main text is found by Mozilla’s
 * Readability, and of that only our own text model survives; the rest is listed as left out.
 */
import { Readability } from '@mozilla/readability';
import type { Imported, Notice } from '../../core/import/imported';
import { compact } from '../../core/import/frontMatter';
import { findDate } from '../../core/import/dates';
import { splitNames } from '../../core/import/names';
import type { LeftOut } from '../../core/library/store';
import type { Block, Metadata } from '../../core/text/article';
import { block } from '../../core/text/block';
import { isLinkable, plain } from '../../core/text/inline';
import { oneLine } from '../../core/text/line';
import { blocksOf } from './blocks';
import { inlineOf, markdownOf } from './inline';
import { takeNotes, type Note } from './notes';

export type ReadPage = Omit<Imported, 'article'> & {
	readonly article: Omit<Imported['article'], 'lang'>;
	/** What the page says its language is, null for nothing. */
	readonly lang: string | null;
};

export function readPage(html: string): ReadPage {
	const page = new DOMParser().parseFromString(defused(html), 'text/html');
	const active = countActive(page);
	const address = addressOf(page, html);
	settleLinks(page, address);
	quote(page);
	const notes = takeNotes(page);
	const all = blocksOf(page.body);
	const found = new Readability(page.cloneNode(true) as Document, {
		serializer: (node) => node as Element
	}).parse();
	const main = found?.content ? blocksOf(found.content) : [];
	const title = titleOf(page, found?.title ?? '');
	const body = (main.length > 0 ? main : all).filter(({ text }) => plain(text) !== title);
	const metadata: Omit<Metadata, 'lang'> = compact({
		title: title || undefined,
		authors: authorsOf(found?.byline ?? ''),
		publication: oneLine(found?.siteName ?? '') || undefined,
		issued: dateOf(found?.publishedTime ?? ''),
		address: address ?? undefined
	});
	const notices: Notice[] = active > 0 ? [{ kind: 'scripts', count: active }] : [];
	return {
		article: { ...metadata, blocks: [...body, ...notes.flatMap(noteBlock)] },
		leftOut: leftOut(all, body, title),
		notices,
		lang: /^[a-z]{2,3}/i.exec(page.documentElement.lang)?.[0].toLowerCase() ?? null
	};
}

/**
 * What the page’s policy counts as a fault where it is parsed, though it does nothing there: handlers
 * and styles under another name. That nothing runs does not hang on this, but on the document.
 */
const defused = (html: string): string =>
	html
		.replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
		.replace(/<[a-z](?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"']){0,4000}>/gi, (tag) =>
			tag.replace(/([\s"'/])(on[a-z]+|style)(?=\s*=)/gi, `$1${defusedName}$2`)
		);

const defusedName = 'data-was-';

/** What would have run, or fetched something of its own, had the page been opened. */
const countActive = (page: Document): number =>
	page.querySelectorAll('script:not([type="application/ld+json"]), iframe, object, embed').length +
	[...page.querySelectorAll('*')].filter((element) =>
		element.getAttributeNames().some((name) => name.startsWith(`${defusedName}on`))
	).length;

/** Where the page stood: by its own word, or by what the browser wrote into it. */
function addressOf(page: Document, html: string): string | null {
	const said = [
		page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
		page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
		/<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, 2000))?.[1],
		page.querySelector('base')?.getAttribute('href')
	];
	return said.find((one): one is string => /^https?:\/\/\S+$/i.test(one ?? '')) ?? null;
}

/** Links lead where they led on the web; what leads nowhere there is words. */
function settleLinks(page: Document, address: string | null): void {
	for (const link of page.querySelectorAll('a[href]')) {
		const href = link.getAttribute('href')?.trim() ?? '';
		if (href.startsWith('#') || isLinkable(href)) continue;
		const whole = address === null ? null : resolved(href, address);
		if (whole && isLinkable(whole)) link.setAttribute('href', whole);
		else if (!/^[^:/?]*#/.test(href)) link.removeAttribute('href');
	}
	page.querySelector('base')?.remove();
}

/** The marks of a `q` are the browser’s, as its language has them. */
function quote(page: Document): void {
	for (const words of page.querySelectorAll('q')) {
		const lang = words.closest('[lang]')?.getAttribute('lang') ?? '';
		words.prepend(/^(?:sv|fi)\b/i.test(lang) ? '”' : '“');
		words.append('”');
	}
}

function resolved(href: string, address: string): string | null {
	try {
		return new URL(href, address).href;
	} catch {
		return null;
	}
}

/** The page’s own heading where the title in its head begins with it: what follows there is the site’s name. */
function titleOf(page: Document, title: string): string {
	const headings = [...page.querySelectorAll('h1')].map((one) => plain(markdownOf(inlineOf(one))));
	const whole = oneLine(title) || oneLine(page.title);
	const [only, ...more] = headings.filter((heading) => heading !== '');
	return (
		headings.find((heading) => heading !== '' && whole.startsWith(heading)) ??
		(only !== undefined && more.length === 0 && whole === '' ? only : whole)
	);
}

/** A byline that is longer is a sentence, not a name. */
const longestByline = 80;

function authorsOf(byline: string): readonly string[] | undefined {
	const names = oneLine(byline).replace(/^(?:by|av|text:?)\s+/i, '');
	return names === '' || names.length > longestByline ? undefined : splitNames(names);
}

const dateOf = (published: string): string | undefined =>
	/^\d{4}-\d\d-\d\d/.exec(published)?.[0] ?? findDate(published)?.issued;

const noteBlock = ({ marker, element }: Note): Block[] => {
	const text = blocksOf(element)
		.map((one) => one.text)
		.join(' ');
	return text === '' ? [] : [block({ kind: 'footnote', marker }, text)];
};

/** What the page has and the article has not, each before the block that follows it. */
function leftOut(all: readonly Block[], body: readonly Block[], title: string): readonly LeftOut[] {
	const at = new Map(body.map(({ fingerprint }, index) => [fingerprint, index]));
	let before = 0;
	return all.flatMap(({ text, fingerprint }): LeftOut[] => {
		const index = at.get(fingerprint);
		if (index !== undefined) before = Math.max(before, index + 1);
		if (index !== undefined || plain(text) === title) return [];
		return [{ text, reason: 'navigation', before }];
	});
}

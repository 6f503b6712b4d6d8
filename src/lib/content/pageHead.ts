/**
 * What an article’s page says of itself to search engines and to those who show a link to it:
 * canonical address, the other languages, Open Graph and JSON-LD (schema.org).
 */
import type { Metadata } from '../core/text/article';
import { escaped } from './xml';

export interface HeadedArticle {
	readonly metadata: Metadata;
	readonly translated: { readonly lang: string; readonly title: string };
	/** Names of the translators. */
	readonly translators: readonly string[];
	readonly description: string;
}

export interface HeadedPage {
	readonly ui: string;
	readonly langs: readonly string[];
	/** The page’s address in a language of the interface. */
	readonly address: (ui: string) => string;
	/** The address that goes by the reader’s own language; null where there is none. */
	readonly shared: string | null;
}

/** Returns the canonical address and those in the other languages, as HTML. */
export const pageAddresses = ({ ui, langs, address, shared }: HeadedPage): string =>
	[
		`<link rel="canonical" href="${escaped(address(ui))}">`,
		...langs.map((lang) => alternate(lang, address(lang))),
		...(shared === null ? [] : [alternate('x-default', shared)])
	].join('');

/** Returns the head’s additional elements as HTML. */
export function pageHead(article: HeadedArticle, page: HeadedPage): string {
	const { metadata, translated, description } = article;
	const here = page.address(page.ui);
	const title = metadata.lang === page.ui ? (metadata.title ?? translated.title) : translated.title;
	return [
		pageAddresses(page),
		property('og:type', 'article'),
		property('og:site_name', 'Jämsides'),
		property('og:title', title),
		property('og:description', description),
		property('og:url', here),
		property('og:locale', locales[page.ui] ?? page.ui),
		...page.langs
			.filter((lang) => lang !== page.ui)
			.map((lang) => property('og:locale:alternate', locales[lang] ?? lang)),
		`<script type="application/ld+json">${scriptText(structured(article, here))}</script>`
	].join('');
}

const alternate = (lang: string, address: string): string =>
	`<link rel="alternate" hreflang="${lang}" href="${escaped(address)}">`;

const property = (name: string, content: string): string =>
	`<meta property="${name}" content="${escaped(content)}">`;

/** Open Graph wants a territory with each language. */
const locales: Readonly<Record<string, string>> = { sv: 'sv_SE', en: 'en_GB' };

/** Returns JSON that cannot end the element that it stands in. */
const scriptText = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * Returns the page as schema.org has it: a translation, with the work that it translates. Names of
 * authors are text, since it is not known who of them is a person.
 */
function structured(
	{ metadata, translated, translators, description }: HeadedArticle,
	address: string
): object {
	const { lang, title, authors, publication, issued, address: source } = metadata;
	return {
		'@context': 'https://schema.org',
		'@type': 'Article',
		url: address,
		headline: translated.title,
		description,
		inLanguage: translated.lang,
		...(translators.length > 0 && { translator: translators }),
		translationOfWork: {
			'@type': 'Article',
			inLanguage: lang,
			...(title !== undefined && { headline: title }),
			...(authors && { author: authors }),
			...(publication !== undefined && { publisher: publication }),
			// Of a span of days, the first.
			...(issued !== undefined && { datePublished: issued.split('/')[0] }),
			...(source !== undefined && { url: source })
		}
	};
}

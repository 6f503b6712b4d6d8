/** The site map: every page, with itself in each language (sitemaps.org, with Google’s xhtml:link). */
import { escaped } from './xml';

/** Most addresses that one site map may have (sitemaps.org). */
export const sitemapLimit = 50_000;

/** A page, which each language of the interface has. */
export interface MappedPage {
	/** What follows the language in the address: `read/<id>/`. */
	readonly path: string;
	/** ISO 8601 date of its last change, where it is known. */
	readonly changed?: string | null;
}

/** Returns the site map. Throws where it would be longer than one may be. */
export function sitemap(
	pages: readonly MappedPage[],
	langs: readonly string[],
	address: (path: string) => string
): string {
	if (pages.length * langs.length > sitemapLimit)
		throw new RangeError(`a site map of ${pages.length * langs.length} addresses needs an index`);
	const urls = pages.flatMap(({ path, changed }) => {
		const link = (lang: string) => escaped(address(`/${lang}/${path}`));
		const others = langs.map(
			(lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${link(lang)}"/>`
		);
		const last = changed ? `<lastmod>${changed}</lastmod>` : '';
		return langs.map((lang) => `<url><loc>${link(lang)}</loc>${last}${others.join('')}</url>`);
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...urls,
		'</urlset>\n'
	].join('\n');
}

/** The addresses of a page and of its links. */
import { isLinkable } from '../../core/text/inline';
import type { HtmlDocument } from './dom/document';

/** Returns the page’s web address, as the page or the browser that saved it wrote it. */
export function addressOf(page: HtmlDocument, html: string): string | null {
	const said = [
		attribute(page, 'link', ['rel', 'canonical'], 'href'),
		attribute(page, 'meta', ['property', 'og:url'], 'content'),
		/<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, 2000))?.[1],
		page.getElementsByTagName('base')[0]?.getAttribute('href')
	];
	return said.find((one): one is string => /^https?:\/\/\S+$/i.test(one ?? '')) ?? null;
}

const attribute = (
	page: HtmlDocument,
	element: string,
	[name, value]: readonly [string, string],
	wanted: string
): string | null | undefined =>
	page
		.getElementsByTagName(element)
		.find((one) => one.getAttribute(name) === value)
		?.getAttribute(wanted);

/**
 * Makes links absolute, except those within the page, which browsers save as absolute ones. A link
 * without an address on the web becomes plain words. `addresses`: those of the page.
 */
export function settleLinks(page: HtmlDocument, addresses: readonly string[]): void {
	const own = new Set(addresses.map(withoutFragment));
	const [address] = addresses;
	for (const link of page.body.getElementsByTagName('a')) {
		const href = link.getAttribute('href')?.trim();
		if (href === undefined || href.startsWith('#')) continue;
		const whole =
			isLinkable(href) || address === undefined ? href : (resolved(href, address) ?? '');
		if (whole.includes('#') && own.has(withoutFragment(whole)))
			link.setAttribute('href', whole.slice(whole.indexOf('#')));
		else if (isLinkable(whole)) link.setAttribute('href', whole);
		else if (!/^[^:/?]*#/.test(href)) link.removeAttribute('href');
	}
}

const withoutFragment = (address: string): string => address.replace(/#.*$/s, '');

function resolved(href: string, address: string): string | null {
	try {
		return new URL(href, address).href;
	} catch {
		return null;
	}
}

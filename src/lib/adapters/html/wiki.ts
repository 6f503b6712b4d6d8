/** Pages of MediaWiki, which Wikipedia and its sisters run on: what stands in their text. */
import type { LeftOutReason } from '../../core/import/leftOut';
import { classesOf } from './dom/names';
import type { HtmlDocument } from './dom/document';
import type { HtmlElement } from './dom/nodes';

/** Classes and ids, by the reason why such an element is left out. */
const names: Partial<Record<LeftOutReason, string>> = {
	contents: 'toc vector-toc',
	navigation:
		'mw-editsection editsection mw-jump-link jump-to-nav mw-indicators mw-redirectedfrom mw-cite-backlink ' +
		'siteSub contentSub catlinks printfooter noprint hatnote dablink rellink navbox vertical-navbox ' +
		'sidebar sistersitebox side-box portalbox portal-bar metadata ambox mbox-small ' +
		'authority-control coordinates navigation-not-searchable magnify',
	'fact-box': 'infobox taxobox faktamall'
};

const reasons = new Map(
	(Object.entries(names) as [LeftOutReason, string][]).flatMap(([reason, all]) =>
		all.split(' ').map((name) => [name, reason] as const)
	)
);

/** Returns why an element of a wiki’s page is no part of its text; null if it is. */
export function wikiReason(element: HtmlElement): LeftOutReason | null {
	for (const name of [element.id, ...classesOf(element)]) {
		const reason = reasons.get(name);
		if (reason !== undefined) return reason;
	}
	return null;
}

/** Returns the element with a wiki’s text; null if the page is none of MediaWiki’s. */
export function wikiText(page: HtmlDocument): HtmlElement | null {
	const elements = page.body.elements();
	const texts = elements.filter((element) => classesOf(element).includes('mw-parser-output'));
	// A notice of the site may be one too. Before 2017 there was none.
	return texts.length > 0
		? texts.reduce((best, one) => (best.textContent.length >= one.textContent.length ? best : one))
		: (elements.find(({ id }) => id === 'mw-content-text') ?? null);
}

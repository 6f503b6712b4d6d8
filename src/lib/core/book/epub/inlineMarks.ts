/** The marks of words within a line. */
import { primaryLang } from '../../text/languageTag';
import { isLinkable } from '../../text/inline';
import type { Marks } from '../flowWriter';
import type { TreeElement } from '../tree';

const none: Marks = {};
const named: ReadonlyMap<string, Marks> = new Map<string, Marks>([
	['em', { emphasis: true }],
	['i', { emphasis: true }],
	['cite', { emphasis: true }],
	['dfn', { emphasis: true }],
	['strong', { strong: true }],
	['b', { strong: true }]
]);

/** Returns the marks that an element adds. Of links, those to the web and to mail are marks. */
export function markOf({ name, attributes }: TreeElement): Marks {
	if (name === 'a') {
		const href = attributes['href']?.trim();
		return href !== undefined && isLinkable(href) ? { href } : none;
	}
	const mark = named.get(name);
	if (mark) return mark;
	const style = attributes['style'];
	if (style === undefined) return none;
	return {
		...(/font-style\s*:\s*(?:italic|oblique)/i.test(style) ? { emphasis: true } : none),
		...(/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style) ? { strong: true } : none)
	};
}

/** The marks that a browser puts round `q`. */
export const quoteMarks = (lang: string): readonly [open: string, close: string] =>
	primaryLang(lang) === 'sv' ? ['”', '”'] : ['“', '”'];

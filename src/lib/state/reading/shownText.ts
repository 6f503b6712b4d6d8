/** Texts and titles as the page shows them: parsed, and with a day and its month kept together. */
import { bindDates } from '$lib/core/text/bindDates';
import { parseInline } from '$lib/core/text/inline';
import type { Inline } from '$lib/core/text/inlineTree';

/** Null for a text that is shown as it is. */
export type Parsed = readonly Inline[] | null;

export function parsed(raw: string): Parsed {
	const text = bindDates(raw);
	if (/[*_\\[<]/.test(text)) return parseInline(text);
	return text === raw ? null : [{ type: 'text', text }];
}

/** A long title is set smaller, so that it takes few lines. */
export type TitleSize = '' | 'long' | 'longer';

/** Characters from which a title is long, and from which it is longer. */
const longTitle = 50;
const longerTitle = 80;

export const shownTitle = (title: string | undefined): string | null =>
	title === undefined ? null : bindDates(title);

export function titleSize(...titles: readonly (string | undefined)[]): TitleSize {
	const longest = Math.max(...titles.map((title) => title?.length ?? 0));
	return longest < longTitle ? '' : longest < longerTitle ? 'long' : 'longer';
}

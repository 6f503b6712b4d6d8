/** Says what a paragraph is, by the name of its style in Word, LibreOffice, pandoc and Pages. */
import type { LeftOutReason } from '../../import/leftOut';

export type ParagraphRole =
	| { readonly kind: 'heading'; readonly level: number }
	| { readonly kind: 'title' | 'subtitle' | 'author' | 'date' | 'quote' | 'caption' }
	/** `rule`: a line between two scenes; its paragraph is empty. */
	| { readonly kind: 'contents' | 'rule' };

/** Names in lower case. Word’s own names are English in every language of the program. */
const roles: readonly (readonly [RegExp, ParagraphRole])[] = [
	[
		/^(?:contents|toc)(?: heading| \d+)$|^toa heading$|^table of (?:figures|contents|authorities)$/,
		{ kind: 'contents' }
	],
	[
		/^(?:block text|block ?quote|block quotation|(?:intense )?quote|quotations?|intense quotation)$/,
		{ kind: 'quote' }
	],
	[/^(?:image |table |figure )?caption$/, { kind: 'caption' }],
	[/^horizontal (?:line|rule)$/, { kind: 'rule' }],
	[/^title$/, { kind: 'title' }],
	[/^subtitle$/, { kind: 'subtitle' }],
	[/^authors?$/, { kind: 'author' }],
	[/^date$/, { kind: 'date' }],
	// Pages’ only heading. LibreOffice has the same name for the parent of its headings.
	[/^heading$/, { kind: 'heading', level: 1 }]
];

const heading = /^(?:heading|rubrik) (?<level>[1-9])\d?$/;

/** Returns the role by the name of a style; null where the name says none. */
export function roleOf(name: string): ParagraphRole | null {
	const plain = name.trim().toLowerCase();
	const level = heading.exec(plain)?.groups?.level;
	if (level !== undefined) return { kind: 'heading', level: Number(level) };
	return roles.find(([names]) => names.test(plain))?.[1] ?? null;
}

/** Why a paragraph of the title page is not part of the text. */
export const frontReasons = {
	title: 'repeated-title',
	subtitle: 'front-matter',
	author: 'byline',
	date: 'date'
} as const satisfies Record<string, LeftOutReason>;

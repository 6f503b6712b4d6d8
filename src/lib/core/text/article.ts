/**
 * An article is a text in its original language: what is known of it, and its blocks in order.
 * All values are plain and immutable; they survive `structuredClone` and JSON.
 */
import type { Fingerprint } from './fingerprint';

/** A BCP 47 language tag, such as `sv` or `en`. Nothing in core assumes that there are two. */
export type Lang = string;

export const blockKinds = [
	'standfirst',
	'heading',
	'paragraph',
	'quote',
	'list-item',
	'caption',
	'footnote'
] as const;

export type BlockKind = (typeof blockKinds)[number];

/** Headings have a level, captions may have a credit, footnotes a marker; nothing else differs. */
export type BlockShape =
	| { readonly kind: 'heading'; readonly level: number }
	| { readonly kind: 'caption'; readonly credit?: string }
	| { readonly kind: 'footnote'; readonly marker: string }
	| { readonly kind: 'standfirst' | 'paragraph' | 'quote' | 'list-item' };

/**
 * A block is what a reader calls a paragraph. `text` is inline Markdown (see `inline.ts`);
 * `fingerprint` is always that of `text`: make blocks with `block()`.
 */
export type Block = BlockShape & { readonly text: string; readonly fingerprint: Fingerprint };

/** What is known of a work. An absent field is not known; nothing is ever guessed into it. */
export interface Metadata {
	readonly lang: Lang;
	readonly title?: string;
	readonly authors?: readonly string[];
	readonly publication?: string;
	/** EDTF level 0: `2014-10`, `2022-01-15`, `2022-01-17/2022-01-21`. */
	readonly issued?: string;
	readonly address?: string;
	readonly rights?: string;
}

/** A work that an article reads, as far as it is known: what the article says stands on it. */
export interface Work {
	readonly title: string;
	readonly authors?: readonly string[];
	readonly publication?: string;
	/** EDTF level 0, as an article’s own. */
	readonly issued?: string;
	/** Its address on the web. */
	readonly address?: string;
}

export interface Article extends Metadata {
	/** The work that this article is a reading of, where it is one. */
	readonly reads?: Work;
	readonly blocks: readonly Block[];
}

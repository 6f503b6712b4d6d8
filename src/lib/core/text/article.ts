/**
 * An article is a text in its original language: its metadata, and its blocks in order. All
 * values are plain and immutable; they survive `structuredClone` and JSON.
 */
import type { Fingerprint } from './fingerprint';

/** A BCP 47 language tag, such as `sv` or `en`. Core does not assume that there are only two. */
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

/**
 * A block's kind and its extra fields: a heading's level, a caption's credit and picture, or a
 * footnote's marker.
 */
export type BlockShape =
	| { readonly kind: 'heading'; readonly level: number }
	/** A caption with the name of its picture stands for the picture; it may have no words. */
	| { readonly kind: 'caption'; readonly credit?: string; readonly picture?: string }
	| { readonly kind: 'footnote'; readonly marker: string }
	| { readonly kind: 'standfirst' | 'paragraph' | 'quote' | 'list-item' };

/**
 * A block is what a reader calls a paragraph. `text` is inline Markdown (see `inline.ts`) and
 * `fingerprint` is always that of `text`: make blocks with `block()`.
 */
export type Block = BlockShape & { readonly text: string; readonly fingerprint: Fingerprint };

/** What is known of a work. An absent field is unknown; no field is ever guessed. */
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

/** The work that an article discusses, as far as it is known. */
export interface Work {
	readonly title: string;
	readonly authors?: readonly string[];
	readonly publication?: string;
	/** EDTF level 0, like an article’s own. */
	readonly issued?: string;
	/** Its address on the web. */
	readonly address?: string;
}

/** Says that no person wrote an original. */
export interface Written {
	readonly by: 'ai';
	/** How many works it was written from; 0 where it rests on none. */
	readonly from: number;
}

export interface Article extends Metadata {
	/** The work that this article is a reading of, if it is one. */
	readonly reads?: Work;
	/** Absent where a person wrote it, or where nobody knows. */
	readonly written?: Written;
	readonly blocks: readonly Block[];
}

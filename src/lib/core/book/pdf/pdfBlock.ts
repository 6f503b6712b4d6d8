/** A block of a page: lines that belong together, and what they are. */
import type { Line } from './line';

export type PdfShape =
	| { readonly kind: 'heading'; readonly level: number | null }
	| { readonly kind: 'paragraph' | 'quote' | 'list-item' | 'caption' }
	/** A row of a table, a group of lines a cell. */
	| { readonly kind: 'row'; readonly cells: readonly (readonly Line[])[] }
	/** A picture by its name; `foot` is its lower edge, from the page’s upper edge. */
	| {
			readonly kind: 'picture';
			readonly picture: string;
			readonly alt: string;
			readonly foot: number;
	  }
	/** What the file says instead of a picture. */
	| { readonly kind: 'alt'; readonly text: string }
	| { readonly kind: 'contents' };

export interface PdfBlock {
	readonly shape: PdfShape;
	readonly lines: readonly Line[];
	/** The 0-based page on which it begins. */
	readonly page: number;
	/** Where its first line stands, from the page’s upper edge. */
	readonly y: number;
	/** The edge that its lines reach where they are full. */
	readonly right: number;
	readonly lang: string | null;
}

/** A block to which the next column or page may append. */
export interface OpenBlock extends PdfBlock {
	readonly lines: Line[];
}

/** A note at the foot of a page. `marker` is null for what goes on from the page before. */
export interface PdfNote {
	readonly marker: string | null;
	readonly paragraphs: readonly PdfBlock[];
	readonly page: number;
}

export interface PageBlocks {
	readonly blocks: readonly PdfBlock[];
	readonly notes: readonly PdfNote[];
}

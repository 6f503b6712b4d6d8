/** A PDF as the reader sees it: pages of items. `adapters/pdf` gives it from pdf.js. */

import type { FlowPicture } from '../flow';

/** Numbers of a text’s matrix: `[a, b, c, d, x, y]`, in points from the page’s lower left corner. */
export type PdfTransform = readonly [number, number, number, number, number, number];

/** Some letters, a word or a line, in the order in which the page draws them. */
export interface PdfItem {
	readonly text: string;
	readonly transform: PdfTransform;
	readonly width: number;
	/** 0 for a blank, whose size is unknown. */
	readonly height: number;
	readonly font: string;
	/** The marked content that it belongs to, as the structure names it; null for none. */
	readonly content: string | null;
	/** The page marks it as no part of the text: a running head, a page number. */
	readonly artifact: boolean;
}

export interface PdfFont {
	readonly bold: boolean;
	readonly italic: boolean;
}

/** An element of the structure; `role` is one of the standard’s: `P`, `H1`, `LBody`. */
export interface PdfElement {
	readonly role: string;
	readonly alt: string | null;
	readonly lang: string | null;
	readonly children: readonly PdfStructure[];
}
export type PdfStructure = PdfElement | { readonly content: string };

/** A picture that a page draws: its name in the document’s `pictures`, and its place from the upper left. */
export interface PdfPicture {
	readonly name: string;
	readonly x0: number;
	readonly x1: number;
	readonly top: number;
	readonly foot: number;
	/** The marked content that it belongs to, as the structure names it; null for none. */
	readonly content: string | null;
}

export interface PdfPage {
	readonly width: number;
	readonly height: number;
	readonly items: readonly PdfItem[];
	readonly fonts: ReadonlyMap<string, PdfFont>;
	/** Null where the page has none. */
	readonly structure: PdfElement | null;
	/** The page has no items but shows a picture. */
	readonly isPicture: boolean;
	readonly pictures: readonly PdfPicture[];
}

export interface PdfOutlineEntry {
	readonly title: string;
	/** From 1. */
	readonly level: number;
	/** The 0-based page that it leads to; null for none. */
	readonly page: number | null;
	/** Height on that page, in points from its lower edge; null for the whole page. */
	readonly y: number | null;
}

export interface PdfMetadata {
	readonly title: string | null;
	readonly author: string | null;
	readonly lang: string | null;
}

export interface PdfDocument {
	readonly pages: number;
	readonly metadata: PdfMetadata;
	readonly outline: readonly PdfOutlineEntry[];
	/** What each page is called: `iv`, `12`; null where the file does not say. */
	readonly labels: readonly string[] | null;
	/** The pictures of the pages that were read, by name. */
	readonly pictures: ReadonlyMap<string, FlowPicture>;
	/** Reads a page and forgets it. `index` is 0-based. Null where the file is damaged there. */
	page(index: number): Promise<PdfPage | null>;
}

/** Most pages of a file; one with more is refused. */
export const maxPdfPages = 10_000;

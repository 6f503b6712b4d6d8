/** Made-up pages for tests: words at places, as pdf.js gives them. */
import type { Flow } from '../flow';
import type { BookFailure } from '../failure';
import type { Result } from '../../result';
import type { Inline } from '../../text/inlineTree';
import type {
	PdfDocument,
	PdfElement,
	PdfItem,
	PdfOutlineEntry,
	PdfPage,
	PdfPicture
} from './document';
import { pdfSteps } from './pdfSteps';

const height = 600;
const plainFont = { bold: false, italic: false };

export interface Placed {
	readonly font?: 'bold' | 'italic';
	readonly size?: number;
	readonly content?: string;
	readonly artifact?: boolean;
	/** Width of a letter, in sizes of the letters. */
	readonly wide?: number;
}

/** A line at a place, from the page’s upper left corner. Every letter is half as wide as high. */
export function at(x: number, y: number, text: string, placed: Placed = {}): PdfItem {
	const { size = 10, font = 'plain', content = null, artifact = false, wide = 0.5 } = placed;
	return {
		text,
		transform: [size, 0, 0, size, x, height - y],
		width: text.length * size * wide,
		height: size,
		font,
		content,
		artifact
	};
}

/** Lines below one another, 12 points apart; a line that begins with `>` is set in. */
export const lines = (y: number, texts: readonly string[], x = 50): readonly PdfItem[] =>
	texts.map((text, i) => at(text.startsWith('>') ? x + 15 : x, y + i * 12, text.replace('>', '')));

export const page = (
	items: readonly PdfItem[],
	structure: PdfElement | null = null,
	pictures: readonly PdfPicture[] = []
): PdfPage => ({
	width: 400,
	height,
	items,
	fonts: new Map([
		['plain', plainFont],
		['bold', { bold: true, italic: false }],
		['italic', { bold: false, italic: true }]
	]),
	structure,
	isPicture: items.length === 0 && pictures.length > 0,
	pictures
});

/** A picture on the left of a page, 100 points high. */
export const picture = (name: string, top: number, more: Partial<PdfPicture> = {}): PdfPicture => ({
	...{ name, x0: 50, x1: 250, top, foot: top + 100, content: null },
	...more
});

export const documentOf = (
	pages: readonly (PdfPage | null)[],
	outline: readonly PdfOutlineEntry[] = []
): PdfDocument => ({
	pages: pages.length,
	metadata: { title: null, author: null, lang: null },
	outline,
	labels: null,
	pictures: new Map(),
	page: (index) => Promise.resolve(pages[index] ?? null)
});

export async function readPdf(document: PdfDocument): Promise<Result<Flow, BookFailure>> {
	const steps = pdfSteps(document);
	let step = await steps.next();
	while (!step.done) step = await steps.next();
	return step.value;
}

/** The text of inline nodes: `_` and `*` for marks, `[^…]` for references, `/` for line breaks. */
const written = (nodes: readonly Inline[]): string =>
	nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'break':
					return ' / ';
				case 'reference':
					return `[^${node.marker}]`;
				case 'emphasis':
					return `_${written(node.children)}_`;
				default:
					return `*${written(node.children)}*`;
			}
		})
		.join('');

/** Blocks and notes as lines: `heading 1: …`, `(running-head) …`, `picture a (alt): …`, `note-1: …`. */
export async function outcome(
	pages: readonly (PdfPage | null)[],
	outline: readonly PdfOutlineEntry[] = []
): Promise<readonly string[]> {
	const read = await readPdf(documentOf(pages, outline));
	if (!read.ok) return [read.failure.kind];
	const { blocks, notes } = read.value;
	return [
		...blocks.map(({ shape, inline, reason }) => {
			const kind =
				shape.kind === 'heading'
					? `heading ${shape.level}`
					: shape.kind === 'picture'
						? `picture ${shape.picture} (${shape.alt})`
						: shape.kind;
			return reason ? `(${reason}) ${written(inline)}` : `${kind}: ${written(inline)}`;
		}),
		...notes.map(
			({ key, blocks: own }) => `${key}: ${own.map(({ inline }) => written(inline)).join(' ¶ ')}`
		)
	];
}

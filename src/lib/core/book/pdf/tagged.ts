/** Makes blocks of a tagged page’s structure. */
import type { PdfElement, PdfPicture, PdfStructure } from './document';
import { withoutMark } from './footnotes';
import { linesOf, type Line } from './line';
import { pictureBlock } from './pictures';
import type { PageBlocks, PdfBlock, PdfNote, PdfShape } from './pdfBlock';
import type { Span } from './spans';

/** Deepest structure that is followed; what lies deeper belongs to the element above. */
const maxDepth = 100;

/** Elements within a paragraph. All other elements are groups or blocks. */
const inlineRoles = new Set([
	'Span',
	'Link',
	'Reference',
	'Em',
	'Strong',
	'Quote',
	'Code',
	'NonStruct',
	'Annot',
	'Ruby',
	'RB',
	'RT',
	'RP',
	'Warichu',
	'WT',
	'WP',
	'BibEntry',
	'Sub',
	'Lbl',
	'Private'
]);

export interface TaggedPage extends PageBlocks {
	/** The spans that the structure holds. */
	readonly covered: ReadonlySet<Span>;
	/** The names of the pictures that the structure holds. */
	readonly pictures: ReadonlySet<string>;
}

/** What a page shows. */
interface PageContent {
	readonly spans: readonly Span[];
	readonly pictures: readonly PdfPicture[];
}

interface Context {
	readonly kind: 'paragraph' | 'quote' | 'list-item' | 'caption' | 'contents';
	readonly lang: string | null;
	readonly depth: number;
}

export function taggedPage(structure: PdfElement, content: PageContent, page: number): TaggedPage {
	const reader = new StructureReader(content, page);
	reader.group(structure.children, { kind: 'paragraph', lang: null, depth: 0 });
	return reader;
}

class StructureReader implements TaggedPage {
	readonly blocks: PdfBlock[] = [];
	readonly notes: PdfNote[] = [];
	readonly covered = new Set<Span>();
	readonly pictures = new Set<string>();
	readonly #page: number;
	readonly #contents = new Map<string, Span[]>();
	/** Where blocks go: to the page, or to the note that is being read. */
	#into: PdfBlock[] = this.blocks;

	readonly #drawn = new Map<string, PdfPicture[]>();

	constructor({ spans, pictures }: PageContent, page: number) {
		this.#page = page;
		for (const picture of pictures) {
			if (picture.content === null) continue;
			const of = this.#drawn.get(picture.content) ?? [];
			this.#drawn.set(picture.content, of);
			of.push(picture);
		}
		for (const span of spans) {
			if (span.content === null) continue;
			const of = this.#contents.get(span.content) ?? [];
			this.#contents.set(span.content, of);
			of.push(span);
		}
	}

	/** Reads what holds blocks. Words directly in it make a paragraph. */
	group(children: readonly PdfStructure[], context: Context): void {
		let loose: Span[] = [];
		const end = () => {
			this.#add({ kind: context.kind }, loose, context);
			loose = [];
		};
		for (const child of children) {
			if ('content' in child) loose.push(...this.#take(child.content));
			else if (isInline(child) && !holdsBlocks(child, context.depth))
				loose.push(...this.#spansIn(child, context.depth));
			else {
				end();
				this.#element(child, { ...context, depth: context.depth + 1 });
			}
		}
		end();
	}

	#element(element: PdfElement, outer: Context): void {
		const context: Context = { ...outer, lang: element.lang ?? outer.lang };
		const { role, children } = element;
		if (context.depth > maxDepth) return this.#leaf({ kind: context.kind }, element, context);
		const level = /^H([1-6])$/.exec(role)?.[1];
		if (level !== undefined || role === 'H' || role === 'Title')
			return this.#leaf({ kind: 'heading', level: Number(level ?? 1) }, element, context);
		switch (role) {
			case 'P':
				return this.group(children, context);
			case 'BlockQuote':
				return this.group(children, { ...context, kind: 'quote' });
			case 'LI':
				return this.#item(element, context);
			case 'Caption':
				return this.group(children, { ...context, kind: 'caption' });
			case 'TOC':
			case 'TOCI':
			case 'Index':
				return this.group(children, { ...context, kind: 'contents' });
			case 'TR':
				return this.#row(element, context);
			case 'Note':
			case 'FENote':
				return this.#note(element, context);
			case 'Figure':
			case 'Formula':
				return this.#figure(element, context);
			case 'Artifact':
				return;
			default:
				return this.group(children, context);
		}
	}

	#leaf(shape: PdfShape, element: PdfElement, context: Context): void {
		this.#add(shape, this.#spansIn(element, context.depth), context);
	}

	#item({ children }: PdfElement, context: Context): void {
		this.group(children, {
			...context,
			kind: context.kind === 'contents' ? 'contents' : 'list-item'
		});
	}

	#row({ children }: PdfElement, context: Context): void {
		const cells = children
			.map((cell) => ('content' in cell ? this.#take(cell.content) : this.#spansIn(cell, 0)))
			.filter((spans) => spans.length > 0)
			.map((spans) => linesOf(spans, this.#page));
		const [head] = cells.flat();
		if (!head) return;
		this.#into.push({
			shape: { kind: 'row', cells },
			lines: cells.flat(),
			page: this.#page,
			y: head.y,
			right: 0,
			lang: context.lang
		});
	}

	#note({ children }: PdfElement, context: Context): void {
		if (this.#into !== this.blocks) return this.group(children, context);
		const labelled = isLabelled(children, context.depth);
		const paragraphs: PdfBlock[] = [];
		this.#into = paragraphs;
		this.group(children, { ...context, kind: 'paragraph' });
		this.#into = this.blocks;
		if (paragraphs.length === 0) return;
		// A picture has no lines.
		const at = paragraphs.findIndex(({ lines }) => lines.length > 0);
		const first = paragraphs[at];
		const [head, ...more] = first?.lines ?? [];
		const marker = head ? markOf(head, labelled) : null;
		if (first && head && marker !== null)
			paragraphs[at] = { ...first, lines: [withoutMark(head, marker), ...more] };
		this.notes.push({ marker, paragraphs, page: this.#page });
	}

	#figure(element: PdfElement, context: Context): void {
		const alt = element.alt?.trim() ?? '';
		const pictures = this.#picturesIn(element, context.depth);
		for (const picture of pictures) {
			this.pictures.add(picture.name);
			this.#into.push(pictureBlock(picture, this.#page, alt, context.lang));
		}
		if (alt !== '' && pictures.length === 0)
			this.#into.push({
				shape: { kind: 'alt', text: alt },
				lines: [],
				page: this.#page,
				y: 0,
				right: 0,
				lang: context.lang
			});
		this.group(element.children, context);
	}

	#add(shape: PdfShape, spans: readonly Span[], { lang }: Context): void {
		const lines = linesOf(spans, this.#page);
		const [head] = lines;
		if (!head) return;
		this.#into.push({
			shape,
			lines,
			page: this.#page,
			y: head.y,
			right: lines.reduce((most, { x1 }) => Math.max(most, x1), 0),
			lang
		});
	}

	#picturesIn({ children }: PdfElement, depth: number): readonly PdfPicture[] {
		if (depth > maxDepth) return [];
		return children.flatMap((child) =>
			'content' in child
				? (this.#drawn.get(child.content) ?? [])
				: this.#picturesIn(child, depth + 1)
		);
	}

	#spansIn(element: PdfElement, depth: number): readonly Span[] {
		if (depth > maxDepth || element.role === 'Artifact') return [];
		return element.children.flatMap((child) =>
			'content' in child ? this.#take(child.content) : this.#spansIn(child, depth + 1)
		);
	}

	/** Returns the spans of a marked content, once. */
	#take(content: string): readonly Span[] {
		const spans = this.#contents.get(content) ?? [];
		this.#contents.delete(content);
		for (const span of spans) this.covered.add(span);
		return spans;
	}
}

/** A mark in brackets: `[1]`. */
const bracketMark = /^\[(?<mark>\d{1,3}|[*†‡§¶]{1,3}|[ivxlc]{1,6})\]/;
/** A mark that the file tells apart from the note’s words. */
const labelMark = /^(?:\d{1,3}(?!\d)|[*†‡§¶]{1,3}|[ivxlc]{1,6}(?!\p{L}))/u;
/** A mark that may be a word: “i”, “vi” and “3” begin sentences too. */
const wordMark = /^(?:(?:\d{1,3}|[*†‡§¶]{1,3})(?=[.)]?(?:\s|$))|[ivxlc]{1,6}(?=[.)](?:\s|$)))/;

/** Returns the mark of a note that begins at a line; null for none. */
function markOf(line: Line, labelled: boolean): string | null {
	const [head, next] = line.spans;
	const own = next !== undefined && head?.content !== next.content;
	const apart = labelled || (head !== undefined && (own || line.raised.has(head)));
	const bracketed = bracketMark.exec(line.text)?.groups?.['mark'];
	return bracketed ?? (apart ? labelMark : wordMark).exec(line.text)?.[0] ?? null;
}

const labels = new Set(['Lbl', 'Link', 'Reference', 'Sub']);

/** Returns whether the first words of an element are its label or a link back to the text. */
function isLabelled([first]: readonly PdfStructure[], depth: number): boolean {
	if (!first || 'content' in first || depth > maxDepth) return false;
	return labels.has(first.role) || isLabelled(first.children, depth + 1);
}

const isInline = ({ role }: PdfElement): boolean => inlineRoles.has(role);

/** Returns whether an element that is inline by its role holds blocks: Chromium’s layout tables do. */
function holdsBlocks({ children }: PdfElement, depth: number): boolean {
	return (
		depth < maxDepth &&
		children.some(
			(child) =>
				!('content' in child) &&
				(!isInline(child) || (child.role === 'NonStruct' && holdsBlocks(child, depth + 1)))
		)
	);
}

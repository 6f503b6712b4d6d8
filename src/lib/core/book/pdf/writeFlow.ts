/** Writes the blocks of a PDF as a flow: with notes by their keys, anchors and what is left out. */
import { isTypeset, type Hyphens } from '../../import/hyphen';
import type { Notice } from '../../import/imported';
import { evidenceOf } from '../../import/piece';
import { unreachable } from '../../result';
import type { BookMetadata } from '../book';
import type { Flow } from '../flow';
import { FlowWriter } from '../flowWriter';
import { contentsOf } from './contents';
import type { PdfDocument, PdfMetadata } from './document';
import { writeLines, type InlineContext } from './inline';
import { withSpans, type Line } from './line';
import type { PdfBlock, PdfNote } from './pdfBlock';
import { isCaptionOf } from './pictures';
import type { LeftOutLine, ReadBook } from './readPages';

export function writeFlow(read: ReadBook, document: PdfDocument): Flow {
	const { blocks, notes, leftOut, measures, pages } = read;
	const writer = new FlowWriter();
	const keyed = keysOf(notes);
	const context: InlineContext = {
		hyphens: hyphensOf(read),
		font: measures.font,
		notes: (marks, page) => keyed.take(marks, page)
	};
	const contents = contentsOf(
		document.outline,
		blocks,
		pages.map(({ height }) => height)
	);
	const waiting = [...leftOut].reverse();
	const waitingNotes = [...keyed.notes].reverse();
	const cover = coverOf(read);
	blocks.forEach((block, i) => {
		const above = blocks[i - 1];
		leaveOutBefore(writer, waiting, block.page);
		while ((waitingNotes.at(-1)?.note.page ?? Infinity) < block.page)
			writeNote(writer, waitingNotes.pop(), context);
		for (const anchor of contents.anchors.get(i) ?? []) writer.anchor(anchor);
		if (block.shape.kind === 'picture' && block.shape.picture === cover) return;
		if (isCaptionOf(block, blocks[i + 1])) return;
		writeBlock(writer, block, context, above);
	});
	while (waitingNotes.length > 0) writeNote(writer, waitingNotes.pop(), context);
	leaveOutBefore(writer, waiting, Infinity);
	return {
		metadata: metadataOf(document.metadata),
		blocks: writer.blocks,
		notes: writer.notes,
		contents: contents.entries,
		pictures: document.pictures,
		cover,
		notices: noticesOf(read, document)
	};
}

function leaveOutBefore(writer: FlowWriter, waiting: LeftOutLine[], page: number): void {
	for (let line = waiting.at(-1); line && line.page < page; line = waiting.at(-1)) {
		const { text, reason } = line;
		writer.leaveOut(reason, () => {
			writer.text(text);
			writer.end({ kind: 'paragraph' });
		});
		waiting.pop();
	}
}

/** `above`: the block before, which may be the picture of a caption. */
function writeBlock(
	writer: FlowWriter,
	block: PdfBlock,
	context: InlineContext,
	above: PdfBlock | undefined
): void {
	const picture = above && isCaptionOf(above, block) ? above.shape : null;
	writer.inLanguage(block.lang, () => {
		if (picture?.kind !== 'picture') return writeShape(writer, block, context);
		writeLines(writer, block.lines, -Infinity, context);
		writer.end({ kind: 'picture', picture: picture.picture, alt: picture.alt });
	});
}

/** Returns the picture of a first page without words; null for none. */
function coverOf({ blocks, pages }: ReadBook): string | null {
	const [first] = blocks;
	return pages[0]?.isPicture && first?.shape.kind === 'picture' && first.page === 0
		? first.shape.picture
		: null;
}

function writeShape(writer: FlowWriter, { shape, lines, right }: PdfBlock, context: InlineContext) {
	switch (shape.kind) {
		case 'heading':
			writeLines(writer, lines, -Infinity, { ...context, font: null });
			return writer.end({ kind: 'heading', level: shape.level ?? 1 });
		case 'row':
			return writeRow(writer, shape.cells, context);
		case 'picture':
			return writer.end({ kind: 'picture', picture: shape.picture, alt: shape.alt });
		case 'alt':
			return writer.leaveOut('picture', () => {
				writer.text(shape.text);
				writer.end({ kind: 'caption' });
			});
		case 'contents':
			return writer.leaveOut('contents', () => {
				writeLines(writer, lines, right, context);
				writer.end({ kind: 'paragraph' });
			});
		case 'list-item':
			writeLines(writer, withoutBullet(lines), -Infinity, context);
			return writer.end({ kind: 'list-item' });
		case 'paragraph':
		case 'quote':
			writeLines(writer, lines, right, context);
			return writer.end({ kind: shape.kind });
		case 'caption':
			writeLines(writer, lines, -Infinity, context);
			return writer.end({ kind: 'caption' });
		default:
			return unreachable(shape);
	}
}

function writeRow(
	writer: FlowWriter,
	cells: readonly (readonly Line[])[],
	context: InlineContext
): void {
	if (cells.length > 1) writer.text('| ');
	cells.forEach((cell, i) => {
		if (i > 0) writer.text(' | ');
		writeLines(writer, cell, -Infinity, context);
	});
	if (cells.length > 1) writer.text(' |');
	writer.end({ kind: 'paragraph' });
}

function withoutBullet(lines: readonly Line[]): readonly Line[] {
	const [head, ...rest] = lines;
	const mark = head?.spans[0];
	if (!head || !mark || !/^[•◦▪‣·●○■□\ue000-\uf8ff*–-](?:\s|$)/.test(mark.text)) return lines;
	const text = mark.text.slice(1).trimStart();
	const spans = [...(text === '' ? [] : [{ ...mark, text }]), ...head.spans.slice(1)];
	return [withSpans(head, spans), ...rest];
}

interface KeyedNote {
	readonly key: string;
	readonly note: PdfNote;
}

/** How many pages after its reference a note may begin. */
const notePages = 1;

function keysOf(notes: readonly PdfNote[]): {
	readonly notes: readonly KeyedNote[];
	take: InlineContext['notes'];
} {
	const byMark = new Map<string, string[]>();
	const keyed = notes.map((note, i): KeyedNote => {
		const key = `note-${i + 1}`;
		if (note.marker !== null) {
			const at = `${note.page} ${note.marker}`;
			byMark.set(at, [...(byMark.get(at) ?? []), key]);
		}
		return { key, note };
	});
	const waitingFor = (mark: string, page: number): string[] | null => {
		for (let at = page; at <= page + notePages; at++) {
			const keys = byMark.get(`${at} ${mark}`);
			if (keys) return keys;
		}
		return null;
	};
	const take = (marks: readonly string[], page: number): readonly string[] | null => {
		const waiting = marks.flatMap((mark) => {
			const keys = waitingFor(mark, page);
			return keys ? [keys] : [];
		});
		if (waiting.length < marks.length) return null;
		return waiting.flatMap((keys) => (keys.length > 1 ? keys.shift() : keys[0]) ?? []);
	};
	return { notes: keyed, take };
}

function writeNote(writer: FlowWriter, keyed: KeyedNote | undefined, context: InlineContext): void {
	if (!keyed) return;
	writer.note(keyed.key, () => {
		for (const block of keyed.note.paragraphs) {
			const { lines, right, shape } = block;
			if (shape.kind === 'picture' || shape.kind === 'alt') writeShape(writer, block, context);
			else {
				writeLines(writer, lines, right, context);
				writer.end({ kind: shape.kind === 'quote' ? 'quote' : 'paragraph' });
			}
		}
	});
}

function hyphensOf({ blocks, notes }: ReadBook): Hyphens {
	const lines = [...blocks, ...notes.flatMap(({ paragraphs }) => paragraphs)].flatMap((block) =>
		block.lines.map(({ text }) => text)
	);
	const evidence = evidenceOf(lines.join('\n'), '');
	return { spelt: evidence.spelt, typeset: isTypeset(lines, evidence) };
}

/** What programs write as a title where nobody has given one. */
const noTitle =
	/^(?:untitled|namnlös|document\d*|dokument\d*|microsoft word\b.*)$|\.(?:docx?|indd|html?|tex|pdf|odt|qxd)$/i;

function metadataOf({ title, author, lang }: PdfMetadata): Partial<BookMetadata> {
	const name = title?.trim().replace(/\s+/g, ' ') ?? '';
	const by = author?.trim() ?? '';
	return {
		...(name !== '' && !noTitle.test(name) && { title: name }),
		...(/^\p{L}[\p{L}\p{M}\s.,;'’&-]*$/u.test(by) && {
			authors: by.split(/\s*;\s*|\s+(?:and|och|&)\s+/).filter((one) => one !== '')
		}),
		...(lang !== null &&
			/^[a-z]{2,3}(?:-|$)/i.test(lang) && {
				lang: lang.toLowerCase().slice(0, lang.indexOf('-') > 0 ? lang.indexOf('-') : undefined)
			})
	};
}

function noticesOf({ pages }: ReadBook, { labels }: PdfDocument): readonly Notice[] {
	const pictures = rangesOf(
		pages.filter(({ isPicture }) => isPicture),
		labels
	);
	const doubtful = rangesOf(
		pages.filter((page) => page.doubtful),
		labels
	);
	return [
		...(pictures.length > 0 ? [{ kind: 'picture-pages', pages: pictures } as const] : []),
		...(doubtful.length > 0 ? [{ kind: 'doubtful-pages', pages: doubtful } as const] : [])
	];
}

/** Names pages as the file does; those that follow one another as a range. */
function rangesOf(
	pages: readonly { readonly index: number }[],
	labels: readonly string[] | null
): readonly string[] {
	const runs: { from: number; to: number }[] = [];
	for (const { index } of pages) {
		const last = runs.at(-1);
		if (last?.to === index - 1) last.to = index;
		else runs.push({ from: index, to: index });
	}
	const name = (index: number): string => labels?.[index] || String(index + 1);
	return runs.map(({ from, to }) => (from === to ? name(from) : `${name(from)}–${name(to)}`));
}

/** Makes one run of blocks and notes of a book’s pages. */
import { endsParagraph, startsInside } from '../../import/ending';
import type { LeftOutReason } from '../../import/leftOut';
import { regionsOf, type Region } from './columns';
import type { PdfOutlineEntry, PdfPicture } from './document';
import { withDropCaps } from './dropCap';
import { footOf } from './footnotes';
import { fragmentsOf } from './fragments';
import { furnitureOf, reasonOf } from './furniture';
import { headingsOf } from './headings';
import { marksIn } from './inline';
import { goesOn } from './joining';
import { linesOf, type Line } from './line';
import { measure, type Measures } from './measures';
import type { PageText } from './pageText';
import { blocksOf, type ColumnContext } from './paragraphs';
import type { OpenBlock, PdfBlock, PdfNote } from './pdfBlock';
import { insertPicture, picturesOfText } from './pictures';

export interface LeftOutLine {
	readonly text: string;
	readonly reason: LeftOutReason;
	/** The 0-based page on which it stands. */
	readonly page: number;
}

export interface ReadBook {
	readonly blocks: readonly PdfBlock[];
	readonly notes: readonly PdfNote[];
	readonly leftOut: readonly LeftOutLine[];
	readonly measures: Measures;
	readonly pages: readonly PageText[];
}

/** A page’s columns, without furniture. */
interface Columned {
	readonly page: PageText;
	readonly regions: readonly Region[];
}

export function readPages(
	pages: readonly PageText[],
	outline: readonly PdfOutlineEntry[]
): ReadBook {
	const furniture = furnitureOf(pages.map(({ loose, height }) => ({ spans: loose, height })));
	const columned = pages.map((page, i): Columned => {
		const own = furniture[i]?.spans;
		const text = own?.size ? page.loose.filter((span) => !own.has(span)) : page.loose;
		return { page, regions: regionsOf(fragmentsOf(withDropCaps(text)), page.index) };
	});
	const columns = columned.flatMap(({ page, regions }) => [
		...(page.tagged?.blocks ?? []).map(({ lines }) => lines),
		...regions.map(({ lines }) => lines)
	]);
	const measures = measure(columns);
	const headings = headingsOf(columns.flat(), outline, measures);
	const book = new BookBuilder({ measures, headings }, footOfPages(columns));
	const pictures = picturesOfText(pages);
	columned.forEach(({ page, regions }, i) => book.add(page, regions, pictures[i] ?? []));
	return {
		...book.result(),
		leftOut: pages.flatMap((page, i) => leftOutOf(page, furniture[i]?.lines ?? [])),
		measures,
		pages
	};
}

/** Share of pages whose lowest line stands no lower than the foot of the text. */
const usualFoot = 0.95;

function footOfPages(columns: readonly (readonly Line[])[]): number {
	const lowest = new Map<number, number>();
	for (const { y, page } of columns.flat()) lowest.set(page, Math.max(lowest.get(page) ?? 0, y));
	const sorted = [...lowest.values()].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) * usualFoot)] ?? 0;
}

type FurnitureLine = Pick<LeftOutLine, 'text' | 'reason'>;

function leftOutOf(page: PageText, furniture: readonly FurnitureLine[]): readonly LeftOutLine[] {
	const marked = linesOf(page.artifacts, page.index).map(({ text }) => text);
	return [
		...furniture,
		...marked.map((text) => ({ text, reason: reasonOf(text) })),
		...page.askew.map((text) => ({ text, reason: 'running-head' as const }))
	].map((line) => ({ ...line, page: page.index }));
}

class BookBuilder {
	readonly #context: ColumnContext;
	readonly #blocks: OpenBlock[] = [];
	/** Those that a text does not go on around. */
	readonly #texts: OpenBlock[] = [];
	readonly #notes: { readonly note: PdfNote; readonly rest: OpenBlock[] }[] = [];

	/** Where the lowest lines of most pages stand. */
	readonly #foot: number;

	constructor(context: ColumnContext, foot: number) {
		this.#context = context;
		this.#foot = foot;
	}

	result(): Pick<ReadBook, 'blocks' | 'notes'> {
		return {
			blocks: this.#blocks,
			notes: this.#notes.map(({ note, rest }) => ({ ...note, paragraphs: rest }))
		};
	}

	add(
		{ tagged, index }: PageText,
		regions: readonly Region[],
		pictures: readonly PdfPicture[]
	): void {
		const from = this.#blocks.length;
		if (tagged) {
			this.#addBlocks(tagged.blocks.map((block) => this.#withRight(block)));
			this.#addNotes(tagged.notes, overleaf);
		}
		const references = referencesIn(regions);
		const atFoot = regionsAtFoot(regions);
		for (const region of regions) this.#addRegion(region, atFoot.has(region), references);
		for (const picture of pictures) insertPicture(this.#blocks, from, picture, index);
	}

	#addRegion(region: Region, atFoot: boolean, references: ReadonlySet<string>): void {
		const { measures } = this.#context;
		const isOpen = this.#isNoteOpen(region.lines[0]?.page ?? 0, nextColumn);
		const { text, notes } = atFoot
			? footOf(region.lines, measures, references, isOpen)
			: { text: region.lines, notes: [] };
		if (text.length > 0) this.#addBlocks(blocksOf(text, this.#context));
		this.#addNotes(notes, nextColumn);
	}

	#lastNoteLine(): Line | undefined {
		return this.#notes
			.at(-1)
			?.rest.findLast(({ lines }) => lines.length > 0)
			?.lines.at(-1);
	}

	/** Returns whether the last note ends shortly before a page, and does not end its sentence. */
	#isNoteOpen(page: number, { least, most }: Distance): boolean {
		const last = this.#lastNoteLine();
		if (!last || page - last.page < least || page - last.page > most) return false;
		return !/[.!?…)”"’]$/.test(last.text);
	}

	/** Lines of a tagged block reach as far as others that begin at the same place. */
	#withRight(block: PdfBlock): PdfBlock {
		const last = block.lines.at(-1);
		const right = last ? this.#context.measures.right(last.x0) : null;
		return right === null ? block : { ...block, right: Math.max(right, block.right) };
	}

	/** The first block of a column may go on with the last of the column before. */
	#addBlocks(blocks: readonly PdfBlock[]): void {
		const [first, ...rest] = blocks;
		if (!first) return;
		const above = this.#lastText(first);
		if (above && !this.#endsEarly(above, first) && goesOn(above, first, this.#context.measures))
			above.lines.push(...first.lines);
		else this.#open(first);
		for (const block of rest) this.#open(block);
	}

	/**
	 * Returns whether a page ends after a sentence though it had room for a line: the paragraph ends
	 * there. Above notes there is never room.
	 */
	#endsEarly({ lines }: PdfBlock, { lines: below }: PdfBlock): boolean {
		const [last, first] = [lines.at(-1), below[0]];
		const { measures } = this.#context;
		if (!last || !first || measures.indent !== null || last.page === first.page) return false;
		if (this.#lastNoteLine()?.page === last.page) return false;
		const free = this.#foot - last.y;
		const ends = endsParagraph(last.text) && !startsInside(first.text);
		return ends && free > 0.95 * measures.leading(last.size);
	}

	#open(block: PdfBlock): void {
		const open = opened(block);
		this.#blocks.push(open);
		if (!around.has(block.shape.kind)) this.#texts.push(open);
	}

	/** Captions, rows of tables and small print stand within a text that goes on around them. */
	#lastText(below: PdfBlock): OpenBlock | undefined {
		const size = below.lines[0]?.size ?? 0;
		const near = this.#texts.slice(-8);
		return near.findLast(
			({ shape, lines }) => shape.kind === 'heading' || (lines[0]?.size ?? 0) > size * 0.95
		);
	}

	/** A note without a mark goes on with the one before, if that is open; else it is one of its own. */
	#addNotes(notes: readonly PdfNote[], distance: Distance): void {
		for (const note of notes) {
			const last = this.#notes.at(-1);
			if (note.marker === null && last && this.#isNoteOpen(note.page, distance))
				appendTo(last.rest, note.paragraphs);
			else this.#notes.push({ note, rest: note.paragraphs.map(opened) });
		}
	}
}

/** How many pages after its last line a note may go on. */
interface Distance {
	readonly least: number;
	readonly most: number;
}

const nextColumn: Distance = { least: 0, most: 1 };
/** Within a page the structure says where a note ends; a page of pictures may stand between two. */
const overleaf: Distance = { least: 1, most: 2 };

const around = new Set<string>(['caption', 'row', 'picture', 'alt', 'contents']);

/** Goes on with a note’s last paragraph: what stands on the next page belongs to it. */
function appendTo(paragraphs: OpenBlock[], rest: readonly PdfBlock[]): void {
	const last = paragraphs.at(-1);
	const [first, ...more] = rest;
	// A picture has no lines.
	const isJoined = last && first && last.lines.length > 0 && first.lines.length > 0;
	if (isJoined) last.lines.push(...first.lines);
	paragraphs.push(...(isJoined ? more : rest).map(opened));
}

const opened = (block: PdfBlock): OpenBlock => ({ ...block, lines: [...block.lines] });

/** Returns the raised marks of a page, which refer to notes. */
const referencesIn = (regions: readonly Region[]): ReadonlySet<string> =>
	new Set(
		regions.flatMap(({ lines }) =>
			lines.flatMap(({ raised }) => [...raised].flatMap(({ text }) => marksIn(text)))
		)
	);

/** Returns the regions of a page below which nothing stands in their column. */
function regionsAtFoot(regions: readonly Region[]): ReadonlySet<Region> {
	const places = regions.map((region) => ({ region, ...boundsOf(region) }));
	return new Set(
		places
			.filter(({ x0, x1, foot }) =>
				places.every((other) => other.top <= foot || other.x1 <= x0 || other.x0 >= x1)
			)
			.map(({ region }) => region)
	);
}

/** Returns where the lines of a region begin and end, from side to side and from top to foot. */
const boundsOf = ({ lines }: Region) => ({
	x0: lines.reduce((least, { x0 }) => Math.min(least, x0), Infinity),
	x1: lines.reduce((most, { x1 }) => Math.max(most, x1), -Infinity),
	top: lines[0]?.y ?? 0,
	foot: lines.at(-1)?.y ?? 0
});

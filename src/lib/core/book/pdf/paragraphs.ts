/** Makes blocks of a column’s lines: paragraphs, headings, quotations and list items. */
import { captionStart, isHeadingLine, headingShape, type Headings } from './headings';
import { isBold, type Line } from './line';
import { isOfSize, type Frame, type Measures } from './measures';
import type { PdfBlock, PdfShape } from './pdfBlock';
import { hasRoom } from './room';

export interface ColumnContext {
	readonly measures: Measures;
	readonly headings: Headings;
}

/** What begins at a line. */
type Start = 'heading' | 'item' | 'inset' | 'paragraph';

interface Group {
	readonly start: Start;
	readonly lines: Line[];
	/** Each line so far leaves room for the first word of the next. */
	isVerse: boolean;
}

export function blocksOf(lines: readonly Line[], context: ColumnContext): readonly PdfBlock[] {
	const column = new ColumnReader(lines, context);
	return column.groups().map((group) => column.block(group));
}

const bullet = /^[•◦▪‣·●○■□–*-]$|^[•◦▪‣●○■□]\s*\S/;
const numbered = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)])(?:\s|$)/;

/** Least inset of a quotation or a poem, in sizes of the letters. */
const minInset = 0.7;

class ColumnReader {
	readonly #lines: readonly Line[];
	readonly #measures: Measures;
	readonly #headings: Headings;
	readonly #frame: Frame;
	readonly #insets: ReadonlySet<Line>;

	constructor(lines: readonly Line[], { measures, headings }: ColumnContext) {
		this.#lines = lines;
		this.#measures = measures;
		this.#headings = headings;
		this.#frame = measures.frame(lines);
		this.#insets = this.#findInsets();
	}

	groups(): readonly Group[] {
		const groups: Group[] = [];
		this.#lines.forEach((line, i) => {
			const start = this.#startAt(i, groups.at(-1));
			if (start) groups.push({ start, lines: [line], isVerse: true });
			else this.#append(groups.at(-1), line);
		});
		return groups;
	}

	#append(group: Group | undefined, line: Line): void {
		const above = group?.lines.at(-1);
		if (!group || !above) return;
		group.isVerse &&= hasRoom(above, line, this.#frame.right);
		group.lines.push(line);
	}

	block({ start, lines }: Group): PdfBlock {
		const [head] = lines;
		return {
			shape: this.#shape(start, lines),
			lines,
			page: head?.page ?? 0,
			y: head?.y ?? 0,
			right: start === 'inset' ? this.#rightOf(lines) : this.#frame.right,
			lang: null
		};
	}

	#shape(start: Start, lines: readonly Line[]): PdfShape {
		switch (start) {
			case 'heading':
				return headingShape(lines, this.#headings);
			case 'item':
				return { kind: 'list-item' };
			case 'inset':
				return { kind: 'quote' };
			case 'paragraph':
				return { kind: isCaption(lines, this.#measures) ? 'caption' : 'paragraph' };
		}
	}

	/** Lines that are set in reach as far as others that begin at the same place. */
	#rightOf(lines: readonly Line[]): number {
		const widest = lines.reduce((most, { x1 }) => Math.max(most, x1), 0);
		const last = lines.at(-1);
		return Math.max(widest, last ? (this.#measures.right(last.x0) ?? 0) : 0);
	}

	/** Returns what begins at a line; null where it goes on with the line above. */
	#startAt(i: number, group: Group | undefined): Start | null {
		const line = this.#lines[i];
		const above = this.#lines[i - 1];
		if (!line) return null;
		if (isHeadingLine(line, this.#headings))
			return group?.start === 'heading' && above && this.#isOneHeading(above, line)
				? null
				: 'heading';
		if (this.#beginsItem(i, group)) return 'item';
		const inset = this.#insets.has(line);
		if (!above || !group || group.start === 'heading') return inset ? 'inset' : 'paragraph';
		if (group.start === 'item')
			return this.#hangs(group, line, above) ? null : inset ? 'inset' : 'paragraph';
		if (inset !== (group.start === 'inset')) return inset ? 'inset' : 'paragraph';
		return this.#isParted(i, group) ? (inset ? 'inset' : 'paragraph') : null;
	}

	#isOneHeading(above: Line, line: Line): boolean {
		return (
			isOfSize(line, above.size) &&
			line.y - above.y < above.size * 1.6 &&
			isBold(line) === isBold(above)
		);
	}

	#beginsItem(i: number, group: Group | undefined): boolean {
		const line = this.#lines[i];
		const mark = line?.spans[0]?.text ?? '';
		if (!line || !(bullet.test(mark) || numbered.test(`${mark} `))) return false;
		const text = itemText(line);
		if (text === null) return false;
		const next = this.#lines[i + 1];
		const hanging = next !== undefined && Math.abs(next.x0 - text) < 2 && next.x0 > line.x0 + 2;
		const again = group?.start === 'item' && Math.abs((group.lines[0]?.x0 ?? 0) - line.x0) < 2;
		return hanging || again || /^[•◦▪‣●○■□]/.test(mark);
	}

	/** Returns whether a line goes on with an item: it begins where the item’s words do. */
	#hangs(group: Group, line: Line, above: Line): boolean {
		const [head] = group.lines;
		const text = head ? itemText(head) : null;
		if (this.#hasGap(above, line)) return false;
		return text !== null && Math.abs(line.x0 - text) < 3;
	}

	#hasGap(above: Line, line: Line): boolean {
		const { leading, raisedLeading } = this.#measures;
		const size = Math.max(above.size, line.size);
		// A raised figure stands above its line: it widens no distance below.
		const usual = line.raised.size > 0 ? raisedLeading(size) : leading(size);
		return line.y - above.y > usual * 1.17 || line.y < above.y - 1;
	}

	/** A raised figure may widen a line’s distance, but not where an indent follows. */
	#isWide(above: Line, line: Line): boolean {
		return line.y - above.y > this.#measures.leading(line.size) * 1.1;
	}

	/** Returns whether a paragraph begins at a line that is set as the line above is. */
	#isParted(i: number, group: Group): boolean {
		const [above, line] = [this.#lines[i - 1], this.#lines[i]];
		if (!above || !line) return true;
		if (!isOfSize(line, above.size) && Math.abs(line.size - above.size) > 0.4) return true;
		if (this.#hasGap(above, line)) return true;
		if (group.start === 'inset') {
			const left = group.lines.at(-1)?.x0 ?? line.x0;
			// Lines of verse may be indented more than others without a new paragraph.
			return group.lines.length > 1 && line.x0 > left + 0.6 * line.size && !group.isVerse;
		}
		if (this.#isIndented(line) && (!this.#measures.both || this.#isWide(above, line))) return true;
		if (this.#measures.indent === null && !this.#measures.gap)
			return hasRoom(above, line, this.#frame.right);
		return false;
	}

	#isIndented(line: Line): boolean {
		const inset = line.x0 - this.#frame.left;
		const { indent } = this.#measures;
		return indent !== null ? Math.abs(inset - indent) < 2.5 : inset > 0.8 * line.size;
	}

	/** Finds the lines of quotations and poems: several in a row that are set in, not first lines alone. */
	#findInsets(): ReadonlySet<Line> {
		const found = new Set<Line>();
		let run: Line[] = [];
		for (const line of this.#lines) {
			const inset = line.x0 - this.#frame.left;
			const above = run.at(-1);
			if (above && (inset < minInset * line.size || this.#hasGap(above, line))) {
				for (const set of this.#insetLines(run, line)) found.add(set);
				run = [];
			}
			if (inset >= minInset * line.size) run.push(line);
		}
		for (const set of this.#insetLines(run, null)) found.add(set);
		return found;
	}

	/** `after`: the line below the run, which the last of the run may belong to as its first line. */
	#insetLines(run: readonly Line[], after: Line | null): readonly Line[] {
		const last = run.at(-1);
		if (!last) return [];
		const { indent } = this.#measures;
		const isFirst = (line: Line) => indent !== null && this.#isIndented(line);
		const goesOn = after !== null && !this.#hasGap(last, after) && isOfSize(after, last.size);
		const own = goesOn && (isFirst(last) || indent === null) ? run.slice(0, -1) : run;
		if (own.length === 0) return [];
		if (!own.every(isFirst)) return own.length === 1 && isFirst(own[0] ?? last) ? [] : own;
		if (this.#measures.both) return own.length > 1 ? own : [];
		// All stand at the indent: a quotation’s lines are full, those of dialogue end where they may.
		const right = this.#rightOf(own);
		const full = own.slice(0, -1).filter((line, i) => {
			const next = own[i + 1];
			return next && !hasRoom(line, next, right);
		});
		return own.length > 1 && full.length * 2 >= own.length - 1 && full.length > 0 ? own : [];
	}
}

/** Returns where the words of a list item begin, after its mark; null where no words follow. */
function itemText(line: Line): number | null {
	const [mark, ...words] = line.spans;
	if (!mark) return null;
	if (/^(?:[•◦▪‣·●○■□–*-]|\(?(?:\d{1,3}|[a-z])[.)])$/.test(mark.text)) return words[0]?.x0 ?? null;
	const share = (/^\S+\s*/.exec(mark.text)?.[0].length ?? 0) / mark.text.length;
	return mark.x0 + (mark.x1 - mark.x0) * share;
}

function isCaption(lines: readonly Line[], { size }: Measures): boolean {
	const text = lines[0]?.text ?? '';
	return (
		captionStart.test(text) &&
		(lines.every((line) => line.size < size * 0.97) || /^\S+\s+\d+[.:]/.test(text))
	);
}

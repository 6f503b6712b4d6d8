/** Finds the blocks that the entries of a PDF’s outline lead to. */
import type { ContentsEntry } from '../flow';
import type { PdfOutlineEntry } from './document';
import { folded } from './headings';
import type { PdfBlock } from './pdfBlock';

interface Contents {
	readonly entries: readonly ContentsEntry[];
	/** The anchors before each block, by the block’s number. */
	readonly anchors: ReadonlyMap<number, readonly string[]>;
}

/** `heights`: those of the pages, since an outline counts from a page’s lower edge. */
export function contentsOf(
	outline: readonly PdfOutlineEntry[],
	blocks: readonly PdfBlock[],
	heights: readonly number[]
): Contents {
	const targets = new Targets(blocks);
	const anchors = new Map<number, string[]>();
	const entries = outline.map((entry, i): ContentsEntry => {
		const { title, level, page, y } = entry;
		if (page === null) return { title, level, target: null };
		const top = y === null ? 0 : (heights[page] ?? 0) - y;
		const block = targets.at({ title, page, top });
		if (block === null) return { title, level, target: null };
		const target = `#entry-${i + 1}`;
		const own = anchors.get(block) ?? [];
		anchors.set(block, own);
		own.push(target);
		return { title, level, target };
	});
	return { entries, anchors };
}

interface Place {
	readonly title: string;
	readonly page: number;
	readonly top: number;
}

/** How many pages after its target an entry’s block is looked for. */
const pagesAfter = 3;

/** The blocks by their pages. */
class Targets {
	readonly #blocks: readonly PdfBlock[];
	readonly #byPage = new Map<number, number[]>();
	/** The words of blocks, folded. */
	readonly #names = new Map<number, string>();

	constructor(blocks: readonly PdfBlock[]) {
		this.#blocks = blocks;
		blocks.forEach(({ page }, i) => {
			const on = this.#byPage.get(page) ?? [];
			this.#byPage.set(page, on);
			on.push(i);
		});
	}

	/** Returns the block with an entry’s words, else the first below its target; null for none. */
	at({ title, page, top }: Place): number | null {
		const on = this.#byPage.get(page) ?? [];
		const name = folded(title);
		const named = name === '' ? undefined : on.find((i) => this.#nameOf(i) === name);
		const found = named ?? on.find((i) => (this.#blocks[i]?.y ?? 0) >= top - 2);
		if (found !== undefined) return found;
		for (let next = page + 1; next <= page + pagesAfter; next++) {
			const first = this.#byPage.get(next)?.[0];
			if (first !== undefined) return first;
		}
		return null;
	}

	#nameOf(i: number): string {
		const known = this.#names.get(i);
		if (known !== undefined) return known;
		const name = folded(this.#blocks[i]?.lines.map(({ text }) => text).join(' ') ?? '');
		this.#names.set(i, name);
		return name;
	}
}

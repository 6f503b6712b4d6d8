/**
 * Numbers the notes of a book: each reference of a chapter gets a number that no other note of the
 * book has, and the chapter gets the note. A note to which two chapters refer stands in both.
 */
import { references } from '../text/inline';
import type { Inline } from '../text/inlineTree';
import type { FlowBlock, FlowNote } from './flow';

export interface NumberedNote {
	readonly marker: string;
	readonly blocks: readonly FlowBlock[];
}

/** Blocks and notes of a chapter, with numbers as the markers of references. */
export interface NumberedChapter {
	readonly blocks: readonly FlowBlock[];
	readonly notes: readonly NumberedNote[];
}

export class NoteNumbers {
	/** The number of notes that neither the text nor another note leads to. */
	readonly looseCount: number;
	readonly #notes: ReadonlyMap<string, FlowNote>;
	/** The keys of notes to which the text itself refers. */
	readonly #inText: ReadonlySet<string>;
	/** The keys of loose notes that no chapter has yet. */
	readonly #loose: Set<string>;
	#last = 0;

	constructor(blocks: readonly FlowBlock[], notes: readonly FlowNote[]) {
		this.#notes = byKey(notes);
		this.#inText = new Set(keysIn(blocks.filter(({ reason }) => reason === null)));
		this.#loose = new Set(looseKeys(blocks, this.#notes));
		this.looseCount = this.#loose.size;
	}

	/**
	 * Numbers the references in the blocks of a chapter, `from` up to `to`, and the notes that stand
	 * there without a reference. Notes to which a note refers come after it. A reference whose note
	 * the file does not have, or has without content, is dropped; so is one in what is left out, where
	 * the text refers to the note too.
	 */
	chapter(blocks: readonly FlowBlock[], from: number, to: number): NumberedChapter {
		const markers = new Map<string, string>();
		const markerOf = (key: string): string => {
			const marker = markers.get(key) ?? String(++this.#last);
			markers.set(key, marker);
			return marker;
		};
		const numbered = (nodes: readonly Inline[], isText: boolean): readonly Inline[] =>
			nodes.flatMap((node): readonly Inline[] => {
				if (node.type !== 'reference')
					return [
						'children' in node ? { ...node, children: numbered(node.children, isText) } : node
					];
				const { marker: key } = node;
				const hasNote = this.#notes.has(key) && (isText || !this.#inText.has(key));
				return hasNote ? [{ ...node, marker: markerOf(key) }] : [];
			});
		const numberedBlock = (block: FlowBlock) => ({
			...block,
			inline: numbered(block.inline, block.reason === null)
		});
		const own = blocks.slice(from, to).map(numberedBlock);
		for (const key of this.#loose) {
			const before = this.#notes.get(key)?.before ?? -1;
			const isLast = to === blocks.length && before >= to;
			if ((before < from || before >= to) && !isLast) continue;
			markerOf(key);
			this.#loose.delete(key);
		}
		const notes: NumberedNote[] = [];
		// The map grows while notes refer to further notes.
		for (const [key, marker] of markers) {
			const note = this.#notes.get(key);
			if (note) notes.push({ marker, blocks: note.blocks.map(numberedBlock) });
		}
		return { blocks: own, notes };
	}
}

/** Finds notes by their keys. Of two with one key the second has no reference: it gets a key of its own. */
function byKey(notes: readonly FlowNote[]): ReadonlyMap<string, FlowNote> {
	const found = new Map<string, FlowNote>();
	for (const [at, note] of notes.entries()) {
		if (note.blocks.length === 0) continue;
		found.set(found.has(note.key) ? `${note.key} ${at}` : note.key, note);
	}
	return found;
}

/**
 * Returns the keys of notes that stand without a reference: to which nothing refers and, where notes
 * only refer to one another, the first of these.
 */
function looseKeys(
	blocks: readonly FlowBlock[],
	notes: ReadonlyMap<string, FlowNote>
): readonly string[] {
	const reached = new Set<string>();
	const reach = (from: readonly FlowBlock[]) => {
		const open = keysIn(from);
		for (let key = open.pop(); key !== undefined; key = open.pop()) {
			if (reached.has(key)) continue;
			reached.add(key);
			open.push(...keysIn(notes.get(key)?.blocks ?? []));
		}
	};
	reach(blocks);
	const referred = new Set(
		[...notes].flatMap(([key, note]) => keysIn(note.blocks).filter((other) => other !== key))
	);
	const roots = [...notes.keys()].filter((key) => !referred.has(key));
	return [...roots, ...notes.keys()].filter((key) => {
		if (reached.has(key)) return false;
		reached.add(key);
		reach(notes.get(key)?.blocks ?? []);
		return true;
	});
}

const keysIn = (blocks: readonly FlowBlock[]): string[] =>
	blocks.flatMap(({ inline }) => references(inline));

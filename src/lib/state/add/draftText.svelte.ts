import type { LeftOut } from '$lib/core/import/leftOut';
import type { Article, BlockShape, Metadata } from '$lib/core/text/article';
import * as edit from '$lib/core/import/editImported';
import type { Imported } from '$lib/core/import/imported';
import { carryIds, firstIds, type BlockIds } from './blockIds';
import { begin, record, redo, undo, type History } from './history';

/** A text that the reader checks before saving it: every change can be undone. */
export class DraftText {
	#history = $state.raw<History<Imported>>(
		begin({ article: { lang: 'sv', blocks: [] }, leftOut: [], notices: [] })
	);
	#ids = $state.raw<BlockIds>(firstIds(0));
	readonly #changed: () => void;

	/** `changed` is called after every change, also by undo and redo. */
	constructor(content: Imported, changed: () => void) {
		this.#history = begin(content);
		this.#ids = firstIds(content.article.blocks.length);
		this.#changed = changed;
	}

	readonly content = $derived(this.#history.present);
	readonly article: Article = $derived(this.content.article);
	readonly leftOut: readonly LeftOut[] = $derived(this.content.leftOut);
	/** One id for each block, in order: see `blockIds.ts`. */
	readonly ids = $derived(this.#ids.ids);
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);

	/**
	 * Sets the kind of a block. `text`, here and below: the text in the editor’s field, which may not
	 * have been applied yet.
	 */
	setShape(index: number, shape: BlockShape, text: string): void {
		this.#edit(edit.changeKind(this.#typed(index, text), index, shape));
	}

	/** Sets the words of a block; an empty text removes the block. */
	setText(index: number, text: string): void {
		this.#edit(edit.editText(this.content, index, text));
	}

	split(index: number, at: number, text: string): void {
		this.#edit(edit.split(this.#typed(index, text), index, at));
	}

	/** Joins a block with the next one. */
	join(index: number, text: string): void {
		this.#edit(edit.join(this.#typed(index, text), index));
	}

	drop(index: number): void {
		this.#edit(edit.drop(this.content, index));
	}

	makeTitle(index: number, text: string): void {
		this.#edit(edit.makeTitle(this.#typed(index, text), index));
	}

	/** Puts the left-out text with this index back. */
	restore = (index: number): void => this.#edit(edit.restore(this.content, index));

	setMetadata = (change: edit.MetadataEdit): void =>
		this.#edit(edit.editMetadata(this.content, change));

	/** Takes over the stored translation’s metadata, before the reader has changed anything. */
	fillIn({ lang: _, ...stored }: Metadata): void {
		this.#history = begin(edit.editMetadata(this.content, stored));
		this.#changed();
	}

	/** Replaces the whole text by another reading of its file. */
	replace = (content: Imported): void => this.#edit(content);

	#typed(index: number, text: string): Imported {
		return text.trim() === '' ? this.content : edit.editText(this.content, index, text);
	}

	#edit(next: Imported): void {
		if (next === this.content) return;
		this.#to(record(this.#history, next));
	}

	undo = () => this.#to(undo(this.#history));
	redo = () => this.#to(redo(this.#history));

	#to(history: History<Imported>): void {
		const before = this.#history.present;
		if (history.present === before) return;
		this.#ids = carryIds(this.#ids, before.article.blocks, history.present.article.blocks);
		this.#history = history;
		this.#changed();
	}
}

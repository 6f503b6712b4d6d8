import type { LeftOut } from '$lib/core/library/store';
import type { Article, BlockShape, Metadata } from '$lib/core/text/article';
import * as edit from '$lib/core/import/edit';
import type { Imported } from '$lib/core/import/imported';
import { carryIds, firstIds, type BlockIds } from './blockIds';
import { begin, record, redo, undo, type History } from './history';

/** A text that the reader looks through before saving: every change can be undone. */
export class DraftText {
	#history = $state.raw<History<Imported>>(
		begin({ article: { lang: 'sv', blocks: [] }, leftOut: [], notices: [] })
	);
	#ids = $state.raw<BlockIds>(firstIds(0));
	readonly #changed: () => void;

	/** `changed` hears of every change, undone and redone ones too. */
	constructor(content: Imported, changed: () => void) {
		this.#history = begin(content);
		this.#ids = firstIds(content.article.blocks.length);
		this.#changed = changed;
	}

	readonly content = $derived(this.#history.present);
	readonly article: Article = $derived(this.content.article);
	readonly leftOut: readonly LeftOut[] = $derived(this.content.leftOut);
	/** One for each block, in order: see `blockIds.ts`. */
	readonly ids = $derived(this.#ids.ids);
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);

	/** `text`, here and below: the block's own, where it has been changed and not yet set. */
	setShape(index: number, shape: BlockShape, text: string): void {
		this.#edit(edit.changeKind(this.#typed(index, text), index, shape));
	}

	/** A text without words takes its block away. */
	setText(index: number, text: string): void {
		this.#edit(edit.editText(this.content, index, text));
	}

	split(index: number, at: number, text: string): void {
		this.#edit(edit.split(this.#typed(index, text), index, at));
	}

	/** With the next one. */
	join(index: number, text: string): void {
		this.#edit(edit.join(this.#typed(index, text), index));
	}

	drop(index: number): void {
		this.#edit(edit.drop(this.content, index));
	}

	makeTitle(index: number, text: string): void {
		this.#edit(edit.makeTitle(this.#typed(index, text), index));
	}

	/** Puts back the left-out text of this index. */
	restore = (index: number): void => this.#edit(edit.restore(this.content, index));

	setMetadata = (change: edit.MetadataEdit): void =>
		this.#edit(edit.editMetadata(this.content, change));

	/** What the stored translation knows of the text, before the reader has changed anything. */
	fillIn({ lang: _, ...stored }: Metadata): void {
		this.#history = begin(edit.editMetadata(this.content, stored));
		this.#changed();
	}

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

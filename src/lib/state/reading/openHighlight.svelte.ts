/** The highlight that is open: its colour, and its note while it is written. */
import type { HighlightColour, OwnHighlight } from '$lib/core/highlight/ownHighlight';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { T } from '$lib/i18n';
import type { Announcer } from './announcer.svelte';
import type { HighlightStore } from './highlightStore.svelte';

export class OpenHighlight {
	#record = $state.raw<OwnHighlight | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);
	/** The note as it is being written. */
	note = $state('');
	/** Whether it was opened to write a note. */
	writing = false;
	/** Under way: a second call must not save the note again. */
	#closing: Promise<void> | null = null;
	readonly #store: HighlightStore;
	readonly #announcer: Announcer;
	readonly #t: T;

	constructor(store: HighlightStore, announcer: Announcer, t: T) {
		this.#store = store;
		this.#announcer = announcer;
		this.#t = t;
	}

	get id(): string | null {
		return this.#record?.id ?? null;
	}
	get record(): OwnHighlight | null {
		return this.#record;
	}
	/** Why the last change was not saved; null if it was. */
	get failure(): StoreFailure | null {
		return this.#failure;
	}

	/**
	 * Opens a highlight, after the one that is open has been closed: that stays where its note cannot be
	 * saved.
	 */
	async open(record: OwnHighlight, writing: boolean): Promise<void> {
		if (this.id === record.id) return;
		await this.close();
		if (this.#record) return;
		this.writing = writing;
		this.#record = record;
		this.#failure = null;
		this.note = record.note;
	}

	/** Saves the note if it was changed. Returns whether it is saved. */
	async save(): Promise<boolean> {
		const note = this.note.trim();
		return !this.#record || note === this.#record.note || this.#change({ note });
	}

	async recolour(colour: HighlightColour): Promise<void> {
		await this.#change({ colour });
	}

	/** Saves the note and closes; a note that cannot be saved stays open, with the reason. */
	close(): Promise<void> {
		this.#closing ??= this.#close().finally(() => (this.#closing = null));
		return this.#closing;
	}

	async #close(): Promise<void> {
		const record = this.#record;
		if (record && (await this.save()) && this.id === record.id) this.#record = null;
	}

	async remove(record: OwnHighlight): Promise<void> {
		const note = this.id === record.id ? this.note.trim() : record.note;
		const newest = this.#newest(record);
		const removed = await this.#store.remove(newest);
		if (!removed.ok) return this.#announcer.announceFailure(removed.failure, this.#t);
		if (this.id === record.id) this.#record = null;
		this.#announcer.announceUndoable(
			this.#t('highlights.removed'),
			() => this.#store.restore({ ...newest, note }, removed.value),
			this.#t
		);
	}

	/** Changes it as it was when it was opened, so that another tab's change is not overwritten. */
	async #change(part: Partial<Pick<OwnHighlight, 'colour' | 'note'>>): Promise<boolean> {
		const record = this.#record;
		if (!record) return false;
		const changed = await this.#store.change(record, part);
		this.#failure = changed.ok ? null : changed.failure;
		if (changed.ok && this.id === record.id) this.#record = changed.value;
		// The reader has been told: the next try replaces what the other tab saved.
		else if (!changed.ok && changed.failure.kind === 'conflict')
			this.#record = this.#newest(record);
		return changed.ok;
	}

	#newest = (record: OwnHighlight): OwnHighlight =>
		this.#store.records.find(({ id }) => id === record.id) ?? record;
}

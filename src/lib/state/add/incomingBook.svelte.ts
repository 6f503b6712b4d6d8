/* eslint-disable svelte/prefer-svelte-reactivity -- this set is never changed */
import { draftBook } from '$lib/core/library/draftBook';
import type { Book } from '$lib/core/book/book';
import type { BookDraft, KeptPicture } from '$lib/core/library/ownBook';
import { bookToSave } from '$lib/core/library/saveBook';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure, StoreResult } from '$lib/core/library/storeFailure';
import { fail, type Result } from '$lib/core/result';
import { KeptDraft, type LockDraft } from '../keptDraft.svelte';
import { BookText, type BookRecord } from './bookText.svelte';
import { sameBook } from './duplicate';

/** What a book on its way into the library needs from outside. */
export interface BookEnvironment {
	readonly ask: <T>(question: (store: Store) => StoreResult<T>) => StoreResult<T>;
	readonly lockDraft: LockDraft;
	/** Returns the present moment. */
	readonly now: () => string;
}

/** Pause in milliseconds after a change before a draft is written: it holds the whole book. */
const restMs = 300;

/** A book that is being added. It is kept as a draft, with its pictures, until it is saved. */
export class IncomingBook {
	/** The book as the reader checks it. */
	readonly text: BookText;
	readonly record: KeptDraft<BookRecord>;
	/** The pictures that the store may not have yet. */
	#pictures: readonly KeptPicture[];
	#discarding: Promise<void> | null = null;
	readonly #environment: BookEnvironment;

	/** A draft of an earlier visit has its pictures in the store: pass none. */
	constructor(
		draft: BookRecord,
		pictures: readonly KeptPicture[],
		environment: BookEnvironment,
		resumed: boolean
	) {
		this.#environment = environment;
		this.#pictures = pictures;
		this.text = new BookText(draft, (record) => void this.record.change(record));
		this.record = new KeptDraft<BookRecord>({
			lock: environment.lockDraft,
			write: (record) => this.#write(record),
			remove: (id) => environment.ask((store) => store.removeBookDraft(id)),
			restMs: () => restMs
		});
		if (resumed) this.record.resume(draft);
		else this.record.begin(draft);
	}

	static read(id: string, name: string, book: Book, environment: BookEnvironment): IncomingBook {
		const { content, pictures } = draftBook(book);
		return new IncomingBook({ id, name, ...content }, pictures, environment, false);
	}

	static resumed({ changedAt: _, ...draft }: BookDraft, environment: BookEnvironment) {
		return new IncomingBook(draft, [], environment, true);
	}

	async #write(record: BookRecord): Promise<Result<unknown, StoreFailure>> {
		const changedAt = this.#environment.now();
		const pictures = this.#pictures;
		const written = await this.#environment.ask((store) =>
			store.putBookDraft({ ...record, changedAt }, pictures)
		);
		if (written.ok && this.#pictures === pictures) this.#pictures = [];
		return written;
	}

	/**
	 * Discards the draft. Its pictures are held here, to be put back with it: the store may delete
	 * those of no book at any time.
	 */
	discard(): Promise<void> {
		this.#discarding = this.#discard();
		return this.#discarding;
	}

	async #discard(): Promise<void> {
		const waiting = new Map(this.#pictures.map((picture) => [picture.name, picture]));
		const pictures = await Promise.all(
			this.text.record.pictures.map(async ({ name }) => {
				const there = waiting.get(name);
				if (there) return [there];
				const found = await this.#environment.ask((store) => store.picture(name));
				return found.ok && found.value ? [found.value] : [];
			})
		);
		this.#pictures = pictures.flat();
		await this.record.discard();
	}

	/** Puts the discarded draft back, with its pictures. */
	async restore(): Promise<void> {
		await this.#discarding;
		await this.record.restore();
		await this.record.write();
	}

	/** Saves the chosen chapters as the book `id`. `copy`: also where the same book is there. */
	async save(id: string, copy: boolean): Promise<Result<void, StoreFailure>> {
		const { about, chapters } = bookToSave(this.text.record, id, this.#environment.now());
		const shown = new Set(about.pictures.map(({ name }) => name));
		const pictures = this.#pictures.filter(({ name }) => shown.has(name));
		return this.#environment.ask(async (store) => {
			const there = copy ? null : await sameBook(store, about);
			if (there) return fail({ kind: 'exists', id: there.id });
			return store.addBook({ about, chapters, pictures });
		});
	}
}

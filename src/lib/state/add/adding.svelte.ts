import type { ImportOptions, ReadOutcome } from '$lib/adapters/import/importer';
import type { Encoding } from '$lib/core/import/decode';
import type { Book } from '$lib/core/book/book';
import type { Imported } from '$lib/core/import/imported';
import { askStore } from '$lib/core/library/askStore';
import { moment } from '$lib/core/library/moment';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fail } from '$lib/core/result';
import type { Article, Lang } from '$lib/core/text/article';
import { KeptDraft } from '../keptDraft.svelte';
import type { BookRecord } from './bookText.svelte';
import { DraftText } from './draftText.svelte';
import { IncomingBook, type BookEnvironment } from './incomingBook.svelte';
import { IncomingText, type DraftRecord } from './incomingText.svelte';
import type { TextKnowledge } from './knowledge';
import { aboutText } from './aboutText';
import type { AddingEnvironment } from './addingEnvironment';
import { sameText } from './duplicate';
import { slug } from './slug';

/** Pause in milliseconds after a change before the text is compared with all stored ones again. */
const recogniseAfterMs = 500;

/** Texts on their way into the library, several at once. Each is kept as a draft until it is saved. */
export class Adding {
	#texts = $state.raw<readonly IncomingText[]>([]);
	#elsewhere = $state(0);
	#discarded = $state.raw<IncomingText | null>(null);
	readonly #environment: AddingEnvironment;

	constructor(environment: AddingEnvironment) {
		this.#environment = environment;
	}

	readonly texts = $derived(this.#texts);
	/** Number of drafts that another tab has open. */
	readonly elsewhere = $derived(this.#elsewhere);
	/** The text that was discarded last: it can be put back. */
	readonly discarded = $derived(this.#discarded);

	find = (id: string): IncomingText | null => this.#texts.find((text) => text.id === id) ?? null;

	/** Continues the drafts of earlier visits and closed tabs. Returns why they cannot be read. */
	async resume(): Promise<StoreFailure | null> {
		const drafts = await this.#store((store) => store.drafts());
		if (!drafts.ok) return drafts.failure;
		for (const { changedAt: _, ...draft } of drafts.value) {
			if (this.find(draft.id)) continue;
			const text = this.#text(draft.id, draft.name, null);
			if (await text.record.lock(draft.id)) this.#resumed(text, draft);
			else this.#elsewhere++;
		}
		return this.#resumeBooks();
	}

	async #resumeBooks(): Promise<StoreFailure | null> {
		const drafts = await this.#store((store) => store.bookDrafts());
		if (!drafts.ok) return drafts.failure;
		for (const draft of drafts.value) {
			if (this.find(draft.id)) continue;
			const book = IncomingBook.resumed(draft, this.#books);
			if (await book.record.lock(draft.id))
				this.#texts = [...this.#texts, this.#bookOf(draft, book)];
			else this.#elsewhere++;
		}
		return null;
	}

	#bookOf({ id, name }: BookRecord, book: IncomingBook): IncomingText {
		const text = this.#text(id, name, null);
		text.book = book;
		text.step = { kind: 'ready' };
		return text;
	}

	readonly #books: BookEnvironment = {
		ask: (question) => this.#store(question),
		lockDraft: (id) => this.#environment.lockDraft(id),
		now: () => this.#now()
	};

	#resumed(text: IncomingText, draft: DraftRecord): void {
		text.record.resume(draft);
		this.#texts = [...this.#texts, text];
		const { article, leftOut, notices } = draft;
		this.#ready(text, { article, leftOut, notices });
	}

	#text(id: string, name: string, file: Blob | null): IncomingText {
		const record = new KeptDraft<DraftRecord>({
			lock: this.#environment.lockDraft,
			write: (draft) =>
				this.#store((store) => store.putDraft({ ...draft, changedAt: this.#now() })),
			remove: (id) => this.#store((store) => store.removeDraft(id))
		});
		return new IncomingText(id, name, file, record);
	}

	/** Reads files. Settles when all have been read or have failed. */
	async add(
		files: readonly { readonly name: string; readonly file: Blob }[]
	): Promise<readonly IncomingText[]> {
		const added = files.map(({ name, file }) => this.#text(this.#environment.newId(), name, file));
		this.#texts = [...added, ...this.#texts];
		await Promise.all(added.map((text) => this.read(text)));
		return added;
	}

	/** Reads a text’s file. `lang`: its language by the reader, where the text does not show it. */
	async read(text: IncomingText, lang?: Lang): Promise<void> {
		if (!text.file) return;
		text.abort = new AbortController();
		text.step = { kind: 'reading', done: 0 };
		const outcome = await this.#import(text.name, text.file, {
			...(lang === undefined ? {} : { lang }),
			signal: text.abort.signal,
			progress: (done) => (text.step = { kind: 'reading', done })
		});
		text.abort = null;
		if (!outcome.ok) {
			if (outcome.failure.kind === 'aborted') return this.#drop(text);
			text.step = { kind: 'failed', failure: outcome.failure };
			return;
		}
		if ('book' in outcome.value) return this.#readyBook(text, outcome.value.book);
		await text.record.lock(text.id);
		this.#ready(text, text.comparison.take(outcome.value));
		await this.#keep(text);
	}

	async #readyBook(text: IncomingText, read: Book): Promise<void> {
		const book = IncomingBook.read(text.id, text.name, read, this.#books);
		await book.record.lock(text.id);
		text.book = book;
		text.step = { kind: 'ready' };
		await book.record.write();
	}

	/**
	 * Reads a text’s file again in the encoding that the reader chose. What they have changed before
	 * is undone with it, and comes back by undo. Returns whether that is its encoding now.
	 */
	async readAs(text: IncomingText, encoding: Encoding): Promise<boolean> {
		const { file, draft, name } = text;
		if (!file || !draft) return false;
		text.rereading = encoding;
		text.unread = null;
		const { lang } = draft.article;
		const outcome = await this.#import(name, file, { lang, encoding });
		// The reader has chosen another one meanwhile.
		if (text.rereading !== encoding || text.draft !== draft) return true;
		if (!outcome.ok) {
			text.unread = { encoding, failure: outcome.failure };
			return false;
		}
		if ('book' in outcome.value) return false;
		const asked = draft.content.notices.flatMap((notice) =>
			notice.kind === 'encoding' ? [{ ...notice, encoding }] : []
		);
		const read = text.comparison.take(outcome.value);
		draft.replace({ ...read, notices: [...asked, ...read.notices] });
		return true;
	}

	async #import(name: string, file: Blob, options: ImportOptions): Promise<ReadOutcome> {
		try {
			const importer = await this.#environment.importer();
			return await importer.read(name, file, { ...options, compares: true });
		} catch (error) {
			// The worker's code did not load: the network is down, and the code is not in the cache.
			return fail({ kind: 'broken', message: String(error) });
		}
	}

	cancel = (text: IncomingText): void => text.abort?.abort();

	#ready(text: IncomingText, content: Imported): void {
		text.draft = new DraftText(content, () => this.#changed(text));
		text.step = { kind: 'ready' };
		// Only a new text gets the stored metadata: in a draft the reader may have corrected them.
		void this.#recognise(text, text.file !== null);
	}

	#changed(text: IncomingText): void {
		void this.#keep(text);
		clearTimeout(text.timer);
		text.timer = setTimeout(() => void this.#recognise(text, false), recogniseAfterMs);
	}

	/** Writes the text as it is now to its draft. */
	async #keep({ id, name, draft, step, record }: IncomingText): Promise<void> {
		if (draft && step.kind === 'ready') await record.change({ id, name, ...draft.content });
	}

	/** Looks for a stored translation of the text. `fillIn`: whether its metadata are taken over. */
	async #recognise(text: IncomingText, fillIn: boolean): Promise<void> {
		const article = text.draft?.article;
		if (!article) return;
		const found = await this.#knowledge(text, article);
		if (text.draft?.article !== article) return; // changed meanwhile: a later call asks again
		text.knowledge = found;
		if (fillIn && found.kind === 'known') text.draft.fillIn(found.entry.metadata);
	}

	#knowledge = ({ comparison }: IncomingText, article: Article): Promise<TextKnowledge> =>
		comparison.knowledge(article, this.#environment.candidates);

	/** Compares the texts again for which the library could not be asked. */
	async compareAgain(): Promise<void> {
		const unchecked = this.#texts.filter(({ knowledge }) => knowledge?.kind === 'unchecked');
		for (const text of unchecked) {
			text.comparison.forget();
			await this.#recognise(text, text.file !== null && text.draft?.canUndo === false);
		}
	}

	/** Removes the text from the list and its draft from the store; `putBack` undoes it. */
	async discard(text: IncomingText): Promise<void> {
		this.#drop(text);
		if (!text.draft && !text.book) return;
		this.#discarded = text;
		text.step = { kind: 'discarded' };
		await (text.book ?? text.record).discard();
	}

	async putBack(): Promise<void> {
		const text = this.#discarded;
		if (!text) return;
		this.#discarded = null;
		text.step = { kind: 'ready' };
		this.#texts = [text, ...this.#texts];
		await (text.book ?? text.record).restore();
		if (!text.book) await this.#keep(text);
	}

	/** Saves the text. Returns whether it is in the library afterwards. */
	async save(text: IncomingText, replace: boolean): Promise<boolean> {
		if (text.book && text.step.kind === 'ready') return this.#saveBook(text, text.book, replace);
		if (!text.draft || text.step.kind !== 'ready') return false;
		const { article, leftOut } = text.draft.content;
		const duplicate = replace ? text.refused : null;
		text.step = { kind: 'saving' };
		const found = await this.#knowledge(text, article);
		const known = found.kind === 'known' ? found.entry.id : null;
		const id =
			duplicate?.kind === 'exists'
				? duplicate.id
				: (known ?? slug(article.title, this.#environment.newId()));
		const about = aboutText(id, article, known !== null, this.#now());
		const result = await this.#store(async (store) => {
			const there = replace ? null : await sameText(store, about, article);
			if (there !== null) return fail({ kind: 'exists', id: there });
			return store.addArticle(about, article, leftOut, replace);
		});
		if (!result.ok) {
			text.step = { kind: 'ready' };
			text.record.refuse(result.failure);
			return false;
		}
		text.step = { kind: 'saved', as: id };
		await text.record.finish();
		return true;
	}

	async #saveBook(text: IncomingText, book: IncomingBook, copy: boolean): Promise<boolean> {
		const { title } = book.text.record.metadata;
		const id = slug(title, this.#environment.newId());
		text.step = { kind: 'saving' };
		const saved = await book.save(id, copy);
		if (!saved.ok) {
			text.step = { kind: 'ready' };
			book.record.refuse(saved.failure);
			return false;
		}
		text.step = { kind: 'saved', as: id };
		await book.record.finish();
		return true;
	}

	/** Writes the changes that wait to be written. Call it when the page is hidden. */
	flush = (): void => {
		for (const text of this.#texts) (text.book ?? text).record.flush();
	};

	/** Stops everything under way; texts that have been read remain as drafts. */
	close(): void {
		for (const text of this.#texts) {
			text.abort?.abort();
			(text.book ?? text).record.close();
		}
	}

	#drop(text: IncomingText): void {
		this.#texts = this.#texts.filter((other) => other !== text);
	}

	#now = (): string => moment(this.#environment.now());

	#store = <T>(question: Parameters<typeof askStore<T>>[1]) =>
		askStore(this.#environment.store, question);
}

/**
 * The reader's own data for one article: their copy of the original, their own words and reviews.
 * Renders the page again whenever any of it changes, in this tab or another. Loaded only where the
 * reader has something of their own, or when they begin.
 */
import type { OpenStore } from '$lib/adapters/db/store';
import { ownAt } from '$lib/core/library/articlePlace';
import { storedArticle } from '$lib/compose/stored';
import { store } from '$lib/compose/store';
import { moment } from '$lib/core/library/moment';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import type { OwnReview, OwnTranslation, OwnWords, OwnWork } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fail, ok, type Result } from '$lib/core/result';
import { runSteps } from '$lib/core/steps';
import type { Lang, Metadata } from '$lib/core/text/article';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { CachedUnit } from '$lib/core/machine/fromCache';
import { Drafts } from '$lib/core/translation/credited';
import type { Translation, Unit } from '$lib/core/translation/unit';
import { translator, type T, type UiLang } from '$lib/i18n';
import { BroughtTranslations } from './broughtTranslations';
import type { Byline } from './byline';
import { nextTask } from '../nextTask';
import { bylineOf, reviewToSave, wordsToSave } from './ownCredit';
import { ownPage, type OwnPage } from './ownPage';
import type { PageRow, ReadingPage } from './page';
import { pageBook, type PageBook } from './pageBook';
import { storedText } from './storedText';
import { withMachineNote } from './machine/machineNote';

export class OwnReading {
	#page = $state.raw<ReadingPage | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);
	#brought = $state.raw<readonly OwnTranslation[]>([]);
	#loose = $state.raw<readonly OwnWords[]>([]);
	#t: T | null = null;
	#store: OpenStore | null = null;
	#kept: KeptArticle | null = null;
	#book: PageBook | null = null;
	#entry: StoredArticle | null = null;
	#work: OwnWork = { words: [], reviews: [], translations: [] };
	#made: readonly CachedUnit[] = [];
	readonly #asStored = new BroughtTranslations();
	readonly #listeners: (() => void)[] = [];
	#stop = () => {};
	#isClosed = false;
	/** Counts the renders: the latest one counts. */
	#renders = 0;
	/** Settles when the page has been rendered, or cannot be. */
	readonly ready: Promise<void>;

	constructor(
		readonly id: string,
		readonly place: 'read' | 'own',
		readonly ui: UiLang
	) {
		this.ready = this.#open();
	}

	get page(): ReadingPage | null {
		return this.#page;
	}
	get failure(): StoreFailure | null {
		return this.#failure;
	}
	get t(): T | null {
		return this.#t;
	}
	get kept(): KeptArticle | null {
		return this.#kept;
	}
	get isClosed(): boolean {
		return this.#isClosed;
	}
	/** The cached machine translations that the page shows. */
	get made(): readonly CachedUnit[] {
		return this.#made;
	}

	async #open(): Promise<void> {
		const [t, opened, entry] = await Promise.all([translator(this.ui), store(), this.#stored()]);
		this.#t = t;
		this.#store = opened;
		this.#entry = entry;
		if (this.#isClosed) return;
		// The text and the work on it are read at the same time.
		const text = opened.article(this.id).then((kept) => {
			if (!kept.ok) this.#failure = kept.failure;
			else this.#kept = ownAt(this.place, kept.value);
			return pageBook(opened, this.#kept).then((book) => (this.#book = book));
		});
		await new Promise<void>((begun) => {
			const show = async () => {
				await text;
				// A long translation is prepared in a task of its own.
				this.#translations(this.#metadata);
				await nextTask();
				if (await this.#renderInTasks()) begun();
			};
			this.#stop = opened.watchWork(
				this.id,
				(work) => {
					this.#work = work;
					void show();
				},
				(failure) => {
					this.#failure = failure;
					void show();
				}
			);
		});
		// A cache that cannot be read leaves the reader's own text without machine translations.
		await this.#recall().catch(() => {});
	}

	/**
	 * Shows this device's cached translations again; of a long text the first batch before the rest.
	 */
	async #recall(): Promise<void> {
		const answers = this.#store?.answers;
		const asked = await answers?.isAsked(this.id);
		if (!answers || !asked?.ok || !asked.value) return;
		const { showCached } = await import('./machine/cached');
		await showCached(this.#page, answers, (made) => this.showMade([...this.#made, ...made]));
	}

	/** Shows exactly these machine translations. */
	showMade(made: readonly CachedUnit[]): void {
		this.#made = made;
		this.#render();
	}

	/** Calls `listener` after every render. */
	onRender(listener: () => void): void {
		this.#listeners.push(listener);
	}

	#stored = async (): Promise<StoredArticle | null> =>
		this.place === 'read' ? storedArticle(this.id) : null;

	close(): void {
		this.#isClosed = true;
		this.#stop();
	}

	/** Renders the page at once. */
	#render(): void {
		this.#renders++;
		const steps = this.#steps();
		if (steps) this.#show(runSteps(steps));
	}

	/** Renders the page in several tasks. Returns false if it is rendered again meanwhile. */
	async #renderInTasks(): Promise<boolean> {
		const render = ++this.#renders;
		const steps = this.#isClosed ? null : this.#steps();
		for (let step = steps?.next(); step; step = steps?.next()) {
			if (step.done) this.#show(step.value);
			else await nextTask();
			if (step.done || render !== this.#renders || this.#isClosed) break;
		}
		return render === this.#renders;
	}

	#steps() {
		const [{ id, place, ui }, t, metadata] = [this, this.#t, this.#metadata];
		if (!t || !metadata) return null;
		const [stored, device] = [this.#translations(metadata), this.#units(metadata.lang)];
		const [kept, entry, book, work] = [this.#kept, this.#entry, this.#book, this.#work];
		const sources = { id, place, ui, t, metadata, kept, entry, book, work, stored, device };
		return ownPage(sources, () => this.#page);
	}

	#show({ page, loose }: OwnPage): void {
		this.#page = page;
		this.#loose = loose;
		this.#brought = this.#work.translations;
		for (const listener of this.#listeners) listener();
	}

	get #metadata(): Metadata | undefined {
		return this.#kept?.article ?? this.#entry?.metadata;
	}

	#units = (lang: Lang): readonly Unit[] =>
		this.#made.flatMap((made) => (this.#t ? withMachineNote(made, lang, this.#t) : []));

	/**
	 * Removes a translation, or restores it with `deleted` undefined; `base` is the record that this
	 * one replaces.
	 */
	async putTranslation(
		own: OwnTranslation,
		base: OwnTranslation
	): Promise<Result<OwnTranslation, StoreFailure>> {
		if (!this.#store) return fail({ kind: 'failed', message: 'not open' });
		return this.#store.putTranslation({ ...own, changedAt: moment(Date.now()) }, base.changedAt);
	}

	/** Returns the translations that the reader brought in, then the stored ones. */
	#translations(original: Metadata | undefined): readonly Translation[] {
		const stored = this.#entry?.translations ?? [];
		if (!original) return stored;
		return [...this.#asStored.of(this.#work.translations, original, stored), ...stored];
	}

	get brought(): readonly OwnTranslation[] {
		return this.#brought;
	}

	/** Whether `More.svelte` has something to show. */
	get hasMore(): boolean {
		return this.#loose.length + this.#brought.length > 0 || this.#failure !== null;
	}

	/** Own words whose paragraph is no longer in the text: never dropped. */
	get loose(): readonly OwnWords[] {
		return this.#loose;
	}

	/** Returns the reader's own words for a row; null for none. */
	wordsOf = ({ row }: PageRow): OwnWords | null =>
		this.#work.words.find(({ source }) => source[0] === row.source[0]) ?? null;

	reviewOf = ({ row }: PageRow): OwnReview | null =>
		this.#work.reviews.find(({ source }) => source[0] === row.source[0]) ?? null;

	/** Returns the translation of a row's paragraph without the reader's own words. */
	storedText(item: PageRow): { readonly text: readonly string[]; readonly by: string } | null {
		const stored = this.#translations(this.#entry?.metadata);
		return this.#t && storedText(item.row, stored, this.#lang, this.#t);
	}

	get #lang(): string {
		return this.#page?.langs.translation ?? 'en';
	}

	/** Saves the reader’s words for a row; `base` is the record that they began from. */
	async saveWords(
		item: PageRow,
		text: readonly string[],
		name: string,
		base: OwnWords | null
	): Promise<Result<OwnWords, StoreFailure>> {
		return this.#put(this.#words(item, text, name, base), base);
	}

	/** Returns how words would be credited if they were saved. */
	creditOf(
		item: PageRow,
		text: readonly string[],
		name: string,
		base: OwnWords | null
	): Byline | null {
		return this.bylineOf(this.#words(item, text, name, base));
	}

	/** Returns whose own words are, in full. */
	bylineOf = (words: OwnWords): Byline | null => this.#t && bylineOf(words, this.#drafts, this.#t);

	#words(item: PageRow, text: readonly string[], name: string, base: OwnWords | null): OwnWords {
		const about = { article: this.id, lang: this.#lang, text, name };
		return wordsToSave(about, item.row, base, this.#drafts);
	}

	/** The drafts and machine translations of the article, in the language that is shown. */
	get #drafts(): Drafts {
		const metadata = this.#metadata;
		const stored = this.#translations(metadata).filter(
			({ translated }) => translated.lang === this.#lang
		);
		const device = metadata ? this.#units(metadata.lang) : [];
		return new Drafts([...stored.flatMap(({ units }) => units), ...device]);
	}

	/**
	 * Deletes the reader's own words: the stored translation is shown again. `restoreWords` undoes
	 * this, over the record that this returns.
	 */
	giveUp = (words: OwnWords) =>
		this.#put({ ...words, deleted: true, changedAt: moment(Date.now()) }, words);

	/** Restores words in the place of `over`, the record that replaced them. */
	restoreWords = (words: OwnWords, over: OwnWords) =>
		this.#put({ ...words, changedAt: moment(Date.now()) }, over);

	async #put(words: OwnWords, base: OwnWords | null): Promise<Result<OwnWords, StoreFailure>> {
		return this.#store
			? this.#store.putWords(words, base?.changedAt ?? null)
			: fail({ kind: 'failed', message: 'not open' });
	}

	/** Marks exactly the text that is shown as reviewed by `name`; null removes the mark. */
	async review(item: PageRow, name: string | null): Promise<Result<void, StoreFailure>> {
		const about = { article: this.id, lang: this.#lang };
		const review = reviewToSave(about, item.row, name, this.reviewOf(item));
		return this.#store && review ? this.#store.putReview(review) : ok(undefined);
	}
}

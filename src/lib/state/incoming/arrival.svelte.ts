/**
 * Brings a person's translation to an article: opens, reads, credits, aligns, mends and saves it.
 * Once the file has been read, the translation is a draft, written at every change.
 */
import type { Book } from '$lib/core/book/book';
import { articleOf, chapterArticle } from '$lib/core/book/bookArticle';
import type { AlignmentDraft, DraftSide, TranslationCredit } from '$lib/core/links/draft';
import { restoreLine } from '$lib/core/links/restoreLine';
import { isBlocking, findMismatches } from '$lib/core/links/mismatch';
import type { Notice } from '$lib/core/import/imported';
import { askStore } from '$lib/core/library/askStore';
import { moment } from '$lib/core/library/moment';
import type { OwnTranslation } from '$lib/core/library/store';
import type { Article, Lang } from '$lib/core/text/article';
import { otherSiteLang } from '$lib/core/text/languageTag';
import { KeptDraft } from '../keptDraft.svelte';
import { nextTask } from '../nextTask';
import type {
	ArrivalEnvironment,
	ArrivalStep,
	ChoosingFailure,
	OpenRequest,
	Running
} from './arrivalSteps';
import { isSameTranslation, linkedUnits, translationOf } from './draftTranslation';
import { open, stepOf } from './opening';
import type { OtherText } from './otherTexts.svelte';
import {
	newDraft,
	ofLibrary,
	readTranslation,
	translationIn,
	type NewTranslation
} from './readTranslation';

export class Arrival {
	#step = $state.raw<ArrivalStep>({ kind: 'opening' });
	#article = $state.raw<Article | null>(null);
	#articleId = $state('');
	#name = $state('');
	#notices = $state.raw<readonly Notice[]>([]);
	#translator = $state.raw<string | null>(null);
	/** The saved translation that is being changed. */
	#base = $state.raw<OwnTranslation | null>(null);
	/** That translation as a draft, where it fits the original as it is now. */
	#saved: AlignmentDraft | null = null;
	#abort: AbortController | null = null;
	readonly #environment: ArrivalEnvironment;
	readonly #record = new KeptDraft<AlignmentDraft>({
		lock: (id) => this.#environment.lockDraft(id),
		write: (draft) =>
			this.#store((store) =>
				this.#saved && isSameTranslation(draft, this.#saved)
					? store.removeAlignment(draft.id)
					: store.putAlignment({ ...draft, changedAt: this.#now() })
			),
		remove: (id) => this.#store((store) => store.removeAlignment(id)),
		restMs: () => this.#environment.restMs
	});

	constructor(environment: ArrivalEnvironment) {
		this.#environment = environment;
	}

	readonly step = $derived(this.#step);
	/** The original; its title is the page's. */
	readonly article = $derived(this.#article);
	readonly articleId = $derived(this.#articleId);
	readonly draft = $derived(this.#record.value);
	/** The draft that was discarded last: it can be put back. */
	readonly discarded = $derived(this.#record.discarded);
	/** Name of the file that is being read. */
	readonly name = $derived(this.#name);
	/** Why the last attempt to write or save the draft changed nothing. */
	readonly refused = $derived(this.#record.refused);
	/** Warnings about the file that the reader should see before trusting the text. */
	readonly notices = $derived(this.#notices);
	/** The translator as the file names them: a suggestion, never taken by itself. */
	readonly suggestedTranslator = $derived(this.#translator);
	// Compared again only when a text changes, not at every letter of the credit or link.
	readonly #original = $derived(this.draft?.source);
	readonly #translation = $derived(this.draft?.target);
	readonly misfits = $derived(
		this.#original && this.#translation ? findMismatches(this.#original, this.#translation) : []
	);
	readonly hasGrave = $derived(this.misfits.some(isBlocking));
	readonly isAligned = $derived((this.draft?.links.length ?? 0) > 0 && !this.draft?.unaligned);
	/** Whether a saved translation is being changed. */
	readonly isOfSaved = $derived(this.#base !== null && this.#base.id === this.draft?.id);

	async open(request: OpenRequest): Promise<void> {
		this.#record.open();
		this.#record.refuse(null);
		this.#step = { kind: 'opening' };
		const opened = await open(this.#environment, request, (id) => this.#record.lock(id));
		const { draft, base } = opened;
		this.#articleId = opened.articleId;
		this.#article = opened.article;
		this.#base = base;
		this.#saved = opened.saved;
		const isUnchanged = draft && opened.saved && isSameTranslation(draft, opened.saved);
		if (draft && opened.isWritten && !isUnchanged) this.#record.resume(draft);
		else if (draft) this.#record.begin(draft);
		// A draft without a change is not kept: the library would list it as unfinished.
		if (isUnchanged && opened.isWritten) await this.#record.write();
		// Shown at once, before the reader makes changes that could not be saved.
		if (draft && base && base.changedAt !== draft.base) this.#record.refuse({ kind: 'conflict' });
		if (draft && opened.step.kind === 'mending') await this.#environment.cut(draft);
		this.#step = opened.step;
		if (opened.step.kind === 'aligning') await this.align();
	}

	async read(name: string, file: Blob): Promise<void> {
		this.#name = name;
		const original = this.#source();
		// A file may translate the title too.
		const source = original && { ...original, title: this.#article?.title };
		const read = await this.#during('reading', (running) =>
			readTranslation(this.#environment, { name, file, source }, running)
		);
		if (!read.ok) return this.#unread(read.failure);
		await this.#begin(read.value);
	}

	/** Takes a chapter of a book as the translation; null for the whole book. */
	async takeChapter(book: Book, at: number | null): Promise<void> {
		const text = at === null ? articleOf(book) : chapterArticle(book, at);
		await this.#begin(translationIn(text, otherSiteLang(this.#source()?.lang ?? ''), book));
	}

	#unread(failure: ChoosingFailure): void {
		const isStopped = failure.from !== 'book' && failure.failure.kind === 'aborted';
		this.#step = { kind: 'choosing', failure: isStopped ? null : failure };
	}

	/** Takes another text of the library as the translation, with its metadata. */
	async choose({ id, place }: Pick<OtherText, 'id' | 'place'>): Promise<void> {
		const found = await this.#environment.article(id, place);
		if (!found.ok) return void (this.#step = { kind: 'unreadable', failure: found.failure });
		if (!found.value) return;
		this.#name = found.value.title ?? '';
		await this.#begin(ofLibrary(found.value));
	}

	/** Begins a draft, or replaces the text of the present one. */
	async #begin(read: NewTranslation): Promise<void> {
		this.#notices = read.notices ?? [];
		this.#translator = read.translator ?? null;
		const source = this.#source();
		if (!source) return;
		const id = this.draft?.id ?? this.#environment.newId();
		if (!this.#record.isLocked && !(await this.#record.lock(id))) return this.#closed();
		const base = this.draft?.base ?? null;
		const about = { id, article: this.#articleId, source, base, changedAt: this.#now() };
		this.#record.begin(newDraft(read, about));
		this.ask();
		await this.#record.write();
	}

	/** Returns the original; where it has been removed since, the draft’s copy. */
	#source(): DraftSide | null {
		if (!this.#article?.blocks.length) return this.draft?.source ?? null;
		const { lang, blocks } = this.#article;
		return { lang, blocks };
	}

	/** Puts a line that the importer left out back into the translation. */
	restore = (index: number): void =>
		void (this.draft && this.change(restoreLine(this.draft, index)));

	/** Takes the reader’s answer to whose those paragraphs are of which the file is unclear. */
	sayWhose(answer: 'human' | 'machine'): void {
		const { draft } = this;
		if (draft?.machine) this.change({ ...draft, machine: { ...draft.machine, answer } });
	}

	setCredit(change: Partial<TranslationCredit>): void {
		if (this.draft) this.change({ ...this.draft, credit: { ...this.draft.credit, ...change } });
	}

	/** Sets the translation’s language. Its links are dropped: each language has its own sentences. */
	setLang(lang: Lang): void {
		if (!this.draft || lang === this.draft.target.lang) return;
		const { target } = this.draft;
		this.change({ ...this.draft, target: { ...target, lang }, links: [] });
	}

	/** Replaces the draft by the editor’s. */
	change(draft: AlignmentDraft): void {
		if (draft !== this.draft) void this.#record.change(draft);
	}

	ask = (): void => void (this.#step = { kind: 'about', failure: null });
	chooseAnother = (): void => void (this.#step = { kind: 'choosing', failure: null });
	mend = (): void => void (this.#step = { kind: 'mending' });

	/**
	 * Aligns the draft, unless `findMismatches` say that it cannot be. `related`: the reader says that
	 * the one is a translation of the other, whatever it looks like.
	 */
	async align({ related = false } = {}): Promise<void> {
		const { draft } = this;
		if (!draft || this.hasGrave || draft.target.lang === '') return this.ask();
		const aligned = await this.#during('aligning', (running) =>
			this.#environment.align({ ...draft, ...(related && { related }) }, running)
		);
		if (!aligned.ok) {
			const { failure } = aligned;
			const isStopped = failure.kind === 'aborted' || failure.kind === 'cancelled';
			return void (this.#step = { kind: 'about', failure: isStopped ? null : failure });
		}
		// In tasks of their own: the links of a novel are many, and so are the lines of its editor.
		await nextTask();
		const isBare = linkedUnits({ ...draft, links: aligned.value }).length === 0;
		if (isBare && !related) return this.#unrelated();
		const { unaligned: _, ...rest } = draft;
		this.change({ ...rest, links: aligned.value });
		await nextTask();
		this.mend();
	}

	#unrelated = (): void => void (this.#step = { kind: 'about', failure: { kind: 'unrelated' } });

	/** Runs a long task as a step that shows its progress and that `cancel` ends. */
	async #during<T>(
		kind: 'reading' | 'aligning',
		work: (running: Running) => Promise<T>
	): Promise<T> {
		this.#abort = new AbortController();
		this.#step = { kind, done: 0 };
		const progress = (done: number) => {
			if (this.#step.kind === kind) this.#step = { kind, done };
		};
		try {
			return await work({ signal: this.#abort.signal, progress });
		} finally {
			this.#abort = null;
		}
	}

	/** Ends the task that is under way; the draft stays as it is. */
	cancel = (): void => this.#abort?.abort();

	/** Saves the translation. Returns whether it is in the library afterwards. */
	async save(): Promise<boolean> {
		const { draft } = this;
		if (!draft || this.#step.kind !== 'mending') return false;
		if (linkedUnits(draft).length === 0) {
			this.#unrelated();
			return false;
		}
		this.#step = { kind: 'saving' };
		// A base with another id is of another draft; one that was deleted meanwhile cannot conflict.
		const base = this.#base?.id === draft.id ? this.#base : null;
		const saved = await this.#store((store) =>
			store.putTranslation(translationOf(draft, base, this.#now()), base && (draft.base ?? null))
		);
		if (!saved.ok) {
			this.#record.refuse(saved.failure);
			this.mend();
			return false;
		}
		this.#step = { kind: 'saved' };
		await this.#record.finish();
		return true;
	}

	/** Discards the draft; a saved translation stays as it is. */
	async discard(): Promise<void> {
		if (!this.draft) return;
		const removed = this.#record.discard();
		this.chooseAnother();
		await removed;
	}

	async putBack(): Promise<void> {
		const draft = this.discarded;
		if (!draft) return;
		if (!(await this.#record.restore())) return this.#closed();
		this.#step = stepOf(draft);
		await this.#record.write();
	}

	/** Shows that another tab has the draft. */
	#closed = (): void => void (this.#step = { kind: 'closed', why: 'elsewhere' });

	/** Writes the last change. Call it when the page is hidden: the tab may be closed next. */
	flush = (): void => this.#record.flush();

	/** Cancels the task under way, and unlocks the draft once it is written. */
	close(): void {
		this.#record.close();
		this.cancel();
	}

	#now = (): string => moment(this.#environment.now());

	#store = <T>(question: Parameters<typeof askStore<T>>[1]) =>
		askStore(this.#environment.store, question);
}

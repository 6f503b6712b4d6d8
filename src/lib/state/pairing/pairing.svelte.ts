/**
 * Adds a translation to a book: opens the book, reads the file, pairs the chapters, and asks for the
 * credit. Once the file has been read it is a draft, written at every change. `BookJob` aligns it.
 */
import type { Beads } from '$lib/core/align/bead';
import { assign, joinToPrevious, partFromPrevious } from '$lib/core/book/chapterPairs';
import { askStore } from '$lib/core/library/askStore';
import { accepted, type BookPairing } from '$lib/core/library/bookPairing';
import { moment } from '$lib/core/library/moment';
import { bookOfText, newPairing } from '$lib/core/library/newPairing';
import type { OwnBook } from '$lib/core/library/ownBook';
import type { DraftSide, TranslationCredit } from '$lib/core/links/draft';
import { isBlocking } from '$lib/core/links/mismatch';
import { otherSiteLang } from '$lib/core/text/languageTag';
import { claimedWords } from '$lib/core/translation/exchange/machineNotice';
import { KeptDraft } from '../keptDraft.svelte';
import { correctSaved, pairingCredit } from './correctSaved';
import { PairEdits } from './pairEdits.svelte';
import { pairRows, pairsOf } from './pairRows';
import { PairedTexts } from './pairedTexts.svelte';
import {
	bookLock,
	type ChoosingFailure,
	type PairingEnvironment,
	type PairingStep
} from './pairingSteps';
import { translatedChapters, withoutTranslated } from './translatedChapters';

export class Pairing {
	#step = $state.raw<PairingStep>({ kind: 'opening' });
	#book = $state.raw<OwnBook | null>(null);
	#name = $state('');
	#texts = $state.raw<PairedTexts | null>(null);
	readonly #edits = new PairEdits();
	#abort: AbortController | null = null;
	readonly #environment: PairingEnvironment;
	readonly #record = new KeptDraft<BookPairing>({
		// One tab at a time works on a book’s translation, whichever record that has.
		lock: () => this.#environment.lockDraft(bookLock(this.bookId)),
		write: (draft) => this.#write(draft),
		remove: async (id) => {
			await this.#ask((store) => store.removePairing(id));
			if (this.#texts) this.#texts.isStored = false;
		}
	});

	constructor(
		readonly bookId: string,
		environment: PairingEnvironment
	) {
		this.#environment = environment;
	}

	readonly step = $derived(this.#step);
	readonly book = $derived(this.#book);
	readonly draft = $derived(this.#record.value);
	readonly discarded = $derived(this.#record.discarded);
	readonly refused = $derived(this.#record.refused);
	/** Name of the file that is being read. */
	readonly name = $derived(this.#name);
	readonly notices = $derived(this.#texts?.notices ?? []);
	/** Whether the file is one text without chapters. */
	readonly isSingleText = $derived(this.#texts?.single ?? false);
	readonly rows = $derived(pairRows(this.#edits.pairs, this.#texts?.sketches ?? null));
	readonly canUndo = $derived.by(() => this.#edits.canUndo);
	// Computed again only when these change, not at every letter of the credit.
	readonly #lang = $derived(this.draft?.lang ?? '');
	readonly #machine = $derived(this.draft?.machine ?? null);
	readonly misfits = $derived(this.#texts?.misfits(this.#lang) ?? []);
	/** What the file says of machine translation, of all its paragraphs; null for nothing. */
	readonly machine = $derived.by(() => {
		const machine = this.#machine;
		const words = claimedWords(this.#texts?.text.chapters.flat() ?? [], machine);
		return words && machine && { ...words, answer: machine.answer };
	});
	readonly hasGrave = $derived(this.misfits.some(isBlocking));

	async open(): Promise<void> {
		this.#record.open();
		const book = await this.#ask((store) => store.book(this.bookId));
		if (!book.ok) return this.#unreadable(book.failure);
		if (!book.value) return this.#close('missing');
		this.#book = book.value;
		if (book.value.chapters.every(({ article }) => article === null)) return this.#close('empty');
		const found = await this.#ask((store) => store.pairingOf(this.bookId));
		if (!found.ok) return this.#unreadable(found.failure);
		if (found.value?.step === 'aligning') this.#step = { kind: 'aligning' };
		else await this.#resume('pairing');
	}

	/** Continues the draft of the book, if it is at this step; else the reader chooses a file. */
	async #resume(step: BookPairing['step']): Promise<void> {
		if (!(await this.#record.lock(this.bookId))) return this.#close('elsewhere');
		// Read under the lock, so that another tab’s last change is included.
		const found = await this.#ask((store) => store.pairingOf(this.bookId));
		if (!found.ok) return this.#unreadable(found.failure);
		const pairing = found.value;
		if (!pairing) return this.chooseAnother();
		if (pairing.step === 'aligning' && step === 'pairing') {
			this.#record.unlock();
			return void (this.#step = { kind: 'aligning' });
		}
		const text = await this.#ask((store) => store.pairingText(pairing.id));
		if (!text.ok) return this.#unreadable(text.failure);
		if (!text.value) return this.chooseAnother();
		const texts = new PairedTexts(text.value);
		texts.isStored = true;
		this.#texts = texts;
		this.#record.resume(pairing);
		// Pairs that are taken back are written at once: a page that is left early lets no job have them.
		if (pairing.step === 'aligning') await this.#record.change({ ...pairing, step: 'pairing' });
		this.#edits.begin(pairing.pairs);
		this.#step = { kind: 'pairs' };
		await texts.pair(pairing, this.#environment.pair);
		await texts.takeSample(pairing, this.#original);
	}

	async read(name: string, file: Blob): Promise<void> {
		const book = this.#book;
		if (!book) return;
		this.#name = name;
		this.#abort = new AbortController();
		this.#step = { kind: 'reading', done: 0 };
		const read = await this.#environment.read(name, file, {
			lang: otherSiteLang(book.metadata.lang),
			signal: this.#abort.signal,
			progress: (done) => {
				if (this.#step.kind === 'reading') this.#step = { kind: 'reading', done };
			}
		});
		this.#abort = null;
		if (!read.ok) return this.#choose(read.failure.kind === 'aborted' ? null : read.failure);
		const single = 'book' in read.value ? null : read.value;
		const translated = 'book' in read.value ? read.value.book : bookOfText(read.value);
		const id = this.#environment.newId();
		const { pairing, text } = newPairing(translated, book, { id, name, now: this.#now() });
		if (pairing.chapters.length === 0) return this.#choose({ kind: 'no-chapters' });
		const notices = single?.notices ?? ('book' in read.value ? read.value.book.notices : []);
		const isSingle = single !== null && pairing.chapters.length === 1;
		await this.#begin(pairing, new PairedTexts(text, notices, isSingle));
	}

	async #begin(read: BookPairing, texts: PairedTexts): Promise<void> {
		this.#step = { kind: 'pairing' };
		if (!(await this.#record.lock(this.bookId))) return this.#close('elsewhere');
		const found = await this.#ask((store) => store.pairingOf(this.bookId));
		if (!found.ok) return this.#unreadable(found.failure);
		// Another tab has added a translation since the file was asked for: it stays.
		if (found.value && found.value.id !== this.draft?.id) return this.#close('elsewhere');
		await texts.pair(read, this.#environment.pair);
		const alone = texts.text.chapters.map((_, at) => [[], [at]] as const);
		const beads = texts.sketches?.pairs ?? [
			...read.articles.map((_, at) => [[at], []] as const),
			...alone
		];
		const pairs = withoutTranslated(
			pairsOf(beads),
			await translatedChapters(this.#environment.store, read)
		);
		await texts.takeSample({ ...read, pairs }, this.#original);
		this.#edits.begin(pairs);
		this.#texts = texts;
		this.#record.forget();
		this.#record.begin({ ...read, pairs });
		this.#step = { kind: 'pairs' };
		await this.#record.write();
	}

	/** Returns a chapter of the original; null where it cannot be read. */
	#original = async (article: string): Promise<DraftSide | null> => {
		const kept = await this.#ask((store) => store.article(article));
		return kept.ok && kept.value ? kept.value.article : null;
	};

	/** Puts a chapter of the translation beside one of the original; null: it translates nothing. */
	assign = (target: number, source: number | null): void =>
		this.#changePairs((beads) => assign(beads, target, source));

	/** Lets a chapter of the original share the translation of the one before, or no longer. */
	share(source: number, isShared: boolean): void {
		const edit = isShared ? joinToPrevious : partFromPrevious;
		this.#changePairs((beads) => edit(beads, source));
	}

	/** Includes a pair that was left out because its chapter has a translation. */
	include = (source: number): void => {
		this.#edits.include(source);
		this.#keep({ pairs: this.#edits.pairs });
	};

	undo = (): void => {
		this.#edits.undo();
		this.#keep({ pairs: this.#edits.pairs });
	};

	#changePairs(edit: (beads: Beads) => Beads): void {
		this.#edits.change(edit);
		this.#keep({ pairs: this.#edits.pairs });
	}

	setCredit = (change: Partial<TranslationCredit>): void => {
		if (this.draft) this.#keep({ credit: { ...this.draft.credit, ...change } });
	};

	setLang = (lang: string): void => this.#keep({ lang });

	/** Takes the reader’s answer to whether a machine made the translation. */
	sayWhose = (answer: 'human' | 'machine'): void => {
		const machine = this.draft?.machine;
		if (machine) this.#keep({ machine: { ...machine, answer } });
	};

	#keep(change: Partial<BookPairing>): void {
		const { draft } = this;
		if (draft) void this.#record.change({ ...draft, ...change });
	}

	showPairs = (): void => void (this.#step = { kind: 'pairs' });
	ask = (): void => void (this.#step = { kind: 'about' });
	chooseAnother = (): void => this.#choose(null);

	/** Hands the pairs over to be aligned. Returns false where that could not be written. */
	async finish(): Promise<boolean> {
		const { draft } = this;
		if (!draft || draft.lang === '' || this.hasGrave) return false;
		const corrected = await this.#ask((store) => correctSaved(store, draft, this.#now()));
		if (!corrected.ok) {
			this.#record.refuse(corrected.failure);
			return false;
		}
		const { paused: _, ...rest } = draft;
		await this.#record.change({
			...rest,
			pairs: draft.pairs.map(accepted),
			step: 'aligning',
			applied: pairingCredit(draft)
		});
		if (this.refused) {
			this.#record.begin(draft);
			return false;
		}
		this.#record.unlock();
		this.#step = { kind: 'aligning' };
		return true;
	}

	/** Takes the pairs back from the job, which must have stopped, so that they can be changed. */
	takeBack = (): Promise<void> => this.#resume('aligning');

	/** Ends the reading of a file. */
	cancel = (): void => this.#abort?.abort();

	/** Discards the draft; what is saved of it stays. */
	async discard(): Promise<void> {
		const removed = this.#record.discard();
		this.chooseAnother();
		await removed;
	}

	async putBack(): Promise<void> {
		if (!(await this.#record.restore())) return;
		this.#edits.begin(this.draft?.pairs ?? []);
		this.#step = { kind: 'pairs' };
		await this.#record.write();
	}

	/** Lets other tabs have the draft. */
	close(): void {
		this.#record.close();
		this.cancel();
	}

	async #write(draft: BookPairing) {
		const texts = this.#texts;
		const text = texts && !texts.isStored ? texts.text : null;
		const written = await this.#ask((store) =>
			store.putPairing({ ...draft, changedAt: this.#now() }, text)
		);
		if (written.ok && texts) texts.isStored = true;
		return written;
	}

	#choose(failure: ChoosingFailure | null): void {
		this.#step = { kind: 'choosing', failure };
	}
	#close(why: 'missing' | 'empty' | 'elsewhere'): void {
		this.#step = { kind: 'closed', why };
	}
	#unreadable(failure: Extract<PairingStep, { kind: 'unreadable' }>['failure']): void {
		this.#step = { kind: 'unreadable', failure };
	}

	#now = (): string => moment(this.#environment.now());

	#ask = <T>(question: Parameters<typeof askStore<T>>[1]) =>
		askStore(this.#environment.store, question);
}

/** The search: what is typed and chosen, and what is found. */
import type { SearchAnswer, SearchFailure, ShownLine } from '$lib/adapters/search/protocol';
import { askSearch } from '$lib/compose/search';
import type { SearchFilter } from '$lib/core/search/facets';
import type { TextKey } from '$lib/core/search/segment';
import type { AnsweredRange } from '$lib/core/words/answer';
import { nextTask } from '../nextTask';
import { linked, type LinkedLines } from './linked';
import { nothingChosen, searchFor, type Chosen } from './searchAddress';

/** Texts that are shown at first, and added each time the reader asks for more. */
const textsAtOnce = 8;
/** Notes of the reader’s that are shown until they ask for all, and then at most. */
const [notesAtOnce, mostNotes] = [3, 200];
/** Time after the last key until it is searched, in milliseconds: a word is being typed. */
const typingMs = 120;

export class Search {
	#typed = $state('');
	readonly #textsOf: (series: string) => readonly TextKey[] | null;
	#chosen = $state.raw<Chosen>(nothingChosen);
	#answer = $state.raw<SearchAnswer | null>(null);
	#answered = $state('');
	#failure = $state.raw<SearchFailure | null>(null);
	#linked = $state.raw<LinkedLines | null>(null);
	/** The share of own texts that is indexed; null while nothing is. */
	#indexing = $state<number | null>(null);
	#texts = textsAtOnce;
	#opened: readonly TextKey[] = [];
	#notes = notesAtOnce;
	#stop = new AbortController();
	#closed = new AbortController();
	#isUpdated = false;

	readonly typed = $derived(this.#typed);
	readonly chosen = $derived(this.#chosen);
	/** Of the last query that was answered; it stays until the next one is. */
	readonly answer = $derived(this.#answer);
	/** The query that it answers. */
	readonly answered = $derived(this.#answered);
	readonly failure = $derived(this.#failure);
	readonly indexing = $derived(this.#indexing);
	readonly isNarrowed = $derived(Object.values(this.#chosen).some((chosen) => chosen !== null));
	/** The search part of the address at which all this is asked. */
	readonly address = $derived(searchFor(this.#typed.trim(), this.#chosen));

	/** @param textsOf the texts of a dossier, by its id; null for none that is known */
	constructor(textsOf: (series: string) => readonly TextKey[] | null) {
		this.#textsOf = textsOf;
	}

	/** Begins with a query. Returns what ends it. */
	open(typed: string, chosen: Chosen): () => void {
		this.#closed = new AbortController();
		const closed = this.#closed;
		this.#typed = typed;
		this.#chosen = chosen;
		void this.#ask();
		return () => {
			closed.abort();
			this.#stop.abort();
		};
	}

	/** Searches as one types. `done` is called when the query stands for a while. */
	async type(typed: string, done: () => void): Promise<void> {
		this.#typed = typed;
		this.#texts = textsAtOnce;
		this.#opened = [];
		this.#notes = notesAtOnce;
		this.#stop.abort();
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		await new Promise((resolve) => setTimeout(resolve, typingMs));
		if (signal.aborted) return;
		done();
		await this.#ask();
	}

	narrow(part: Partial<Chosen>): Promise<void> {
		this.#chosen = { ...this.#chosen, ...part };
		this.#texts = textsAtOnce;
		return this.#ask();
	}

	/** Shows every result of a text. */
	openText(key: TextKey): Promise<void> {
		this.#opened = [...this.#opened, key];
		return this.#ask();
	}

	/** Shows every note that was found. */
	openNotes(): Promise<void> {
		this.#notes = mostNotes;
		return this.#ask();
	}

	showMore(): Promise<void> {
		this.#texts += textsAtOnce;
		return this.#ask();
	}

	/** Returns what answers a line, as soon as it is known. */
	answersOf = (line: ShownLine): readonly AnsweredRange[] => this.#linked?.get(line) ?? [];

	async #ask(): Promise<void> {
		this.#stop.abort();
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		const typed = this.#typed.trim();
		const filter = this.#filter();
		if (typed === '') {
			this.#answer = null;
			this.#failure = null;
			// What the index has loads before the first word is typed.
			void askSearch({ kind: 'search', typed, filter, texts: 0, opened: [], notes: 0 });
			return;
		}
		const shown = { texts: this.#texts, opened: this.#opened, notes: this.#notes };
		const found = await askSearch({ kind: 'search', typed, filter, ...shown }, { signal });
		if (signal.aborted) return;
		this.#failure = found.ok ? null : found.failure;
		if (found.ok) {
			this.#answer = found.value;
			this.#answered = typed;
			const lines = await linked(found.value, signal);
			if (signal.aborted) return;
			this.#linked = lines;
		}
		await this.#update();
	}

	#filter(): SearchFilter {
		const { series, ...filter } = this.#chosen;
		return { ...filter, texts: series === null ? null : this.#textsOf(series) };
	}

	/** Indexes what has changed among own texts, once a visit, after the first answer. */
	async #update(): Promise<void> {
		if (this.#isUpdated) return;
		this.#isUpdated = true;
		await nextTask();
		const { signal } = this.#closed;
		const progress = (share: number) => (this.#indexing = share);
		const updated = await askSearch({ kind: 'update' }, { signal, progress });
		this.#indexing = null;
		// What is indexed can be shown, whatever kept the rest from being so.
		if (updated.ok && updated.value.changed && !signal.aborted) await this.#ask();
	}
}

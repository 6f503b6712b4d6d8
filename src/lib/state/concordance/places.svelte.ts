/** The page of places: where a word is found, the places that are shown, and whose work is chosen. */
import type {
	AskedWord,
	SearchFailure,
	SearchValue,
	ShownLine
} from '$lib/adapters/search/protocol';
import { askSearch } from '$lib/compose/search';
import { grouped } from '$lib/core/search/grouped';
import type { AnsweredRange } from '$lib/core/words/answer';
import { trustLevels, type TrustLevel } from '$lib/core/translation/trust';

export type FoundPlaces = Extract<SearchValue, { readonly kind: 'find' }>;

/** A place with the words that answer it, as soon as they are known. */
export interface Place extends ShownLine {
	readonly answers: readonly AnsweredRange[];
}

/** Lines that are shown at first, and added each time the reader asks for more. */
const linesAtOnce = 20;

export class Places {
	#asked = $state.raw<AskedWord | null>(null);
	#found = $state.raw<FoundPlaces | null>(null);
	#places = $state.raw<readonly Place[]>([]);
	#level = $state.raw<TrustLevel | null>(null);
	#failure = $state.raw<SearchFailure | null>(null);
	#more = $state(false);
	/** The share of own texts that is indexed; null while nothing is. */
	#indexing = $state<number | null>(null);
	#next = 0;
	#stop = new AbortController();

	/** The word that is looked for; null for none. */
	readonly asked = $derived(this.#asked);
	/** Null until it is known. */
	readonly found = $derived(this.#found);
	readonly failure = $derived(this.#failure);
	readonly level = $derived(this.#level);
	readonly indexing = $derived(this.#indexing);
	readonly hasMore = $derived(this.#more);
	/** How many places there are, by whose work; levels without any are absent. */
	readonly counts = $derived.by(() =>
		trustLevels.flatMap((level) => {
			const count = sumOf(this.#found, (places) => places[level] ?? 0);
			return count > 0 ? [{ level, count }] : [];
		})
	);
	readonly count = $derived(
		this.counts.reduce((sum, { level, count }) => sum + (this.#isChosen(level) ? count : 0), 0)
	);
	readonly shownCount = $derived(this.#places.reduce((sum, { line }) => sum + line.places, 0));
	/** The places that are shown, by text. */
	readonly groups = $derived.by(() =>
		[...grouped(this.#places, ({ text }) => text)].flatMap(([at, places]) => {
			const text = this.#found?.texts[at];
			return text ? [{ text, places }] : [];
		})
	);

	/** Looks for a word, and indexes meanwhile what has changed. Returns what ends it. */
	open(asked: AskedWord | null): () => void {
		this.#stop = new AbortController();
		this.#asked = asked;
		this.#found = null;
		this.#places = [];
		this.#level = null;
		this.#failure = null;
		const stop = this.#stop;
		if (asked) void this.#find(asked, stop.signal).then(() => this.#update(asked, stop.signal));
		return () => stop.abort();
	}

	/** Shows only the places beside one level’s translations; all with null. */
	choose(level: TrustLevel | null): Promise<void> {
		this.#level = level;
		return this.#show(linesAtOnce, false);
	}

	showMore(): Promise<void> {
		return this.#show(linesAtOnce, true);
	}

	#isChosen = (level: TrustLevel): boolean => this.#level === null || this.#level === level;

	async #find(asked: AskedWord, signal: AbortSignal): Promise<void> {
		const found = await askSearch({ kind: 'find', ...asked }, { signal });
		if (signal.aborted) return;
		if (!found.ok) this.#failure = found.failure;
		else {
			this.#found = found.value;
			await this.#show(Math.max(linesAtOnce, this.#places.length), false);
		}
	}

	async #update(asked: AskedWord, signal: AbortSignal): Promise<void> {
		const progress = (share: number) => (this.#indexing = share);
		const updated = await askSearch({ kind: 'update' }, { signal, progress });
		this.#indexing = null;
		// What is indexed can be shown, whatever kept the rest from being so.
		if (updated.ok && updated.value.changed && !signal.aborted) await this.#find(asked, signal);
	}

	/** Shows lines: those after what is shown, or from the first. */
	async #show(lines: number, isMore: boolean): Promise<void> {
		const { signal } = this.#stop;
		if (!this.#asked) return;
		const levels = this.#level === null ? null : [this.#level];
		const from = isMore ? this.#next : 0;
		const shown = await askSearch(
			{ kind: 'show', ...this.#asked, levels, from, lines },
			{ signal }
		);
		if (signal.aborted || levels?.[0] !== (this.#level ?? undefined)) return;
		if (!shown.ok) {
			this.#failure = shown.failure;
			return;
		}
		const fresh = shown.value.lines.map((line): Place => ({ ...line, answers: [] }));
		this.#places = isMore ? [...this.#places, ...fresh] : fresh;
		this.#next = shown.value.next;
		this.#more = shown.value.more;
		await this.#answer(fresh, signal);
	}

	/** Adds which words of the counterparts answer those of the lines. */
	async #answer(places: readonly Place[], signal: AbortSignal): Promise<void> {
		const from = this.#asked?.lang;
		if (from === undefined) return;
		for (const [to, group] of grouped(places, (place) => place.to)) {
			const lines = group.map(({ line }) => line);
			const found = await askSearch({ kind: 'answers', from, to, lines }, { signal });
			if (!found.ok || signal.aborted) return;
			const answers = found.value.answers;
			this.#places = this.#places.map((place) => {
				const at = group.indexOf(place);
				return at < 0 ? place : { ...place, answers: answers[at] ?? [] };
			});
		}
	}
}

const sumOf = (
	found: FoundPlaces | null,
	of: (places: FoundPlaces['texts'][number]['places']) => number
): number => (found?.texts ?? []).reduce((sum, { places }) => sum + of(places), 0);

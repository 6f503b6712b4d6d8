/* eslint-disable svelte/prefer-svelte-reactivity -- these maps are replaced, never changed */
/** How much of each text of the library the reader knows, counted while the page is open. */
import type { AskedText, KnownRequest, KnownSide, KnownText } from '$lib/adapters/known/protocol';
import type { CallFailure, CallOptions } from '$lib/adapters/worker/calls';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { Store, Unsubscribe } from '$lib/core/library/store';
import type { Result } from '$lib/core/result';
import { sumOfKnown, type KnownWord } from '$lib/core/words/lemmaCounts';
import { countedKey } from '$lib/core/words/lemmaStore';
import type { Listing } from './listing';
import type { LibraryEntry } from './shelves';

/** What the library lists of texts, and what counts them. */
export interface KnownEnvironment {
	readonly stored: () => readonly Listing[];
	/** The reader’s own texts, chapters too; null while they load. */
	readonly own: () => readonly OwnArticle[] | null;
	readonly count: (
		request: KnownRequest,
		options: CallOptions<readonly KnownText[]>
	) => Promise<Result<unknown, CallFailure>>;
	readonly version: string;
}

/** `none`: the reader has marked no word as known. */
type KnownState = 'loading' | 'none' | 'counting' | 'counted' | 'failed';

export class KnownInLibrary {
	readonly #environment: KnownEnvironment;
	#words = $state.raw<readonly KnownWord[] | null>(null);
	#sides = $state.raw<ReadonlyMap<string, readonly KnownSide[]>>(new Map());
	#done = $state(0);
	#outcome = $state<'counting' | 'counted' | 'failed'>('counting');

	constructor(environment: KnownEnvironment) {
		this.#environment = environment;
	}

	readonly #own = $derived.by(() => this.#environment.own());
	readonly #texts = $derived.by(() => this.#own && textsOf(this.#environment.stored(), this.#own));
	/** A change to the library that changes no text, such as a reading position, counts nothing. */
	readonly #asked = $derived(
		this.#texts && this.#words && JSON.stringify([this.#texts, this.#words])
	);

	get state(): KnownState {
		if (this.#words === null) return this.#outcome === 'failed' ? 'failed' : 'loading';
		return this.#words.length === 0 ? 'none' : this.#outcome;
	}

	/** Texts that are counted, and all of them. */
	get progress(): { readonly done: number; readonly of: number } {
		return { done: this.#done, of: this.#texts?.length ?? 0 };
	}

	/** Follows the saved words. Returns a function that ends it. */
	watch(open: () => Promise<Store>): Unsubscribe {
		const ended = new AbortController();
		const failed = () => (this.#outcome = 'failed');
		open().then((store) => {
			if (ended.signal.aborted) return;
			const stop = store.watchSavedWords((words) => {
				this.#words = words
					.filter(({ state }) => state === 'known')
					.map(({ lang, lemma, wordClass, state }) => ({ lang, lemma, wordClass, state }));
			}, failed);
			ended.signal.addEventListener('abort', stop);
		}, failed);
		return () => ended.abort();
	}

	/** Counts what is asked for now. Returns a function that stops it. For an effect. */
	count(): (() => void) | undefined {
		if (this.#asked === null) return undefined;
		const [texts, words] = JSON.parse(this.#asked) as [AskedText[], KnownWord[]];
		const stop = new AbortController();
		if (words.length > 0) void this.#count(texts, words, stop.signal);
		else this.#sides = new Map();
		return () => stop.abort();
	}

	async #count(
		texts: readonly AskedText[],
		words: readonly KnownWord[],
		signal: AbortSignal
	): Promise<void> {
		const { count, version } = this.#environment;
		this.#outcome = 'counting';
		this.#done = 0;
		const progress = (some: readonly KnownText[]) => {
			this.#done += some.length;
			this.#sides = new Map([
				...this.#sides,
				...some.map(({ key, sides }) => [key, sides] as const)
			]);
		};
		const counted = await count({ texts, words, version }, { signal, progress });
		if (!signal.aborted) this.#outcome = counted.ok ? 'counted' : 'failed';
	}

	/** Returns how much of an entry is known, of a book that of its chapters together. */
	sidesOf({ id, shelf, book }: Pick<LibraryEntry, 'id' | 'shelf' | 'book'>): readonly KnownSide[] {
		if (!book) return this.#sides.get(countedKey(shelf === 'yours' ? 'own' : 'site', id)) ?? [];
		const chapters = (this.#own ?? []).filter((article) => article.book?.id === id);
		const found = chapters.map((one) => this.#sides.get(countedKey('own', one.id)));
		// A share of some chapters would be taken for that of the book.
		if (found.includes(undefined)) return [];
		const sides = found.flatMap((one) => one ?? []);
		return [...new Set(sides.map(({ lang }) => lang))].map((lang) => ({
			lang,
			...sumOfKnown(sides.filter((one) => one.lang === lang))
		}));
	}
}

/** Returns the texts of the library: the reader’s first, since they are fewer and wanted more. */
function textsOf(stored: readonly Listing[], own: readonly OwnArticle[]): readonly AskedText[] {
	const ofSite = new Set(stored.map(({ id }) => id));
	const copies = new Set(own.filter(({ recognised }) => recognised).map(({ id }) => id));
	return [
		...own.map(({ id, changedAt, recognised }) => ({
			id,
			own: changedAt,
			stored: recognised && ofSite.has(id)
		})),
		...stored.filter(({ id }) => !copies.has(id)).map(({ id }) => ({ id, own: null, stored: true }))
	];
}

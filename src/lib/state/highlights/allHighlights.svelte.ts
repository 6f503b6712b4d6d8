/** All the reader's highlights, text by text. */
import { placeHighlights } from '$lib/core/highlight/place';
import type { HighlightedText } from '$lib/core/highlight/markdown';
import type { OwnHighlight } from '$lib/core/highlight/ownHighlight';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Lang } from '$lib/core/text/article';
import type { T, UiLang } from '$lib/i18n';
import type { Listing } from '../library/listing';
import { HighlightStore } from '../reading/highlightStore.svelte';
import { OwnReading } from '../reading/ownReading.svelte';
import { exportedAlone, exportedText, markdownFile } from './exportedText';
import { sidedParagraphs } from './paragraphs';

export interface HighlightGroup {
	readonly article: string;
	/** Null for a text that is not in the library. */
	readonly title: string | null;
	readonly lang: Lang;
	readonly place: 'read' | 'own' | null;
	readonly highlights: readonly OwnHighlight[];
}

export class AllHighlights {
	readonly #stored: () => readonly Listing[];
	#articles = $state.raw<readonly OwnArticle[]>([]);
	#store = $state.raw<HighlightStore | null>(null);
	#failed = $state.raw<StoreFailure | null>(null);
	#removed = $state.raw<{ readonly was: OwnHighlight; readonly now: OwnHighlight } | null>(null);
	/** Whether the library has answered. */
	#known = $state(false);

	constructor(stored: () => readonly Listing[]) {
		this.#stored = stored;
	}

	readonly groups = $derived.by(() => this.#group());
	readonly known = $derived(this.#known);
	readonly failure = $derived(this.#failed ?? this.#store?.failure ?? null);
	/** The highlight that was removed last: it can be restored. */
	readonly removed = $derived(this.#removed?.was ?? null);

	/** Follows the reader's store. Returns a function that ends it. */
	watch(open: () => Promise<Store>): () => void {
		const ended = new AbortController();
		open().then(
			(store) => {
				if (ended.signal.aborted) return;
				const highlights = new HighlightStore(store, null);
				this.#store = highlights;
				const stop = store.watchArticles(
					(articles) => {
						this.#articles = articles;
						this.#known = true;
					},
					(failure) => (this.#failed = failure)
				);
				ended.signal.addEventListener('abort', () => {
					stop();
					highlights.close();
				});
			},
			(error: unknown) => (this.#failed = { kind: 'failed', message: String(error) })
		);
		return () => ended.abort();
	}

	#group(): readonly HighlightGroup[] {
		const groups = Map.groupBy(this.#store?.records ?? [], ({ article }) => article);
		return [...groups]
			.map(([article, highlights]) => ({ ...this.#about(article, highlights), highlights }))
			.toSorted((a, b) => (latest(a) > latest(b) ? -1 : 1));
	}

	#about(article: string, [first]: readonly OwnHighlight[]): Omit<HighlightGroup, 'highlights'> {
		const stored = this.#stored().find(({ id }) => id === article);
		const own = this.#articles.find(({ id }) => id === article);
		const metadata = own?.metadata ?? stored?.metadata;
		return {
			article,
			title: metadata?.title ?? null,
			lang: metadata?.lang ?? first?.lang ?? 'sv',
			place: stored ? 'read' : own ? 'own' : null
		};
	}

	async remove(highlight: OwnHighlight): Promise<void> {
		const removed = await this.#store?.remove(highlight);
		if (removed?.ok) this.#removed = { was: highlight, now: removed.value };
		else if (removed) this.#failed = removed.failure;
	}

	async restore(): Promise<void> {
		if (!this.#removed) return;
		const restored = await this.#store?.restore(this.#removed.was, this.#removed.now);
		if (restored?.ok) this.#removed = null;
		else if (restored) this.#failed = restored.failure;
	}

	/** Returns all highlights as a Markdown file. @param addressOf the absolute address of a text */
	async file(ui: UiLang, t: T, addressOf: (group: HighlightGroup) => string): Promise<string> {
		const texts: HighlightedText[] = [];
		for (const group of this.groups) texts.push(await wholeText(group, ui, t, addressOf(group)));
		return markdownFile(texts, t);
	}
}

/** Returns the groups with only the highlights that contain what the reader looks for. */
export function matchingGroups(
	groups: readonly HighlightGroup[],
	query: string
): readonly HighlightGroup[] {
	const wanted = query.trim().toLocaleLowerCase();
	const has = (text: string | null) => text?.toLocaleLowerCase().includes(wanted) ?? false;
	return groups.flatMap((group) => {
		if (wanted === '' || has(group.title)) return [group];
		const highlights = group.highlights.filter(
			({ note, quotes }) => has(note) || quotes.some(({ exact }) => has(exact))
		);
		return highlights.length > 0 ? [{ ...group, highlights }] : [];
	});
}

const latest = ({ highlights }: HighlightGroup): string =>
	highlights.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), '');

async function wholeText(
	{ article, title, place, highlights }: HighlightGroup,
	ui: UiLang,
	t: T,
	address: string
): Promise<HighlightedText> {
	if (place) {
		const reading = new OwnReading(article, place, ui);
		await reading.ready;
		const { page } = reading;
		reading.close();
		if (page) {
			const placed = placeHighlights(highlights, sidedParagraphs(page));
			return exportedText(page, placed, address, t);
		}
	}
	return {
		title: title ?? t('highlights.goneText'),
		translatedTitle: '',
		source: '',
		address: '',
		highlights: highlights.map((one) => exportedAlone(one, t))
	};
}

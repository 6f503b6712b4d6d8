/* eslint-disable svelte/prefer-svelte-reactivity -- these sets are replaced, never changed */
/** Exchanges a translation with a translator’s tool: changes are shown before any is kept. */
import type { OwnWork, Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { ownAt, type ArticlePlace } from '$lib/core/library/articlePlace';
import { askStore } from '$lib/core/library/askStore';
import { moment } from '$lib/core/library/moment';
import { fail, ok, type Result } from '$lib/core/result';
import type { LanguagePair } from '$lib/core/machine/engine';
import type { Article, Block } from '$lib/core/text/article';
import { oneLine } from '$lib/core/text/line';
import { otherSiteLang } from '$lib/core/text/languageTag';
import {
	corrections,
	keepable,
	seenTranslation,
	type SeenArticle
} from '$lib/core/translation/corrected';
import type { ExchangeDocument } from '$lib/core/translation/exchange/document';
import { endings, readExchange, type Format } from '$lib/core/translation/exchange/exchange';
import { exchangeFile } from '$lib/core/translation/exchange/exchangeFile';
import type { ExchangeFailure } from '$lib/core/translation/exchange/failure';
import { sizeFailure } from '$lib/core/translation/exchange/limit';
import {
	isTaken,
	mergePlan,
	type MergeEntry,
	type MergeFailure,
	type MergePlan
} from '$lib/core/translation/exchange/mergePlan';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { Translation, Unit } from '$lib/core/translation/unit';
import { nextTask } from '../nextTask';

/** What exchanging translations needs from outside. */
export interface CorrectingEnvironment {
	readonly store: () => Promise<Store>;
	readonly place: (id: string) => ArticlePlace;
	readonly stored: (id: string) => Promise<StoredArticle | null>;
	/** This device’s own translations of an article’s paragraphs. */
	readonly made: (
		article: string,
		blocks: readonly Block[],
		pair: LanguagePair
	) => Promise<readonly Unit[]>;
	/** Writes the file for a translator; null where it could not be written. */
	readonly write?: (format: Format, seen: SeenArticle) => Promise<Blob | null>;
	readonly now: () => number;
}

export type CorrectingFailure =
	ExchangeFailure | MergeFailure | { readonly kind: 'unreadable'; readonly message: string };

export type CorrectingStep =
	| { readonly kind: 'opening' | 'missing' | 'ready' | 'taking' }
	| { readonly kind: 'closed'; readonly failure: StoreFailure }
	| { readonly kind: 'refused'; readonly file: string; readonly failure: CorrectingFailure }
	| { readonly kind: 'planned'; readonly file: string; readonly plan: MergePlan }
	| { readonly kind: 'unkept'; readonly failure: StoreFailure }
	| { readonly kind: 'taken'; readonly count: number };

export class Correcting {
	#step = $state.raw<CorrectingStep>({ kind: 'opening' });
	#seen = $state.raw<SeenArticle | null>(null);
	#translation = $state.raw<Translation | null>(null);
	#by = $state('');
	/** Ids of the changes that the reader does not want, as `changeId` gives them. */
	#unwanted = $state.raw<ReadonlySet<string>>(new Set());
	#returned: { readonly file: string; readonly document: ExchangeDocument } | null = null;
	readonly #environment: CorrectingEnvironment;

	constructor(environment: CorrectingEnvironment) {
		this.#environment = environment;
	}

	readonly step = $derived(this.#step);
	readonly seen = $derived(this.#seen);
	readonly translation = $derived(this.#translation);
	/** The translator’s name for changes where the file has none; empty for no name. */
	readonly by = $derived(this.#by);

	async open(id: string): Promise<void> {
		const found = await this.#load(id);
		if (!found.ok) this.#step = { kind: 'closed', failure: found.failure };
		else if (!found.value) this.#step = { kind: 'missing' };
		else {
			// In tasks of their own: of a novel, each takes a while on a phone.
			await nextTask();
			this.#see(found.value);
			await nextTask();
			this.#step = { kind: 'ready' };
		}
	}

	#see(seen: SeenArticle): void {
		this.#seen = seen;
		this.#translation = seenTranslation(seen);
	}

	#load = (id: string): Promise<Result<SeenArticle | null, StoreFailure>> =>
		askStore(this.#environment.store, async (store) => {
			const stored = await this.#environment.stored(id);
			const [kept, work] = await Promise.all([store.article(id), store.work(id)]);
			if (!kept.ok) return kept;
			if (!work.ok) return work;
			const own = ownAt(this.#environment.place(id), kept.value);
			const seen = seenOf(id, own?.article ?? null, stored, work.value);
			if (!seen) return ok(null);
			const pair = { from: seen.original.lang, to: seen.lang };
			const device = await this.#environment.made(id, seen.blocks, pair);
			return ok({ ...seen, sources: { ...seen.sources, device } });
		});

	/** Returns the file for a translator, and its name. */
	file(format: Format): { readonly name: string; readonly text: string } | null {
		const seen = this.#seen;
		return seen && { name: fileName(seen, format), text: exchangeFile(format, seen) };
	}

	/** Returns the same off the main thread; where the worker does not load, on it. */
	async write(
		format: Format
	): Promise<{ readonly name: string; readonly content: string | Blob } | null> {
		const seen = this.#seen;
		const written = seen && (await this.#environment.write?.(format, seen));
		if (written) return { name: fileName(seen, format), content: written };
		const file = this.file(format);
		return file && { name: file.name, content: file.text };
	}

	/** Reads a file that was returned and shows the changes in it. */
	async read(name: string, file: Blob): Promise<void> {
		const tooLarge = sizeFailure(file.size);
		if (tooLarge) return this.#refuse(name, tooLarge);
		const bytes = await bytesOf(file);
		if (!bytes.ok) return this.#refuse(name, bytes.failure);
		const seen = this.#seen;
		const read = readExchange(bytes.value, {
			...(seen && { source: seen.original.lang, target: seen.lang })
		});
		if (!read.ok) return this.#refuse(name, read.failure);
		this.#returned = { file: name, document: read.value.document };
		this.#unwanted = new Set();
		this.#plan();
	}

	isWanted = (entry: MergeEntry): boolean => !this.#unwanted.has(changeId(entry));

	/** Chooses whether changes are taken. */
	want(entries: readonly MergeEntry[], wanted: boolean): void {
		const unwanted = new Set(this.#unwanted);
		for (const entry of entries) {
			if (wanted) unwanted.delete(changeId(entry));
			else unwanted.add(changeId(entry));
		}
		this.#unwanted = unwanted;
	}

	setBy(name: string): void {
		this.#by = oneLine(name);
		if (this.#step.kind === 'planned') this.#plan();
	}

	#plan(): void {
		const [returned, seen, translation] = [this.#returned, this.#seen, this.translation];
		if (!returned || !seen || !translation) return;
		const plan = mergePlan(translation, returned.document, {
			...(this.#by !== '' && { by: this.#by }),
			today: this.#now().slice(0, 10)
		});
		if (!plan.ok) return this.#refuse(returned.file, plan.failure);
		this.#step = { kind: 'planned', file: returned.file, plan: keepable(seen, plan.value) };
	}

	#refuse(file: string, failure: CorrectingFailure): void {
		this.#returned = null;
		this.#step = { kind: 'refused', file, failure };
	}

	forget = (): void => {
		this.#returned = null;
		this.#step = { kind: 'ready' };
	};

	/**
	 * Keeps the changes of the plan that the reader wants. Changes by another tab since are not
	 * overwritten: if they make another plan, that one is shown instead.
	 */
	async take(): Promise<void> {
		const step = this.#step;
		if (!this.#seen || step.kind !== 'planned') return;
		this.#step = { kind: 'taking' };
		const found = await this.#load(this.#seen.article);
		if (!found.ok) {
			this.#step = { kind: 'unkept', failure: found.failure };
			return;
		}
		const seen = found.value ?? this.#seen;
		this.#see(seen);
		this.#plan();
		if (JSON.stringify(this.#step) !== JSON.stringify(step)) return;
		this.#step = { kind: 'taking' };
		const entries = step.plan.entries.filter(this.isWanted);
		const wanted = keepable(seen, { ...step.plan, entries });
		const kept = await this.#keep(seen, wanted);
		if (!kept.ok) {
			this.#step = { kind: 'unkept', failure: kept.failure };
			return;
		}
		const count = wanted.entries.filter(isTaken).length;
		this.#returned = null;
		await this.open(seen.article);
		this.#step = { kind: 'taken', count };
	}

	#keep = (seen: SeenArticle, plan: MergePlan): Promise<Result<unknown, StoreFailure>> =>
		askStore(this.#environment.store, (store) => {
			const records = corrections(seen, plan, this.#now());
			const none = {
				articles: [],
				removed: [],
				places: [],
				highlights: [],
				savedWords: [],
				books: [],
				pictures: []
			};
			return store.merge({ ...none, ...records });
		});

	#now = (): string => moment(this.#environment.now());
}

/** Returns what identifies a change within its plan, also after the plan is made again. */
const changeId = (entry: MergeEntry): string => (entry.kind === 'title' ? 'title' : entry.id);

function fileName({ article, lang }: SeenArticle, format: Format): string {
	const short = format === 'xliff12' ? '1.2.' : '';
	return `${article}.${lang}.${short}${endings[format]}`;
}

function seenOf(
	article: string,
	kept: Article | null,
	stored: StoredArticle | null,
	{ words, reviews, translations: brought }: OwnWork
): SeenArticle | null {
	const original = kept ?? stored?.original ?? null;
	const metadata = original ?? stored?.metadata;
	if (!metadata) return null;
	const { blocks, ...rest } = original ?? { ...metadata, blocks: [] };
	const first = brought[0] ?? null;
	const translated = stored?.translations[0]?.translated;
	const lang = first?.lang ?? translated?.lang ?? otherSiteLang(metadata.lang);
	// Every format needs a title: without a translated one the original’s is used.
	const titles = [
		first?.credit.title,
		translated?.lang === lang && translated.title,
		metadata.title
	];
	const title = titles.find(Boolean) || article;
	const sources = { stored: stored?.translations ?? [], brought, words, reviews };
	return { article, original: rest, blocks, lang, title, sources };
}

async function bytesOf(file: Blob): Promise<Result<Uint8Array, CorrectingFailure>> {
	try {
		return ok(new Uint8Array(await file.arrayBuffer()));
	} catch (error) {
		return fail({ kind: 'unreadable', message: String(error) });
	}
}

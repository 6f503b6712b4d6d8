/** What a reader sees of an article, out to a translator and back: shown before any of it is kept. */
import type { OwnWork, Store, StoreFailure } from '$lib/core/library/store';
import { moment } from '$lib/core/library/moment';
import { fail, ok, type Result } from '$lib/core/result';
import type { Pair } from '$lib/core/machine/engine';
import type { Article, Block } from '$lib/core/text/article';
import { oneLine } from '$lib/core/text/line';
import {
	corrections,
	keepable,
	seenOriginals,
	seenTranslation,
	type Seen
} from '$lib/core/translation/corrected';
import { exchangeDocument, type ExchangeDocument } from '$lib/core/translation/exchange/document';
import {
	endings,
	exportTranslation,
	readExchange,
	type Format
} from '$lib/core/translation/exchange/exchange';
import type { ExchangeFailure } from '$lib/core/translation/exchange/failure';
import {
	isTaken,
	mergePlan,
	type MergeFailure,
	type MergePlan
} from '$lib/core/translation/exchange/merge';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { Unit } from '$lib/core/translation/unit';

/** The outside world, as far as correcting needs it. */
export interface CorrectingWorld {
	readonly store: () => Promise<Store>;
	readonly stored: (id: string) => Promise<StoredArticle | null>;
	/** What this device has made of an article's paragraphs. */
	readonly made: (
		article: string,
		blocks: readonly Block[],
		pair: Pair
	) => Promise<readonly Unit[]>;
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
	#seen = $state.raw<Seen | null>(null);
	#by = $state('');
	#came: { readonly file: string; readonly document: ExchangeDocument } | null = null;
	readonly #world: CorrectingWorld;

	constructor(world: CorrectingWorld) {
		this.#world = world;
	}

	readonly step = $derived(this.#step);
	readonly seen = $derived(this.#seen);
	readonly translation = $derived(this.#seen && seenTranslation(this.#seen));
	/** Whose changed words are where the file does not say; empty for nobody’s. */
	readonly by = $derived(this.#by);

	async open(id: string): Promise<void> {
		const found = await this.#load(id);
		if (!found.ok) this.#step = { kind: 'closed', failure: found.failure };
		else if (!found.value) this.#step = { kind: 'missing' };
		else {
			this.#seen = found.value;
			this.#step = { kind: 'ready' };
		}
	}

	async #load(id: string): Promise<Result<Seen | null, StoreFailure>> {
		try {
			const store = await this.#world.store();
			const stored = await this.#world.stored(id);
			const [kept, work] = await Promise.all([store.article(id), store.work(id)]);
			if (!kept.ok) return kept;
			if (!work.ok) return work;
			const seen = seenOf(id, kept.value?.article ?? null, stored, work.value);
			if (!seen) return ok(null);
			const pair = { from: seen.original.lang, to: seen.lang };
			const device = await this.#world.made(id, seen.blocks, pair);
			return ok({ ...seen, sources: { ...seen.sources, device } });
		} catch (error) {
			return fail({ kind: 'failed', message: String(error) });
		}
	}

	/** The file for a translator, and what it is to be called. */
	file(format: Format): { readonly name: string; readonly text: string } | null {
		const [seen, translation] = [this.#seen, this.translation];
		if (!seen || !translation) return null;
		const document = exchangeDocument(translation, seenOriginals(seen));
		const text = exportTranslation(format, document);
		const short = format === 'xliff12' ? '1.2.' : '';
		return { name: `${seen.article}.${seen.lang}.${short}${endings[format]}`, text };
	}

	/** Reads a file that came back and shows what it would change. */
	async read(name: string, file: Blob): Promise<void> {
		const bytes = await bytesOf(file);
		if (!bytes.ok) return this.#refuse(name, bytes.failure);
		const seen = this.#seen;
		const read = readExchange(bytes.value, {
			...(seen && { source: seen.original.lang, target: seen.lang })
		});
		if (!read.ok) return this.#refuse(name, read.failure);
		this.#came = { file: name, document: read.value.document };
		this.#plan();
	}

	setBy(name: string): void {
		this.#by = oneLine(name);
		if (this.#step.kind === 'planned') this.#plan();
	}

	#plan(): void {
		const [came, seen, translation] = [this.#came, this.#seen, this.translation];
		if (!came || !seen || !translation) return;
		const plan = mergePlan(translation, came.document, {
			...(this.#by !== '' && { by: this.#by }),
			today: this.#now().slice(0, 10)
		});
		if (!plan.ok) return this.#refuse(came.file, plan.failure);
		this.#step = { kind: 'planned', file: came.file, plan: keepable(seen, plan.value) };
	}

	#refuse(file: string, failure: CorrectingFailure): void {
		this.#came = null;
		this.#step = { kind: 'refused', file, failure };
	}

	forget = (): void => {
		this.#came = null;
		this.#step = { kind: 'ready' };
	};

	/**
	 * Keeps what the plan takes, all of it or nothing. What another tab has changed since is not
	 * overwritten: where the plan is another one by now, it is shown instead.
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
		this.#seen = seen;
		this.#plan();
		if (JSON.stringify(this.#step) !== JSON.stringify(step)) return;
		this.#step = { kind: 'taking' };
		const kept = await this.#keep(seen, step.plan);
		if (!kept.ok) {
			this.#step = { kind: 'unkept', failure: kept.failure };
			return;
		}
		const count = step.plan.entries.filter(isTaken).length;
		this.#came = null;
		await this.open(seen.article);
		this.#step = { kind: 'taken', count };
	}

	async #keep(seen: Seen, plan: MergePlan): Promise<Result<unknown, StoreFailure>> {
		try {
			const store = await this.#world.store();
			const records = corrections(seen, plan, this.#now());
			return await store.merge({ articles: [], removed: [], places: [], ...records });
		} catch (error) {
			return fail({ kind: 'failed', message: String(error) });
		}
	}

	#now = (): string => moment(this.#world.now());
}

function seenOf(
	article: string,
	kept: Article | null,
	stored: StoredArticle | null,
	{ words, reviews, translations: brought }: OwnWork
): Seen | null {
	const original = kept ?? stored?.original ?? null;
	const metadata = original ?? stored?.metadata;
	if (!metadata) return null;
	const { blocks, ...rest } = original ?? { ...metadata, blocks: [] };
	const first = brought[0] ?? null;
	const translated = stored?.translations[0]?.translated;
	const lang = first?.lang ?? translated?.lang ?? (metadata.lang === 'sv' ? 'en' : 'sv');
	// A title that nobody has translated goes out as it is: no format does without.
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

import type { Importer, ImportOptions, ImportOutcome } from '$lib/adapters/import/importer';
import type { hold, Release } from '$lib/adapters/import/hold';
import type { Imported } from '$lib/core/import/imported';
import { moment } from '$lib/core/library/moment';
import type { Draft, OwnArticle, Store, StoreFailure } from '$lib/core/library/store';
import { fail, type Result } from '$lib/core/result';
import type { Article, Lang } from '$lib/core/text/article';
import type { KnownArticle } from '$lib/core/translation/recognise';
import { countWords } from '$lib/core/text/words';
import { DraftText } from './draft.svelte';
import { IncomingText } from './incoming.svelte';
import { knowledge, type Knowledge } from './knowledge';
import type { Listing } from './listing';
import { sameText } from './twin';

/** The outside world, as far as adding texts needs it. */
export interface World {
	readonly store: () => Promise<Store>;
	readonly importer: () => Promise<Pick<Importer, 'import'>>;
	/** What stored translations know; null where they cannot be asked. */
	readonly known: () => Promise<readonly KnownArticle[] | null>;
	/** The same articles, as the library lists them. */
	readonly listed: () => readonly Listing[];
	readonly hold: typeof hold;
	readonly newId: () => string;
	readonly now: () => number;
}

/** A long text is not compared with all that is stored at every change. */
const recogniseAfterMs = 500;

/** Texts on their way into the library, several at once. What has been read is kept until saved. */
export class Adding {
	#texts = $state.raw<readonly IncomingText[]>([]);
	#elsewhere = $state(0);
	#discarded = $state.raw<IncomingText | null>(null);
	readonly #world: World;

	constructor(world: World) {
		this.#world = world;
	}

	readonly texts = $derived(this.#texts);
	/** Unfinished texts that another tab has open. */
	readonly elsewhere = $derived(this.#elsewhere);
	/** The text that was discarded last: it can be put back. */
	readonly discarded = $derived(this.#discarded);

	find = (id: string): IncomingText | null => this.#texts.find((text) => text.id === id) ?? null;

	/** Brings back what was left unfinished, here or in a tab that is closed. */
	async resume(): Promise<StoreFailure | null> {
		const drafts = await this.#store((store) => store.drafts());
		if (!drafts.ok) return drafts.failure;
		for (const draft of drafts.value) {
			if (this.find(draft.id)) continue;
			const release = await this.#world.hold(draft.id);
			if (release) this.#resumed(draft, release);
			else this.#elsewhere++;
		}
		return null;
	}

	#resumed({ id, name, article, leftOut, notices }: Draft, release: Release): void {
		const text = new IncomingText(id, name, null);
		text.release = release;
		this.#texts = [...this.#texts, text];
		this.#ready(text, { article, leftOut, notices });
	}

	/** Settles when all have been read, or have failed. */
	async add(
		files: readonly { readonly name: string; readonly file: Blob }[]
	): Promise<readonly IncomingText[]> {
		const added = files.map(({ name, file }) => new IncomingText(this.#world.newId(), name, file));
		this.#texts = [...added, ...this.#texts];
		await Promise.all(added.map((text) => this.read(text)));
		return added;
	}

	/** `lang`: what the reader says it is written in, where the text does not tell. */
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
		text.release = await this.#world.hold(text.id);
		this.#ready(text, outcome.value);
		await this.#keep(text);
	}

	async #import(name: string, file: Blob, options: ImportOptions): Promise<ImportOutcome> {
		try {
			const [importer, known] = await Promise.all([this.#world.importer(), this.#world.known()]);
			return await importer.import(name, file, { ...options, known: known ?? [] });
		} catch (error) {
			// The worker's code did not come: the network is gone, and it was never kept.
			return fail({ kind: 'broken', message: String(error) });
		}
	}

	cancel = (text: IncomingText): void => text.abort?.abort();

	#ready(text: IncomingText, content: Imported): void {
		text.draft = new DraftText(content, () => this.#changed(text));
		text.step = { kind: 'ready' };
		// What was left unfinished has been filled in, and perhaps corrected since.
		void this.#recognise(text, text.file !== null);
	}

	#changed(text: IncomingText): void {
		void this.#keep(text);
		clearTimeout(text.timer);
		text.timer = setTimeout(() => void this.#recognise(text, false), recogniseAfterMs);
	}

	/** Writes the draft down, one writing at a time: what changed meanwhile is written after it. */
	async #keep(text: IncomingText): Promise<void> {
		text.kept = false;
		if (text.keeping) return;
		text.keeping = true;
		while (text.draft && text.step.kind === 'ready' && !text.kept) {
			const { content } = text.draft;
			const draft = { id: text.id, name: text.name, ...content, changedAt: this.#now() };
			const result = await this.#store((store) => store.putDraft(draft));
			text.refused = result.ok ? null : result.failure;
			if (!result.ok) break;
			text.kept = text.draft.content === content;
		}
		text.keeping = false;
	}

	async #recognise(text: IncomingText, fillIn: boolean): Promise<void> {
		const article = text.draft?.article;
		if (!article) return;
		const found = await this.#knowledge(article);
		if (text.draft?.article !== article) return; // changed meanwhile: asked again
		text.knowledge = found;
		if (fillIn && found.kind === 'known') text.draft.fillIn(found.entry.metadata);
	}

	#knowledge = async (article: Article): Promise<Knowledge> =>
		knowledge(article, await this.#world.known(), this.#world.listed());

	/** Takes the text off the list; `putBack` undoes it. */
	async discard(text: IncomingText): Promise<void> {
		this.#drop(text);
		if (!text.draft) return;
		this.#discarded = text;
		text.step = { kind: 'discarded' };
		await this.#store((store) => store.removeDraft(text.id));
		release(text);
	}

	async putBack(): Promise<void> {
		const text = this.#discarded;
		if (!text) return;
		this.#discarded = null;
		text.step = { kind: 'ready' };
		this.#texts = [text, ...this.#texts];
		text.release = await this.#world.hold(text.id);
		await this.#keep(text);
	}

	/** True where the text is in the library afterwards. */
	async save(text: IncomingText, replace: boolean): Promise<boolean> {
		if (!text.draft || text.step.kind !== 'ready') return false;
		const { article, leftOut } = text.draft.content;
		const twin = replace ? text.refused : null;
		text.step = { kind: 'saving' };
		const found = await this.#knowledge(article);
		const known = found.kind === 'known' ? found.entry.id : null;
		const id =
			twin?.kind === 'exists' ? twin.id : (known ?? slug(article.title, this.#world.newId()));
		const about = this.#about(id, article, known !== null);
		const result = await this.#store(async (store) => {
			const there = replace ? null : await sameText(store, about, article);
			if (there !== null) return fail({ kind: 'exists', id: there });
			return store.addArticle(about, article, leftOut, replace);
		});
		if (!result.ok) {
			text.step = { kind: 'ready' };
			text.refused = result.failure;
			return false;
		}
		text.refused = null;
		text.step = { kind: 'saved', as: id };
		await this.#store((store) => store.removeDraft(text.id));
		release(text);
		return true;
	}

	#about(id: string, article: Article, recognised: boolean): OwnArticle {
		const { blocks, ...metadata } = article;
		const words = blocks.reduce((sum, { text }) => sum + countWords(text), 0);
		const now = this.#now();
		return {
			id,
			metadata,
			recognised,
			paragraphs: blocks.length,
			words,
			addedAt: now,
			changedAt: now
		};
	}

	/** Stops everything under way; what has been read stays among the drafts. */
	close(): void {
		for (const text of this.#texts) {
			text.abort?.abort();
			release(text);
		}
	}

	#drop(text: IncomingText): void {
		this.#texts = this.#texts.filter((other) => other !== text);
	}

	#now = (): string => moment(this.#world.now());

	/** A store that cannot even be opened has failed like any other call. */
	async #store<T>(
		call: (store: Store) => Promise<Result<T, StoreFailure>>
	): Promise<Result<T, StoreFailure>> {
		try {
			return await call(await this.#world.store());
		} catch (error) {
			return fail({ kind: 'failed', message: String(error) });
		}
	}
}

function release(text: IncomingText): void {
	text.release?.();
	text.release = null;
}

/** A readable id that no other text has: the title's letters, and a few at random. */
export function slug(title: string | undefined, random: string): string {
	const words = (title ?? '')
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 48)
		.replace(/-+$/, '');
	const suffix = random.replace(/[^a-z0-9]/g, '').slice(0, 6);
	return words ? `${words}-${suffix}` : `text-${suffix}`;
}

/**
 * What the reader keeps for one article, beside what is stored: their copy of the original, their
 * own words and reviews. Makes the page anew whenever any of it changes, in this tab or another.
 * Loaded only where there is something of the reader’s own, or when they begin.
 */
import type { OpenStore } from '$lib/adapters/db/store';
import { storedArticle } from '$lib/adapters/stored/article';
import { store } from '$lib/compose';
import { moment } from '$lib/core/library/moment';
import type {
	KeptArticle,
	OwnReview,
	OwnTranslation,
	OwnWords,
	OwnWork,
	StoreFailure
} from '$lib/core/library/store';
import { fail, ok, type Result } from '$lib/core/result';
import type { Lang, Metadata } from '$lib/core/text/article';
import { fingerprint, type Fingerprint } from '$lib/core/text/fingerprint';
import { plain } from '$lib/core/text/inline';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { Made } from '$lib/core/machine/recall';
import { asTranslation } from '$lib/core/translation/own';
import { leftovers, resolve } from '$lib/core/translation/resolve';
import type { Translation, Unit } from '$lib/core/translation/unit';
import { translator, type T, type UiLang } from '$lib/i18n';
import { byline, readingPage, type PageRow, type ReadingPage } from '$lib/ui/reading/page';
import type { Machine } from './machine.svelte';
import { noted } from './noted';
import type { Reader } from './reader.svelte';

const nothing: OwnWork = { words: [], reviews: [], translations: [], place: null };

export class OwnReading {
	#page = $state.raw<ReadingPage | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);
	#brought = $state.raw<readonly OwnTranslation[]>([]);
	#loose = $state.raw<readonly OwnWords[]>([]);
	#t: T | null = null;
	#store: OpenStore | null = null;
	#kept: KeptArticle | null = null;
	#entry: StoredArticle | null = null;
	#work: OwnWork = nothing;
	#made: readonly Made[] = [];
	#machine = $state.raw<Machine | null>(null);
	#stop = () => {};
	#isClosed = false;
	/** Settles when the page stands, or when it is known that it cannot. */
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
	/** Machine translation on this page, once the reader has asked for it. */
	get machine(): Machine | null {
		return this.#machine;
	}
	/** What this device has made for the page. */
	get made(): readonly Made[] {
		return this.#made;
	}

	async #open(): Promise<void> {
		const [t, opened, entry] = await Promise.all([translator(this.ui), store(), this.#stored()]);
		this.#t = t;
		this.#store = opened;
		this.#entry = entry;
		const kept = await opened.article(this.id);
		if (!kept.ok) this.#failure = kept.failure;
		else this.#kept = kept.value;
		if (this.#isClosed) return;
		await new Promise<void>((begun) => {
			this.#stop = opened.watchWork(
				this.id,
				(work) => {
					this.#work = work;
					this.#render();
					begun();
				},
				(failure) => {
					this.#failure = failure;
					this.#render();
					begun();
				}
			);
		});
		// The reader’s own text stands without what a machine made of it.
		await this.#recall().catch(() => {});
	}

	/** What this device made here before stands there again; of a long text the first of it at once. */
	async #recall(): Promise<void> {
		const answers = this.#store?.answers;
		const asked = await answers?.isAsked(this.id);
		if (!answers || !asked?.ok || !asked.value) return;
		const { recalled } = await import('./recalled');
		const show = (made: readonly Made[]) => this.showMade([...this.#made, ...made]);
		await recalled(this.#page, answers, show);
	}

	/** Shows these and no others as this device’s. */
	showMade(made: readonly Made[]): void {
		this.#made = made;
		this.#render();
	}

	/**
	 * Machine translation on the page that `reader` shows: loaded when it is first asked for. Null where
	 * the page has been left meanwhile.
	 */
	async translate(reader: Reader, item?: PageRow | null): Promise<Machine | null> {
		const [{ Machine }, { machinery }] = await Promise.all([
			import('./machine.svelte'),
			import('$lib/composeMachine')
		]);
		const outside = await machinery();
		if (this.#isClosed) return null;
		const machine = (this.#machine ??= new Machine(reader, this, outside));
		if (item !== undefined) void reader.need(machine.ask(item));
		return machine;
	}

	#stored = (): Promise<StoredArticle | null> =>
		this.place === 'read' ? storedArticle(this.id) : Promise.resolve(null);

	close(): void {
		this.#isClosed = true;
		this.#stop();
		this.#machine?.close();
	}

	#render(): void {
		const original = this.#kept?.article ?? this.#entry?.original ?? null;
		const metadata = original ?? this.#entry?.metadata;
		if (!this.#t || !metadata) return;
		const stored = this.#translations(metadata);
		const translation = stored[0]?.translated;
		const lang = translation?.lang ?? (metadata.lang === 'sv' ? 'en' : 'sv');
		const blocks = original?.blocks ?? [];
		const device = this.#units(metadata.lang);
		const sources = { ...this.#work, stored, device };
		this.#page = readingPage(
			{
				id: this.id,
				place: this.place,
				original: metadata,
				translated: { lang, ...(translation && { title: translation.title }) },
				rows: resolve(blocks, sources, { lang }),
				reads: this.#entry?.original?.reads ?? null,
				originalMissing: original === null,
				stored: this.#entry !== null
			},
			this.ui,
			this.#t
		);
		this.#loose = leftovers(blocks, sources, { lang }).words;
		this.#brought = this.#work.translations;
		this.#machine?.changed();
	}

	#units(lang: Lang): readonly Unit[] {
		const t = this.#t;
		return t ? this.#made.map((made) => noted(made, lang, t)) : [];
	}

	/** Takes a translation away, or with `deleted` undefined puts it back; `base` is the record that it follows. */
	async putTranslation(
		own: OwnTranslation,
		base: OwnTranslation
	): Promise<Result<OwnTranslation, StoreFailure>> {
		if (!this.#store) return fail({ kind: 'failed', message: 'not open' });
		return this.#store.putTranslation({ ...own, changedAt: moment(Date.now()) }, base.changedAt);
	}

	/** Of people that the reader brought in, then what is stored. */
	#translations(original: Metadata | undefined): readonly Translation[] {
		const brought = this.#work.translations;
		const stored = this.#entry?.translations ?? [];
		return original ? [...brought.map((own) => asTranslation(own, original)), ...stored] : stored;
	}

	get brought(): readonly OwnTranslation[] {
		return this.#brought;
	}

	/** Whether there is more to show than the rows: see `More.svelte`. */
	get hasMore(): boolean {
		return this.#loose.length + this.#brought.length > 0 || this.#failure !== null;
	}

	/** Own words whose paragraph is no longer in the text: never dropped. */
	get loose(): readonly OwnWords[] {
		return this.#loose;
	}

	/** The reader’s own record for a row, where there is one. */
	wordsOf(item: PageRow): OwnWords | null {
		const [key] = item.row.source;
		return this.#work.words.find(({ source }) => source[0] === key) ?? null;
	}

	reviewOf(item: PageRow): OwnReview | null {
		const [key] = item.row.source;
		return this.#work.reviews.find(({ source }) => source[0] === key) ?? null;
	}

	/** What is stored for a row’s paragraph, apart from the reader’s own words. */
	storedText(item: PageRow): { readonly text: readonly string[]; readonly by: string } | null {
		if (!this.#t) return null;
		const rows = resolve(
			item.row.originals,
			{ stored: this.#translations(this.#entry?.metadata), words: [], reviews: [] },
			{ lang: this.#lang }
		);
		const shown = rows.find(({ source }) => source[0] === item.row.source[0])?.shown;
		if (shown?.kind !== 'translated') return null;
		const { lead, rest } = byline(shown, this.#t);
		return { text: shown.text, by: lead + rest };
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
		const { shown } = item.row;
		const from = base ? base.from : shown.kind === 'translated' ? shown.by.origin : null;
		return this.#put(
			{
				article: this.id,
				source: item.row.source,
				lang: this.#lang,
				text,
				name,
				from,
				changedAt: moment(Date.now())
			},
			base
		);
	}

	/**
	 * Gives the reader’s words up: what is stored stands again. The way back is `restoreWords`, over
	 * the record that this gives.
	 */
	async giveUp(words: OwnWords): Promise<Result<OwnWords, StoreFailure>> {
		return this.#put({ ...words, deleted: true, changedAt: moment(Date.now()) }, words);
	}

	/** Puts words back in the place of `over`, the record that came after them. */
	async restoreWords(words: OwnWords, over: OwnWords): Promise<Result<OwnWords, StoreFailure>> {
		return this.#put({ ...words, changedAt: moment(Date.now()) }, over);
	}

	async #put(words: OwnWords, base: OwnWords | null): Promise<Result<OwnWords, StoreFailure>> {
		return this.#store
			? this.#store.putWords(words, base?.changedAt ?? null)
			: fail({ kind: 'failed', message: 'not open' });
	}

	/** Marks just the text that is shown as reviewed by `name`, or takes the mark away. */
	async review(item: PageRow, name: string | null): Promise<Result<void, StoreFailure>> {
		const { shown } = item.row;
		if (!this.#store || shown.kind !== 'translated') return ok(undefined);
		const standing = this.reviewOf(item);
		return this.#store.putReview({
			article: this.id,
			source: item.row.source,
			lang: this.#lang,
			reviewed: reviewedText(shown.text),
			name: name ?? standing?.name ?? '',
			changedAt: moment(Date.now()),
			...(name === null && { deleted: true as const })
		});
	}

	/** Copies original, translation, whose it is and where it stands. Returns what to say of it. */
	async copyCitation(item: PageRow, address: string): Promise<string> {
		return this.#t && this.#page
			? this.copyText(citation(item, this.#page, address, this.#t), 'cite')
			: '';
	}

	/** Returns what to say: the browser may refuse the clipboard. */
	async copyText(text: string, what: 'cite' | 'link'): Promise<string> {
		if (!this.#t) return '';
		try {
			await navigator.clipboard.writeText(text);
			return this.#t(`own.${what}.done`);
		} catch {
			return this.#t('own.refused');
		}
	}
}

/** The fingerprint of a translation’s text, by which a review knows what it is of. */
export const reviewedText = (text: readonly string[]): Fingerprint =>
	fingerprint(text.join('\n\n'));

function citation(item: PageRow, page: ReadingPage, address: string, t: T): string {
	const { originals, shown } = item.row;
	const work = [page.authors, page.title, page.source].filter((part) => part).join(', ');
	const lines = [originals.map(({ text }) => plain(text)).join('\n\n')];
	if (shown.kind === 'translated') {
		const { lead, rest } = byline(shown, t);
		lines.push(
			shown.text.map(plain).join('\n\n'),
			`${work}. ${t('own.cite.translation', { by: lead + rest })}`
		);
	} else lines.push(`${work}.`);
	return [...lines, address].filter((line) => line).join('\n\n');
}

/**
 * A person's translation on its way to an article: read, credited, aligned, mended, saved. What has
 * been read is kept as a draft from then on, at every change.
 */
import type { hold, Release } from '$lib/adapters/import/hold';
import type { ImportOutcome } from '$lib/adapters/import/importer';
import type { AligningFailure, AlignOutcome } from '$lib/adapters/align/aligner';
import type { AlignmentDraft, DraftSide, Link, TranslationCredit } from '$lib/core/align/draft';
import { isGrave, misfits } from '$lib/core/align/misfit';
import { linksOf } from '$lib/core/align/relinked';
import { unitsOf } from '$lib/core/align/units';
import type { Notice } from '$lib/core/import/imported';
import { moment } from '$lib/core/library/moment';
import type { OwnTranslation, Store, StoreFailure } from '$lib/core/library/store';
import { fail, ok, type Result } from '$lib/core/result';
import type { Article, Lang } from '$lib/core/text/article';
import type { ArrivalFailure, Arrived } from '$lib/core/translation/exchange/arrival';
import type { ExchangeFailure } from '$lib/core/translation/exchange/failure';
import type { Unit } from '$lib/core/translation/unit';
import type { ImportFailure } from './incoming.svelte';

/** What runs long says how far it is, from 0 to 1, and can be ended. */
export interface Running {
	readonly signal: AbortSignal;
	readonly progress: (done: number) => void;
}

export type AlignFault = Exclude<AligningFailure, { readonly kind: 'aborted' | 'cancelled' }>;

/** The outside world, as far as a translation on its way in needs it. */
export interface ArrivalWorld {
	readonly store: () => Promise<Store>;
	/** An article of the library, or null; without blocks where its original is not here. */
	readonly article: (id: string) => Promise<Result<Article | null, StoreFailure>>;
	readonly read: (
		name: string,
		file: Blob,
		running: Running & { readonly lang: Lang }
	) => Promise<ImportOutcome>;
	/** Null where it is no file of a translator’s tool. */
	readonly exchange: (
		name: string,
		file: Blob,
		source: DraftSide
	) => Promise<Result<Arrived, ExchangeFailure | ArrivalFailure> | null>;
	readonly align: (
		draft: Pick<AlignmentDraft, 'source' | 'target' | 'links'>,
		running: Running
	) => Promise<AlignOutcome>;
	readonly hold: typeof hold;
	readonly newId: () => string;
	readonly now: () => number;
}

/** What the page was opened for: an article to bring a translation to, a draft, or one to go on with. */
export type Errand =
	| { readonly kind: 'article'; readonly id: string }
	| { readonly kind: 'draft'; readonly id: string }
	| { readonly kind: 'translation'; readonly id: string };

/** Why a file is not taken: as a text, or as a file of a translator’s tool. */
export type ChoosingFailure =
	| { readonly from: 'text'; readonly failure: ImportFailure }
	| { readonly from: 'exchange'; readonly failure: ExchangeFailure | ArrivalFailure };

export type ArrivalStep =
	| { readonly kind: 'opening' }
	/** Nothing to bring a translation to: no such article, no original, another tab has it, a fault. */
	| { readonly kind: 'closed'; readonly why: 'missing' | 'no-original' | 'elsewhere' }
	| { readonly kind: 'unreadable'; readonly failure: StoreFailure }
	| { readonly kind: 'choosing'; readonly failure: ChoosingFailure | null }
	| { readonly kind: 'reading'; readonly done: number }
	| { readonly kind: 'about'; readonly failure: AlignFault | null }
	| { readonly kind: 'aligning'; readonly done: number }
	| { readonly kind: 'mending' }
	| { readonly kind: 'saving' }
	| { readonly kind: 'saved' };

const noCredit: TranslationCredit = {
	translator: '',
	title: '',
	publication: '',
	date: '',
	rights: ''
};

export class Arrival {
	#step = $state.raw<ArrivalStep>({ kind: 'opening' });
	#article = $state.raw<Article | null>(null);
	#articleId = $state('');
	#draft = $state.raw<AlignmentDraft | null>(null);
	#discarded = $state.raw<AlignmentDraft | null>(null);
	#name = $state('');
	/** Why the last attempt to keep it changed nothing. */
	#refused = $state.raw<StoreFailure | null>(null);
	/** What the file had that is not in the text. */
	#leftOut = $state.raw<readonly string[]>([]);
	#notices = $state.raw<readonly Notice[]>([]);
	/** The translation that is being changed, as it is kept. */
	#base: OwnTranslation | null = null;
	#abort: AbortController | null = null;
	#release: Release | null = null;
	/** The page has been left: what is still under way takes nothing any more. */
	#left = false;
	#keeping = false;
	#kept: AlignmentDraft | null = null;
	readonly #world: ArrivalWorld;

	constructor(world: ArrivalWorld) {
		this.#world = world;
	}

	readonly step = $derived(this.#step);
	/** The original; its title is the page's. */
	readonly article = $derived(this.#article);
	readonly articleId = $derived(this.#articleId);
	readonly draft = $derived(this.#draft);
	/** What was thrown away last: it can be put back. */
	readonly discarded = $derived(this.#discarded);
	/** Of the file that is read. */
	readonly name = $derived(this.#name);
	readonly refused = $derived(this.#refused);
	readonly leftOut = $derived(this.#leftOut);
	/** What a reader should know of the file before trusting the text. */
	readonly notices = $derived(this.#notices);
	readonly misfits = $derived(this.#draft ? misfits(this.#draft.source, this.#draft.target) : []);
	readonly hasGrave = $derived(this.misfits.some(isGrave));
	readonly isAligned = $derived((this.#draft?.links.length ?? 0) > 0);

	async open(errand: Errand): Promise<void> {
		this.#left = false;
		this.#refused = null;
		this.#step = { kind: 'opening' };
		switch (errand.kind) {
			case 'article':
				return this.#openArticle(errand.id);
			case 'draft':
				return this.#openDraft(errand.id);
			case 'translation':
				return this.#openTranslation(errand.id);
		}
	}

	async #openArticle(id: string): Promise<void> {
		if (await this.#fetch(id)) this.#step = { kind: 'choosing', failure: null };
	}

	/** True where the original is here. */
	async #fetch(id: string): Promise<boolean> {
		const found = await this.#world.article(id);
		this.#articleId = id;
		if (!found.ok) this.#step = { kind: 'unreadable', failure: found.failure };
		else if (!found.value) this.#step = { kind: 'closed', why: 'missing' };
		else this.#article = found.value;
		if (found.ok && found.value?.blocks.length === 0)
			this.#step = { kind: 'closed', why: 'no-original' };
		return found.ok && (found.value?.blocks.length ?? 0) > 0;
	}

	async #openDraft(id: string): Promise<void> {
		// Taken first: what another tab wrote last is read then.
		if (!(await this.#take(id))) return;
		const found = await this.#store((store) => store.alignment(id));
		if (!found.ok) return void (this.#step = { kind: 'unreadable', failure: found.failure });
		if (!found.value) return void (this.#step = { kind: 'closed', why: 'missing' });
		// The original that it was aligned with is its own: the article is asked for its title.
		if (!(await this.#fetch(found.value.article)) && this.#step.kind === 'unreadable') return;
		const kept = await this.#store((store) => store.translation(id));
		this.#base = kept.ok ? kept.value : null;
		const draft = { base: this.#base?.changedAt ?? null, ...found.value };
		this.#draft = this.#kept = draft;
		// Said at once: what is mended now could not be saved.
		if (this.#base && this.#base.changedAt !== draft.base) this.#refused = { kind: 'conflict' };
		this.#step = this.isAligned ? { kind: 'mending' } : { kind: 'about', failure: null };
	}

	/**
	 * One that is saved already, to be changed: its links come back. Where the original has changed
	 * since, it is aligned again around those that the reader has fixed.
	 */
	async #openTranslation(id: string): Promise<void> {
		if (!(await this.#take(id))) return;
		const begun = await this.#store((store) => store.alignment(id));
		if (begun.ok && begun.value) return this.#openDraft(id);
		const found = await this.#store((store) => store.translation(id));
		if (!found.ok) return void (this.#step = { kind: 'unreadable', failure: found.failure });
		if (!found.value) return void (this.#step = { kind: 'closed', why: 'missing' });
		const own = found.value;
		if (!(await this.#fetch(own.article)) || !this.#article) return;
		const source = { lang: this.#article.lang, blocks: this.#article.blocks };
		const units = own.units.map((unit, at) => ({ unit, links: own.links[at] ?? [] }));
		const back = linksOf(units, source, own.lang);
		this.#base = own;
		this.#draft = {
			...this.#begin(id, source, back.target, own.changedAt),
			credit: own.credit,
			links: back.links
		};
		if (back.changed === 0) this.#step = { kind: 'mending' };
		else await this.align();
	}

	/** A draft is one tab's at a time. */
	async #take(id: string): Promise<boolean> {
		this.#release ??= await this.#world.hold(id); // held already where a translation has a draft
		if (this.#left) this.#letGo();
		else if (!this.#release) this.#step = { kind: 'closed', why: 'elsewhere' };
		return this.#release !== null;
	}

	async read(name: string, file: Blob): Promise<void> {
		this.#name = name;
		// Its rules are those of the language that it will be in; what it is in is asked for.
		const source = this.#source();
		const expected = source?.lang === 'sv' ? 'en' : 'sv';
		try {
			const came = await this.#during('reading', async ({ signal }) => {
				const read = source && (await this.#world.exchange(name, file, source));
				return signal.aborted ? fail({ kind: 'aborted' } as const) : ok(read);
			});
			if (!came.ok) return this.#unread(came.failure);
			if (came.value) return await this.#came(came.value);
		} catch (error) {
			// What reads such a file did not come.
			return this.#unread({ kind: 'broken', message: String(error) });
		}
		const outcome = await this.#during('reading', (running) =>
			this.#world.read(name, file, { ...running, lang: expected })
		);
		if (!outcome.ok) return this.#unread(outcome.failure);
		const { article, leftOut, notices } = outcome.value;
		this.#notices = notices;
		this.#leftOut = leftOut.map(({ text }) => text);
		await this.#arrived({ lang: '', blocks: article.blocks }, { title: article.title ?? '' });
	}

	#unread(failure: ImportFailure): void {
		const stopped = failure.kind === 'aborted';
		this.#step = { kind: 'choosing', failure: stopped ? null : { from: 'text', failure } };
	}

	/** A file of a translator’s tool may say what answers what: then nothing is left to align. */
	async #came(came: Result<Arrived, ExchangeFailure | ArrivalFailure>): Promise<void> {
		if (!came.ok) {
			this.#step = { kind: 'choosing', failure: { from: 'exchange', failure: came.failure } };
			return;
		}
		const { target, links, credit } = came.value;
		this.#leftOut = [];
		this.#notices = [];
		await this.#arrived(target, credit, links);
	}

	/** Another text of the library is the translation: what is known of it is known already. */
	async choose(id: string): Promise<void> {
		const found = await this.#world.article(id);
		if (!found.ok) return void (this.#step = { kind: 'unreadable', failure: found.failure });
		if (!found.value) return;
		const { lang, blocks, title = '', publication = '', issued = '', rights = '' } = found.value;
		this.#name = title;
		await this.#arrived({ lang, blocks }, { title, publication, date: issued, rights });
	}

	async #arrived(
		target: DraftSide,
		known: Partial<TranslationCredit>,
		links: readonly Link[] = []
	): Promise<void> {
		const source = this.#source();
		if (!source) return;
		const id = this.#draft?.id ?? this.#world.newId();
		if (!this.#release && !(await this.#take(id))) return;
		this.#draft = {
			...this.#begin(id, source, target, this.#draft?.base ?? null),
			credit: { ...noCredit, ...known },
			links
		};
		this.#step = { kind: 'about', failure: null };
		await this.#keep();
	}

	/** The original: where it has gone since, as the draft has it. */
	#source(): DraftSide | null {
		if (!this.#article?.blocks.length) return this.#draft?.source ?? null;
		const { lang, blocks } = this.#article;
		return { lang, blocks };
	}

	#begin = (
		id: string,
		source: DraftSide,
		target: DraftSide,
		base: string | null
	): AlignmentDraft => ({
		id,
		article: this.#articleId,
		source,
		target,
		credit: noCredit,
		links: [],
		base,
		changedAt: this.#now()
	});

	setCredit(change: Partial<TranslationCredit>): void {
		if (this.#draft) this.change({ ...this.#draft, credit: { ...this.#draft.credit, ...change } });
	}

	/** Sentences are cut as its language has them: with another language nothing is aligned any more. */
	setLang(lang: Lang): void {
		if (!this.#draft || lang === this.#draft.target.lang) return;
		const { target } = this.#draft;
		this.change({ ...this.#draft, target: { ...target, lang }, links: [] });
	}

	/** What the editor makes of it. */
	change(draft: AlignmentDraft): void {
		if (draft === this.#draft) return;
		this.#draft = draft;
		void this.#keep();
	}

	/** Back to what is asked for, or to another file. */
	ask = (): void => void (this.#step = { kind: 'about', failure: null });
	chooseAnother = (): void => void (this.#step = { kind: 'choosing', failure: null });
	mend = (): void => void (this.#step = { kind: 'mending' });

	/** Nothing is aligned where there is nothing to align: `misfits` say why. */
	async align(): Promise<void> {
		const draft = this.#draft;
		if (!draft || this.hasGrave || draft.target.lang === '') return this.ask();
		const aligned = await this.#during('aligning', (running) => this.#world.align(draft, running));
		if (!aligned.ok) {
			const { failure } = aligned;
			const stopped = failure.kind === 'aborted' || failure.kind === 'cancelled';
			this.#step = { kind: 'about', failure: stopped ? null : failure };
			return;
		}
		if (unitsOf(draft.source, draft.target, aligned.value, contributor(draft)).length === 0) {
			this.#step = { kind: 'about', failure: { kind: 'unrelated' } };
			return;
		}
		this.change({ ...draft, links: aligned.value });
		this.#step = { kind: 'mending' };
	}

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

	/** Ends what is under way; nothing that was kept changes. */
	cancel = (): void => this.#abort?.abort();

	/** True where the translation is in the library afterwards. */
	async save(): Promise<boolean> {
		const draft = this.#draft;
		if (!draft || this.#step.kind !== 'mending') return false;
		if (unitsOf(draft.source, draft.target, draft.links, contributor(draft)).length === 0) {
			this.#step = { kind: 'about', failure: { kind: 'unrelated' } };
			return false;
		}
		this.#step = { kind: 'saving' };
		const saved = await this.#store((store) =>
			store.putTranslation(
				this.#translation(draft),
				// One that is there no more is in nobody’s way.
				this.#baseOf(draft) && (draft.base ?? null)
			)
		);
		if (!saved.ok) {
			this.#refused = saved.failure;
			this.#step = { kind: 'mending' };
			return false;
		}
		this.#refused = null;
		this.#step = { kind: 'saved' };
		await this.#store((store) => store.removeAlignment(draft.id));
		this.#letGo();
		return true;
	}

	#translation(draft: AlignmentDraft): OwnTranslation {
		const linked = unitsOf(draft.source, draft.target, draft.links, contributor(draft));
		const now = this.#now();
		return {
			id: draft.id,
			article: draft.article,
			lang: draft.target.lang,
			credit: draft.credit,
			units: linked.map(({ unit }) => asBefore(unit, this.#baseOf(draft))),
			links: linked.map(({ links }) => links),
			addedAt: this.#baseOf(draft)?.addedAt ?? now,
			changedAt: now
		};
	}

	/** Another text brought in after it is no change of it. */
	#baseOf = ({ id }: AlignmentDraft): OwnTranslation | null =>
		this.#base?.id === id ? this.#base : null;

	/** Throws the draft away; a translation that is saved already stays as it was. */
	async discard(): Promise<void> {
		const draft = this.#draft;
		if (!draft) return;
		this.#draft = null;
		this.#refused = null;
		this.#discarded = draft;
		this.#step = { kind: 'choosing', failure: null };
		await this.#store((store) => store.removeAlignment(draft.id));
		this.#letGo();
	}

	async putBack(): Promise<void> {
		const draft = this.#discarded;
		if (!draft) return;
		this.#letGo();
		if (!(await this.#take(draft.id))) return;
		this.#discarded = null;
		this.#kept = null;
		this.#draft = draft;
		this.#step = this.isAligned ? { kind: 'mending' } : { kind: 'about', failure: null };
		await this.#keep();
	}

	/** Writes the draft down, one writing at a time: what changed meanwhile is written after it. */
	async #keep(): Promise<void> {
		if (this.#keeping) return;
		this.#keeping = true;
		while (this.#draft && this.#draft !== this.#kept && this.#step.kind !== 'saved') {
			const draft = this.#draft;
			const kept = await this.#store((store) =>
				store.putAlignment({ ...draft, changedAt: this.#now() })
			);
			this.#refused = kept.ok ? null : kept.failure;
			if (!kept.ok) break;
			this.#kept = draft;
		}
		this.#keeping = false;
		if (this.#left) this.#letGo();
	}

	/** Ends what is under way and lets other tabs have the draft, once what changed last is written. */
	close(): void {
		this.#left = true;
		this.#abort?.abort();
		if (!this.#keeping) this.#letGo();
	}

	#letGo(): void {
		this.#release?.();
		this.#release = null;
	}

	#now = (): string => moment(this.#world.now());

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

/** Its day is that of the translation where that is known to the day, else that of its coming here. */
const contributor = ({ credit, changedAt }: AlignmentDraft) => {
	const isDay = /^\d{4}-\d\d-\d\d$/.test(credit.date);
	const date = isDay ? credit.date : changedAt.slice(0, 10);
	return { origin: 'human', name: credit.translator, date } as const;
};

/** Words of somebody else that were there before stay theirs; what is as it was keeps review and note. */
function asBefore(unit: Unit, base: OwnTranslation | null): Unit {
	const units = base?.units ?? [];
	const same = units.find((one) => isSame(one.source, unit.source) && isSame(one.text, unit.text));
	const [first, ...more] = same
		? [same]
		: units.filter(({ text }) => text.some((words) => unit.text.includes(words)));
	const isTheirs =
		first &&
		first.by.name !== base?.credit.translator &&
		more.every(({ by }) => by.name === first.by.name);
	return {
		...unit,
		...(isTheirs && { by: first.by }),
		...(same && { review: same.review }),
		...(same?.note !== undefined && { note: same.note })
	};
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
	some.length === others.length && some.every((one, at) => one === others[at]);

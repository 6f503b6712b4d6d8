/**
 * Machine translation on the reading page: the state of its rows and its bar, and the reader's
 * requests. Loaded, with its components, when it is first asked for.
 */
import { tick, untrack } from 'svelte';
import { barBottom } from '$lib/compose/screen';
import { createReservedHeight, rowsInView } from '$lib/compose/rowsInView';
import type { InView } from '$lib/core/machine/order';
import type { Shown } from '$lib/core/translation/row';
import type { T, UiLang } from '$lib/i18n';
import type { AheadJob } from '../../machine/aheadJob.svelte';
import { wantedTerms } from '../../machine/askedTerms';
import { settings } from '../../settings/settings.svelte';
import type { Announcer } from '../announcer.svelte';
import type { OwnReading } from '../ownReading.svelte';
import type { PageRow, ReadingPage } from '../page';
import type { Panels } from '../panels.svelte';
import { rowsOf, runFrom } from '../rows';
import type { Switches } from '../switches.svelte';
import type { TranslationOutcome } from './asked.svelte';
import { PageTerms } from './pageTerms';
import type { Machinery } from './translatedPage';
import { Translating } from './translating.svelte';

/** What machine translation needs of the page. */
export interface MachineHost {
	readonly own: Pick<OwnReading, 'id' | 'place' | 't' | 'made' | 'showMade'>;
	page(): ReadingPage;
	readonly switches: Pick<Switches, 'checked'>;
	readonly announcer: Announcer;
	readonly panels: Panels;
	/** Keeps rows as full components (see PlainRow). */
	unfold(ids: readonly string[]): void;
	keepPlace(change: () => void): void;
}

/**
 * A page that has not scrolled for this many milliseconds is being read: its view is translated.
 */
const restMs = 150;

const nowhere: InView = { first: 0, last: -1, soon: -1 };

export class Machine {
	readonly translating: Translating;
	readonly room = createReservedHeight();
	/** Announced to screen readers only. */
	screenReaderMessage = $state('');
	/** Translates the book that this is a chapter of ahead of its reader; null where it is in none. */
	#ahead: AheadJob | null = null;
	readonly #abort = new AbortController();
	#rest: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly host: MachineHost,
		readonly machinery: Machinery
	) {
		const { own } = host;
		const { langs } = host.page();
		const pair = { from: langs.original, to: langs.translation };
		const article = own.place === 'read' ? own.id : null;
		const terms = new PageTerms(article, pair, wantedTerms, () => settings.values.terms ?? '');
		this.translating = new Translating(
			{
				...{ article: own.id, pair },
				care: () => settings.values.care ?? null,
				terms: () => terms.of(this.#rows()),
				rows: () => this.#rows(),
				view: () => this.#view(),
				unfold: host.unfold,
				made: () => own.made,
				show: (made) => this.#inPlace(() => own.showMade(made)),
				done: (outcome) => this.#done(outcome)
			},
			machinery
		);
		const passive = { signal: this.#abort.signal, passive: true };
		addEventListener('scroll', this.#soon, passive);
		let width = innerWidth;
		const resized = () => {
			// A mobile browser that hides its bar changes only the height.
			if (innerWidth !== width) this.#relaid();
			width = innerWidth;
		};
		addEventListener('resize', resized, passive);
		document.addEventListener('change', this.#relaid, passive);
		this.#soon();
	}

	get t(): T {
		const { t } = this.host.own;
		if (!t) throw new TypeError('machine translation before the page’s words');
		return t;
	}

	get ui(): UiLang {
		return this.host.page().ui;
	}

	/** Returns whether a row is being translated, or could not be. */
	shows = ({ id, row }: PageRow): boolean =>
		row.shown.kind === 'missing' && this.translating.rows.has(id);

	/** Returns whether a run of machine translations begins at a row that is being translated. */
	begins = ({ id }: PageRow): boolean => {
		const rows = this.#rows();
		const before = rows[rows.findIndex((item) => item.id === id) - 1];
		if (!before) return true;
		const { shown } = before.row;
		return shown.kind === 'translated' ? !isMade(shown) : !this.shows(before);
	};

	/**
	 * Translates a paragraph, or with null all missing ones. Without an engine opens the panel that
	 * says what is needed. `run`: with all paragraphs of the untranslated run that it begins.
	 */
	async ask(item: PageRow | null, run = false): Promise<void> {
		const { translating } = this;
		const { panels } = this.host;
		const begun = item
			? await translating.translate(run ? runFrom(this.#rows(), item) : [item], 'paragraph')
			: await translating.translate(translating.missing(), 'article');
		if (!begun) panels.open('machine', null);
		else if (item) await this.#attend(item);
		else if (panels.current === 'machine') panels.close();
	}

	/** Moves the focus to the row: the button that was pressed has been replaced. */
	async #attend({ id }: PageRow): Promise<void> {
		await tick();
		const row = document.getElementById(`p-${id}`);
		// A translation that was asked for is shown even where the settings hide it (see
		// css/floor.css).
		row?.setAttribute('data-asked', '');
		if (document.activeElement === document.body)
			row?.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
	}

	/** Deletes this device's translations of the rows; the announcement offers to undo it. */
	async throwAway(items: readonly PageRow[]): Promise<void> {
		const { t } = this;
		const { announcer, panels } = this.host;
		const count = items.length;
		const gone = await this.translating.throwAway(items);
		panels.close();
		if (gone.ok)
			announcer.announceUndoable(t('machine.translate.thrownAway', { count }), gone.value, t);
		else announcer.announceFailure(gone.failure, t);
	}

	/** The rows that show this device's translations. */
	get made(): readonly PageRow[] {
		return this.#rows().filter(({ row: { shown } }) => isMade(shown));
	}

	/** Called after every render of the page. */
	changed(): void {
		this.translating.changed();
	}

	close(): void {
		clearTimeout(this.#rest);
		this.#abort.abort();
		this.translating.close();
	}

	/** Called after scrolling, and after a change of the setting. */
	moved(): void {
		const isOn = settings.values.translate === 'reading' || this.#ahead?.isOn === true;
		void this.translating.moved(isOn);
	}

	/** What is on the screen is translated first while a book is translated ahead. */
	goAhead(job: AheadJob): void {
		this.#ahead = job;
		this.moved();
	}

	#soon = (): void => {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.moved(), restMs);
	};

	#relaid = (): void => {
		this.room.letGo();
		this.#soon();
	};

	#rows(): readonly PageRow[] {
		return rowsOf(this.host.page());
	}

	/** Returns the rows in view; none where no translation is shown. */
	#view(): InView {
		return untrack(() => {
			const root = document.querySelector('.reading');
			if (!root || this.host.switches.checked('view') === 'original') return nowhere;
			const { seen, soon } = rowsInView(root, barBottom());
			const at = (id: string | undefined): number =>
				this.#rows().findIndex((item) => `p-${item.id}` === id);
			const first = at(seen[0]);
			if (first < 0) return nowhere;
			const last = at(seen.at(-1));
			return { first, last, soon: Math.max(last, at(soon.at(-1))) };
		});
	}

	/**
	 * Announces the outcome: a single complete paragraph to screen readers only, because it is seen
	 * in its row.
	 */
	#done(outcome: TranslationOutcome): void {
		const words = doneWords(outcome, this.t);
		if (outcome.paragraphs > 1 || outcome.incomplete > 0 || !outcome.kept)
			this.host.announcer.announce(words);
		else this.screenReaderMessage = words;
	}

	/**
	 * Makes a change and keeps the scroll position where the browser does not, as rows above change
	 * their height (Safari).
	 */
	#inPlace(change: () => void): void {
		if (CSS.supports('overflow-anchor', 'auto')) change();
		else this.host.keepPlace(change);
	}
}

/** Tells whether a machine’s words are shown as the machine made them. */
const isMade = (shown: Shown): boolean =>
	shown.kind === 'translated' && shown.by.origin === 'machine' && !shown.own && !shown.correction;

function doneWords({ paragraphs, incomplete, kept }: TranslationOutcome, t: T): string {
	const words = [t('machine.translate.done', { count: paragraphs })];
	if (incomplete > 0) words.push(t('machine.translate.incomplete', { count: incomplete }));
	if (!kept) words.push(t('machine.translate.unkept'));
	return words.join(' ');
}

/**
 * Machine translation on the page that a reader shows: what its rows and its bar show of it, and what
 * the reader asks of it. Loaded, with its components, when it is first asked for.
 */
import { mount, tick, unmount, untrack, type Component } from 'svelte';
import { barBottom } from '$lib/adapters/dom/bar';
import { rowsInView } from '$lib/adapters/dom/in-view';
import { keepRoom } from '$lib/adapters/dom/room';
import type { InView } from '$lib/core/machine/order';
import type { T } from '$lib/i18n';
import MachineBar from '$lib/ui/reading/machine/MachineBar.svelte';
import MachineRow from '$lib/ui/reading/machine/MachineRow.svelte';
import type { PageRow } from '$lib/ui/reading/page';
import type { Outcome } from './asked.svelte';
import type { OwnReading } from './own-reading.svelte';
import { sayWithUndo } from './own-work';
import type { Reader } from './reader.svelte';
import { settings } from './settings.svelte';
import { Translating, type Machinery } from './translating.svelte';

/** The page has stood still for so long: what is on it is being read. */
const restMs = 150;

const nowhere: InView = { first: 0, last: -1, soon: -1 };

export class Machine {
	readonly translating: Translating;
	readonly room = keepRoom();
	/** What only those are told who do not see it. */
	whispered = $state('');
	readonly #abort = new AbortController();
	readonly #bar: object;
	#rest: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly reader: Reader,
		readonly own: OwnReading,
		readonly machinery: Machinery
	) {
		const { langs } = reader.page;
		this.translating = new Translating(
			{
				article: own.id,
				pair: { from: langs.original, to: langs.translation },
				rows: () => this.#rows(),
				view: () => this.#view(),
				unfold: (ids) => this.#unfold(ids),
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
			// A phone's browser that puts its bar away changes the height alone.
			if (innerWidth !== width) this.#relaid();
			width = innerWidth;
		};
		addEventListener('resize', resized, passive);
		document.addEventListener('change', this.#relaid, passive);
		this.#bar = mount(MachineBar, { target: beside(), props: { machine: this } });
		this.#soon();
	}

	get t(): T {
		const { t } = this.own;
		if (!t) throw new TypeError('machine translation before the page’s words');
		return t;
	}

	/** What shows a row that is being translated, or could not be. */
	rowOf = (item: PageRow): Component<{ item: PageRow; reader: Reader }> | null =>
		this.#shows(item) ? MachineRow : null;

	#shows = ({ id, row }: PageRow): boolean =>
		row.shown.kind === 'missing' && this.translating.rows.has(id);

	/** Whether a run of the machine’s begins at a row that is being translated. */
	begins = ({ id }: PageRow): boolean => {
		const rows = this.#rows();
		const before = rows[rows.findIndex((item) => item.id === id) - 1];
		if (!before) return true;
		const { shown } = before.row;
		return shown.kind === 'translated' ? shown.by.origin !== 'machine' : !this.#shows(before);
	};

	/** Rows that will change stay the rows that they are (see PlainRow). */
	#unfold(ids: readonly string[]): void {
		const { reader } = this;
		const fresh = ids.filter((id) => !reader.edited.includes(id));
		if (fresh.length > 0) reader.edited = [...reader.edited, ...fresh];
	}

	/** Translates a paragraph, or all that are missing; where nothing can, says what is needed. */
	async ask(item: PageRow | null): Promise<void> {
		const { reader, translating } = this;
		const begun = item
			? await translating.translate([item], 'paragraph')
			: await translating.translate(translating.missing(), 'article');
		if (!begun) reader.open('machine', null);
		else if (item) await this.#attend(item);
		else if (reader.panel === 'machine') reader.closePanel();
	}

	/** The button that was pressed has gone with what stood there. */
	async #attend({ id }: PageRow): Promise<void> {
		await tick();
		const row = document.getElementById(`p-${id}`);
		// Asked for by name, it is shown whatever is hidden else (see reading.css).
		row?.setAttribute('data-asked', '');
		if (document.activeElement === document.body)
			row?.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
	}

	/** Throws away what this device made of the rows, with a way back. */
	async throwAway(items: readonly PageRow[]): Promise<void> {
		const { reader, t } = this;
		const count = items.length;
		const gone = await this.translating.throwAway(items);
		reader.closePanel();
		if (gone.ok) sayWithUndo(reader, t('machine.translate.thrownAway', { count }), gone.value);
		else reader.say(t(`store.${gone.failure.kind}`, { ...gone.failure }));
	}

	/** The rows that are shown as this device made them. */
	get made(): readonly PageRow[] {
		return this.#rows().filter(
			({ row: { shown } }) => shown.kind === 'translated' && shown.by.origin === 'machine'
		);
	}

	/** The page was made anew. */
	changed(): void {
		this.translating.changed();
	}

	close(): void {
		clearTimeout(this.#rest);
		this.#abort.abort();
		this.translating.close();
		void unmount(this.#bar);
	}

	/** After a change of the setting too. */
	moved(): void {
		void this.translating.moved(settings.values.translate === 'reading');
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
		const { standfirst, body, notes } = this.reader.page;
		return [...standfirst, ...body, ...notes];
	}

	/** Nothing where no translation is shown. */
	#view(): InView {
		return untrack(() => {
			const root = document.querySelector('.reading');
			if (!root || this.reader.switches.checked('view') === 'original') return nowhere;
			const { seen, soon } = rowsInView(root, barBottom());
			const at = (id: string | undefined): number =>
				this.#rows().findIndex((item) => `p-${item.id}` === id);
			const first = at(seen[0]);
			if (first < 0) return nowhere;
			const last = at(seen.at(-1));
			return { first, last, soon: Math.max(last, at(soon.at(-1))) };
		});
	}

	/** One paragraph is seen where it was asked for. */
	#done(outcome: Outcome): void {
		const words = doneWords(outcome, this.t);
		if (outcome.paragraphs > 1 || outcome.incomplete > 0 || !outcome.kept) this.reader.say(words);
		else this.whispered = words;
	}

	/** Where the browser does not hold the page by itself, as rows above grow and shrink (Safari). */
	#inPlace(change: () => void): void {
		if (CSS.supports('overflow-anchor', 'auto')) change();
		else this.reader.keepPlace(change);
	}
}

/** Where the bar stands: the reading page need not know of it. */
const beside = (): Element => document.querySelector('.reading')?.parentElement ?? document.body;

function doneWords({ paragraphs, incomplete, kept }: Outcome, t: T): string {
	const words = [t('machine.translate.done', { count: paragraphs })];
	if (incomplete > 0) words.push(t('machine.translate.incomplete', { count: incomplete }));
	if (!kept) words.push(t('machine.translate.unkept'));
	return words.join(' ');
}

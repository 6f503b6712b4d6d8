import type { AlignOutcome, AligningFailure, AlignOptions } from '$lib/adapters/align/aligner';
import { changed } from '$lib/core/align/change';
import { isDoubtful, leastCertain, nextDoubtful } from '$lib/core/align/doubt';
import type { AlignmentDraft, Link } from '$lib/core/align/draft';
import * as edit from '$lib/core/align/edit';
import { applied, between, reversed, type Patch } from '$lib/core/align/patch';
import { differing } from '$lib/core/align/realign';
import { rowsOf, type Level, type Row } from '$lib/core/align/row';
import { tidy } from '$lib/core/align/tidy';
import { Cursor } from './alignCursor.svelte';
import { linesOf, paragraphOf } from './alignLines';

/** What can be done to the row or the item where the reader is. */
export const operations = [
	'join',
	'split',
	'up',
	'down',
	'unlink',
	'omit',
	'link',
	'confirm'
] as const;
export type Operation = (typeof operations)[number];

/** What has just happened, for those who do not see it. */
export type Said =
	| { readonly kind: Operation; readonly row: Row }
	| { readonly kind: 'undo' | 'redo'; readonly left: number }
	| { readonly kind: 'realigned'; readonly changed: number }
	| { readonly kind: 'impossible' | 'sure' | 'realigning' | 'cancelled' };

export type Realigning =
	| { readonly kind: 'idle' }
	| { readonly kind: 'running'; readonly done: number }
	| { readonly kind: 'failed'; readonly failure: AligningFailure };

/** The outside world, as far as mending links needs it. */
export interface World {
	readonly align: (
		draft: Pick<AlignmentDraft, 'source' | 'target' | 'links'>,
		options: AlignOptions
	) => Promise<AlignOutcome>;
	/** Hears of every change, undone and redone ones too. */
	readonly changed: (links: readonly Link[]) => void;
}

/** The links of a draft while a reader mends them: every change can be undone, without limit. */
export class Alignment {
	readonly #lines: ReturnType<typeof linesOf>;
	readonly #world: World;
	readonly draft: AlignmentDraft;

	#links = $state.raw<readonly Link[]>([]);
	#past = $state.raw<readonly Patch<Link>[]>([]);
	#future = $state.raw<readonly Patch<Link>[]>([]);
	#level = $state<Level>('sentences');
	#said = $state.raw<Said | null>(null);
	#realigning = $state.raw<Realigning>({ kind: 'idle' });
	#abort: AbortController | null = null;

	readonly level = $derived(this.#level);
	readonly said = $derived(this.#said);
	readonly realigning = $derived(this.#realigning);
	readonly busy = $derived(this.#realigning.kind === 'running');
	readonly links = $derived(this.#links);
	readonly rows: readonly Row[] = $derived.by(() =>
		rowsOf(this.#links, this.#level, this.#lines.texts.shape)
	);
	readonly doubtful = $derived(this.rows.filter(isDoubtful).length);
	readonly canUndo = $derived(this.#past.length > 0 && !this.busy);
	readonly canRedo = $derived(this.#future.length > 0 && !this.busy);
	readonly lines = $derived.by(() => this.#lines.lines[this.#level]);
	readonly cursor: Cursor;

	constructor(draft: AlignmentDraft, world: World) {
		this.draft = draft;
		this.#world = world;
		this.#lines = linesOf(draft);
		this.#links = tidy(draft.links, this.#lines.texts.shape);
		this.cursor = new Cursor(() => this.rows);
	}

	/** What an operation would do where the reader is; null where it can do nothing. */
	possible(operation: Operation): edit.Change | null {
		if (this.busy) return null;
		const { rows } = this;
		const { place, row, selection, selects } = this.cursor;
		const [first, last] = selection;
		const lengths = this.#lines.lengths[this.#level];
		switch (operation) {
			case 'join':
				return edit.join(rows, first, selects ? last : row + 1);
			case 'split':
				return edit.split(rows, place, lengths);
			case 'up':
			case 'down':
				return edit.shift(rows, place, operation);
			case 'unlink':
				return edit.unlink(rows, row);
			case 'omit':
				return edit.omit(rows, place, lengths);
			case 'link':
				return edit.link(rows, row);
			case 'confirm':
				return edit.confirm(rows, first, last);
		}
	}

	perform(operation: Operation): void {
		const change = this.possible(operation);
		if (!change) {
			this.#said = { kind: 'impossible' };
			return;
		}
		const next = changed(this.#links, this.rows, change, this.#level, this.#lines.texts);
		this.cursor.deselect();
		this.#record(next);
		const row = this.rows[this.cursor.row];
		this.#said = row ? { kind: operation, row } : null;
	}

	#record(next: readonly Link[]): void {
		this.#past = [...this.#past, between(this.#links, next)];
		this.#future = [];
		this.#to(next);
	}

	undo = (): void => {
		const last = this.#past.at(-1);
		if (!last || this.busy) return;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, last];
		this.#to(applied(this.#links, reversed(last)), last.at);
		this.#said = { kind: 'undo', left: this.#past.length };
	};

	redo = (): void => {
		const next = this.#future.at(-1);
		if (!next || this.busy) return;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, next];
		this.#to(applied(this.#links, next), next.at);
		this.#said = { kind: 'redo', left: this.#future.length };
	};

	/** `at`: the link to which the reader is led. */
	#to(links: readonly Link[], at?: number): void {
		this.#links = links;
		if (at !== undefined)
			this.cursor.toRow(this.rows.findIndex(({ to }) => to > Math.min(at, links.length - 1)));
		this.#world.changed(links);
	}

	/** The next doubtful row in the order of the text, the one before, or the least certain of all. */
	seek(which: 'next' | 'previous' | 'least'): void {
		const found =
			which === 'least'
				? leastCertain(this.rows)
				: nextDoubtful(this.rows, this.cursor.row, which === 'next' ? 1 : -1);
		if (found === -1) this.#said = { kind: 'sure' };
		else this.cursor.toRow(found);
	}

	/** Shows sentences or paragraphs; the reader stays where they were in the text. */
	show(level: Level): void {
		if (level === this.#level) return;
		const { side, item } = this.cursor.place;
		const starts = this.#lines.texts.shape[side];
		this.#level = level;
		this.cursor.to({
			side,
			item: level === 'sentences' ? (starts[item] ?? 0) : paragraphOf(item, starts)
		});
	}

	/** Aligns again what the reader has not fixed. */
	async realign(): Promise<void> {
		if (this.busy) return;
		const abort = new AbortController();
		this.#abort = abort;
		this.#realigning = { kind: 'running', done: 0 };
		this.#said = { kind: 'realigning' };
		const { source, target } = this.draft;
		const outcome = await this.#world.align(
			{ source, target, links: this.#links },
			{
				signal: abort.signal,
				progress: (done) => (this.#realigning = { kind: 'running', done })
			}
		);
		this.#abort = null;
		if (outcome.ok) return this.#realigned(outcome.value);
		const { failure } = outcome;
		this.#realigning = failure.kind === 'aborted' ? { kind: 'idle' } : { kind: 'failed', failure };
		this.#said = failure.kind === 'aborted' ? { kind: 'cancelled' } : null;
	}

	#realigned(links: readonly Link[]): void {
		const found = tidy(links, this.#lines.texts.shape);
		const changed = differing(this.#links, found);
		this.#realigning = { kind: 'idle' };
		const isSame = ({ confidence }: Link, at: number) => confidence === this.#links[at]?.confidence;
		if (changed > 0 || !found.every(isSame)) this.#record(found);
		this.#said = { kind: 'realigned', changed };
	}

	cancel = (): void => this.#abort?.abort();

	/** Nothing goes on when the page is left. */
	close = (): void => this.cancel();
}

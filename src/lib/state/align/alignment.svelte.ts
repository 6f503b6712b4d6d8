import type {
	Aligning,
	AligningFailure,
	AlignOptions,
	AlignOutcome
} from '$lib/adapters/align/aligner';
import { changed } from '$lib/core/links/change';
import { isDoubtful, leastCertain, nextDoubtful } from '$lib/core/links/doubt';
import type { AlignmentDraft, Link } from '$lib/core/links/draft';
import { dropped } from '$lib/core/links/drop';
import * as edit from '$lib/core/links/editRows';
import { applied, between, reversed, type Patch } from '$lib/core/links/patch';
import { differing } from '$lib/core/links/realign';
import { rowsOf, type Level, type LinkRow } from '$lib/core/links/linkRows';
import { canonicalOrder } from '$lib/core/links/canonicalOrder';
import { Cursor } from './cursor.svelte';
import { linesOf, paragraphOf } from './lines';

/** Operations on the row or the item at the cursor. */
export const operations = [
	'join',
	'split',
	'up',
	'down',
	'unlink',
	'omit',
	'link',
	'drop',
	'confirm'
] as const;
export type Operation = (typeof operations)[number];

/** The last change, announced to screen readers. */
export type EditNotice =
	| { readonly kind: Operation; readonly row: LinkRow }
	| { readonly kind: 'undo' | 'redo'; readonly left: number }
	| { readonly kind: 'realigned'; readonly changed: number }
	| { readonly kind: 'impossible' | 'sure' | 'realigning' | 'cancelled' };

export type Realigning =
	| { readonly kind: 'idle' }
	| { readonly kind: 'running'; readonly done: number }
	| { readonly kind: 'failed'; readonly failure: AligningFailure };

/** What mending links needs from outside. */
export interface AlignmentEnvironment {
	readonly align: (draft: Aligning, options: AlignOptions) => Promise<AlignOutcome>;
	/** Called after every change, undo and redo included. */
	readonly changed: (links: readonly Link[]) => void;
}

/** The links of a draft while the reader mends them: every change can be undone, without limit. */
export class AlignmentEditor {
	readonly #lines: ReturnType<typeof linesOf>;
	readonly #environment: AlignmentEnvironment;
	readonly draft: AlignmentDraft;

	#links = $state.raw<readonly Link[]>([]);
	#past = $state.raw<readonly Patch<Link>[]>([]);
	#future = $state.raw<readonly Patch<Link>[]>([]);
	#level = $state<Level>('sentences');
	#said = $state.raw<EditNotice | null>(null);
	#realigning = $state.raw<Realigning>({ kind: 'idle' });
	#abort: AbortController | null = null;

	readonly level = $derived(this.#level);
	readonly said = $derived(this.#said);
	readonly realigning = $derived(this.#realigning);
	readonly busy = $derived(this.#realigning.kind === 'running');
	readonly links = $derived(this.#links);
	readonly rows: readonly LinkRow[] = $derived.by(() =>
		rowsOf(this.#links, this.#level, this.#lines.texts.shape)
	);
	readonly doubtful = $derived(this.rows.filter(isDoubtful).length);
	readonly canUndo = $derived(this.#past.length > 0 && !this.busy);
	readonly canRedo = $derived(this.#future.length > 0 && !this.busy);
	readonly lines = $derived.by(() => this.#lines.lines[this.#level]);
	readonly cursor: Cursor;

	constructor(draft: AlignmentDraft, environment: AlignmentEnvironment) {
		this.draft = draft;
		this.#environment = environment;
		this.#lines = linesOf(draft);
		this.#links = canonicalOrder(draft.links, this.#lines.texts.shape);
		this.cursor = new Cursor(() => this.rows);
	}

	/** Returns whether an operation would change something at the cursor. */
	possible = (operation: Operation): boolean => {
		if (this.busy) return false;
		return (operation === 'drop' ? this.#dropped() : this.#change(operation)) !== null;
	};

	/** Returns the links after an operation at the cursor; null if it is impossible. */
	#after(operation: Operation): readonly Link[] | null {
		if (this.busy) return null;
		if (operation === 'drop') return this.#dropped();
		const change = this.#change(operation);
		return change && changed(this.#links, this.rows, change, this.#level, this.#lines.texts);
	}

	#dropped(): readonly Link[] | null {
		const { side, item } = this.cursor.place;
		const { shape } = this.#lines.texts;
		const sentence = this.#level === 'sentences' ? item : (shape[side][item] ?? 0);
		return side === 'target' ? dropped(this.#links, shape, sentence) : null;
	}

	#change(operation: Exclude<Operation, 'drop'>): edit.Change | null {
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
		const next = this.#after(operation);
		if (!next) {
			this.#said = { kind: 'impossible' };
			return;
		}
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

	/** Shows `links`, with the cursor at the link number `at`. */
	#to(links: readonly Link[], at?: number): void {
		this.#links = links;
		if (at !== undefined)
			this.cursor.toRow(this.rows.findIndex(({ to }) => to > Math.min(at, links.length - 1)));
		this.#environment.changed(links);
	}

	/** Moves to the next or the previous doubtful row of the text, or to the least certain of all. */
	seek(which: 'next' | 'previous' | 'least'): void {
		const found =
			which === 'least'
				? leastCertain(this.rows)
				: nextDoubtful(this.rows, this.cursor.row, which === 'next' ? 1 : -1);
		if (found === -1) this.#said = { kind: 'sure' };
		else this.cursor.toRow(found);
	}

	/** Shows sentences or paragraphs; the cursor keeps its place in the text. */
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

	/** Aligns again all that the reader has not fixed; `related`: whatever the texts look like. */
	async realign({ related = false } = {}): Promise<void> {
		if (this.busy) return;
		const abort = new AbortController();
		this.#abort = abort;
		this.#realigning = { kind: 'running', done: 0 };
		this.#said = { kind: 'realigning' };
		const { source, target } = this.draft;
		const outcome = await this.#environment.align(
			{ source, target, links: this.#links, ...(related && { related }) },
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
		const found = canonicalOrder(links, this.#lines.texts.shape);
		const changed = differing(this.#links, found);
		this.#realigning = { kind: 'idle' };
		const isSame = ({ confidence }: Link, at: number) => confidence === this.#links[at]?.confidence;
		if (changed > 0 || !found.every(isSame)) this.#record(found);
		this.#said = { kind: 'realigned', changed };
	}

	cancel = (): void => this.#abort?.abort();

	/** Ends the aligning under way when the page is left. */
	close = (): void => this.cancel();
}

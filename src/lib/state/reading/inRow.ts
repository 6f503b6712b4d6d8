/**
 * What a row shows on request: one sentence of the side that the view hides, over the text, or what
 * can be done about a missing translation. It is put into the row's own column, so that language,
 * origin and delegated clicks are those of the row. One of each is shown at a time.
 */
import { flushSync, mount, unmount, type ComponentProps } from 'svelte';
import type { TraceSide } from '$lib/adapters/dom/trace';
import { translator, type T } from '$lib/i18n';
import { byline } from './byline';
import type { PageRow, ReadingPage } from './page';
import type { CardWord, RowViews } from './parts';

/** What this needs of the page. */
export interface RowPage {
	/** Returns the row that an element shows. */
	itemOf(row: Element): PageRow | null;
	page(): ReadingPage;
	views(): Promise<RowViews>;
	/** Begins to underline saved words, until the page is left. */
	markWords(): void;
	/** Makes a change; the row at the top of the view stays where it is. */
	keepPlace(change: () => void): void;
}

const columns = { source: '.o', target: '.t' } as const;
const columnOf = (row: Element, side: TraceSide): HTMLElement | null =>
	row.querySelector(`:scope > ${columns[side]}`);

/** Whether a column is shown: in Peek a hidden one has no height, if it has a place at all. */
const hasHeight = (column: Element): boolean =>
	[...column.getClientRects()].some(({ height }) => height > 0);

/** The attribute of a column that shows one sentence. */
const shownName = 'data-sentence';

/** A sentence of the other side, and the word that is looked up. */
interface Shown {
	/** The words of the side that is shown, beside `sentence`, those of the other side. */
	readonly words: readonly Range[];
	readonly sentence: readonly Range[];
	/** Null for a sentence alone. */
	readonly word: CardWord | null;
	readonly takesFocus: boolean;
}

/** @param closed called when what is open has been closed, and nothing takes its place */
export function inRow(page: RowPage, closed: () => void) {
	let open: { readonly end: (focus: boolean) => void } | null = null;
	let offered: { readonly column: Element; readonly end: () => void } | null = null;

	/** @param focus whether the row takes the focus that the sentence had */
	const end = (focus: boolean) => {
		open?.end(focus);
		open = null;
	};
	const close = () => {
		end(true);
		closed();
	};

	/** Puts a sentence into a column, over the text; without one, into a place of its own. */
	function put(
		row: Element,
		hidden: HTMLElement | null,
		takesFocus: boolean,
		props: (t: T) => Omit<Props, 'phrases' | 't' | 'takesFocus' | 'paragraph' | 'close'>
	): void {
		end(!takesFocus);
		const ends: ((focus: boolean) => void)[] = [];
		const own = { end: (focus: boolean) => ends.forEach((one) => one(focus)) };
		open = own;
		const { ui, phrases } = page.page();
		void Promise.all([page.views(), translator(ui)]).then(([{ Sentence }, t]) => {
			if (open !== own || !(hidden ?? row).isConnected) return;
			const parts = props(t);
			const column = hidden ?? placeIn(row, parts.side);
			column.setAttribute(shownName, '');
			column.setAttribute('popover', 'manual');
			// The top layer: no part of the page clips it. Older browsers have none.
			column.showPopover?.();
			const box = row.querySelector<HTMLInputElement>(':scope > .peek');
			const isPeek = parts.side === 'target' && box && !box.checked && isPeeking();
			const view = mount(Sentence, {
				target: column,
				props: {
					...parts,
					phrases,
					t,
					takesFocus,
					paragraph: isPeek && !parts.item ? () => reopen(box) : null,
					close
				}
			});
			const outside = new AbortController();
			document.addEventListener('click', closeBeside, { signal: outside.signal });
			ends.push((focus) => {
				const hadFocus = focus && column.contains(document.activeElement);
				outside.abort();
				void unmount(view);
				column.removeAttribute(shownName);
				column.removeAttribute('popover');
				if (!hidden) column.remove();
				if (hadFocus)
					row.querySelector<HTMLElement>(':scope > .perma')?.focus({ preventScroll: true });
			});
			flushSync();
		}, close);
	}

	/** Adds a place for what is shown of a side that has its column in view. */
	const placeIn = (row: Element, side: TraceSide): HTMLElement => {
		const { original, translation } = page.page().langs;
		const place = document.createElement('div');
		place.lang = side === 'source' ? original : translation;
		place.className = 'card-place';
		const origin = columnOf(row, side)?.dataset.origin;
		if (origin) place.dataset.origin = origin;
		row.append(place);
		return place;
	};

	const reopen = (box: HTMLInputElement) => {
		close();
		box.checked = true;
	};

	/** A click on the words of a row is its own request (`Tracing.ask`). */
	const closeBeside = ({ target }: Event) => {
		const element = target instanceof Element ? target : null;
		const isWords = element?.closest('.row') && !element.closest('a, button, label, input');
		if (!isWords && !element?.closest(`[${shownName}]`)) close();
	};

	return {
		close,
		get isOpen() {
			return open !== null;
		},
		/** Returns the side of a row that the view hides; null where none is. */
		hiddenSide(row: Element): TraceSide | null {
			for (const side of ['source', 'target'] as const) {
				const column = columnOf(row, side);
				if (column && (column.hasAttribute(shownName) || !hasHeight(column))) return side;
			}
			return null;
		},
		/** Shows a sentence of a side, and the word of the other side that is looked up. */
		show(row: Element, side: TraceSide, { words, sentence, word, takesFocus }: Shown): void {
			const column = columnOf(row, side);
			const item = page.itemOf(row);
			const hidden = column && (column.hasAttribute(shownName) || !hasHeight(column));
			const shown = item?.row.shown;
			const isTranslated = shown?.kind === 'translated';
			if (!word && !(hidden && isTranslated)) return;
			const hasWords = words.length > 0;
			put(row, hidden ? column : null, takesFocus, (t) => ({
				side,
				words: hasWords ? contentOf(words) : null,
				by: isTranslated && side === 'target' && hasWords ? byline(shown, t) : null,
				text: hasWords || !hidden ? null : t(missingPhrase(isTranslated, side)),
				item: hidden && !isTranslated ? item : null,
				sentence,
				word
			}));
		},
		/** Says that a row has no translation, and what can be done about it. */
		showMissing(row: Element): void {
			const item = page.itemOf(row);
			const [column, original] = [columnOf(row, 'target'), columnOf(row, 'source')];
			if (!item || !column || !original) return;
			const sentence = document.createRange();
			sentence.selectNodeContents(original);
			put(row, column, false, (t) => ({
				...{ side: 'target', words: null, by: null, item, word: null },
				text: t('reading.row.missing'),
				sentence: [sentence]
			}));
		},
		/**
		 * Offers in a row what can be done about its missing translation; null takes that away. By
		 * hovering it is offered only where it covers nothing (the styles of Missing.svelte).
		 */
		offer(row: Element | null, how: 'hover' | 'ask'): void {
			const empty = row?.matches('.later') ? columnOf(row, 'target') : null;
			// A paragraph that is being translated, or could not be, says what to do about it itself.
			const column = empty?.querySelector(':scope > p') ? null : empty;
			if (how === 'ask') column?.setAttribute('data-offered', how);
			if (column && offered?.column === column) return;
			// Not from under the focus, unless another row asks.
			if (!row && offered?.column.parentElement?.contains(document.activeElement)) return;
			offered?.end();
			offered = null;
			const item = row && page.itemOf(row);
			if (!row || !column || !item) return;
			column.setAttribute('data-offered', how);
			const ends = [() => column.removeAttribute('data-offered')];
			const own = { column, end: () => ends.forEach((end) => end()) };
			offered = own;
			const { phrases } = page.page();
			void page.views().then(
				({ Missing }) => {
					if (offered !== own || !column.isConnected) return;
					const view = mount(Missing, { target: column, props: { item, phrases, text: null } });
					ends.push(() => void unmount(view));
				},
				() => (offered = null)
			);
		}
	};
}

type Props = ComponentProps<RowViews['Sentence']>;

const isPeeking = (): boolean =>
	document.querySelector('#view-both:checked') !== null &&
	document.querySelector('#layout-peek:checked') !== null;

const missingPhrase = (isTranslated: boolean, side: TraceSide) =>
	!isTranslated
		? 'reading.row.missing'
		: side === 'target'
			? 'reading.sentence.none'
			: 'reading.sentence.noneOriginal';

/** Returns a copy of the words of ranges, with their emphasis; references to notes are left out. */
function contentOf(ranges: readonly Range[]): DocumentFragment {
	const content = new DocumentFragment();
	ranges.forEach((range, at) => {
		if (at > 0) content.append(' ');
		content.append(range.cloneContents());
	});
	for (const one of content.querySelectorAll('sup, .marker')) one.remove();
	for (const one of content.querySelectorAll('[id], [data-part]')) {
		one.removeAttribute('id');
		one.removeAttribute('data-part');
	}
	return content;
}

/**
 * Sentence tracing on a reading page, and the card of a word, which shares the sentence’s box
 * (docs/decisions/0016). Loaded at the first use.
 */
import type { Traced, TraceSide } from '$lib/adapters/dom/trace';
import { tracer } from '$lib/compose/tracing';
import type { SelectedText } from '$lib/compose/highlighting';
import { rangeInText, textsOf } from '$lib/compose/words';
import { beadAt, spans, type Span, type Spans } from '$lib/core/links/sentenceSpans';
import { plain } from '$lib/core/text/inline';
import { extentOf } from '$lib/core/words/wordsInText';
import { settings } from '../settings/settings.svelte';
import { inRow, type RowPage } from './inRow';
import type { PageRow } from './page';
import { rowsOf, runFrom } from './rows';
import { DictionaryList } from './words/dictionaryList.svelte';
import { OpenWord, type WordTarget } from './words/openWord.svelte';
import type { SentencePart } from './words/otherSentence';
import { WordToSave } from './words/wordToSave.svelte';
import { edgeOfRow, wordAtPoint, wordBeside, wordsOf, type LangOf } from './words/rowWords';

export interface Tracing {
	/** Lights the bead at a point of the view; returns null where there is no sentence. */
	at(x: number, y: number): Traced | null;
	/**
	 * Lights the bead at a point of a row, opens the card of the word there, and shows the side that
	 * the view hides; closes them where they are shown already. Where there is no sentence, does what
	 * `beside` does.
	 */
	ask(row: Element, x: number, y: number, beside: (() => void) | null): Traced | null;
	/** Lights the bead before or after `from`, or the first or last; returns null past the row’s end. */
	step(row: Element, from: number | null, by: 1 | -1): Traced | null;
	/**
	 * Opens the card of a word of a row: the first of the lit sentence, else of the row. `first`: on
	 * the side that the view shows first; else on the other, where both are shown.
	 */
	word(row: Element, first: boolean, lit: Traced | null): Traced | null;
	/** Opens the card of what is selected. */
	lookUp(selected: SelectedText): Traced | null;
	/** Offers, in a row without a translation, what can be done about it. */
	offer(row: Element): void;
	/** Offers that for the row at a point of the view. */
	hover(x: number, y: number): void;
	/** Shows or hides the originals of an untranslated run, in the Translation view. */
	expand(first: PageRow): void;
	clear(): void;
	/** Closes the card of a word; its sentence stays lit. */
	closeWord(): void;
	/** Whether a sentence or a word is shown by itself. */
	readonly isOpen: boolean;
}

const sides = ['source', 'target'] as const;
const otherSide = (side: TraceSide): TraceSide => (side === 'source' ? 'target' : 'source');

export function tracing(page: RowPage): Tracing {
	const known = new WeakMap<PageRow, Spans>();
	const spansOf = (row: Element): Spans | null => {
		const item = page.itemOf(row);
		const found = item && (known.get(item) ?? sentenceSpans(item, page));
		if (item && found) known.set(item, found);
		return found;
	};
	const lights = tracer(spansOf);
	const word = new OpenWord();
	const saving = new WordToSave(word, page);
	const dictionaries = new DictionaryList();
	let open: Traced | null = null;
	const rows = inRow(page, () => {
		open = null;
		word.close();
	});
	const langOf: LangOf = (side) =>
		page.page().langs[side === 'source' ? 'original' : 'translation'];

	const show = (traced: Traced, takesFocus: boolean): Traced => {
		const side = rows.hiddenSide(traced.row);
		if (side === null) rows.close();
		else {
			word.close();
			open = traced;
			const ranges = lights.ranges(traced);
			const sentence = ranges[otherSide(side)];
			rows.show(traced.row, side, { words: ranges[side], sentence, takesFocus, word: null });
		}
		return traced;
	};
	/** Opens the card of a word. Where its sentence is open already, only the word changes. */
	const showWord = (target: WordTarget): Traced | null => {
		const { row, side, part } = target.text;
		const found = spansOf(row);
		const bead = found ? beadAt(found, side, part, extentOf(target.words).start) : -1;
		const traced = bead < 0 ? null : { row, bead };
		if (traced) lights.light(traced);
		else lights.clear();
		const now = word.shown?.text;
		const isIn = now?.row === row && now.side === side && traced !== null && open?.bead === bead;
		const langs = { from: langOf(side), to: langOf(otherSide(side)) };
		open = traced;
		void saving.begin();
		// Without a store the card has no dictionaries.
		dictionaries.begin().catch(() => {});
		void word.open(target, langs, otherParts(row, side, bead)).then(() => {
			if (isIn && rows.isOpen) return;
			if (word.shown?.text === target.text && word.is(target)) showBox(target, traced);
		});
		return traced;
	};
	const showBox = ({ text, words }: WordTarget, traced: Traced | null) => {
		const { row } = text;
		const side = otherSide(text.side);
		const ranges = traced ? lights.ranges(traced) : null;
		const { start, sentence } = words;
		const own = rangeInText(text, start, start + sentence.text.length);
		rows.show(row, side, {
			words: ranges?.[side] ?? [],
			sentence: ranges?.[text.side] ?? (own ? [own] : []),
			takesFocus: true,
			word: {
				open: word,
				step: stepWord,
				lookUp: lookUpBeside,
				saving,
				dictionaries,
				page: page.page
			}
		});
	};
	const stepWord = (by: 1 | -1): void => {
		const next = word.shown && wordBeside(word.shown, by, langOf);
		if (next) showWord(next);
	};
	const lookUpBeside = (first: number, last: number): void => {
		if (!word.shown) return;
		const { text, words } = word.shown;
		showWord({ text, words: { ...words, first, last } });
	};
	/** Returns the sentence of the other side that answers a bead’s on one side, in its parts. */
	const otherParts = (row: Element, from: TraceSide, bead: number): readonly SentencePart[] => {
		const [found, item] = [spansOf(row), page.itemOf(row)];
		const side = otherSide(from);
		const texts = item && textsOfSide(item, side);
		const indices = found?.beads[bead]?.[from === 'source' ? 1 : 0] ?? [];
		return indices.flatMap((index) => {
			const span = found?.[side][index];
			if (!span) return [];
			const { block: part, start, end } = span;
			return [{ row, side, part, start, text: texts?.[part]?.slice(start, end) ?? '' }];
		});
	};
	return {
		at: lights.at,
		offer: (row) => rows.offer(row, 'ask'),
		hover: (x, y) => {
			rows.offer(document.elementFromPoint(x, y)?.closest('.row.later') ?? null, 'hover');
		},
		ask(row, x, y, beside) {
			if (document.elementFromPoint(x, y)?.closest('[data-sentence]')) return open;
			const isMissing = page.itemOf(row)?.untranslated !== undefined;
			const target = settings.values.tapWord === 'off' ? null : wordAtPoint(x, y, langOf);
			const traced = lights.at(x, y);
			const isSame =
				rows.isOpen &&
				(target
					? word.is(target)
					: traced !== null && traced.row === open?.row && traced.bead === open.bead);
			if (isSame) lights.clear();
			if (isSame || (!traced && !target)) rows.close();
			if (isSame) return null;
			if (isMissing && rows.hiddenSide(row) === null) rows.offer(row, 'ask');
			if (target) return showWord(target);
			if (traced) return show(traced, false);
			if (isMissing && rows.hiddenSide(row) !== null) rows.showMissing(row);
			else if (!isMissing) beside?.();
			return null;
		},
		step(row, from, by) {
			const beads = spansOf(row)?.beads.length ?? 0;
			// The arrow keys of a word’s card may have led on.
			const at = open?.row === row ? open.bead : from;
			const bead = at === null ? (by > 0 ? 0 : beads - 1) : at + by;
			if (bead < 0 || bead >= beads) return null;
			lights.light({ row, bead });
			return show({ row, bead }, true);
		},
		word(row, first, lit) {
			const shown = sides.filter((side) => textsOf(row, side).length > 0);
			const side = first ? shown[0] : shown.at(-1);
			const span = lit?.row === row && side ? firstSpan(spansOf(row), side, lit.bead) : undefined;
			const text = side && span && textsOf(row, side).find(({ part }) => part === span.block);
			const target =
				(text && span && wordsOf(text, span.start, span.start, langOf)) ??
				(side ? edgeOfRow(row, side, 1, langOf) : null);
			return target ? showWord(target) : lit;
		},
		lookUp({ side, parts: [first] }) {
			const row = document.getElementById(first?.row ?? '');
			const texts = row ? textsOf(row, side === 'original' ? 'source' : 'target') : [];
			const text = texts.find(({ part }) => part === first?.part);
			const target = text && first && wordsOf(text, first.start, first.end, langOf);
			return target ? showWord(target) : null;
		},
		expand(first) {
			const button = document.querySelector(`#p-${first.id} [data-expand]`);
			const isExpanded = button?.getAttribute('aria-expanded') !== 'true';
			page.keepPlace(() => {
				button?.setAttribute('aria-expanded', String(isExpanded));
				for (const { id } of runFrom(rowsOf(page.page()), first))
					document.getElementById(`p-${id}`)?.toggleAttribute('data-expanded', isExpanded);
			});
		},
		clear() {
			rows.close();
			rows.offer(null, 'ask');
			lights.clear();
		},
		closeWord() {
			if (word.shown) rows.close();
		},
		get isOpen() {
			return rows.isOpen;
		}
	};
}

/** Returns the first sentence of a bead on a side. */
function firstSpan(found: Spans | null, side: TraceSide, bead: number): Span | undefined {
	const [first] = found?.beads[bead]?.[side === 'source' ? 0 : 1] ?? [];
	return first === undefined ? undefined : found?.[side][first];
}

/** Returns the plain texts of a side of a row. */
function textsOfSide({ row: { originals, shown } }: PageRow, side: TraceSide): readonly string[] {
	if (side === 'source') return originals.map(({ text }) => plain(text));
	return shown.kind === 'translated' ? shown.text.map(plain) : [];
}

function sentenceSpans({ row: { originals, shown } }: PageRow, page: RowPage): Spans | null {
	if (shown.kind !== 'translated') return null;
	const { langs } = page.page();
	return spans(
		originals.map(({ text }) => text),
		shown.text,
		{ source: langs.original, target: langs.translation },
		shown.spans
	);
}

/**
 * The components that the reading page loads on request, handed in by `ui/reading/parts.ts`: state
 * imports no component.
 */
import type { Component } from 'svelte';
import type { Announcer } from './announcer.svelte';
import type { Highlights } from './highlights.svelte';
import type { Machine } from './machine/machine.svelte';
import type { NoteView } from './notes.svelte';
import type { T } from '$lib/i18n';
import type { Byline } from './byline';
import type { PageRow, ReadingPage } from './page';
import type { Phrases } from './phrases';
import type { Place } from './place.svelte';
import type { DictionaryList } from './words/dictionaryList.svelte';
import type { OpenWord } from './words/openWord.svelte';
import type { WordToSave } from './words/wordToSave.svelte';

/** Shows a row in the place of its translation: the editor, or the machine at work. */
export type RowPart = Component<{ item: PageRow }>;

export interface MachineViews {
	readonly Row: RowPart;
	readonly Bar: Component<{ machine: Machine }>;
}

/** What shows the reader’s place: the message on opening, and the mark at the end of the text. */
export interface PlaceViews {
	readonly Continued: Component<{ place: Place; phrases: Phrases }>;
	readonly Mark: Component<{ place: Place; announcer: Announcer; page: ReadingPage }>;
}

/** The word that is looked up, with what leads to the next one and the one before. */
export interface CardWord {
	readonly open: OpenWord;
	readonly step: (by: 1 | -1) => void;
	/** Looks up the words of its sentence from index `first` to `last`. */
	readonly lookUp: (first: number, last: number) => void;
	readonly saving: WordToSave;
	readonly dictionaries: DictionaryList;
	/** The page that it is on. */
	readonly page: () => ReadingPage;
}

/** The other side of a sentence, shown in its row where the view hides it. */
export type SentenceView = Component<{
	/** The words, with their marks; null where the other side lacks the sentence. */
	words: DocumentFragment | null;
	/** Whose they are: a lead and the rest; null for the original. */
	by: Byline | null;
	side: 'source' | 'target';
	/** What is said in place of words. */
	text: string | null;
	/** The row without a translation, whose actions are shown. */
	item: PageRow | null;
	phrases: Phrases;
	/** The word that is looked up; null for a sentence alone. */
	word: CardWord | null;
	/** The sentence in the text: it is not covered. */
	sentence: readonly Range[];
	takesFocus: boolean;
	t: T;
	/** Shows the whole paragraph; null where that cannot be. */
	paragraph: (() => void) | null;
	close: () => void;
}>;

/** What can be done about a paragraph without a translation. */
type MissingView = Component<{ item: PageRow; phrases: Phrases; text: string | null }>;

export interface RowViews {
	readonly Sentence: SentenceView;
	readonly Missing: MissingView;
}

/** Shows what is selected and the highlight that is open. */
export type HighlightsView = Component<{ highlights: Highlights }>;

/** Loaders. Each rejects where its module does not load. */
export interface ReadingParts {
	note(): Promise<NoteView>;
	editor(): Promise<RowPart>;
	row(): Promise<RowViews>;
	machine(): Promise<MachineViews>;
	place(): Promise<PlaceViews>;
	highlights(): Promise<HighlightsView>;
}

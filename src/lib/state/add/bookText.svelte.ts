import type { MetadataEdit } from '$lib/core/import/editImported';
import type { Imported } from '$lib/core/import/imported';
import type { LeftOut } from '$lib/core/import/leftOut';
import type { BookDraft, DraftChapter } from '$lib/core/library/ownBook';
import { wordsOfBlocks } from '$lib/core/text/wordsOfBlocks';
import { DraftText } from './draftText.svelte';

/** The record of a book’s draft, before the time of writing is added. */
export type BookRecord = Omit<BookDraft, 'changedAt'>;

/** A chapter as the contents show it. */
export interface ListedChapter {
	readonly title: string;
	/** Among those with text; null for a part without. */
	readonly number: number | null;
	readonly level: number;
	readonly chosen: boolean;
	readonly words: number;
	readonly paragraphs: number;
	readonly leftOut: number;
}

/** A book that is being added, as the reader checks it: its contents, and each chapter’s text. */
export class BookText {
	#record = $state.raw<BookRecord>() as BookRecord;
	readonly #changed: (record: BookRecord) => void;
	/** The chapter whose text is open. */
	#open: { readonly at: number; readonly text: DraftText } | null = null;

	/** `changed` is called after every change. */
	constructor(record: BookRecord, changed: (record: BookRecord) => void) {
		this.#record = record;
		this.#changed = changed;
	}

	#listed = (chapter: DraftChapter, at: number): Omit<ListedChapter, 'number'> => ({
		title: chapter.title,
		level: chapter.level,
		chosen: chapter.chosen,
		words: counted(chapter),
		paragraphs: chapter.blocks.length,
		leftOut: this.#record.leftOut.filter((piece) => piece.chapter === at).length
	});

	readonly record = $derived(this.#record);
	readonly chapters: readonly ListedChapter[] = $derived(
		numbered(this.#record.chapters.map(this.#listed))
	);
	/** Parts that only hold chapters are not counted as chapters. */
	readonly withText = $derived(this.chapters.filter(({ paragraphs }) => paragraphs > 0));
	readonly chosen = $derived(this.withText.filter(({ chosen }) => chosen));
	readonly words = $derived(this.chosen.reduce((sum, { words }) => sum + words, 0));

	choose(at: number, chosen: boolean): void {
		this.#set({ chapters: this.#withChapter(at, { chosen }) });
	}

	setMetadata = (edit: MetadataEdit): void => {
		const known = Object.entries({ ...this.#record.metadata, ...edit });
		const metadata = Object.fromEntries(known.filter(([, value]) => value !== undefined));
		this.#set({ metadata: { ...metadata, lang: edit.lang ?? this.#record.metadata.lang } });
	};

	/** Returns a chapter’s text with the corrections that an article has; null for no such chapter. */
	open(at: number): DraftText | null {
		if (this.#open?.at === at) return this.#open.text;
		const chapter = this.#record.chapters[at];
		if (!chapter) return null;
		const text = new DraftText(this.#imported(chapter, at), () => this.#take(at, text));
		this.#open = { at, text };
		return text;
	}

	#imported({ title, lang, blocks }: DraftChapter, at: number): Imported {
		return {
			article: { lang: lang ?? this.#record.metadata.lang, title, blocks },
			leftOut: this.#record.leftOut.flatMap(({ chapter, ...piece }) =>
				chapter === at ? [piece] : []
			),
			notices: []
		};
	}

	#take(at: number, { article, leftOut }: DraftText): void {
		const own = (piece: LeftOut) => ({ ...piece, chapter: at });
		const others = this.#record.leftOut.filter(({ chapter }) => chapter !== at);
		const all = [...others, ...leftOut.map(own)];
		const { title = '', blocks } = article;
		this.#set({
			chapters: this.#withChapter(at, { title, blocks }),
			leftOut: all.sort((a, b) => a.chapter - b.chapter)
		});
	}

	#withChapter = (at: number, change: Partial<DraftChapter>): readonly DraftChapter[] =>
		this.#record.chapters.map((chapter, nth) => (nth === at ? { ...chapter, ...change } : chapter));

	#set(change: Partial<BookRecord>): void {
		this.#record = { ...this.#record, ...change };
		this.#changed(this.#record);
	}
}

function numbered(chapters: readonly Omit<ListedChapter, 'number'>[]): readonly ListedChapter[] {
	let last = 0;
	return chapters.map((chapter) => ({
		...chapter,
		number: chapter.paragraphs > 0 ? ++last : null
	}));
}

/** Number of words by chapter: counting those of a novel takes long, and only one changes. */
const known = new WeakMap<DraftChapter['blocks'], number>();

function counted({ blocks }: DraftChapter): number {
	const words = known.get(blocks) ?? wordsOfBlocks(blocks);
	known.set(blocks, words);
	return words;
}

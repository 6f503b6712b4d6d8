import type { PairedChapters } from '$lib/adapters/files/protocol';
import type { Notice } from '$lib/core/import/imported';
import type { BookPairing, ChapterPair, PairingText } from '$lib/core/library/bookPairing';
import { targetSide } from '$lib/core/library/pairedChapters';
import type { DraftSide } from '$lib/core/links/draft';
import { findMismatches, type Mismatch } from '$lib/core/links/mismatch';

/** What belongs to one draft besides its record: the text of the file, and what is found in it. */
export class PairedTexts {
	/** Whether the store has the text. */
	isStored = false;
	#sketches = $state.raw<PairedChapters | null>(null);
	/** A pair of chapters, by which the languages are judged. */
	#sample = $state.raw<{ readonly source: DraftSide; readonly target: DraftSide } | null>(null);

	/** `single`: the file is one text without chapters. */
	constructor(
		readonly text: PairingText,
		readonly notices: readonly Notice[] = [],
		readonly single = false
	) {}

	readonly sketches = $derived(this.#sketches);

	/** Sketches the chapters of both books, with the pairs that are likely. */
	async pair(
		{ articles, chapters }: BookPairing,
		pair: (
			articles: BookPairing['articles'],
			chapters: readonly { title: string; blocks: PairingText['chapters'][number] }[]
		) => Promise<PairedChapters | null>
	): Promise<void> {
		this.#sketches = await pair(
			articles,
			chapters.map(({ title }, at) => ({ title, blocks: this.text.chapters[at] ?? [] }))
		);
	}

	/** Reads the pair by which the languages are judged. `read` returns a chapter of the original. */
	async takeSample(
		draft: BookPairing,
		read: (article: string) => Promise<DraftSide | null>
	): Promise<void> {
		const pair = sampled(draft);
		const source = await read(draft.articles[pair?.source[0] ?? 0] ?? '');
		if (!source) return;
		this.#sample = { source, target: targetSide(draft, this.text, pair?.target ?? [0]) };
	}

	/** Returns what speaks against the language `lang` of the translation. */
	misfits(lang: string): readonly Mismatch[] {
		if (!this.#sample) return [];
		const { source, target } = this.#sample;
		const found = findMismatches(source, { ...target, lang });
		return found.filter(({ kind }) => kind !== 'lopsided');
	}
}

/** Returns the pair with the most words of the translation. */
function sampled({ pairs, chapters }: BookPairing): ChapterPair | null {
	const words = ({ target }: ChapterPair) =>
		target.reduce((sum, at) => sum + (chapters[at]?.words ?? 0), 0);
	const both = pairs.filter(({ source, target }) => source.length > 0 && target.length > 0);
	return both.toSorted((a, b) => words(b) - words(a))[0] ?? null;
}

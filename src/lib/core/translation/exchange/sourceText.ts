/**
 * The original as one text in which the source texts of a file are looked up: only letters and
 * marks, so that no copy’s white space counts, with the places where a source text may begin or end.
 */
import { alignText } from '../../links/draftText';
import type { DraftSide } from '../../links/draft';
import { normalise } from '../../text/fingerprint';
import { plain } from '../../text/inline';

/** Returns the words of a text in the form in which they are compared, without white space. */
export const keyOf = (paragraphs: readonly string[]): string =>
	paragraphs.map((markdown) => normalise(plain(markdown)).replaceAll(' ', '')).join('');

export interface SourceSentence {
	readonly block: number;
	readonly from: number;
	readonly to: number;
	readonly words: string;
}

export class SourceText {
	readonly text: string;
	readonly sentences: readonly SourceSentence[];
	/** Offsets in `text` at which a block begins, and the end. */
	readonly blocks: readonly number[];
	readonly #ends = new Set<number>();

	constructor(side: DraftSide) {
		const { paragraphs } = alignText(side);
		const sentences: SourceSentence[] = [];
		const blocks: number[] = [];
		let text = '';
		for (const [block, lines] of paragraphs.entries()) {
			blocks.push(text.length);
			for (const words of lines) {
				const from = text.length;
				for (const word of normalise(words).split(' ')) {
					text += word;
					this.#ends.add(text.length);
				}
				sentences.push({ block, from, to: text.length, words });
			}
		}
		this.text = text;
		this.sentences = sentences;
		this.blocks = [...blocks, text.length];
	}

	/** Tells whether a word ends here. */
	isEnd = (at: number): boolean => this.#ends.has(at);
}

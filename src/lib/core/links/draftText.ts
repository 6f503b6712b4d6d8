import { plain } from '../text/inline';
import { sentences } from '../text/sentence';
import type { AlignText } from '../align/align';
import type { Block, Lang } from '../text/article';
import type { DraftSide } from './draft';

/** The sentences of blocks that have been cut: cutting a novel takes a third of a second. */
const known = new WeakMap<Block, { readonly lang: Lang; readonly cut: readonly string[] }>();

/**
 * Returns the sentences of a side by block, numbered as its links number them: cut from each
 * block’s plain text, without the white space after them. A block without words has none.
 */
export const alignText = ({ lang, blocks }: DraftSide): AlignText => ({
	lang,
	paragraphs: blocks.map((block) => {
		const found = known.get(block);
		if (found?.lang === lang) return found.cut;
		const cut = sentencesOf(block.text, lang);
		known.set(block, { lang, cut });
		return cut;
	})
});

/** Keeps the sentences of a side that were cut elsewhere: `text` is what `alignText` returned there. */
export function rememberSentences({ lang, blocks }: DraftSide, text: AlignText): void {
	for (const [at, block] of blocks.entries()) {
		const cut = text.paragraphs[at];
		if (cut) known.set(block, { lang, cut });
	}
}

const sentencesOf = (text: string, lang: Lang): readonly string[] =>
	sentences(plain(text), lang)
		.map(({ text: words }) => words.trim())
		.filter((words) => words !== '');

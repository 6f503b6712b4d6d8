import type { Imported } from '../../core/import/imported';
import { identify } from '../../core/translation/identify';
import type { KnownArticle } from '../../core/translation/recognise';

/** Repairs a text that was broken by copying, if a stored translation knows it. */
export function repairedImport(imported: Imported, known: readonly KnownArticle[]): Imported {
	const { article, leftOut } = imported;
	const { blocks, recognition } = identify(article.blocks, known);
	if (!recognition) return imported;
	return {
		...imported,
		article: { ...article, blocks: blocks.map(({ block }) => block) },
		leftOut: leftOut.map((piece) => ({ ...piece, before: moved(piece.before, blocks) }))
	};
}

/** Returns the new index of the block that was at `before`. */
function moved(before: number, blocks: readonly { readonly from: readonly number[] }[]): number {
	const at = blocks.findIndex(({ from }) => (from[0] ?? 0) >= before);
	return at === -1 ? blocks.length : at;
}

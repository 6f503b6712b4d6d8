import type { Imported } from '../../core/import/imported';
import type { Block } from '../../core/text/article';
import type { InLibrary } from '../../core/translation/identifyInLibrary';
import type { ImportedText } from './protocol';

/** Repairs a text that was broken by copying, if a stored translation knows it. */
export async function repairedImport(
	imported: Imported,
	compare: (blocks: readonly Block[]) => Promise<InLibrary>
): Promise<ImportedText> {
	const { article, leftOut } = imported;
	const { blocks, recognition, candidates } = await compare(article.blocks);
	if (!recognition) return { ...imported, candidates };
	return {
		...imported,
		article: { ...article, blocks: blocks.map(({ block }) => block) },
		leftOut: leftOut.map((piece) => ({ ...piece, before: moved(piece.before, blocks) })),
		candidates
	};
}

/** Returns the new index of the block that was at `before`. */
function moved(before: number, blocks: readonly { readonly from: readonly number[] }[]): number {
	const at = blocks.findIndex(({ from }) => (from[0] ?? 0) >= before);
	return at === -1 ? blocks.length : at;
}

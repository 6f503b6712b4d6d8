import { restore } from '../import/editImported';
import type { AlignmentDraft } from './draft';
import { alignText } from './draftText';
import { insertSentences } from './insertSentences';

/**
 * Puts line number `index` of those that a translation’s file left out into the translation. The
 * links stay as they are: the line’s sentences have no counterpart until the texts are aligned.
 */
export function restoreLine(draft: AlignmentDraft, index: number): AlignmentDraft {
	const line = draft.leftOut?.[index];
	if (!draft.leftOut || !line) return draft;
	const { target, links } = draft;
	const content = { article: target, leftOut: draft.leftOut, notices: [] };
	const { article, leftOut } = restore(content, index);
	const next = { ...draft, target: { ...target, blocks: article.blocks }, leftOut };
	if (links.length === 0) return next;
	const { paragraphs } = alignText(next.target);
	const at = paragraphs.slice(0, line.before).flat().length;
	const count = paragraphs[line.before]?.length ?? 0;
	return { ...next, links: insertSentences(links, at, count), unaligned: true };
}

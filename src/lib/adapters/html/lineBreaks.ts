/** Line breaks in a page’s inline text: `<br>` between words. */
import { joinWrapped } from '../../core/import/wrapped';
import { lineBreak } from '../../core/text/lineBreaks';
import type { Inline } from '../../core/text/inlineTree';

/** Puts inline text on one line. */
export const onOneLine = (nodes: readonly Inline[]): readonly Inline[] =>
	nodes.map((node): Inline => {
		if (node.type === 'break') return { type: 'text', text: ' ' };
		return 'children' in node ? { ...node, children: onOneLine(node.children) } : node;
	});

/** Joins lines that an editor broke at a width: old pages have `<br>` at the end of every line. */
export const withoutWrapping = (markdown: string): string =>
	joinWrapped(markdown.split(lineBreak)).join(lineBreak);

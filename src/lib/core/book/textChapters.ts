/** Finds the chapters of a single text: they begin at its highest headings. */
import type { Block } from '../text/article';
import { parseInline, plain, references } from '../text/inline';
import type { Chapter } from './book';

interface TextChapter extends Chapter {
	readonly blocks: Block[];
}

/**
 * Returns the chapters of a text. A single heading of its level begins no chapter, as it may be the
 * text’s own, unless there are no others.
 */
export function textChapters(blocks: readonly Block[]): readonly Chapter[] {
	const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
	const level = Math.min(
		...levels.filter((one, at) => levels.indexOf(one) !== at || levels.length === 1)
	);
	const chapters: TextChapter[] = [];
	for (const block of blocks) {
		const begins = block.kind === 'heading' && block.level === level;
		if (begins) chapters.push({ title: plain(block.text), level: 1, blocks: [] });
		else if (chapters.length === 0) chapters.push({ title: '', level: 1, blocks: [block] });
		else chapters.at(-1)?.blocks.push(block);
	}
	return withNotes(chapters);
}

/**
 * Gives each note to the chapter that refers to it, of several to the first; a note to which nothing
 * refers, or its own chapter too, stays. A note that another refers to comes after it.
 */
function withNotes(chapters: readonly Chapter[]): readonly Chapter[] {
	const made = chapters.map(({ title, level, blocks }) => {
		const text = blocks.filter(({ kind }) => kind !== 'footnote');
		return { title, level, blocks: text, markers: new Set(text.flatMap(markersOf)) };
	});
	for (const [at, { blocks }] of chapters.entries())
		for (const block of blocks) {
			if (block.kind !== 'footnote') continue;
			const refers = ({ markers }: { markers: ReadonlySet<string> }) => markers.has(block.marker);
			const own = made[at];
			const owner = own && refers(own) ? own : (made.find(refers) ?? own);
			owner?.blocks.push(block);
			for (const marker of markersOf(block)) owner?.markers.add(marker);
		}
	return made.map(({ markers: _, ...chapter }) => chapter);
}

const markersOf = ({ text }: Block): readonly string[] => references(parseInline(text));

/** What a person should look at in a new translation, the most doubtful first. */
import { isDoubtful } from '../lib/core/links/doubt';
import type { DraftSide, Link } from '../lib/core/links/draft';
import { alignText } from '../lib/core/links/draftText';
import { isOmission } from '../lib/core/links/linkRows';

export interface Created {
	readonly source: DraftSide;
	readonly target: DraftSide;
	readonly links: readonly Link[];
	readonly leftOut: readonly string[];
	/** Texts of the translation that answer nothing in the original. */
	readonly passages: readonly string[];
	/** The paragraphs of the original that have a translation, by fingerprint. */
	readonly translated: ReadonlySet<string>;
	/** Other remarks, each a line. */
	readonly remarks: readonly string[];
}

/** Returns the lines that are printed beside a new translation. */
export function doubtsOf(created: Created): readonly string[] {
	const { source, target, links, leftOut, passages, translated, remarks } = created;
	const [ours, theirs] = [placesOf(source), placesOf(target)];
	const bare = source.blocks.filter(({ fingerprint }) => !translated.has(fingerprint));
	const doubtful = links
		.filter((link) => isDoubtful(link))
		.toSorted((a, b) => a.confidence - b.confidence);
	const isBare = (sentence: number) => {
		const block = source.blocks[ours[sentence]?.block ?? -1];
		return block === undefined || bare.includes(block);
	};
	const alone = links.filter(
		(link) => isOmission(link) && !isDoubtful(link) && !link.source.some(isBare)
	);
	return [
		...remarks,
		...(bare.length > 0
			? [`${bare.length} of ${source.blocks.length} paragraphs have no translation`]
			: []),
		...(doubtful.length > 0 ? [`${doubtful.length} matches are doubtful:`] : []),
		...doubtful.map((link) => `  ${link.confidence.toFixed(2)}  ${pair(link, ours, theirs)}`),
		...alone.map((link) => `  no counterpart: ${pair(link, ours, theirs)}`),
		...[...leftOut, ...passages].map((text) => `  left out: ${short(text)}`)
	];
}

interface SentencePlace {
	/** Paragraph and sentence, counted from 1. */
	readonly number: string;
	readonly block: number;
	readonly words: string;
}

const placesOf = (side: DraftSide): readonly SentencePlace[] =>
	alignText(side).paragraphs.flatMap((lines, block) =>
		lines.map((words, at) => ({ number: `${block + 1}.${at + 1}`, block, words }))
	);

function pair(
	{ source, target }: Link,
	ours: readonly SentencePlace[],
	theirs: readonly SentencePlace[]
): string {
	const side = (sentences: readonly number[], places: readonly SentencePlace[]) => {
		const found = sentences.flatMap((at) => places[at] ?? []);
		const [first] = found;
		if (!first) return 'nothing';
		const last = found.at(-1);
		const number = last && last !== first ? `${first.number} to ${last.number}` : first.number;
		return `${number} “${short(found.map(({ words }) => words).join(' '))}”`;
	};
	return `${side(source, ours)} – ${side(target, theirs)}`;
}

const width = 60;

const short = (text: string): string =>
	text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;

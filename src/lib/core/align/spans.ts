/** The sentences of a row's two sides, and which answer which: what tracing lights up. */
import type { Lang } from '../text/article';
import { plain } from '../text/inline';
import { sentences } from '../text/sentence';
import { spansFault } from '../translation/spans';
import type { Beads } from './bead';
import { alignByLength } from './length';

/** A sentence of one of several texts, by offsets in the plain text of that text (see `plain`). */
export interface Span {
	/** Index of the text. */
	readonly block: number;
	readonly start: number;
	/** After the sentence’s last word: white space between sentences belongs to none. */
	readonly end: number;
}

export interface Spans {
	readonly source: readonly Span[];
	readonly target: readonly Span[];
	/** Indices into `source` and `target`. */
	readonly beads: Beads;
}

/**
 * Cuts both sides of a row into sentences and links them: by `given` where it covers both sides,
 * else by length. Texts are inline Markdown; sentences never reach over two texts. Where both
 * sides have equally many texts, the first answers the first, and so on.
 */
export function spans(
	source: readonly string[],
	target: readonly string[],
	langs: { readonly source: Lang; readonly target: Lang },
	given: Beads | null = null
): Spans {
	const ours = spansOf(source, langs.source);
	const theirs = spansOf(target, langs.target);
	return {
		source: ours,
		target: theirs,
		beads:
			given && spansFault(given, ours.length, theirs.length) === null
				? given
				: linked(ours, theirs, source.length === target.length ? source.length : 1)
	};
}

const spansOf = (texts: readonly string[], lang: Lang): Span[] =>
	texts.flatMap((text, block) =>
		sentences(plain(text), lang).map(({ start, text: words }) => ({
			block,
			start,
			end: start + words.trimEnd().length
		}))
	);

/** Beads within each of `parts` pairs of texts, or over all texts where it is 1. */
function linked(source: readonly Span[], target: readonly Span[], parts: number): Beads {
	return Array.from({ length: parts }, (_, part) => {
		const here = ({ block }: Span) => parts === 1 || block === part;
		const from = Math.max(0, source.findIndex(here));
		const to = Math.max(0, target.findIndex(here));
		return alignByLength(source.filter(here).map(length), target.filter(here).map(length)).map(
			([ours, theirs]) => [ours.map((at) => at + from), theirs.map((at) => at + to)] as const
		);
	}).flat();
}

const length = ({ start, end }: Span): number => end - start;

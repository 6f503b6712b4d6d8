/** Rows to be read aloud in tests. */
import { spans } from '../links/sentenceSpans';
import { plain } from '../text/inline';
import type { SpokenRow } from './script';

const langs = { original: 'sv', translation: 'en' };

/** Returns a row of two texts in Markdown; an empty one is missing. */
export function spokenRow(id: string, original: string, translation: string): SpokenRow {
	const [ours, theirs] = [original, translation].map((text) => (text ? [text] : []));
	return {
		id,
		langs,
		texts: () => ({ original: (ours ?? []).map(plain), translation: (theirs ?? []).map(plain) }),
		spans: () => spans(ours ?? [], theirs ?? [], { source: 'sv', target: 'en' })
	};
}

/** Returns `count` rows of four sentences, two in each language. */
export const manyRows = (count: number): readonly SpokenRow[] =>
	Array.from({ length: count }, (_, at) =>
		spokenRow(
			`r${at}`,
			`Det här är mening ${at} i texten. Och här kommer en till.`,
			`This is sentence ${at} of the text. And here comes another one.`
		)
	);

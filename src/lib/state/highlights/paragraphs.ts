import type { SidedParagraph } from '$lib/core/highlight/place';
import { plain } from '$lib/core/text/inline';
import type { PageRow, ReadingPage } from '../reading/page';
import { rowsOf } from '../reading/rows';

const known = new WeakMap<PageRow, SidedParagraph>();

/** Returns the rows of a page as plain text, in which highlights are found. */
export const sidedParagraphs = (page: ReadingPage): readonly SidedParagraph[] =>
	rowsOf(page).map((item) => {
		const paragraph = known.get(item) ?? sidedParagraph(item);
		known.set(item, paragraph);
		return paragraph;
	});

function sidedParagraph({ id, row: { originals, source, shown } }: PageRow): SidedParagraph {
	const fingerprints = originals.map(({ fingerprint }) => fingerprint);
	return {
		id,
		source: [...new Set([...fingerprints, ...source])],
		texts: {
			original: originals.map(({ text }) => plain(text)),
			translation: shown.kind === 'translated' ? shown.text.map(plain) : []
		}
	};
}

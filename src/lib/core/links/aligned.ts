/** Finds the aligned texts of a library: the next alignments learn from them (`learnt.ts`). */
import type { OwnTranslation, TranslatedTexts } from '../library/store';
import type { Lang } from '../text/article';
import type { AlignmentDraft } from './draft';
import { alignText } from './draftText';
import { linksOf } from './relinked';

export type Aligned = Pick<AlignmentDraft, 'source' | 'target' | 'links'>;

/** The most sentences of a side to learn from: more would only take longer. */
const mostSentences = 5_000;

/**
 * Returns the translations of a library that are aligned with an original in it, from `source` to
 * `target` whichever of the two is the original; the newest first.
 */
export function alignedIn(
	library: TranslatedTexts,
	source: Lang,
	target: Lang
): readonly Aligned[] {
	const newest = library.translations
		.filter(({ deleted }) => !deleted)
		.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
	const found: Aligned[] = [];
	let sentences = 0;
	for (const translation of newest) {
		const one = oriented(alignedAs(translation, library), source, target);
		if (!one) continue;
		sentences += alignText(one.source).paragraphs.flat().length;
		found.push(one);
		if (sentences >= mostSentences) break;
	}
	return found;
}

function alignedAs(translation: OwnTranslation, { articles }: TranslatedTexts): Aligned | null {
	const { article, lang, units, links } = translation;
	const original = articles.find(({ about }) => about.id === article)?.article;
	if (!original) return null;
	const linked = units.map((unit, at) => ({ unit, links: links[at] ?? [] }));
	const { target, links: again, changed } = linksOf(linked, original, lang);
	return changed === 0 ? { source: original, target, links: again } : null;
}

function oriented(aligned: Aligned | null, source: Lang, target: Lang): Aligned | null {
	if (!aligned) return null;
	const [from, to] = [aligned.source.lang, aligned.target.lang];
	if (from === source && to === target) return aligned;
	return from === target && to === source ? turned(aligned) : null;
}

export const turned = ({ source, target, links }: Aligned): Aligned => ({
	source: target,
	target: source,
	links: links.map((link) => ({ ...link, source: link.target, target: link.source }))
});

/**
 * The part of a unit that answers its paragraph. A paragraph that returns in the text borrows the
 * unit of its first copy, but not what the translator put in there besides.
 */
import { run } from '../align/bead';
import type { Lang } from '../text/article';
import { plain } from '../text/inline';
import { sentences } from '../text/sentence';
import type { Unit } from './unit';

/**
 * Returns a unit without the sentences of its text that are linked to nothing. The same unit if
 * there are none, or if its spans do not fit; a paragraph that is only in part linked loses its
 * marks.
 */
export function linkedPart(unit: Unit, lang: Lang): Unit {
	const { spans = [], text } = unit;
	const linked = new Set(spans.flatMap(([ours, theirs]) => (ours.length > 0 ? theirs : [])));
	const all = spans.flatMap(([, theirs]) => theirs).length;
	if (linked.size === 0 || linked.size === all) return unit;
	let first = 0;
	const kept = text.flatMap((markdown) => {
		const words = plain(markdown);
		const cut = sentences(words, lang);
		const here = run(first, cut.length).map((at) => linked.has(at));
		first += cut.length;
		if (here.every(Boolean)) return [markdown];
		const left = cut.filter((_, at) => here[at]).map((sentence) => sentence.text);
		return left.length > 0 ? [left.join('').trim()] : [];
	});
	if (first !== all || kept.length === 0) return unit;
	const { spans: _, ...rest } = unit;
	return { ...rest, text: kept };
}

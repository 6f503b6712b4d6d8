import { detectLanguage } from '../import/language';
import type { AlignText } from '../align/align';
import { primaryLang } from '../text/languageTag';

/**
 * Faults of a pair of texts found before aligning: both are the same text although their languages
 * are said to differ, or each is in the other’s language.
 */
export type PairFault = 'same' | 'swapped';

/** Returns the fault of a pair; null if there is none, or too little text to tell. */
export function pairFault(source: AlignText, target: AlignText): PairFault | null {
	const [from, to] = [primaryLang(source.lang), primaryLang(target.lang)];
	if (from === to) return null;
	const [ours, theirs] = [source, target].map(({ paragraphs }) => paragraphs.flat().join('\n'));
	if (ours === undefined || theirs === undefined || ours === '') return null;
	if (ours === theirs) return 'same';
	return detectLanguage(ours) === to && detectLanguage(theirs) === from ? 'swapped' : null;
}

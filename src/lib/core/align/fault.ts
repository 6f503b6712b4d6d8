import { detectLanguage } from '../import/language';
import type { AlignText } from './align';

/**
 * What can be wrong with a pair of texts before anything is aligned: they are one and the same though
 * their languages are said to differ, or each is in the other’s language.
 */
export type PairFault = 'same' | 'swapped';

/** Null where nothing is wrong, or nothing can be told from so little text. */
export function pairFault(source: AlignText, target: AlignText): PairFault | null {
	if (primary(source) === primary(target)) return null;
	const [ours, theirs] = [source, target].map(({ paragraphs }) => paragraphs.flat().join('\n'));
	if (ours === undefined || theirs === undefined || ours === '') return null;
	if (ours === theirs) return 'same';
	const swapped =
		detectLanguage(ours) === primary(target) && detectLanguage(theirs) === primary(source);
	return swapped ? 'swapped' : null;
}

const primary = ({ lang }: AlignText): string => lang.split('-', 1).join('').toLowerCase();

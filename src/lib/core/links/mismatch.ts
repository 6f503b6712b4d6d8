/** Finds reasons against a text as the translation of another, before anything is aligned. */
import { detectLanguage } from '../import/language';
import type { Block, Lang } from '../text/article';
import { plain } from '../text/inline';
import { primaryLang } from '../text/languageTag';
import { countWords } from '../text/words';
import type { DraftSide } from './draft';

export type Mismatch =
	/** A side has nothing to align. */
	| { readonly kind: 'empty'; readonly side: 'source' | 'target' }
	/** The very same text as the original. */
	| { readonly kind: 'same' }
	/** Said to be in the original’s own language. */
	| { readonly kind: 'own-language' }
	/** By its words it is in the original’s language, whatever is said. */
	| { readonly kind: 'looks-original'; readonly lang: Lang }
	/** By their words, each of the two is in the other’s language. */
	| { readonly kind: 'swapped'; readonly lang: Lang; readonly original: Lang }
	/** By its words it is in another language than is said. */
	| { readonly kind: 'looks-other'; readonly lang: Lang }
	/** One side is so many times as long as the other. */
	| { readonly kind: 'lopsided'; readonly longer: 'source' | 'target'; readonly times: number };

/** Returns whether a mismatch makes aligning pointless; the others are for the reader to judge. */
export const isBlocking = ({ kind }: Mismatch): boolean =>
	kind !== 'looks-other' && kind !== 'lopsided';

/** The ratio of the two lengths from which on the reader is asked. */
const lopsidedFrom = 10;
/** The share of one text found in the other from which on both count as the same text. */
const sameShare = 0.8;
/** With fewer words than this a text’s language is not judged. */
const fewestWords = 20;
/** Length in UTF-16 units; a longer text has enough words, and is not counted. */
const shortText = 2000;

/** @param target its `lang` is the one the reader chose, empty if they have not chosen yet */
export function findMismatches(source: DraftSide, target: DraftSide): readonly Mismatch[] {
	const [ours, theirs] = [words(source.blocks), words(target.blocks)];
	if (!/\p{L}/u.test(ours)) return [{ kind: 'empty', side: 'source' }];
	if (!/\p{L}/u.test(theirs)) return [{ kind: 'empty', side: 'target' }];
	if (isSame(source.blocks, target.blocks)) return [{ kind: 'same' }];
	const lang = ofLanguage(
		primaryLang(source.lang),
		primaryLang(target.lang),
		looks(ours),
		looks(theirs)
	);
	const size = lopsided(ours.length, theirs.length);
	return [...(lang ? [lang] : []), ...(size ? [size] : [])];
}

const words = (blocks: readonly Block[]): string =>
	blocks.map(({ text }) => plain(text)).join('\n');

const looks = (text: string): Lang | null =>
	text.length < shortText && countWords(text) < fewestWords ? null : detectLanguage(text);

function isSame(source: readonly Block[], target: readonly Block[]): boolean {
	const known = new Set(source.map(({ fingerprint }) => fingerprint));
	const length = (blocks: readonly Block[]) =>
		blocks.reduce((sum, { text }) => sum + text.length, 0);
	const shared = target.filter(({ fingerprint }) => known.has(fingerprint));
	return length(shared) >= sameShare * length(target);
}

function ofLanguage(
	original: Lang,
	said: Lang,
	originalLooks: Lang | null,
	looks: Lang | null
): Mismatch | null {
	if (looks !== null && looks === original) {
		return originalLooks !== null && originalLooks !== original
			? { kind: 'swapped', lang: looks, original: originalLooks }
			: { kind: 'looks-original', lang: looks };
	}
	if (said === original) return { kind: 'own-language' };
	return looks !== null && said !== '' && looks !== said
		? { kind: 'looks-other', lang: looks }
		: null;
}

function lopsided(ours: number, theirs: number): Mismatch | null {
	const longer = ours > theirs ? 'source' : 'target';
	const times = Math.floor(Math.max(ours, theirs) / Math.min(ours, theirs));
	return times >= lopsidedFrom ? { kind: 'lopsided', longer, times } : null;
}

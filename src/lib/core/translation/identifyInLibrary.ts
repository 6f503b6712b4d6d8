/**
 * Recognises an imported text, and mends it, by asking the library for some of its paragraphs.
 *
 * Law (`identifyInLibrary.test.ts`): a text of up to `maxFiles − forJoints` whole paragraphs is
 * recognised as `recognise` does with all fingerprints of the library. A longer text asks for a sample
 * of its words: one that is known to a quarter, the least that `recognise` takes, is missed in 1 of 100
 * cases (0.75 ** 16), one that is known to a half in 1 of 60,000. A text none of whose paragraphs is
 * whole is recognised where one of the likeliest joints is in a file that was asked for.
 */
import type { Block } from '../text/article';
import { identify, isShort, type Identified } from './identify';
import { joints } from './joints';
import { LibraryInquiry, type LibraryFiles } from './libraryFiles';
import { paragraphWords, sampleOrder } from './paragraphSample';
import { knownArticles, type StoredEntry } from './stored';

/** Files of fingerprints that a text asks for at most, of some 300 bytes each. */
export const maxFiles = 26;

/** Of these, files that are left for joints, where the text is short enough to be mended. */
const forJoints = 10;
/** The same where most words are in blocks that end in the middle of a sentence, as lines do. */
const forJointsOfLines = 20;

/** The articles that a text may be. */
export interface Candidates {
	readonly entries: readonly StoredEntry[];
	/** False where not all came: the text may be another article. */
	readonly isWhole: boolean;
}

export interface InLibrary extends Identified {
	readonly candidates: Candidates;
}

/** Returns the stored articles that may recognise a text by its paragraphs as they are. */
export async function candidatesIn(
	blocks: readonly Block[],
	library: LibraryFiles
): Promise<Candidates> {
	const inquiry = new LibraryInquiry(library);
	await askParagraphs(inquiry, blocks, maxFiles);
	return { entries: inquiry.candidates, isWhole: inquiry.isWhole };
}

/** Recognises a text; where its paragraphs do not tell, by joints of it, and mends it. */
export async function identifyInLibrary(
	blocks: readonly Block[],
	library: LibraryFiles
): Promise<InLibrary> {
	const inquiry = new LibraryInquiry(library);
	await askParagraphs(inquiry, blocks, maxFiles - leftForJoints(blocks));
	let found = identify(blocks, knownArticles(inquiry.candidates));
	if (!found.recognition && isShort(blocks)) {
		const before = inquiry.candidates.length;
		await askJoints(inquiry, blocks);
		if (inquiry.candidates.length > before)
			found = identify(blocks, knownArticles(inquiry.candidates));
	}
	return { ...found, candidates: { entries: inquiry.candidates, isWhole: inquiry.isWhole } };
}

async function askParagraphs(
	inquiry: LibraryInquiry,
	blocks: readonly Block[],
	files: number
): Promise<void> {
	const words = paragraphWords(blocks);
	await inquiry.ask(sampleOrder(words), files);
	await inquiry.read(words);
}

async function askJoints(inquiry: LibraryInquiry, blocks: readonly Block[]): Promise<void> {
	const tried = joints(blocks);
	await inquiry.askLikely(tried, maxFiles);
	await inquiry.read(tried.map(({ fingerprint, words }) => [fingerprint, words] as const));
}

function leftForJoints(blocks: readonly Block[]): number {
	if (!isShort(blocks)) return 0;
	return isInLines(blocks) ? forJointsOfLines : forJoints;
}

/** Tells whether most words are in blocks that do not end with a sentence. */
function isInLines(blocks: readonly Block[]): boolean {
	let [all, broken] = [0, 0];
	for (const { text } of blocks) {
		all += text.length;
		if (!/[.!?…:”"’»)]$/.test(text)) broken += text.length;
	}
	return broken > all / 2;
}

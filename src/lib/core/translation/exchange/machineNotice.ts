/**
 * Finds a line of a text that says a machine translated it: `Translated by DeepL`, `Maskinöversatt
 * från engelska`. A line is short, at an end of the text, and says nothing else.
 */
import type { MachineWords } from '../../links/draft';
import type { Block } from '../../text/article';
import { machine, ofPerson, type MachineClaim } from './machine';

const start = '^[\\s*_([–—-]*';
const whole = new RegExp(
	`${start}(?:machine[ -]translat(?:ed|ion)|auto(?:matically|matic)?[ -]?translat(?:ed|ion)|maskinövers(?:att|atts|ättning)|automatisk(?:t)? övers(?:att|ättning))(?:\\s+\\p{L}+){0,2}(?:\\s*(?:by|with|using|via|av|med|:)\\s*(?<tool>[^.,;()\\n]{1,40}))?[\\s*_.)\\]]*$`,
	'iu'
);
const named = new RegExp(
	`${start}(?:translat(?:ed|ion)|övers(?:att|ättning))(?:\\s+\\p{L}+){0,4}?\\s*(?:by|with|using|via|av|med|:)\\s*(?<tool>[^.,;()\\n]{1,40})[\\s*_.)\\]]*$`,
	'iu'
);

/** Characters; a longer line is running text. */
const maxLine = 120;
/** Number of paragraphs at each end of a text that may say it. */
const edge = 4;

export function machineNotice(
	leftOut: readonly string[],
	paragraphs: readonly string[]
): MachineClaim | null {
	const ends = [...leftOut, ...paragraphs.slice(0, edge), ...paragraphs.slice(-edge)];
	for (const line of ends) {
		if (line.length > maxLine) continue;
		const found = whole.exec(line);
		if (found) return machine(found.groups?.['tool'] ?? '');
		const claim = ofPerson(named.exec(line)?.groups?.['tool']);
		if (claim) return claim;
	}
	return null;
}

/** Returns whose the words of a text are of which a claim speaks as a whole; null without one. */
export function claimedWords(
	blocks: readonly Block[],
	claim: MachineClaim | null
): MachineWords | null {
	if (!claim) return null;
	const { origin, name, certain } = claim;
	const words = blocks.map(({ fingerprint }) => fingerprint);
	return {
		...{ origin, name, answer: null },
		certain: certain ? words : [],
		unclear: certain ? [] : words
	};
}

import { ordered, type Analysis, type WordPart } from './analysis';
import { glossOf } from './compound';
import { glossesOf } from './entry';
import type { Vocabulary } from './vocabulary';

/**
 * Returns a word with hyphens as its parts: `EU-kommissionen`, `80-talet`, `svensk-ryska`. The last
 * one must be known; one before it that is not is a name or a number.
 */
export function hyphenated(
	word: string,
	vocabulary: Vocabulary,
	analyse: (part: string) => readonly Analysis[]
): readonly Analysis[] {
	const at = word.search(/[-‐‑][^-‐‑]+$/);
	if (at < 1) return [];
	const [first, last] = [word.slice(0, at), word.slice(at + 1)];
	const parts = first.split(/[-‐‑]/).map((text) => partOf(text, vocabulary));
	const heads = analyse(last).filter(({ via }) => via !== 'cognate');
	return ordered(heads).map((head) => ({
		...head,
		lemma: `${first}-${head.lemma}`,
		via: 'compound',
		parts: [
			...parts,
			...(head.parts.length > 0 ? head.parts : [{ text: last, entry: head.entry }])
		],
		meanings: [{ remark: '', glosses: [glossOfWhole(parts, head, vocabulary)] }],
		cost: 10 + head.cost
	}));
}

function partOf(text: string, { grammar, lexicon }: Vocabulary): WordPart {
	const [first] = grammar
		.firstParts(text.toLowerCase(), lexicon)
		.toSorted((a, b) => a.cost - b.cost);
	return { text, entry: first?.entry ?? null };
}

function glossOfWhole(parts: readonly WordPart[], head: Analysis, { grammar }: Vocabulary): string {
	const [first] = parts;
	const numbered = first && /^\p{N}+$/u.test(first.text) ? grammar.numbered[head.lemma] : undefined;
	if (first && numbered !== undefined) return grammar.fill(numbered, first.text);
	return [...parts.map(glossOfPart), glossOf(head)].join(' ');
}

const glossOfPart = ({ text, entry }: WordPart): string => (entry && glossesOf(entry)[0]) ?? text;

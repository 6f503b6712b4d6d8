/** A word that was looked up, as the commands `words` and `lookup` print it. */
import { glossesOfAll, type Analysis, type WordPart } from '../lib/core/words/analysis';
import { glossesOf } from '../lib/core/words/entry';
import { partsOfEntry } from '../lib/core/words/partsOf';
import type { Vocabulary } from '../lib/core/words/vocabulary';
import { dictionaryOf, pairs, type Dictionary } from '../lib/core/words/dictionary';
import { fail, ok, type Result } from '../lib/core/result';

export interface WordJson {
	readonly lemmas: readonly {
		readonly lemma: string;
		readonly class: string;
		readonly inflection: string;
	}[];
	/** Empty where the word is unknown. */
	readonly glosses: readonly string[];
	/** Null where the word is unknown. */
	readonly via: 'exact' | 'inflection' | 'compound' | 'cognate' | null;
	readonly parts?: readonly PartJson[];
}

interface PartJson {
	readonly text: string;
	readonly lemma: string | null;
	readonly glosses: readonly string[];
}

export function wordJson(analyses: readonly Analysis[], vocabulary: Vocabulary): WordJson {
	const parts = partsOf(analyses[0], vocabulary);
	return {
		lemmas: lemmasOf(analyses),
		glosses: glossesOfAll(analyses),
		via: viaOf(analyses[0]),
		...(parts.length === 0 ? {} : { parts: parts.map(partJson) })
	};
}

/** Returns the lemmas, each class of each once. */
function lemmasOf(analyses: readonly Analysis[]): WordJson['lemmas'] {
	const lemmas = new Map(
		analyses.toReversed().map(({ lemma, wordClass, inflections }) => {
			const inflection = inflections.map((features) => features.join(', ')).join(' / ');
			return [`${lemma} ${wordClass}`, { lemma, class: wordClass, inflection }] as const;
		})
	);
	return [...lemmas.values()].toReversed();
}

/** A derived word is said as its parts, like a compound. */
function viaOf(analysis: Analysis | undefined): WordJson['via'] {
	if (!analysis) return null;
	return analysis.via === 'derivation' ? 'compound' : analysis.via;
}

function partsOf(analysis: Analysis | undefined, vocabulary: Vocabulary): readonly WordPart[] {
	if (!analysis || analysis.parts.length > 0 || !analysis.entry) return analysis?.parts ?? [];
	return partsOfEntry(analysis.entry, vocabulary);
}

const partJson = ({ text, entry }: WordPart): PartJson => ({
	text,
	lemma: entry?.head ?? null,
	glosses: entry ? glossesOf(entry) : []
});

/** One line for a reader: `husen  hus (noun: plural, definite): house`. */
export function wordLine(form: string, { lemmas, glosses, via, parts }: WordJson): string {
	if (via === null) return `${form}: unknown`;
	const [first] = lemmas;
	const inflection = first?.inflection ? `: ${first.inflection}` : '';
	const split = parts ? ` [${parts.map(({ text }) => text).join(' | ')}]` : '';
	const doubt = via === 'cognate' ? ' (by its looks)' : '';
	return `${form}: ${first?.lemma ?? ''} (${first?.class ?? ''}${inflection})${split}${doubt} = ${glosses.slice(0, 6).join(', ')}`;
}

/** Loads the dictionary of a pair; the failure is a sentence for the user. */
export async function dictionary(
	from: string | undefined,
	to: string | undefined
): Promise<Result<Dictionary, string>> {
	if (from === undefined || to === undefined) return fail('name both languages: --from sv --to en');
	const found = await dictionaryOf(from, to);
	if (found) return ok(found);
	return fail(`there are no words from ${from} to ${to}; there are those of ${pairs.join(', ')}`);
}

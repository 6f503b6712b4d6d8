/** `lookup`: what a word means, alone or in its sentence. */
import { parseArgs } from 'node:util';
import { messageOf } from '../lib/core/errorMessage';
import { fail, ok, type Result } from '../lib/core/result';
import { answers, wordLinkerOf, type AnsweredRange } from '../lib/core/words/answer';
import { glossesOf } from '../lib/core/words/entry';
import type { Dictionary, FoundWord } from '../lib/core/words/dictionary';
import { longestForm } from '../lib/core/words/lookUp';
import { indexOfForm, sentenceWords } from '../lib/core/words/sentence';
import type { Command } from './command';
import { dictionary, wordJson, wordLine, type WordJson } from './wordJson';

export const lookUpCommand: Command = {
	summary: 'look a word up, alone or in its sentence',
	help: [
		'Usage: jamsides lookup WORD --from LANG --to LANG [--sentence TEXT] [--translation TEXT] [--json]',
		'',
		'Says what a word, or a phrase in quotation marks, means.',
		'',
		'  --from LANG         the language of the word: sv or en',
		'  --to LANG           the language of the meanings: en or sv',
		'  --sentence TEXT     the sentence that it stands in, which decides between words of one form',
		'                      and finds particle verbs and phrases',
		'  --translation TEXT  that sentence in the other language, which puts its words first',
		'  --json              print { form, count, lemmas: [{ lemma, class, inflection }], glosses, via,',
		'                      parts, certain, name, phrases: [{ phrase, glosses }], answers: [{ text,',
		'                      from, to, score }] }: the words of the translation that answer it, where',
		'                      that is sure enough, with their places in it; see also `words --help`'
	].join('\n'),
	async run(args) {
		const parsed = parseLookUpArgs(args);
		if (!parsed.ok) return parsed;
		const { word, from, to, sentence, translation, json } = parsed.value;
		const words = await dictionary(from, to);
		if (!words.ok) return words;
		const found = look(word, sentence, translation, words.value);
		if (!found.ok) return found;
		const result = {
			...toJson(word, found.value, words.value),
			answers: await answering(parsed.value)
		};
		return ok(json ? JSON.stringify(result, null, 2) : summary(result));
	}
};

interface LookUpArgs {
	readonly word: string;
	readonly from: string | undefined;
	readonly to: string | undefined;
	readonly sentence: string | undefined;
	readonly translation: string | undefined;
	readonly json: boolean;
}

function parseLookUpArgs(args: readonly string[]): Result<LookUpArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				from: { type: 'string' },
				to: { type: 'string' },
				sentence: { type: 'string' },
				translation: { type: 'string' },
				json: { type: 'boolean' }
			}
		});
		const word = positionals.join(' ').trim();
		if (word === '') return fail('name a word');
		if (word.length > longestForm)
			return fail(`the word has ${word.length} letters; up to ${longestForm} can be looked up`);
		const { from, to, sentence, translation, json = false } = values;
		return ok({ word, from, to, sentence, translation, json });
	} catch (error) {
		return fail(messageOf(error));
	}
}

function look(
	word: string,
	sentence: string | undefined,
	translation: string | undefined,
	words: Dictionary
): Result<FoundWord, string> {
	if (sentence === undefined) return ok({ answer: words.lookUp(word), phrases: [] });
	const cut = sentenceWords(sentence);
	const at = indexOfForm(cut, word);
	if (at === -1) return fail(`“${word}” does not stand in the sentence`);
	return ok(words.lookUpIn(cut, at, translation));
}

/** A word of the translation that answers the word. */
interface AnsweringWord extends AnsweredRange {
	readonly text: string;
	readonly score: number;
}

/** Returns the words of the translation that answer the word; none where that is not sure enough. */
async function answering({
	word,
	from = '',
	to = '',
	sentence,
	translation
}: LookUpArgs): Promise<readonly AnsweringWord[]> {
	if (sentence === undefined || translation === undefined) return [];
	const cut = sentenceWords(sentence);
	const start = cut.words[indexOfForm(cut, word)]?.start;
	const linker = await wordLinkerOf(from, to, []);
	if (start === undefined || !linker) return [];
	const range = { from: start, to: start + word.length };
	const found = answers(linker.link([sentence, translation]), 0, range);
	return (found?.ranges ?? []).map((range) => ({
		text: translation.slice(range.from, range.to),
		...range,
		score: Math.round((found?.score ?? 0) * 1000) / 1000
	}));
}

type LookedUp = WordJson & {
	readonly form: string;
	readonly count: number;
	readonly certain: boolean;
	readonly name: boolean;
	readonly phrases: readonly { readonly phrase: string; readonly glosses: readonly string[] }[];
};

function toJson(
	form: string,
	{ answer, phrases }: FoundWord,
	{ vocabulary }: Dictionary
): LookedUp {
	const analyses = answer.kind === 'found' ? answer.analyses : [];
	return {
		form,
		count: 1,
		...wordJson(analyses, vocabulary),
		certain: answer.kind === 'found' && answer.certain,
		name: answer.kind === 'name',
		phrases: phrases.map(({ entry }) => ({ phrase: entry.head, glosses: glossesOf(entry) }))
	};
}

function summary(result: LookedUp): string {
	const doubt = result.via !== null && !result.certain ? ' (uncertain)' : '';
	return [
		...result.phrases.map(({ phrase, glosses }) => `${phrase} = ${glosses.join(', ')}`),
		result.name ? `${result.form}: a name` : `${wordLine(result.form, result)}${doubt}`
	].join('\n');
}

/** `words`: the words of a text with their meanings. */
import { parseArgs } from 'node:util';
import { messageOf } from '../lib/core/errorMessage';
import type { Imported } from '../lib/core/import/imported';
import { fail, ok, type Result } from '../lib/core/result';
import { plain } from '../lib/core/text/inline';
import { formsOf, type TextForms } from '../lib/core/words/coverage';
import type { Command } from './command';
import { importFile } from './file';
import { dictionary, wordJson, wordLine, type WordJson } from './wordJson';

export const wordsCommand: Command = {
	summary: 'list the words of a text with their meanings',
	help: [
		'Usage: jamsides words FILE --from LANG --to LANG [--json]',
		'',
		'Looks up every word of a text, web page or book in the project’s own lexicon: as it stands, as',
		'a form of a lemma, as a compound, and by its looks. A word with a capital that the lexicon lacks',
		'is a name and not counted.',
		'',
		'  --from LANG  the language of the text: sv or en',
		'  --to LANG    the language of the meanings: en or sv',
		'  --json       print { words: [{ form, count, lemmas: [{ lemma, class, inflection }], glosses,',
		'               via, parts }], names: [{ form, count }], running, covered }: `via` is exact,',
		'               inflection, compound or cognate, null where the word is unknown; `parts` of',
		'               compounds: [{ text, lemma, glosses }]; `running` counts the words without',
		'               names, `covered` those of them that have a meaning'
	].join('\n'),
	async run(args) {
		const parsed = parseWordsArgs(args);
		if (!parsed.ok) return parsed;
		const { file, from, to, json } = parsed.value;
		const words = await dictionary(from, to);
		if (!words.ok) return words;
		const imported = await importFile(file, { lang: from === 'en' ? 'en' : 'sv' });
		if (!imported.ok) return imported;
		const found = formsOf(paragraphsOf(imported.value), from, words.value);
		if (found.running + found.names.length === 0) return fail(`${file}: the text has no words`);
		const list = found.forms.map(({ form, count, analyses }) => ({
			form,
			count,
			...wordJson(analyses, words.value.vocabulary)
		}));
		return ok(json ? toJson(list, found) : summary(list, found));
	}
};

interface WordsArgs {
	readonly file: string;
	readonly from: string;
	readonly to: string;
	readonly json: boolean;
}

function parseWordsArgs(args: readonly string[]): Result<WordsArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } }
		});
		const [file, ...more] = positionals;
		const { from, to, json = false } = values;
		if (file === undefined) return fail('name a file');
		if (more.length > 0) return fail(`one file at a time, not also ${more.join(', ')}`);
		if (from === undefined || to === undefined)
			return fail('name both languages: --from sv --to en');
		return ok({ file, from, to, json });
	} catch (error) {
		return fail(messageOf(error));
	}
}

/** The title is a paragraph too: `import` keeps it apart. */
const paragraphsOf = ({ article }: Imported): readonly string[] => [
	...(article.title === undefined ? [] : [article.title]),
	...article.blocks.map(({ text }) => plain(text))
];

type ListedWord = WordJson & { readonly form: string; readonly count: number };

const toJson = (words: readonly ListedWord[], { names, running, covered }: TextForms): string =>
	JSON.stringify({ words, names, running, covered }, null, 2);

function summary(words: readonly ListedWord[], { running, covered }: TextForms): string {
	const share = running === 0 ? 100 : (100 * covered) / running;
	return [
		...words.map((word) => `${String(word.count).padStart(5)}  ${wordLine(word.form, word)}`),
		'',
		`${covered} of ${running} words have a meaning (${share.toFixed(1)} %).`
	].join('\n');
}

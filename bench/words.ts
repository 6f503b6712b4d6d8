/** Look-up of words: how often it is right, how much of a text it covers, and the time it takes. */
import { execFileSync } from 'node:child_process';
import { englishForms } from '../src/lib/core/words/english/lemmas.fixture';
import * as lemmas from '../src/lib/core/words/lemmas.fixture';
import {
	coverage,
	dictionary,
	firstLemmas,
	splits,
	type Share
} from '../src/lib/core/words/measured.fixture';
import { newsEn } from '../src/lib/core/words/newsEn.fixture';
import { newsSv } from '../src/lib/core/words/newsSv.fixture';
import * as compounds from '../src/lib/core/words/splits.fixture';
import { textWords } from '../src/lib/core/words/textWord';
import { atLeast, atMost, none, single, type Budget, type Figure } from './figures';

export async function words(runs: number): Promise<readonly Figure[]> {
	const swedish = await dictionary('sv', 'en');
	const english = await dictionary('en', 'sv');
	const sv = coverage(newsSv, 'sv', swedish);
	const en = coverage(newsEn, 'en', english);
	const right: readonly (readonly [what: string, share: Share, budget: Budget])[] = [
		['first lemma, open list', firstLemmas(lemmas.open, swedish), atLeast(97)],
		['first lemma, held back', firstLemmas(lemmas.heldBack, swedish), atLeast(97)],
		['first lemma, English', firstLemmas(englishForms, english), atLeast(97)],
		['splits, open list', splits(compounds.open, swedish), atLeast(95)],
		['splits, held back', splits(compounds.heldBack, swedish), atLeast(95)],
		['Swedish running words', sv.running, atLeast(98)],
		['Swedish content words', sv.content, atLeast(95)],
		['English running words', en.running, atLeast(98.5)],
		['English content words', en.content, atLeast(96)]
	];
	for (const [what, { wrong }] of right)
		if (wrong.length > 0) console.log(`  ${what}: ${wrong.join('; ')}`);
	return [
		...right.map(([what, { percent }, budget]) =>
			single(`Words: ${what}`, 'percent', [percent], budget)
		),
		...loads(runs),
		...(await lookUps(runs))
	];
}

/** What a process alone takes to load a dictionary, of the processor: others may be at work. */
function loads(runs: number): readonly Figure[] {
	const once = (from: string, to: string): number =>
		Number(
			execFileSync(process.execPath, ['--import', 'tsx', 'bench/words-once.ts', from, to], {
				encoding: 'utf8'
			})
		);
	const of = (from: string, to: string) => Array.from({ length: runs }, () => once(from, to));
	return [
		single('Words: Swedish lexicon parsed and indexed', 'ms', of('sv', 'en'), atMost(100)),
		single('Words: the same, and turned round', 'ms', of('en', 'sv'), none)
	];
}

/** The time of one look-up, by a thousand forms of news, each in a dictionary that knows none yet. */
async function lookUps(runs: number): Promise<readonly Figure[]> {
	const forms = textWords(newsSv.join(' ')).map(({ text }) => text);
	const swedish = await dictionary('sv', 'en');
	const times = Array.from({ length: runs }, () => {
		swedish.vocabulary.forget();
		const each = forms.map((form) => {
			const start = performance.now();
			swedish.lookUp(form);
			return performance.now() - start;
		});
		return each.toSorted((a, b) => a - b);
	});
	const at = (share: number) => times.map((each) => each[Math.floor(share * each.length)] ?? 0);
	return [
		single('Words: look-up of a form, median', 'ms', at(0.5), atMost(50)),
		single('Words: look-up of a form, slowest of a hundred', 'ms', at(0.99), atMost(50))
	];
}

/**
 * `npx tsx bench/words-answer.ts [--wrong] [--missed]`: which words of the other side answer a word,
 * on the 300 sentence pairs linked by hand: precision and coverage on both halves at several
 * thresholds, by side and by word class, and the time a pair takes.
 *
 * A content word counts as answered right if all the words that answer it are linked to it by hand
 * (`whole`: and none is missing). Covered: the share of content words that are answered at all.
 */
import {
	answers,
	leastAnswerScore,
	WordLinker,
	type LinkedPair
} from '../src/lib/core/words/answer';
import { linkedByHand, type LinkedByHand } from '../src/lib/core/words/answering/linked.fixture';
import { smallWords } from '../src/lib/core/words/answering/small';
import { dictionaryOf } from '../src/lib/core/words/dictionary';
import { hasOwnCapital, sentenceWords, type SentenceWords } from '../src/lib/core/words/sentence';

const thresholds = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9];
const langs = ['sv', 'en'] as const;
const found = await Promise.all([dictionaryOf('sv', 'en'), dictionaryOf('en', 'sv')]);
const [there, back] = found;
if (!there || !back) throw new Error('there is no dictionary');
const dictionaries = [there, back] as const;
const linker = new WordLinker(dictionaries, []);

interface Count {
	words: number;
	linked: number;
	answered: number;
	right: number;
	whole: number;
}

const count = (): Count => ({ words: 0, linked: 0, answered: 0, right: 0, whole: 0 });

interface Asked {
	readonly pair: LinkedByHand;
	readonly linked: LinkedPair;
	readonly side: 0 | 1;
	readonly sentences: readonly [SentenceWords, SentenceWords];
	readonly at: number;
	readonly kind: string;
	readonly wanted: ReadonlySet<number>;
}

const asked: Asked[] = [];
const times: number[] = [];
for (const pair of linkedByHand()) {
	const start = process.cpuUsage();
	const linked = linker.link(pair.texts);
	const { user, system } = process.cpuUsage(start);
	times.push((user + system) / 1000);
	const sentences = [sentenceWords(pair.texts[0]), sentenceWords(pair.texts[1])] as const;
	for (const side of [0, 1] as const)
		for (const [at, { text }] of sentences[side].words.entries()) {
			if (smallWords(langs[side]).has(text.toLowerCase())) continue;
			const wanted = new Set(
				pair.links.filter((link) => link[side] === at).map((link) => link[side === 0 ? 1 : 0])
			);
			asked.push({
				pair,
				linked,
				side,
				sentences,
				at,
				kind: kindOf(sentences[side], at, side),
				wanted
			});
		}
}

function kindOf(sentence: SentenceWords, at: number, side: 0 | 1): string {
	if (hasOwnCapital(sentence, at)) return 'name';
	const { answer } = dictionaries[side].lookUpIn(sentence, at);
	if (answer.kind !== 'found') return answer.kind;
	const { via, wordClass } = answer.analyses[0];
	return via === 'compound' ? 'compound' : wordClass;
}

function counted(list: readonly Asked[], threshold: number, show: boolean): Count {
	const total = count();
	for (const { linked, side, sentences, at, wanted, pair } of list) {
		const word = sentences[side].words[at];
		if (!word) continue;
		const range = { from: word.start, to: word.start + word.text.length };
		const answer = answers(linked, side, range, threshold);
		const others = sentences[side === 0 ? 1 : 0].words;
		const got = (answer?.ranges ?? []).map(({ from }) =>
			others.findIndex(({ start }) => start === from)
		);
		const isRight = got.length > 0 && got.every((other) => wanted.has(other));
		total.words++;
		if (wanted.size > 0) total.linked++;
		if (got.length > 0) total.answered++;
		if (isRight) total.right++;
		if (isRight && got.length === wanted.size) total.whole++;
		if (show && !pair.isHeldBack)
			print(
				word.text,
				got.map((other) => others[other]?.text ?? '?'),
				[...wanted].map((other) => others[other]?.text ?? '?'),
				isRight,
				answer?.score ?? 0,
				pair
			);
	}
	return total;
}

function print(
	word: string,
	got: readonly string[],
	wanted: readonly string[],
	isRight: boolean,
	score: number,
	{ texts }: LinkedByHand
): void {
	if (got.length > 0 && !isRight && process.argv.includes('--wrong'))
		console.log(
			`wrong  ${word} → ${got.join(' ')} (${score.toFixed(2)}), by hand ${wanted.join(' ') || '–'}   [${texts.join(' | ')}]`
		);
	if (got.length === 0 && wanted.length > 0 && process.argv.includes('--missed'))
		console.log(`missed ${word} → ${wanted.join(' ')}   [${texts.join(' | ')}]`);
}

const percent = (part: number, all: number): string =>
	all === 0 ? '–' : ((100 * part) / all).toFixed(1);
const row = (name: string, { words, linked, answered, right, whole }: Count): string =>
	[
		name.padEnd(26),
		percent(right, answered),
		percent(answered, words),
		percent(right, linked),
		percent(whole, answered),
		String(words)
	]
		.map((cell) => cell.padStart(9))
		.join('');

console.log(
	['', 'precision', 'covered', 'recall', 'whole', 'words']
		.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(9)))
		.join('')
);
for (const isHeldBack of [false, true])
	for (const threshold of thresholds) {
		const half = asked.filter(({ pair }) => pair.isHeldBack === isHeldBack);
		console.log(
			row(
				`${isHeldBack ? 'held back' : 'tuned on'}, ${String(threshold)}`,
				counted(half, threshold, false)
			)
		);
	}
for (const isHeldBack of [false, true]) {
	console.log(`\n${isHeldBack ? 'held back' : 'tuned on'} at ${String(leastAnswerScore)}`);
	const half = asked.filter(({ pair }) => pair.isHeldBack === isHeldBack);
	for (const side of [0, 1] as const) {
		const own = half.filter((one) => one.side === side);
		console.log(
			row(side === 0 ? 'Swedish' : 'English', counted(own, leastAnswerScore, !isHeldBack))
		);
		for (const kind of new Set(own.map((one) => one.kind)))
			console.log(
				row(
					`  ${kind}`,
					counted(
						own.filter((one) => one.kind === kind),
						leastAnswerScore,
						false
					)
				)
			);
	}
	for (const kind of new Set(half.map(({ pair }) => pair.kind)))
		console.log(
			row(
				kind,
				counted(
					half.filter(({ pair }) => pair.kind === kind),
					leastAnswerScore,
					false
				)
			)
		);
}
const sorted = times.toSorted((a, b) => a - b);
console.log(
	`\nprocessor time a pair: ${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} ms, 95th of a hundred ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`
);

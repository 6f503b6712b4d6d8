import { describe, expect, it } from 'vitest';
import { block } from '../text/block';
import { fail } from '../result';
import type { EngineFailure, TranslateOptions } from './engine';
import { memoryCache, wordEngine } from './engine.fixture';
import { assembleFromCache } from './fromCache';
import type { TermFinder } from './terms';
import { translateSentences } from './translateSentences';

const pair = { from: 'sv', to: 'en' };
const home: TermFinder = (sentence) =>
	/\bhus/i.test(sentence) ? [{ source: 'Huset', forms: ['home'] }] : [];
const cottage: TermFinder = (sentence) =>
	/\bhus/i.test(sentence) ? [{ source: 'Huset', forms: ['cottage'] }] : [];

/** A device whose engine writes every term that it is asked for in place of “house”. */
function device(asks: string | null = 'way 1') {
	const cache = memoryCache();
	const engine = wordEngine();
	const asked: (readonly string[])[] = [];
	const state = {
		failure: null as EngineFailure | null,
		write: (answer: string, term: string) => answer.replace(/house/i, term)
	};
	const asking = {
		...engine,
		...(asks !== null && { asks }),
		translate: async (sentences: readonly string[], options: TranslateOptions) => {
			const { terms, onAnswer: _, ...rest } = options;
			if (!terms) return engine.translate(sentences, options);
			asked.push(sentences);
			if (state.failure) return fail(state.failure);
			const said = await engine.translate(sentences, rest);
			if (!said.ok) return said;
			const value = said.value.map((answer, at) =>
				(terms[at] ?? []).reduce((text, { forms }) => state.write(text, forms[0] ?? ''), answer)
			);
			for (const [at, answer] of value.entries()) options.onAnswer?.(at, answer);
			return { ok: true as const, value };
		}
	};
	const say = async (texts: readonly string[], terms?: TermFinder) => {
		const done = await translateSentences(
			texts,
			{
				...{ engine: asking, cache, now: () => Date.UTC(2026, 10, 30) },
				alone: (work) => work(),
				...(terms && { terms })
			},
			{ signal: new AbortController().signal }
		);
		if (!done.ok) return done.failure.kind;
		return texts.map((text) => done.value.answers.get(text)?.text);
	};
	const shown = async (text: string) => {
		const [one] = await assembleFromCache([block({ kind: 'paragraph' }, text)], pair, cache, null);
		return one && [one.unit.text[0], one.lacking.map(({ forms }) => forms[0])];
	};
	return { engine, cache, state, asked, say, shown };
}

describe('terms', () => {
	it('are asked for only where the answer lacks them', async () => {
		const { say, asked, shown } = device();
		expect(await say(['Huset.', 'Havet.'], home)).toEqual(['home.', 'The sea.']);
		expect(asked).toEqual([['Huset.']]);
		expect(await shown('Huset. Havet.')).toEqual(['home. The sea.', []]);
		const house: TermFinder = () => [{ source: 'Huset', forms: ['house'] }];
		const other = device();
		expect(await other.say(['Huset.'], house)).toEqual(['House.']);
		expect(other.asked).toEqual([]);
	});

	it('that the answer does not have are named, and its words stay', async () => {
		const { say, state, shown } = device();
		state.write = () => 'Something else.';
		expect(await say(['Huset.'], home)).toEqual(['House.']);
		expect(await shown('Huset.')).toEqual(['House.', ['home']]);
	});

	it('do not spoil an answer: one with a fault, or with more sentences, is not taken', async () => {
		const { say, state } = device();
		state.write = (answer, term) => `${answer} ${term} ${term} ${term} ${term} ${term}`;
		expect(await say(['Huset.'], home)).toEqual(['House.']);
		const other = device();
		other.state.write = (answer, term) => `${answer} ${term}.`;
		expect(await other.say(['Huset.'], home)).toEqual(['House.']);
	});

	it('are part of what an answer is kept by', async () => {
		const { say, engine, asked, shown } = device();
		await say(['Huset.'], home);
		expect(await say(['Huset.'], home)).toEqual(['home.']);
		expect(asked).toHaveLength(1);
		expect(await say(['Huset.'], cottage)).toEqual(['cottage.']);
		expect(asked).toHaveLength(2);
		// The answer without terms is computed once: the calls are one without, and two with terms.
		expect(engine.calls).toHaveLength(3);
		expect(await say(['Huset.'])).toEqual(['House.']);
		expect(engine.calls).toHaveLength(3);
		expect(await shown('Huset.')).toEqual(['House.', []]);
	});

	it('are only looked for where the engine cannot be asked', async () => {
		const { say, shown, asked } = device(null);
		expect(await say(['Huset.'], home)).toEqual(['House.']);
		expect(asked).toEqual([]);
		expect(await shown('Huset.')).toEqual(['House.', ['home']]);
	});

	it('leave the answer as it was when asking fails, and when it is stopped nothing is lost', async () => {
		const { say, state, shown, engine } = device();
		state.failure = { kind: 'died' };
		expect(await say(['Huset.'], home)).toEqual(['House.']);
		const other = device();
		other.state.failure = { kind: 'cancelled' };
		expect(await other.say(['Huset.'], home)).toBe('cancelled');
		expect(await other.shown('Huset.')).toEqual(['House.', []]);
		other.state.failure = null;
		expect(await other.say(['Huset.'], home)).toEqual(['home.']);
		expect(other.engine.calls).toHaveLength(2);
		expect([await shown('Huset.'), engine.calls.length]).toEqual([['House.', ['home']], 1]);
	});
});

import { describe, expect, it } from 'vitest';
import { fail } from '../result';
import type { Answer } from './cache';
import { memoryCache, wordEngine } from './engine.fixture';
import { translateSentences, type TranslationContext } from './translateSentences';

/** Runs one after the other, as with a lock. */
function queue(): TranslationContext['alone'] {
	let last: Promise<unknown> = Promise.resolve();
	return (work, signal) => {
		const mine = last.then(() => (signal.aborted ? null : work()));
		last = mine.catch(() => undefined);
		return mine;
	};
}

function device(engine = wordEngine()) {
	const [cache, alone] = [memoryCache(), queue()];
	const interpreter: TranslationContext = {
		engine,
		cache,
		alone,
		now: () => Date.UTC(2026, 10, 21)
	};
	const ask = (texts: readonly string[], signal = new AbortController().signal) => {
		const answers: [string, string | null][] = [];
		const done = translateSentences(texts, interpreter, {
			signal,
			onAnswer: (text, { answer }) => answers.push([text, answer.text])
		});
		return Object.assign(done, { answers });
	};
	const said = async (texts: readonly string[]) => {
		const done = await ask(texts);
		if (!done.ok) throw new Error(done.failure.kind);
		return texts.map((text) => done.value.answers.get(text)?.text);
	};
	return { engine, cache, interpreter, ask, said };
}

describe('sentences', () => {
	it('are translated, and never twice', async () => {
		const { engine, said, cache } = device();
		expect(await said(['Vi gick.', 'Huset.'])).toEqual(['We walked.', 'House.']);
		expect(await said(['Huset.', 'Vi gick.', 'Havet.'])).toEqual([
			'House.',
			'We walked.',
			'The sea.'
		]);
		expect(engine.calls).toEqual([['Vi gick.', 'Huset.'], ['Havet.']]);
		expect(cache.all.size).toBe(3);
	});

	it('are computed once if two callers ask at once', async () => {
		const { engine, said } = device();
		const both = await Promise.all([said(['Vi gick.']), said(['Vi gick.', 'Huset.'])]);
		expect(both).toEqual([['We walked.'], ['We walked.', 'House.']]);
		expect(engine.calls).toEqual([['Vi gick.'], ['Huset.']]);
	});

	it('that differ only in white space are asked once, and each is answered', async () => {
		const { engine, said } = device();
		expect(await said(['Vi gick.', 'Vi  gick.'])).toEqual(['We walked.', 'We walked.']);
		expect(engine.calls).toEqual([['Vi gick.']]);
	});

	it('are reported as they are answered', async () => {
		const { ask } = device();
		const asked = ask(['Vi gick.', 'Huset.']);
		await asked;
		expect(asked.answers).toEqual([
			['Vi gick.', 'We walked.'],
			['Huset.', 'House.']
		]);
	});

	it('of another model become new entries, and the old stay', async () => {
		const { cache, interpreter, said } = device();
		await said(['Vi gick.']);
		const other = wordEngine({ revision: '2' });
		await translateSentences(
			['Vi gick.'],
			{ ...interpreter, engine: other },
			new AbortController()
		);
		expect(other.calls).toEqual([['Vi gick.']]);
		expect(cache.all.size).toBe(2);
	});
});

describe('a rejected answer', () => {
	it('is asked for again, once', async () => {
		const { engine, said } = device();
		engine.wrong = (_, again) => (again ? undefined : '');
		expect(await said(['Vi gick.', 'Huset.'])).toEqual(['We walked.', 'House.']);
		expect(engine.calls).toHaveLength(2);
	});

	it('is kept as a fault if the second one is rejected too', async () => {
		const { engine, said, cache } = device();
		engine.wrong = (sentence) => (sentence === 'Huset.' ? '' : undefined);
		expect(await said(['Vi gick.', 'Huset.'])).toEqual(['We walked.', null]);
		expect(engine.calls).toEqual([['Vi gick.', 'Huset.'], ['Huset.']]);
		const none: Answer = { text: null, fault: 'empty' };
		expect([...cache.all.values()].map(({ answer }) => answer)).toContainEqual(none);
		await said(['Huset.']);
		expect(engine.calls).toHaveLength(2);
	});

	it('to a sentence in capitals is asked for without them', async () => {
		const { engine, said } = device();
		engine.wrong = (sentence) => (/[A-Z]{2}/.test(sentence) ? '' : undefined);
		expect(await said(['VI GICK DIT.'])).toEqual(['WE WALKED THERE.']);
		expect(engine.calls).toEqual([['VI GICK DIT.'], ['Vi gick dit.']]);
	});
});

describe('a failure', () => {
	it('keeps the earlier answers', async () => {
		const { engine, ask, cache, said } = device();
		engine.failing = { after: 1, failure: { kind: 'died' } };
		expect(await ask(['Vi gick.', 'Huset.'])).toEqual(fail({ kind: 'died' }));
		expect(cache.all.size).toBe(1);
		expect(await said(['Vi gick.', 'Huset.'])).toEqual(['We walked.', 'House.']);
		expect(engine.calls.at(-1)).toEqual(['Huset.']);
	});

	it('by cancelling stops all further computing', async () => {
		const { engine, ask } = device();
		expect(await ask(['Vi gick.'], AbortSignal.abort())).toEqual(fail({ kind: 'cancelled' }));
		expect(engine.calls).toEqual([]);
	});

	it('is reported for an engine that leaves a sentence unanswered', async () => {
		const { engine, ask } = device();
		const { translate } = engine;
		engine.translate = async function (sentences, asked) {
			return translate.call(this, sentences.slice(1), { signal: asked.signal });
		};
		expect(await ask(['Vi gick.', 'Huset.'])).toMatchObject({ failure: { kind: 'failed' } });
	});

	it('does not follow from a cache that cannot be read or written', async () => {
		const { interpreter, engine } = device();
		const broken = async () => fail({ kind: 'full' } as const);
		const cache = { ...memoryCache(), answers: broken, keep: broken };
		const done = await translateSentences(
			['Vi gick.'],
			{ ...interpreter, cache },
			new AbortController()
		);
		expect(done).toMatchObject({ ok: true, value: { kept: false } });
		expect(engine.calls).toHaveLength(1);
	});
});

import { describe, expect, it } from 'vitest';
import { fail } from '../result';
import { block } from '../text/block';
import { memoryCache, wordEngine, type WordEngine } from './engine.fixture';
import { draftOf } from './blockTranslation';
import { translateSentences } from './translateSentences';
import { assembleFromCache } from './fromCache';

const pair = { from: 'sv', to: 'en' };
const blocks = ['Vi gick *dit*. Huset.', 'Det ligger vid havet.', '1986'].map((text) =>
	block({ kind: 'paragraph' }, text)
);
const signal = new AbortController().signal;

function device() {
	const cache = memoryCache();
	const translate = async (engine: WordEngine, day: number, texts?: readonly string[]) => {
		const interpreter = { engine, cache, alone: <T>(work: () => Promise<T>) => work() };
		const now = () => Date.UTC(2026, 10, day);
		const all = blocks.flatMap((one) => draftOf(one, pair).texts);
		await translateSentences(texts ?? all, { ...interpreter, now }, { signal });
	};
	const recalled = async (engine: WordEngine | null = null) =>
		(await assembleFromCache(blocks, pair, cache, engine)).map(({ unit }) => [
			unit.text[0],
			unit.by.revision,
			unit.by.date
		]);
	return { cache, translate, recalled };
}

describe('the translation from this device’s cache', () => {
	it('is shown again without a model', async () => {
		const { translate, recalled } = device();
		await translate(wordEngine(), 1);
		expect(await recalled()).toEqual([
			['We walked *there*. House.', '1', '2026-11-01'],
			['The lies by the sea.', '1', '2026-11-01']
		]);
	});

	it('has a paragraph only if all of it is cached', async () => {
		const { translate, recalled } = device();
		await translate(wordEngine(), 1, ['Vi gick dit.', 'Det ligger vid havet.']);
		expect(await recalled()).toEqual([['The lies by the sea.', '1', '2026-11-01']]);
	});

	it('prefers the current engine’s answers, else takes the latest of another engine', async () => {
		const { translate, recalled } = device();
		const [old, now, last] = ['1', '2', '3'].map((revision) => wordEngine({ revision }));
		if (!old || !now || !last) throw new RangeError('three engines');
		await translate(old, 1);
		await translate(now, 2, ['Det ligger vid havet.']);
		await translate(last, 3);
		expect(await recalled(now)).toEqual([
			['We walked *there*. House.', '3', '2026-11-03'],
			['The lies by the sea.', '2', '2026-11-02']
		]);
		expect((await recalled()).map(([, revision]) => revision)).toEqual(['3', '3']);
	});

	it('prefers the careful answers of the current engine, however old', async () => {
		const { translate, recalled } = device();
		const careful = wordEngine({ revision: 'careful' });
		const quick = { ...wordEngine(), careful };
		await translate(careful, 1, ['Det ligger vid havet.']);
		await translate(quick, 2);
		const found = (await recalled(quick)).map(([text, revision]) => `${text} ${revision}`);
		expect(found.toSorted()).toEqual([
			'The lies by the sea. careful',
			'We walked *there*. House. 1'
		]);
	});

	it('is empty if the cache cannot be read, or is of another language pair', async () => {
		const { translate, cache } = device();
		await translate(wordEngine(), 1);
		expect(await assembleFromCache(blocks, { from: 'en', to: 'sv' }, cache, null)).toEqual([]);
		const broken = { ...cache, answers: async () => fail({ kind: 'newer' } as const) };
		expect(await assembleFromCache(blocks, pair, broken, null)).toEqual([]);
	});
});

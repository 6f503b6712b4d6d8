import { describe, expect, it } from 'vitest';
import { countNames, keptNames, type TextPair } from './keptNames';
import { namesOf } from './names';

const kept = (pairs: readonly TextPair[]) => {
	const names = namesOf(pairs.map(([original]) => original).join('\n'), 'sv');
	return [...keptNames(countNames(pairs, names, 'sv'))];
};

describe('names that are kept', () => {
	it('are those that stand on both sides', () => {
		expect(kept([['Där kom *Berg* med båten.', 'There *Berg* came by boat.']])).toEqual(['Berg']);
		expect(kept([['Vi såg Bergs hus med Berg.', 'We saw Berg’s house with him.']])).toContain(
			'Berg'
		);
	});

	it('are not those that are translated, or hardly ever kept', () => {
		expect(kept([['Hon bor i Göteborg.', 'She lives in Gothenburg.']])).toEqual([]);
		const often: readonly TextPair[] = [
			['Hon bor i Göteborg.', 'She lives in Gothenburg.'],
			['Han bor i Göteborg.', 'He lives in Gothenburg.'],
			['Båten Göteborg kom.', 'The boat Göteborg came.']
		];
		expect(kept(often)).toEqual([]);
		expect(kept(often.slice(1))).toEqual(['Göteborg']);
	});

	it('are no words that begin a sentence', () => {
		expect(kept([['Alla kom.', 'Alla came.']])).toEqual([]);
	});

	it('are counted over all that is known', () => {
		expect([
			...keptNames([
				{ name: 'Berg', of: 1, kept: 1 },
				{ name: 'Berg', of: 3, kept: 0 },
				{ name: 'Ek', of: 2, kept: 1 }
			])
		]).toEqual(['Ek']);
	});
});

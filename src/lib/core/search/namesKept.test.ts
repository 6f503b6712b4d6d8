import { expect, test } from 'vitest';
import type { TrustLevel } from '../translation/trust';
import { inMemory } from './find';
import { countNamesInIndex } from './namesKept';
import { segmentOf, textKey, type TextSide } from './segment';
import { Terms } from './terms';

/** Returns one side of a text whose paragraphs are translated by somebody of this level. */
const indexed = (
	lang: string,
	side: TextSide,
	level: TrustLevel,
	paragraphs: readonly string[]
) => ({
	lang,
	segments: [
		inMemory(
			segmentOf(
				lang,
				'1',
				[
					{
						paragraphs,
						column: {
							...{ text: textKey('own', 'a'), side, title: '', authors: [], issued: '' },
							...{ stamp: 's', levels: [[level, paragraphs.length]] }
						}
					}
				],
				new Terms(lang, null)
			)
		)
	]
});

const swedish = ['Här är Qwerba.', 'Qwerbas hus i Göteborg.', 'Qwerba kom.'];
const english = ['Here is Qwerba.', 'Qwerba’s house in Gothenburg.', 'She came.'];
const names = new Set(['Qwerba', 'Göteborg', 'Ek']);

test('names are counted in the paragraphs that people have translated, on both sides', async () => {
	const counted = (level: TrustLevel) =>
		countNamesInIndex(
			names,
			indexed('sv', 'original', level, swedish),
			indexed('en', 'translation', level, english)
		);
	expect(await counted('human')).toEqual([
		{ name: 'Qwerba', of: 3, kept: 2 },
		{ name: 'Göteborg', of: 1, kept: 0 }
	]);
	expect(await counted('reviewed')).toHaveLength(2);
	for (const level of ['ai', 'machine', 'none'] as const) expect(await counted(level)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { block } from '../text/block';
import type { DraftSide } from './draft';
import { isBlocking, findMismatches } from './mismatch';

const side = (lang: string, ...texts: string[]): DraftSide => ({
	lang,
	blocks: texts.map((text) => block({ kind: 'paragraph' }, text))
});

const svenska =
	'Det var en gång en gård som låg för sig själv vid en sjö, och på den gården bodde en gammal man som inte hade talat med någon på många år.';
const english =
	'There was once a farm that lay by itself beside a lake, and on that farm there lived an old man who had not spoken to anyone in many years.';
const deutsch =
	'Es war einmal ein Hof, der für sich allein an einem See lag, und auf dem Hof lebte ein alter Mann, der seit vielen Jahren mit niemandem mehr gesprochen hatte.';

describe('the mismatches of a pair:', () => {
	test.each([
		['a translation', side('sv', svenska), side('en', english), []],
		['nothing said of its language yet', side('sv', svenska), side('', english), []],
		['no words', side('sv', svenska), side('en', '* * *'), [{ kind: 'empty', side: 'target' }]],
		[
			'an original without words',
			side('sv'),
			side('en', english),
			[{ kind: 'empty', side: 'source' }]
		],
		['the same text', side('sv', svenska), side('en', svenska), [{ kind: 'same' }]],
		[
			'the same text, with a line more',
			side('sv', svenska),
			side('en', 'Kapitel ett', svenska),
			[{ kind: 'same' }]
		],
		[
			'the original’s language',
			side('sv', svenska),
			side('sv', english),
			[{ kind: 'own-language' }]
		],
		[
			'another text in the original’s language',
			side('sv', svenska),
			side('en', svenska.replaceAll('gård', 'stuga')),
			[{ kind: 'looks-original', lang: 'sv' }]
		],
		[
			'each in the other’s language',
			side('sv', english),
			side('en', svenska),
			[{ kind: 'swapped', lang: 'sv', original: 'en' }]
		],
		[
			'a third language',
			side('sv', svenska),
			side('en', deutsch),
			[{ kind: 'looks-other', lang: 'de' }]
		],
		['the English of a country', side('sv-FI', svenska), side('en-GB', english), []],
		[
			'the original’s language as it is elsewhere',
			side('sv', svenska),
			side('sv-FI', english),
			[{ kind: 'own-language' }]
		],
		['too few words to tell', side('sv', svenska), side('en', 'Det var en gång en gård.'), []],
		[
			'much longer',
			side('sv', svenska),
			side('en', ...Array.from({ length: 12 }, (_, nth) => `${english} ${nth}.`)),
			[{ kind: 'lopsided', longer: 'target', times: 12 }]
		]
	] as const)('%s', (_, source, target, expected) => {
		expect(findMismatches(source, target)).toEqual(expected);
	});

	test('only a mismatch that is certain is blocking', () => {
		expect(isBlocking({ kind: 'looks-other', lang: 'de' })).toBe(false);
		expect(isBlocking({ kind: 'lopsided', longer: 'source', times: 11 })).toBe(false);
		expect(isBlocking({ kind: 'same' })).toBe(true);
	});
});

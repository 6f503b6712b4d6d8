import { describe, expect, it } from 'vitest';
import type { Article } from '../../text/article';
import { block } from '../../text/block';
import type { Translation } from '../unit';
import { checkTranslation } from './check';
import { describe as told } from './finding';
import { deviation, ratioOf } from './proportion';

const swedish = [
	'År 2014 åt 40 000 människor inte soppa (den var slut).',
	'Anna Berg sade ”nej” till *Tokajev* [här](https://example.org/a).[^1] Det var långt senare, och hela vägen hem från torget gick hon ensam genom den mörka staden.'
];
const english = [
	'In 2014, 40,000 people did not eat soup (it had run out).',
	'Anna Berg said “no” to *Tokayev* [here](https://example.org/a).[^1] That was much later, and all the way home from the square she walked alone through the dark city.'
];
const by = { origin: 'ai', name: 'A model', date: '2026-11-21' } as const;
const article: Article = {
	lang: 'sv',
	title: 'Soppa',
	blocks: swedish.map((text) => block({ kind: 'paragraph' }, text))
};
const spans = [
	[[[0], [0]]],
	[
		[[0], [0]],
		[[1], [1]]
	]
] as const;

function translation(texts: readonly string[], note = ''): Translation {
	return {
		article: 'soup',
		original: { lang: 'sv', title: 'Soppa' },
		translated: { lang: 'en', title: 'Soup' },
		units: texts.flatMap((text, at) => {
			const source = article.blocks[at]?.fingerprint;
			const linked = spans[at];
			return source && linked
				? [
						{
							kind: 'paragraph',
							source: [source],
							text: [text],
							by,
							review: null,
							spans: linked,
							note
						}
					]
				: [];
		})
	};
}
const none = { terms: [], names: [] };
const checked = (texts: readonly string[], note = '') =>
	checkTranslation(article, translation(texts, note), none).map(
		(report) => `${report.place} ${told(report)}`
	);
/** Checks the good translation with one thing changed, and returns the reports. */
const changed = (from: string, to: string, note = '') =>
	checked(
		english.map((text) => text.replace(from, to)),
		note
	);

it('reports nothing on a faithful translation', () => {
	expect(checked(english)).toEqual([]);
});

describe('each kind of fault', () => {
	it.each<[string, string, string[]]>([
		[
			'40,000',
			'4,000',
			[
				'0 figure: the original has 40 000, the translation lacks it',
				'0 figure: the translation has 4,000, the original does not'
			]
		],
		[
			'Berg',
			'Hill',
			[
				'1 name: the original has Berg, the translation lacks it',
				'1 name: the translation has Hill, the original does not'
			]
		],
		[
			'(it had run out)',
			'as it had run out',
			['0 brackets: the original has (): 1, the translation 0']
		],
		['“no”', 'no', ['1 quotes: the original has quotation marks: 2, the translation 0']],
		['“no”', '"no"', ['1 quotes: the translation has ", the original does not']],
		['*Tokayev*', 'Tokayev', ['1 emphasis: the original has *: 1, the translation 0']],
		[
			'example.org/a',
			'example.org/b',
			[
				'1 link: the original has links: https://example.org/a, the translation https://example.org/b'
			]
		],
		['[^1]', '', ['1 reference: the original has footnotes: 1, the translation none']],
		[
			'did not eat',
			'could eat',
			['0 negation: the original has “inte” in sentence 1, the translation lacks it']
		],
		[
			', and all the way home from the square she walked alone through the dark city',
			'',
			[
				'1 length: the original has sentence 2: 91 characters, the translation 20 (57 would be usual)'
			]
		]
	])('%s → %s', (from, to, reports) => {
		expect(changed(from, to)).toEqual(reports);
	});

	it('is not reported if the note names it', () => {
		expect(changed('40,000', '4,000', 'The source says 40,000, for 4,000.')).toEqual([]);
		expect(changed('Berg', 'Hill', 'Anna Hill is misspelt Berg.')).toEqual([]);
	});
});

it('reports paragraphs without a unit, and units without a paragraph', () => {
	const [one, two] = english;
	expect(checked([one ?? ''])).toEqual([
		expect.stringMatching(/^title uncovered: the original has “Anna Berg sade .*lacks it$/)
	]);
	const shorter = { ...article, blocks: article.blocks.slice(1) };
	expect(checkTranslation(shorter, translation([one ?? '', two ?? '']), none)).toMatchObject([
		{ kind: 'uncovered', place: 0, original: null }
	]);
});

it('judges a length by the translation’s own ratio, and ignores a word or two', () => {
	const ratio = ratioOf([{ original: 1000, translation: 1200 }]);
	expect(ratio).toBe(1.2);
	expect(deviation({ original: 100, translation: 120 }, ratio)).toBe(0);
	expect(deviation({ original: 100, translation: 180 }, ratio)).toBeGreaterThan(3.5);
	expect(deviation({ original: 200, translation: 120 }, ratio)).toBeLessThan(-3.5);
	expect(deviation({ original: 8, translation: 25 }, ratio)).toBe(0);
});

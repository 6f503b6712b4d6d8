import { describe, expect, test } from 'vitest';
import type { OwnTranslation, OwnWords } from '../library/store';
import type { Block } from '../text/article';
import { block } from '../text/block';
import { correctionsId } from './correctionsId';
import { corrections, keepable, seenTranslation, type SeenArticle } from './corrected';
import { exchangeDocument } from './exchange/document';
import { exportTranslation, formats, readExchange, type Format } from './exchange/exchange';
import { applyPlan, isTaken, mergePlan, type MergePlan } from './exchange/mergePlan';
import type { Contributor, Translation, Unit } from './unit';

const now = '2026-11-22T09:00:00.000Z';
const paragraphs = ['Katten satt på trappan.', 'Den såg på regnet.', 'Sedan gick den in.'];
const blocks: readonly Block[] = paragraphs.map((text) => block({ kind: 'paragraph' }, text));
const ai: Contributor = { origin: 'ai', name: 'Claude', date: '2026-01-01' };
const ida: Contributor = { origin: 'human', name: 'Ida Holm', date: '2014-10-01' };

const unit = (at: number, text: string, by: Contributor): Unit => ({
	kind: 'paragraph',
	source: [blocks[at]?.fingerprint ?? block({ kind: 'paragraph' }, '').fingerprint],
	text: [text],
	by,
	review: null
});
const stored: Translation = {
	article: 'katten',
	original: { lang: 'sv', title: 'Katten' },
	translated: { lang: 'en', title: 'The cat' },
	units: [
		unit(0, 'The cat sat on the stair.', ai),
		unit(1, 'It watched the rain.', ai),
		unit(2, 'Then it went in.', ai)
	]
};
const brought: OwnTranslation = {
	id: 'ida',
	article: 'katten',
	lang: 'en',
	credit: { translator: 'Ida Holm', title: 'Cat', publication: '', date: '2014-10', rights: '' },
	units: [unit(1, 'She watched the rain.', ida)],
	links: [[0.6]],
	addedAt: now,
	changedAt: '2026-11-21T09:00:00.000Z'
};
const words: OwnWords = {
	article: 'katten',
	source: [
		blocks[2]?.fingerprint ??
			brought.units[0]?.source[0] ??
			block({ kind: 'paragraph' }, '').fingerprint
	],
	lang: 'en',
	text: ['And then it went inside.'],
	name: 'Bo',
	from: 'ai',
	changedAt: '2026-11-20T09:00:00.000Z'
};
const seen: SeenArticle = {
	article: 'katten',
	original: stored.original,
	blocks,
	lang: 'en',
	title: 'Cat',
	sources: { stored: [stored], brought: [brought], words: [words], reviews: [] }
};

const originals = new Map(blocks.map(({ fingerprint, text }) => [fingerprint, text]));

/**
 * Exports the shown translation, changes some words in the file and returns the plan of its import.
 */
function sentBack(
	change: (file: string) => string,
	format: Format = 'json',
	by?: string,
	here: SeenArticle = seen
): MergePlan {
	const translation = seenTranslation(here);
	const file = change(exportTranslation(format, exchangeDocument(translation, originals)));
	const read = readExchange(file, { source: 'sv', target: 'en' });
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	const plan = mergePlan(translation, read.value.document, {
		today: '2026-11-22',
		...(by && { by })
	});
	if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
	return plan.value;
}

/** Returns the article as shown after the records are saved. */
const after = (plan: MergePlan, here: SeenArticle = seen): SeenArticle => {
	const records = corrections(here, plan, now);
	const newer = <T>(
		olds: readonly T[],
		news: readonly T[],
		key: (one: T) => string
	): readonly T[] => [...news, ...olds.filter((old) => !news.some((one) => key(one) === key(old)))];
	return {
		...here,
		sources: {
			...here.sources,
			brought: newer(here.sources.brought, records.translations, ({ id }) => id),
			words: newer(here.sources.words, records.words, ({ source }) => source.join()),
			reviews: records.reviews
		}
	};
};

/** Returns the names of a unit’s author and of who corrected it. */
const whose = ({ by, correction }: Unit): readonly string[] => [
	by.name,
	...(correction ? [correction.by] : [])
];

test('the export holds every paragraph as shown, with its author', () => {
	expect(seenTranslation(seen).units.map((one) => [one.text.join(), ...whose(one)])).toEqual([
		['The cat sat on the stair.', 'Claude'],
		['She watched the rain.', 'Ida Holm'],
		['And then it went inside.', 'Claude', 'Bo']
	]);
});

describe.each(formats)('%s', (format) => {
	test('an unchanged file makes no record', () => {
		const plan = sentBack((file) => file, format);
		expect(corrections(seen, plan, now)).toEqual({ translations: [], words: [], reviews: [] });
	});
	test('changed words are shown as in the plan, and the rest stays as it was', () => {
		const changed = (file: string) =>
			file
				.replace('on the stair.', 'on the stairs.')
				.replace('She watched', 'She looked at')
				.replace('inside', 'indoors');
		const plan = sentBack(changed, format, 'Kim Lund');
		const shown = applyPlan(seenTranslation(seen), plan);
		const kept = seenTranslation(after(plan));
		const wordsOf = ({ text, by }: Unit) => ({ text, by });
		expect(kept.units.map(wordsOf)).toEqual(shown.units.map(wordsOf));
		expect(kept.units.map(whose)).toEqual([
			['Claude', 'Kim Lund'],
			['Kim Lund'],
			['Claude', 'Bo, Kim Lund']
		]);
	});
});

test('own words accept no note, and only words by a person', () => {
	const { correction: _, ...own } = seenTranslation(seen).units[2] ?? unit(2, '', ida);
	const planned = (changed: Partial<Unit>, parts: readonly ('text' | 'note')[]): MergePlan => ({
		entries: [
			{
				kind: 'changed',
				id: 'own',
				...{ at: 2, parts, kept: [], before: own, after: { ...own, ...changed } as Unit }
			}
		],
		unsignedReviews: [],
		absent: []
	});
	const drafted = { text: ['In it went.'], by: ai };
	const signed = { text: ['In it went.'], by: ida, note: 'Literally.' };
	const plans = [
		planned({ note: 'Literally.' }, ['note']),
		planned(drafted, ['text']),
		planned(signed, ['text', 'note'])
	].map((plan) => keepable(seen, plan));
	expect(plans.map(({ entries }) => entries.map(isTaken))).toEqual([[false], [false], [true]]);
	expect(plans.map(({ entries }) => entries)).toMatchObject([
		[{ parts: [], kept: ['note'] }],
		[{ parts: [], kept: ['text'] }],
		[{ parts: ['text'], kept: ['note'] }]
	]);
	expect(plans.map((plan) => corrections(seen, plan, now).words.map(({ text }) => text))).toEqual([
		[],
		[],
		[['In it went.']]
	]);
});

test('own words and their review get the dates in the file', () => {
	const dated: SeenArticle = {
		...seen,
		sources: { ...seen.sources, words: [{ ...words, text: ['And then it went in.'] }] }
	};
	const [cia, fia] = ['Cia Lind', 'Fia Berg'];
	const translation = seenTranslation(dated);
	const document = exchangeDocument(translation, originals);
	const units = document.units.map((one) =>
		one.text.join() === 'And then it went in.'
			? {
					...one,
					...{ text: ['And then it went inside.'], review: { by: cia, date: '2026-11-19' } },
					changer: { name: fia, date: '2026-11-18', certain: true }
				}
			: one
	);
	const plan = mergePlan(translation, { ...document, units }, { today: '2026-11-22' });
	if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
	const kept = after(plan.value, dated);
	const shown = applyPlan(translation, plan.value).units.at(-1);
	expect(shown).toMatchObject({
		correction: { by: `Bo, ${fia}`, date: '2026-11-18' },
		review: { by: cia, date: '2026-11-19' }
	});
	expect(seenTranslation(kept).units.at(-1)).toMatchObject({
		by: ai,
		correction: { by: `Bo, ${fia}`, date: '2026-11-18', kept: 0.75 },
		review: shown?.review
	});
});

describe('a change is saved', () => {
	test('in the article’s corrections, if the paragraph is from a stored translation', () => {
		const plan = sentBack((file) => file.replace('on the stair.', 'on the stairs.'), 'json', 'Kim');
		const { translations, words: own } = corrections(seen, plan, now);
		expect(own).toEqual([]);
		expect(translations).toMatchObject([
			{
				id: correctionsId('katten', 'en'),
				credit: { translator: 'Kim', title: 'Cat' },
				units: [
					{
						text: ['The cat sat on the stairs.'],
						by: ai,
						correction: { by: 'Kim', date: '2026-11-22', kept: 0.83 }
					}
				],
				compared: true,
				changedAt: now
			}
		]);
	});
	test('in the imported translation, if the paragraph is from one', () => {
		const plan = sentBack((file) => file.replace('She watched', 'She saw'), 'json', 'Kim');
		expect(corrections(seen, plan, now).translations).toMatchObject([
			{ id: 'ida', credit: brought.credit, units: [{ text: ['She saw the rain.'] }] }
		]);
	});
	test('in the own words, if the paragraph is from them', () => {
		const plan = sentBack((file) => file.replace('inside', 'indoors'), 'json', 'Kim');
		const { translations, words: own } = corrections(seen, plan, now);
		expect(translations).toEqual([]);
		expect(own).toMatchObject([
			{
				...{ text: ['And then it went indoors.'], name: 'Bo, Kim', from: 'ai' },
				draft: { text: ['Then it went in.'], by: ai }
			}
		]);
	});
	test('nowhere, if no author is named', () => {
		const plan = sentBack((file) => file.replace('inside', 'indoors'));
		expect(plan.entries.map(({ kind }) => kind)).toContain('unsigned');
		expect(corrections(seen, plan, now).words).toEqual([]);
	});
	test('in a translation of the same language only', () => {
		const german: OwnTranslation = {
			...brought,
			...{ id: 'uwe', lang: 'de', units: [unit(0, 'Die Katze saß auf der Treppe.', ida)] }
		};
		const both = { ...seen, sources: { ...seen.sources, brought: [brought, german] } };
		const plan = sentBack(
			(file) => file.replace('on the stair.', 'on the stairs.'),
			'json',
			'Kim',
			both
		);
		expect(corrections(both, plan, now).translations.map(({ id }) => id)).toEqual([
			correctionsId('katten', 'en')
		]);
	});
});

test('corrections keep text order, also when the original is missing', () => {
	const bare: SeenArticle = {
		...seen,
		blocks: [],
		sources: { ...seen.sources, brought: [], words: [] }
	};
	const last = (file: string) => file.replace('Then it went', 'Later it went');
	const once = after(sentBack(last, 'json', 'Kim', bare), bare);
	const first = (file: string) => file.replace('on the stair.', 'on the stairs.');
	const twice = after(sentBack(first, 'json', 'Kim', once), once);
	expect(seenTranslation(twice).units.map(({ text }) => text.join())).toEqual([
		'The cat sat on the stairs.',
		'It watched the rain.',
		'Later it went in.'
	]);
});

test('every record is newer than the one it replaces, even if the clock was set back', () => {
	const early = '2026-11-01T09:00:00.000Z';
	const changed = (file: string) =>
		file.replace('Cat"', 'A Cat"').replace('She watched', 'She saw').replace('inside', 'indoors');
	const plan = sentBack(changed, 'json', 'Kim');
	const records = corrections(seen, plan, early);
	expect(records.translations.map(({ changedAt }) => changedAt > brought.changedAt)).toEqual([
		true
	]);
	expect(records.words.map(({ changedAt }) => changedAt > words.changedAt)).toEqual([true]);
});

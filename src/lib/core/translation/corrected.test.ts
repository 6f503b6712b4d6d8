import { describe, expect, test } from 'vitest';
import type { OwnTranslation, OwnWords } from '../library/store';
import type { Block } from '../text/article';
import { block } from '../text/block';
import { correctionsId } from './correctionsId';
import { corrections, keepable, seenTranslation, type Seen } from './corrected';
import { exchangeDocument } from './exchange/document';
import { exportTranslation, formats, readExchange, type Format } from './exchange/exchange';
import { applyPlan, isTaken, mergePlan, type MergePlan } from './exchange/merge';
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
const seen: Seen = {
	article: 'katten',
	original: stored.original,
	blocks,
	lang: 'en',
	title: 'Cat',
	sources: { stored: [stored], brought: [brought], words: [words], reviews: [] }
};

const originals = new Map(blocks.map(({ fingerprint, text }) => [fingerprint, text]));

/** The plan of what is seen, sent in a format and sent back with some words changed. */
function sentBack(
	change: (file: string) => string,
	format: Format = 'json',
	by?: string,
	here: Seen = seen
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

/** What is seen once the records are kept. */
const after = (plan: MergePlan, here: Seen = seen): Seen => {
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

test('what is sent is what is seen, each paragraph with its author', () => {
	expect(seenTranslation(seen).units.map(({ text, by }) => [text.join(), by.name])).toEqual([
		['The cat sat on the stair.', 'Claude'],
		['She watched the rain.', 'Ida Holm'],
		['And then it went inside.', 'Bo']
	]);
});

describe.each(formats)('%s', (format) => {
	test('that comes back untouched is no record', () => {
		const plan = sentBack((file) => file, format);
		expect(corrections(seen, plan, now)).toEqual({ translations: [], words: [], reviews: [] });
	});
	test('with changed words is seen as the plan showed it, the rest as it was', () => {
		const changed = (file: string) =>
			file
				.replace('on the stair.', 'on the stairs.')
				.replace('She watched', 'She looked at')
				.replace('inside', 'indoors');
		const plan = sentBack(changed, format, 'Kim Lund');
		const shown = applyPlan(seenTranslation(seen), plan);
		const kept = seenTranslation(after(plan));
		expect(kept.units.map(({ text }) => text)).toEqual(shown.units.map(({ text }) => text));
		expect(kept.units.map(({ by }) => by.name)).toEqual(['Kim Lund', 'Kim Lund', 'Kim Lund']);
	});
});

test('own words take no note, and no words but a person’s', () => {
	const own = seenTranslation(seen).units[2] ?? unit(2, '', ida);
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

test('own words and their review are of the days that the file gives', () => {
	const dated: Seen = {
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
		by: { name: fia, date: '2026-11-18' },
		review: { by: cia, date: '2026-11-19' }
	});
	expect(seenTranslation(kept).units.at(-1)).toMatchObject({
		by: shown?.by,
		review: shown?.review
	});
});

describe('where a change goes', () => {
	test('of a stored translation, into the article’s corrections', () => {
		const plan = sentBack((file) => file.replace('on the stair.', 'on the stairs.'), 'json', 'Kim');
		const { translations, words: own } = corrections(seen, plan, now);
		expect(own).toEqual([]);
		expect(translations).toMatchObject([
			{
				id: correctionsId('katten', 'en'),
				credit: { translator: 'Kim', title: 'Cat' },
				units: [{ text: ['The cat sat on the stairs.'], by: { origin: 'human', name: 'Kim' } }],
				changedAt: now
			}
		]);
	});
	test('of a translation that was brought in, into that', () => {
		const plan = sentBack((file) => file.replace('She watched', 'She saw'), 'json', 'Kim');
		expect(corrections(seen, plan, now).translations).toMatchObject([
			{ id: 'ida', credit: brought.credit, units: [{ text: ['She saw the rain.'] }] }
		]);
	});
	test('of own words, into own words', () => {
		const plan = sentBack((file) => file.replace('inside', 'indoors'), 'json', 'Kim');
		const { translations, words: own } = corrections(seen, plan, now);
		expect(translations).toEqual([]);
		expect(own).toMatchObject([{ text: ['And then it went indoors.'], name: 'Kim', from: 'ai' }]);
	});
	test('that nobody signed, nowhere', () => {
		const plan = sentBack((file) => file.replace('inside', 'indoors'));
		expect(plan.entries.map(({ kind }) => kind)).toContain('unsigned');
		expect(corrections(seen, plan, now).words).toEqual([]);
	});
	test('in one language, never into a translation into another', () => {
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

test('what is corrected one after another is read in the order of the text, without the original too', () => {
	const bare: Seen = {
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

test('every record is newer than the one that it follows, also where the clock has gone back', () => {
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

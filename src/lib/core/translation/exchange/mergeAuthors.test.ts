import { describe, expect, it } from 'vitest';
import type { Contributor, Translation } from '../unit';
import { exchangeDocument, type ExchangeDocument } from './document';
import { exportTranslation, formats, readExchange, type Format } from './exchange';
import { applyPlan } from './mergePlan';
import { today, none, planned, anna, draft, cia, unit, translation } from './mergePlan.fixture';

/** Exports the translation, changes the file with `work`, and returns the document read from it. */
function edited(format: Format, work: (file: string) => string): ExchangeDocument {
	const file = work(exportTranslation(format, exchangeDocument(translation, none)));
	const read = readExchange(file);
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	return read.value.document;
}

/** Returns the stored translation with other data for the author of the second unit, Anna. */
const retold = (by: Partial<Contributor>): Translation => ({
	...translation,
	units: translation.units.map((one, at) => (at === 1 ? { ...one, by: { ...one.by, ...by } } : one))
});

describe.each(formats)('changed words in %s', (format) => {
	const reworded = (file: string) => file.replace('Bye.', 'So long.');
	const bare = (file: string) =>
		file
			.replace(/<mda:metadata>[^]*?<\/mda:metadata>/g, '')
			.replace(/<context-group[^]*?<\/context-group>/g, '')
			.replace(/<prop [^]*?<\/prop>/g, '')
			.replace(/"sent": \{[^}]*\}/, '"sent": {}');

	it.each([
		['another name', { name: 'Anna Ek-Lund' }],
		['another date', { date: '2026-11-09' }],
		['the same name and date', {}]
	])('are not credited to the author of the old words, stored with %s', (_, by) => {
		for (const work of [reworded, (file: string) => bare(reworded(file))]) {
			const plan = planned(retold(by), edited(format, work));
			expect(plan.entries.at(-1)).toMatchObject({ kind: 'unsigned' });
			const signed = planned(retold(by), edited(format, work), 'Fia');
			expect(signed.entries.at(-1)).toMatchObject({ after: { by: { name: 'Fia', date: today } } });
		}
	});
});

describe('the author that a file names', () => {
	const anew = { ...anna, name: 'Eva', date: '2026-11-20' };
	const named = (file: string) =>
		file.replace('Bye.', 'So long.').replaceAll('"name": "Anna Ek"', '"name": "Eva"');

	it('is taken from JSON if the exported unit named another author', () => {
		const plan = planned(retold({ name: 'Anna Ek-Lund' }), edited('json', named), 'Fia');
		expect(plan.entries.at(-1)).toMatchObject({ after: { by: { name: 'Eva', date: anna.date } } });
	});

	it('is taken from JSON without export data only if dated after the stored unit', () => {
		const file = (date: string) => (text: string) => {
			const { translation } = JSON.parse(named(text)) as { translation: unknown };
			return JSON.stringify(translation).replaceAll(anna.date, date);
		};
		const plan = (date: string) => planned(translation, edited('json', file(date))).entries.at(-1);
		expect(plan(anew.date)).toMatchObject({ after: { by: anew } });
		expect(plan(anna.date)).toMatchObject({ kind: 'unsigned' });
		expect(plan('2026-10-01')).toMatchObject({ kind: 'unsigned' });
	});

	it('is taken from XLIFF 2 if it is a person and the exported unit was a draft', () => {
		const work = (file: string) =>
			file.replace('Hello.', 'Hi.').replace('its:tool="A model"', 'its:person="Eva"');
		expect(planned(translation, edited('xliff2', work)).entries[0]).toMatchObject({
			after: { by: { origin: 'human', name: 'Eva', date: today } }
		});
	});
});

describe('a JSON file of this project that was edited by hand', () => {
	const spans = [
		[[0], [0]],
		[[1], [1]]
	] as const;
	const here: Translation = {
		...translation,
		units: [{ ...unit, text: ['Hello. You there.'], spans }]
	};
	const sent = exportTranslation('json', exchangeDocument(here, none));
	const { translation: plain } = JSON.parse(sent) as { translation: object };
	const came = (file: string): ExchangeDocument => {
		const read = readExchange(file);
		if (!read.ok) throw new Error(JSON.stringify(read.failure));
		return read.value.document;
	};
	const files = [
		['with export data', sent],
		['with only the translation', JSON.stringify(plain)]
	] as const;

	it.each(files)('loses review and spans where words changed, %s', (_, file) => {
		for (const text of ['Hi, you there.', 'Hi. You there.']) {
			const document = came(file.replace('Hello. You there.', text));
			const once = applyPlan(here, planned(here, document, 'Fia'));
			expect(once.units[0]).toEqual({
				...{ kind: 'paragraph', source: unit.source, text: [text], review: null },
				by: draft,
				correction: { by: 'Fia', date: today, kept: 0.66 }
			});
			const again = planned(once, document, 'Fia');
			expect(again.entries.map(({ kind }) => kind)).toEqual(['unchanged']);
			expect(applyPlan(once, again)).toEqual(once);
		}
	});

	it.each(files)('keeps review and spans if no word changed, %s', (_, file) => {
		expect(applyPlan(here, planned(here, came(file)))).toEqual(here);
	});

	it('brings in a review only if it is dated after the words', () => {
		const draftOnly = { ...here, units: here.units.map((one) => ({ ...one, review: null })) };
		const dated = (date: string) => came(JSON.stringify(plain).replace(cia.date, date));
		expect(planned(draftOnly, dated('2026-11-03'))).toMatchObject({
			entries: [{ kind: 'changed', parts: ['review'], after: { review: { date: '2026-11-03' } } }],
			unsignedReviews: []
		});
		expect(planned(draftOnly, dated(draft.date))).toMatchObject({
			entries: [{ kind: 'unchanged' }],
			unsignedReviews: [unit.source[0]]
		});
	});
});

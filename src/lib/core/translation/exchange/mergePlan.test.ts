import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../text/fingerprint';
import type { Unit } from '../unit';
import { formats } from './exchange';
import { applyPlan, mergePlan } from './mergePlan';
import { today, returned, planned, draft, unit, translation, first } from './mergePlan.fixture';

describe('a unit', () => {
	const eva = { name: 'Eva', date: null, certain: true };

	it('gets the named person as author of changed words, and loses its review', () => {
		expect(first({ text: ['Hi.'], changer: eva })).toMatchObject({
			...{ kind: 'changed', parts: ['text'] },
			after: { text: ['Hi.'], by: { origin: 'human', name: 'Eva', date: today }, review: null }
		});
	});

	it('is not taken if its words changed and no author is named', () => {
		expect(first({ text: ['Hi.'] })).toMatchObject({ kind: 'unsigned' });
		expect(first({ text: ['Hi.'] }, {}, 'Fia')).toMatchObject({
			after: { by: { origin: 'human', name: 'Fia', date: today } }
		});
	});

	it('prefers the author that the file names to the one that the caller names', () => {
		expect(first({ text: ['Hi.'], changer: eva }, {}, 'Fia')).toMatchObject({
			after: { by: { name: 'Eva' } }
		});
	});

	it('does not count as a person’s if a tool gives the draft’s name as the changer', () => {
		const changer = { name: draft.name, date: '2026-11-30', certain: true };
		expect(first({ text: ['Hi.'], changer })).toMatchObject({ kind: 'unsigned' });
	});

	it('keeps its author if only its review or its note changed', () => {
		const dan = { by: 'Dan Å', date: '2026-11-30' };
		expect(first({ review: dan, note: 'A pun.', changer: eva })).toMatchObject({
			...{ kind: 'changed', parts: ['review', 'note'] },
			after: { text: ['Hello.'], by: draft, review: dan, note: 'A pun.' }
		});
	});

	it('loses a note that the translator removed, and keeps one written here since', () => {
		const noted = {
			...translation,
			units: translation.units.map((one) => ({ ...one, note: 'A pun.' }))
		};
		const document = returned('xliff2', noted);
		const units = document.units.map((one) => ({ ...one, note: null }));
		const merged = applyPlan(noted, planned(noted, { ...document, units }));
		expect(merged).toEqual(translation);
		expect(first({ note: null }, { note: 'A pun.' })).toMatchObject({ kind: 'unchanged' });
	});

	it('is taken once if the file has it twice', () => {
		const document = returned('xliff2', translation);
		const twice = document.units.flatMap((one) => [one, { ...one, text: ['Hi.'], changer: eva }]);
		const plan = planned(translation, { ...document, units: twice });
		expect(plan.entries.slice(-4).map(({ kind }) => kind)).toEqual([
			'unchanged',
			'unknown',
			'unchanged',
			'unknown'
		]);
	});

	it('is in conflict if it changed here too, unless both changes are the same', () => {
		expect(first({ text: ['Hi.'], changer: eva }, { text: ['Hey.'] })).toMatchObject({
			...{ kind: 'conflict', parts: ['text'] }
		});
		expect(first({ text: ['Hi.'] }, { text: ['Hi.'] })).toMatchObject({ kind: 'unchanged' });
	});

	it('gets no review from a person who saw other words than those stored now', () => {
		const draftOnly = { ...translation, units: [{ ...unit, review: null }] };
		const document = returned('xliff2', draftOnly);
		const dan = { by: 'Dan Å', date: '2026-11-30' };
		const units = document.units.map((one) => ({ ...one, review: dan }));
		const retold = { ...translation, units: [{ ...unit, text: ['Hey.'], review: null }] };
		const plan = planned(retold, { ...document, units });
		expect(plan.entries).toMatchObject([{ kind: 'conflict', parts: ['review'] }]);
		expect(applyPlan(retold, plan)).toEqual(retold);
	});

	it('gets the review that came with the taken words, not the one of the old words', () => {
		const eli = { by: 'Eli Berg', date: '2026-11-29' };
		const dan = { by: 'Dan Å', date: '2026-11-30' };
		const came = { text: ['Hi.'], changer: eva, review: dan };
		expect(first(came, { review: eli })).toMatchObject({
			...{ kind: 'changed', parts: ['text', 'review'], kept: [] },
			after: { text: ['Hi.'], review: dan }
		});
	});

	it('keeps the stored text if it came back empty', () => {
		expect(first({ text: [] })).toMatchObject({ kind: 'emptied' });
	});

	it('is recognised by its original’s words if a tool renamed it', () => {
		expect(first({ id: 'tu-7', source: [], original: ['Hej.'] })).toMatchObject({
			kind: 'unchanged'
		});
	});

	it('is listed, without its review, if it is marked as reviewed without a name', () => {
		const document = returned('xliff2', {
			...translation,
			units: translation.units.map((one) => ({ ...one, review: null }))
		});
		const units = document.units.map((one) => ({ ...one, state: 'final' as const }));
		const stored = {
			...translation,
			units: translation.units.map((one) => ({ ...one, review: null }))
		};
		const plan = planned(stored, { ...document, units });
		expect(plan.unsignedReviews).toEqual(stored.units.map(({ source }) => source[0]));
		expect(applyPlan(stored, plan)).toEqual(stored);
	});
});

describe('a document', () => {
	it('may change the title', () => {
		const document = returned('tmx', translation);
		const units = document.units.map((one) =>
			one.id === 'title' ? { ...one, text: ['Hi there'] } : one
		);
		const plan = planned(translation, { ...document, units });
		expect(plan.entries[0]).toEqual({
			kind: 'title',
			before: 'A greeting',
			after: 'Hi there',
			taken: true
		});
		expect(applyPlan(translation, plan).translated.title).toBe('Hi there');

		const retitled = { ...translation, translated: { lang: 'en', title: 'Greetings' } };
		const conflict = planned(retitled, { ...document, units });
		expect(conflict.entries[0]).toMatchObject({ kind: 'title', taken: false });
		expect(applyPlan(retitled, conflict)).toEqual(retitled);
	});

	it.each(formats)('may contain only the title, in %s', (format) => {
		const document = returned(format, translation);
		const [title] = document.units;
		if (title?.id !== 'title') throw new Error('the title stands first');
		const alone = { ...document, units: [{ ...title, text: ['Hi there'] }] };
		const plan = planned(translation, alone);
		expect(plan.entries).toMatchObject([{ kind: 'title', after: 'Hi there', taken: true }]);
		expect(plan.absent).toEqual(translation.units.map(({ source }) => source[0]));
		expect(planned(translation, { ...document, units: [title] }).entries).toEqual([]);
	});

	it('with only the title is refused if it is another article’s or names no article', () => {
		const document = returned('xliff2', translation);
		const [title] = document.units.map((one) => ({ ...one, text: ['Hi there'] }));
		const told = (article: string | null, original: readonly string[] | null) =>
			mergePlan(
				translation,
				{ ...document, article, units: title ? [{ ...title, original }] : [] },
				{ today }
			);
		expect(told('other', ['En annan hälsning']).ok).toBe(false);
		expect(told('other', null).ok).toBe(false);
		expect(told(null, null).ok).toBe(false);
		expect(told('a-greeting', null).ok).toBe(true);
		expect(told(null, ['En hälsning']).ok).toBe(true);
	});

	it('may contain only title and standfirst', () => {
		const lead: Unit = { ...unit, kind: 'standfirst', source: [fingerprint('Kort sagt.')] };
		const led = { ...translation, units: [lead, ...translation.units] };
		const document = returned('json', led);
		const plan = planned(led, { ...document, units: document.units.slice(0, 2) });
		expect(plan.entries).toEqual([{ kind: 'unchanged', id: lead.source[0] }]);
	});

	it('has its unknown units listed, and the stored units that it lacks', () => {
		const document = returned('xliff2', translation);
		const units = document.units.map((one, at) =>
			at === 1 ? { ...one, id: 'x', source: [], original: null } : one
		);
		const plan = planned(translation, { ...document, units });
		expect(plan.entries[0]).toMatchObject({ kind: 'unknown', id: 'x' });
		expect(plan.absent).toEqual([unit.source[0]]);
	});

	it('of another article is refused', () => {
		const other = {
			...translation,
			article: 'other',
			units: [{ ...unit, source: [fingerprint('Annat.')] }]
		};
		expect(mergePlan(translation, returned('xliff2', other), { today })).toEqual({
			ok: false,
			failure: { kind: 'other-article', article: 'other' }
		});
	});

	it('in other languages is refused, but not one in other regions', () => {
		const document = returned('xliff2', translation);
		const swapped = { ...document, original: { lang: 'en' }, translated: { lang: 'sv' } };
		expect(mergePlan(translation, swapped, { today })).toMatchObject({
			ok: false,
			failure: { kind: 'languages', found: ['en', 'sv'] }
		});
		const regional = { ...document, original: { lang: 'sv-SE' }, translated: { lang: 'en-GB' } };
		expect(mergePlan(translation, regional, { today })).toMatchObject({ ok: true });
	});
});

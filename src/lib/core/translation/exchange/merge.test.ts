import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../text/fingerprint';
import type { Translation, Unit } from '../unit';
import { contributors, exported, line } from './arbitrary';
import { exchangeDocument, type ExchangeDocument, type ExchangeUnit } from './document';
import { exportTranslation, formats, readExchange, type Format } from './exchange';
import { applyPlan, mergePlan, type MergeEntry, type MergePlan } from './merge';

const today = '2026-12-01';
const none = new Map();

function returned(format: Format, translation: Translation): ExchangeDocument {
	const read = readExchange(exportTranslation(format, exchangeDocument(translation, none)));
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	return read.value.document;
}

function planned(translation: Translation, document: ExchangeDocument, by?: string): MergePlan {
	const plan = mergePlan(translation, document, by === undefined ? { today } : { today, by });
	if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
	return plan.value;
}

const review = fc.constantFrom(null, { by: 'Dan Å', date: '2026-11-30' });

/** What becomes of a unit here while its file is away. */
const storedMeanwhile = (unit: Unit): fc.Arbitrary<Unit> =>
	fc
		.record({
			text: fc.array(line, { minLength: 1, maxLength: 2 }),
			review,
			note: line,
			by: fc.constantFrom(...contributors)
		})
		.chain((other) =>
			fc.constantFrom(unit, { ...unit, text: other.text, by: other.by }, { ...unit, ...other })
		);

/** What a translator makes of it. */
const worked = (unit: ExchangeUnit): fc.Arbitrary<ExchangeUnit> =>
	fc
		.record({
			text: fc.array(line, { maxLength: 2 }),
			note: fc.option(line),
			review,
			changer: fc.constantFrom(
				null,
				{ name: 'Eva', date: null },
				{ name: 'Eva', date: '2026-11-29' }
			),
			keeps: fc.subarray(['text', 'note', 'review', 'changer', 'base'] as const)
		})
		.map(({ keeps, ...other }) => {
			const kept = Object.fromEntries(keeps.map((key) => [key, unit[key]]));
			const lost = keeps.includes('base') ? {} : { base: null, review: null };
			return { ...unit, ...other, ...kept, ...lost };
		});

describe('laws', () => {
	it('what was sent and comes back untouched changes nothing, whatever has been stored meanwhile', () => {
		const cases = exported.chain(({ translation }) =>
			fc.record({
				translation: fc.constant(translation),
				now: fc.tuple(...translation.units.map(storedMeanwhile)),
				format: fc.constantFrom(...formats)
			})
		);
		fc.assert(
			fc.property(cases, ({ translation, now, format }) => {
				const stored = { ...translation, units: now };
				const plan = planned(stored, returned(format, translation), 'Eva');
				expect(plan.entries.map(({ kind }) => kind)).toEqual(now.map(() => 'unchanged'));
				expect(applyPlan(stored, plan)).toEqual(stored);
			})
		);
	});

	const cases = exported.chain(({ translation }) => {
		const document = exchangeDocument(translation, none);
		return fc.record({
			stored: fc
				.tuple(...translation.units.map(storedMeanwhile))
				.map((units) => ({ ...translation, units })),
			document: fc.tuple(...document.units.map(worked)).map((units) => ({ ...document, units })),
			by: fc.constantFrom('Fia', undefined)
		});
	});

	it('merging twice is merging once', () => {
		fc.assert(
			fc.property(cases, ({ stored, document, by }) => {
				const once = applyPlan(stored, planned(stored, document, by));
				expect(applyPlan(once, planned(once, document, by))).toEqual(once);
			}),
			{ numRuns: 500 }
		);
	});

	it('words that did not change stay whose they are; those that did are by who is named', () => {
		fc.assert(
			fc.property(cases, ({ stored, document, by }) => {
				const merged = applyPlan(stored, planned(stored, document, by));
				merged.units.forEach((unit, at) => {
					const before = stored.units[at];
					if (unit.text === before?.text) expect(unit.by).toEqual(before.by);
					else
						expect(['Eva', 'Fia', ...contributors.map(({ name }) => name)]).toContain(unit.by.name);
				});
			}),
			{ numRuns: 500 }
		);
	});
});

const anna = { origin: 'human', name: 'Anna Ek', date: '2026-11-01' } as const;
const draft = { origin: 'ai', name: 'A model', date: '2026-11-01' } as const;
const cia = { by: 'Cia Lind', date: '2026-11-02' };
const unit: Unit = {
	...{ kind: 'paragraph', source: [fingerprint('Hej.')], text: ['Hello.'], by: draft },
	review: cia
};
const translation: Translation = {
	article: 'a-greeting',
	original: { lang: 'sv', title: 'En hälsning' },
	translated: { lang: 'en', title: 'A greeting' },
	units: [unit, { ...unit, source: [fingerprint('Då.')], text: ['Bye.'], by: anna, review: null }]
};

/** The plan for the first unit, when it comes back with `change`, and `now` is what is stored. */
function first(
	change: Partial<ExchangeUnit>,
	now: Partial<Pick<Unit, 'text' | 'review' | 'note'>> = {},
	by?: string
): MergeEntry | undefined {
	const document = returned('xliff2', translation);
	const units = document.units.map((one, at) => (at === 1 ? { ...one, ...change } : one));
	const stored = {
		...translation,
		units: translation.units.map((one, at) => (at === 0 ? { ...one, ...now } : one))
	};
	return planned(stored, { ...document, units }, by).entries[0];
}

describe('a unit', () => {
	const eva = { name: 'Eva', date: null };

	it('whose words a named person changed is theirs, and its review is gone', () => {
		expect(first({ text: ['Hi.'], changer: eva })).toMatchObject({
			...{ kind: 'changed', parts: ['text'] },
			after: { text: ['Hi.'], by: { origin: 'human', name: 'Eva', date: today }, review: null }
		});
	});

	it('whose words changed, and nobody says whose they are, is not taken', () => {
		expect(first({ text: ['Hi.'] })).toMatchObject({ kind: 'unsigned' });
		expect(first({ text: ['Hi.'] }, {}, 'Fia')).toMatchObject({
			after: { by: { origin: 'human', name: 'Fia', date: today } }
		});
	});

	it('is by whom the file names rather than by whom the caller does', () => {
		expect(first({ text: ['Hi.'], changer: eva }, {}, 'Fia')).toMatchObject({
			after: { by: { name: 'Eva' } }
		});
	});

	it('is no person’s where a tool gives the draft’s name for whoever changed it', () => {
		const changer = { name: draft.name, date: '2026-11-30' };
		expect(first({ text: ['Hi.'], changer })).toMatchObject({ kind: 'unsigned' });
	});

	it('keeps whose it is where only its review or its note changed', () => {
		const dan = { by: 'Dan Å', date: '2026-11-30' };
		expect(first({ review: dan, note: 'A pun.', changer: eva })).toMatchObject({
			...{ kind: 'changed', parts: ['review', 'note'] },
			after: { text: ['Hello.'], by: draft, review: dan, note: 'A pun.' }
		});
	});

	it('loses its note where that was taken away, and keeps one that was written here meanwhile', () => {
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

	it('that the file has twice is taken once', () => {
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

	it('that changed here too is a conflict; where both say the same, it is none', () => {
		expect(first({ text: ['Hi.'], changer: eva }, { text: ['Hey.'] })).toMatchObject({
			...{ kind: 'conflict', parts: ['text'] }
		});
		expect(first({ text: ['Hi.'] }, { text: ['Hi.'] })).toMatchObject({ kind: 'unchanged' });
	});

	it('is not reviewed by who saw other words than are stored by now', () => {
		const draftOnly = { ...translation, units: [{ ...unit, review: null }] };
		const document = returned('xliff2', draftOnly);
		const dan = { by: 'Dan Å', date: '2026-11-30' };
		const units = document.units.map((one) => ({ ...one, review: dan }));
		const retold = { ...translation, units: [{ ...unit, text: ['Hey.'], review: null }] };
		const plan = planned(retold, { ...document, units });
		expect(plan.entries).toMatchObject([{ kind: 'conflict', parts: ['review'] }]);
		expect(applyPlan(retold, plan)).toEqual(retold);
	});

	it('whose words are taken has the review that came with them, not one of the old words', () => {
		const eli = { by: 'Eli Berg', date: '2026-11-29' };
		const dan = { by: 'Dan Å', date: '2026-11-30' };
		const came = { text: ['Hi.'], changer: eva, review: dan };
		expect(first(came, { review: eli })).toMatchObject({
			...{ kind: 'changed', parts: ['text', 'review'], kept: [] },
			after: { text: ['Hi.'], review: dan }
		});
	});

	it('that came back empty keeps what is stored', () => {
		expect(first({ text: [] })).toMatchObject({ kind: 'emptied' });
	});

	it('is known by its original’s words where a tool renamed it', () => {
		expect(first({ id: 'tu-7', source: [], original: ['Hej.'] })).toMatchObject({
			kind: 'unchanged'
		});
	});

	it('called reviewed by nobody is named, and its review not taken', () => {
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

	it('names units that the translation lacks, and those that it lacks itself', () => {
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

	it('in other languages is refused, and regions are none', () => {
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

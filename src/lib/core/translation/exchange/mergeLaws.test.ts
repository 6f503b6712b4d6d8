import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditOf } from '../credited';
import type { Unit } from '../unit';
import { contributors, exported, line } from './arbitrary';
import { exchangeDocument, type ExchangeUnit } from './document';
import { formats } from './exchange';
import { applyPlan } from './mergePlan';
import { none, returned, planned } from './mergePlan.fixture';

const review = fc.constantFrom(null, { by: 'Dan Å', date: '2026-11-30' });

/** Makes a random change of a stored unit while its file is away. */
const storedMeanwhile = (unit: Unit): fc.Arbitrary<Unit> =>
	fc
		.record({
			text: fc.array(line, { minLength: 1, maxLength: 2 }),
			review,
			note: line,
			by: fc.constantFrom(...contributors)
		})
		.chain((other) => {
			const { correction: _, ...bare } = unit;
			const retold = { ...bare, text: other.text, by: other.by };
			return fc.constantFrom(unit, retold, { ...bare, ...other });
		});

/** Makes a random change by a translator. */
const worked = (unit: ExchangeUnit): fc.Arbitrary<ExchangeUnit> =>
	fc
		.record({
			text: fc.array(line, { maxLength: 2 }),
			note: fc.option(line),
			review,
			changer: fc.constantFrom(
				null,
				{ name: 'Eva', date: null, certain: true },
				{ name: 'Eva', date: '2026-11-29', certain: true },
				{ name: 'Gun', date: '2026-11-29', certain: false }
			),
			keeps: fc.subarray(['text', 'note', 'review', 'changer', 'base'] as const)
		})
		.map(({ keeps, ...other }) => {
			const kept = Object.fromEntries(keeps.map((key) => [key, unit[key]]));
			const lost = keeps.includes('base') ? {} : { base: null };
			return { ...unit, ...other, ...kept, ...lost };
		});

describe('laws', () => {
	it('an unchanged file changes nothing, whatever has been stored meanwhile', () => {
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

	it('a second merge of the same file changes nothing', () => {
		fc.assert(
			fc.property(cases, ({ stored, document, by }) => {
				const once = applyPlan(stored, planned(stored, document, by));
				expect(applyPlan(once, planned(once, document, by))).toEqual(once);
			})
		);
	});

	it('unchanged words keep their author; changed words get the named one', () => {
		fc.assert(
			fc.property(cases, ({ stored, document, by }) => {
				const merged = applyPlan(stored, planned(stored, document, by));
				merged.units.forEach((unit, at) => {
					const before = stored.units[at];
					if (unit.text === before?.text) {
						expect(creditOf(unit)).toEqual(creditOf(before));
						return;
					}
					// A corrected draft has the names of everybody who corrected it.
					const named = unit.correction?.by.split(', ').at(-1) ?? unit.by.name;
					if (document.units[at + 1]?.base) expect(['Eva', 'Fia']).toContain(named);
					else
						expect(['Eva', 'Fia', 'Dan', ...contributors.map(({ name }) => name)]).toContain(named);
				});
			})
		);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../text/fingerprint';
import type { Contributor, Translation, Unit } from '../unit';
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
					else if (document.units[at + 1]?.base) expect(['Eva', 'Fia']).toContain(unit.by.name);
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
	const eva = { name: 'Eva', date: null, certain: true };

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
		const changer = { name: draft.name, date: '2026-11-30', certain: true };
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

/** The second unit, Anna’s, as a file of the format has it once somebody has worked on it. */
function edited(format: Format, work: (file: string) => string): ExchangeDocument {
	const file = work(exportTranslation(format, exchangeDocument(translation, none)));
	const read = readExchange(file);
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	return read.value.document;
}

/** What is stored once who wrote the second unit is told otherwise. */
const retold = (by: Partial<Contributor>): Translation => ({
	...translation,
	units: translation.units.map((one, at) => (at === 1 ? { ...one, by: { ...one.by, ...by } } : one))
});

describe.each(formats)('words that changed in %s', (format) => {
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
		['the same', {}]
	])('are not by who the old ones are by, who has %s here', (_, by) => {
		for (const work of [reworded, (file: string) => bare(reworded(file))]) {
			const plan = planned(retold(by), edited(format, work));
			expect(plan.entries.at(-1)).toMatchObject({ kind: 'unsigned' });
			const signed = planned(retold(by), edited(format, work), 'Fia');
			expect(signed.entries.at(-1)).toMatchObject({ after: { by: { name: 'Fia', date: today } } });
		}
	});
});

describe('whom a file names', () => {
	const anew = { ...anna, name: 'Eva', date: '2026-11-20' };
	const named = (file: string) =>
		file.replace('Bye.', 'So long.').replaceAll('"name": "Anna Ek"', '"name": "Eva"');

	it('in JSON, where it named somebody else when it was sent, is who the words are by', () => {
		const plan = planned(retold({ name: 'Anna Ek-Lund' }), edited('json', named), 'Fia');
		expect(plan.entries.at(-1)).toMatchObject({ after: { by: { name: 'Eva', date: anna.date } } });
	});

	it('without a word of what was sent, only where it is dated after what is stored', () => {
		const file = (date: string) => (text: string) => {
			const { translation } = JSON.parse(named(text)) as { translation: unknown };
			return JSON.stringify(translation).replaceAll(anna.date, date);
		};
		const plan = (date: string) => planned(translation, edited('json', file(date))).entries.at(-1);
		expect(plan(anew.date)).toMatchObject({ after: { by: anew } });
		expect(plan(anna.date)).toMatchObject({ kind: 'unsigned' });
		expect(plan('2026-10-01')).toMatchObject({ kind: 'unsigned' });
	});

	it('in XLIFF 2 as a person, who was sent a draft, is who the words are by', () => {
		const work = (file: string) =>
			file.replace('Hello.', 'Hi.').replace('its:tool="A model"', 'its:person="Eva"');
		expect(planned(translation, edited('xliff2', work)).entries[0]).toMatchObject({
			after: { by: { origin: 'human', name: 'Eva', date: today } }
		});
	});
});

describe('a file of this project’s JSON that was edited by hand', () => {
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
		['with what was sent', sent],
		['with the translation alone', JSON.stringify(plain)]
	] as const;

	it.each(files)('has no review and no spans for words that changed, %s', (_, file) => {
		for (const text of ['Hi, you there.', 'Hi. You there.']) {
			const document = came(file.replace('Hello. You there.', text));
			const once = applyPlan(here, planned(here, document, 'Fia'));
			expect(once.units[0]).toEqual({
				...{ kind: 'paragraph', source: unit.source, text: [text], review: null },
				by: { origin: 'human', name: 'Fia', date: today }
			});
			const again = planned(once, document, 'Fia');
			expect(again.entries.map(({ kind }) => kind)).toEqual(['unchanged']);
			expect(applyPlan(once, again)).toEqual(once);
		}
	});

	it.each(files)('keeps both where no word changed, %s', (_, file) => {
		expect(applyPlan(here, planned(here, came(file)))).toEqual(here);
	});

	it('has the review that is later than its words', () => {
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

	it.each(formats)('may be of the title alone, in %s', (format) => {
		const document = returned(format, translation);
		const [title] = document.units;
		if (title?.id !== 'title') throw new Error('the title stands first');
		const alone = { ...document, units: [{ ...title, text: ['Hi there'] }] };
		const plan = planned(translation, alone);
		expect(plan.entries).toMatchObject([{ kind: 'title', after: 'Hi there', taken: true }]);
		expect(plan.absent).toEqual(translation.units.map(({ source }) => source[0]));
		expect(planned(translation, { ...document, units: [title] }).entries).toEqual([]);
	});

	it('of the title alone is refused where that is another article’s, or nothing says whose', () => {
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

	it('may be of title and standfirst alone', () => {
		const lead: Unit = { ...unit, kind: 'standfirst', source: [fingerprint('Kort sagt.')] };
		const led = { ...translation, units: [lead, ...translation.units] };
		const document = returned('json', led);
		const plan = planned(led, { ...document, units: document.units.slice(0, 2) });
		expect(plan.entries).toEqual([{ kind: 'unchanged', id: lead.source[0] }]);
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

import { describe, expect, test } from 'vitest';
import type { OwnTranslation } from '../library/store';
import { fingerprint } from '../text/fingerprint';
import { withKeptAuthor } from './keptAuthors';
import type { Unit } from './unit';

const ida = { origin: 'human', name: 'Ida Holm', date: '2026-11-01' } as const;
const per = { origin: 'human', name: 'Per Ek', date: '2026-11-02' } as const;
const eva = { origin: 'human', name: 'Eva Lund', date: '2026-11-03' } as const;
const renamed = { origin: 'human', name: 'Ida Holm-Berg', date: '2026-11-22' } as const;
const review = { by: 'Eva Lund', date: '2026-11-04' };

/** Makes one unit from its source and translated paragraphs, as words separated by commas. */
const unit = (
	source: string,
	text: string,
	more: Partial<Pick<Unit, 'by' | 'review' | 'note'>> = {}
) =>
	({
		kind: 'paragraph',
		source: source.split(',').map((words) => fingerprint(words)),
		text: text.split(','),
		by: renamed,
		review: null,
		...more
	}) as Unit;

/** Makes a saved translation, credited to Ida Holm. */
const base = (...units: Unit[]): OwnTranslation => ({
	id: 'one',
	article: 'fyren',
	lang: 'en',
	credit: { translator: 'Ida Holm', title: '', publication: '', date: '', rights: '' },
	units,
	links: [],
	addedAt: '2026-11-01T00:00:00.000Z',
	changedAt: '2026-11-01T00:00:00.000Z'
});

describe('the author of a unit', () => {
	test.each([
		['the translator’s own unit takes the new name', [unit('ett', 'one', { by: ida })], renamed],
		['an unchanged unit of another person stays theirs', [unit('ett', 'one', { by: per })], per],
		['words moved to another source stay theirs', [unit('tre', 'one', { by: per })], per],
		['words unknown to the saved version are new', [unit('ett', 'other', { by: per })], renamed],
		['a new translation has no earlier author', [], renamed]
	])('%s', (_, units, by) => {
		expect(withKeptAuthor(unit('ett', 'one'), base(...units)).by).toEqual(by);
	});

	test.each([
		['two units of one other person stay theirs', per, per, per],
		['units of two persons become the translator’s', per, eva, renamed],
		['a unit joined to the translator’s own becomes the translator’s', per, ida, renamed]
	])('%s when they are joined', (_, first, second, by) => {
		const saved = base(unit('ett', 'one', { by: first }), unit('två', 'two', { by: second }));
		expect(withKeptAuthor(unit('ett,två', 'one,two'), saved).by).toEqual(by);
	});

	test('a unit joined to a corrected draft stays that draft’s', () => {
		const ai = { origin: 'ai', name: 'A model', date: '2026-11-01' } as const;
		const correction = { by: 'Ida Holm', date: '2026-11-03' };
		const drafted = { ...unit('två', 'two', { by: ai }), correction };
		const saved = base(unit('ett', 'one', { by: ida }), drafted);
		expect(withKeptAuthor(unit('ett,två', 'one,two'), saved)).toMatchObject({ by: ai, correction });
	});

	test('the translator, if there is no saved version', () => {
		expect(withKeptAuthor(unit('ett', 'one'), null)).toEqual(unit('ett', 'one'));
	});
});

describe('review and note', () => {
	const saved = base(unit('ett', 'one', { by: per, review, note: 'Ett: also a.' }));

	test('are kept by a unit with the same source and text', () => {
		expect(withKeptAuthor(unit('ett', 'one'), saved)).toMatchObject({
			review,
			note: 'Ett: also a.'
		});
	});

	test.each([
		['another source', unit('två', 'one')],
		['another text', unit('ett', 'one,more')]
	])('lapse with %s', (_, changed) => {
		const after = withKeptAuthor(changed, saved);
		expect(after.review).toBeNull();
		expect(after).not.toHaveProperty('note');
	});
});

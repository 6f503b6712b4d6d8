import { describe, expect, test } from 'vitest';
import { block } from '../text/block';
import type { Contributor, Unit } from '../translation/unit';
import type { PairingCredit } from './bookPairing';
import { recredited } from './recredited';
import type { OwnTranslation } from './store';

const before: PairingCredit = {
	lang: 'en',
	credit: { translator: 'Ida Holm', title: 'The Mill', publication: '', date: '', rights: '' },
	machine: null
};
const human = (name: string): Contributor => ({ origin: 'human', name, date: '2026-11-01' });
const unit = (text: string, by: Contributor): Unit => ({
	...{ kind: 'paragraph', source: [block({ kind: 'paragraph' }, text).fingerprint] },
	...{ text: [text], by, review: null }
});
const own: OwnTranslation = {
	...{ id: 'p-1', article: 'kvarn-1', lang: 'en' },
	credit: { ...before.credit, title: 'One', publication: 'The Mill' },
	units: [unit('A mill.', human('Ida Holm')), unit('A wheel.', human('Per Ek'))],
	...{ links: [], addedAt: '2026-11-02T08:00:00.000Z', changedAt: '2026-11-02T08:00:00.000Z' }
};
const authors = (changed: OwnTranslation | null) =>
	changed?.units.map(({ by }) => `${by.origin} ${by.name} ${by.date}`);

describe('a corrected credit', () => {
	test('reaches a saved chapter and its words, but no other person’s', () => {
		const credit = { ...before.credit, translator: 'Eva Berg', title: 'Mills', date: '1988-05-01' };
		const changed = recredited(own, before, { ...before, credit, lang: 'en-GB' });
		expect(changed).toMatchObject({
			lang: 'en-GB',
			credit: { title: 'One', translator: 'Eva Berg', publication: 'Mills', date: '1988-05-01' }
		});
		expect(authors(changed)).toEqual(['human Eva Berg 1988-05-01', 'human Per Ek 2026-11-01']);
	});

	test('leaves what the reader has changed in the chapter', () => {
		const chapter = { ...own, credit: { ...own.credit, title: 'Chapter One', rights: 'CC0' } };
		const credit = { ...before.credit, translator: 'Eva Berg', rights: 'CC BY' };
		expect(recredited(chapter, before, { ...before, credit })?.credit).toMatchObject({
			...{ title: 'Chapter One', rights: 'CC0', translator: 'Eva Berg' }
		});
	});

	test('that has not changed changes nothing', () => {
		expect(recredited(own, before, { ...before })).toBeNull();
	});

	test('gives the words to a machine, and back', () => {
		const claim = { origin: 'machine', name: 'DeepL', certain: false } as const;
		const asked = (answer: 'human' | 'machine'): PairingCredit => ({
			...before,
			machine: { ...claim, answer }
		});
		const changed = recredited(own, asked('human'), asked('machine')) ?? expect.fail('unchanged');
		expect(authors(changed)).toEqual(['machine DeepL 2026-11-01', 'human Per Ek 2026-11-01']);
		const back = recredited(changed, asked('machine'), asked('human'));
		expect(authors(back)).toEqual(['human Ida Holm 2026-11-01', 'human Per Ek 2026-11-01']);
	});
});

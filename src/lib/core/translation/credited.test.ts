import { describe, expect, test } from 'vitest';
import { credited } from './credited';
import { kept, likeness } from './keptWords';

const ai = { origin: 'ai', name: 'Claude', date: '2026-01-01' } as const;
const bo = { origin: 'human', name: 'Bo Prov', date: '2026-11-22' } as const;
const eva = { origin: 'human', name: 'Eva Prov', date: '2026-11-23' } as const;
const draft = 'The cat sat on the stair and looked at the rain.';
const by = (text: string, person = bo) => credited({ text: [draft], by: ai }, [text], person);

describe('the share of kept words', () => {
	test.each([
		['one word taken away', 'cat sat on the stair and looked at the rain.', 0.9],
		['only marks and punctuation', '*The cat* sat on the stair, and looked at the rain!', 1],
		['half', 'The cat sat on the roof.', 0.45],
		['nothing', 'A kitten watched.', 0]
	])('%s', (_, text, share) => {
		expect(kept([draft], [text]).share).toBe(share);
	});
});

describe('words begun from a draft', () => {
	test('are the draft’s, corrected by a person', () => {
		expect(by('The cat sat on the stairs and looked at the rain.')).toEqual({
			by: ai,
			correction: { by: 'Bo Prov', date: '2026-11-22', kept: 0.9 }
		});
	});
	test('are the draft’s alone if nothing is changed', () => {
		expect(by(draft)).toEqual({ by: ai });
	});
	test('are a person’s if they are written anew', () => {
		expect(by('A kitten watched it pour from its step.')).toEqual({ by: bo });
	});
	test('are the draft’s if they are cut out of it, however short', () => {
		expect(
			kept([`${draft} ${draft.replaceAll(/[a-z]+/gi, 'other')} ${draft}`], ['the stair'])
		).toEqual(expect.objectContaining({ isAnew: false }));
	});
	test('name everybody who corrected them, once', () => {
		const once = { text: [draft], ...by(`${draft} Still.`) };
		const twice = credited(once, [`${draft} Still, it sat.`], eva);
		expect(twice.correction).toMatchObject({ by: 'Bo Prov, Eva Prov', date: '2026-11-23' });
		const again = credited({ text: [draft], ...twice }, [`${draft} Yes.`], bo);
		expect(again.correction?.by).toBe('Bo Prov, Eva Prov');
	});
});

test('a person’s words that another person changes are the other person’s', () => {
	expect(credited({ text: [draft], by: bo }, [`${draft} Yes.`], eva)).toEqual({ by: eva });
});

test('short texts that are the same may be so by chance', () => {
	expect(likeness(['Kazakhstan in January'], ['Kazakhstan in January'])).toEqual({
		copy: true,
		long: false
	});
});

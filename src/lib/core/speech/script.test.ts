import { describe, expect, it } from 'vitest';
import { spokenRow } from './rows.fixture';
import { speechScript, type SpokenPart } from './script';
import { beside, firstFrom, relocate, type ReadingPlan, type SpeechScript } from './utterance';

const rows = [
	spokenRow('a', 'Ett *hus*.[^1] Två hus, bl.a. mitt.', 'One **house**. Two houses, e.g. mine.'),
	spokenRow('b', 'Bara här.', ''),
	spokenRow('c', '\\* \\* \\*', ''),
	spokenRow('d', '', 'Only here.')
];
const original: ReadingPlan = { order: ['original'], turn: 'sentence' };
const translation: ReadingPlan = { order: ['translation'], turn: 'sentence' };
const inTurn: ReadingPlan = { order: ['original', 'translation'], turn: 'sentence' };

/** Returns everything that a script says, in order. */
function said(script: SpeechScript): string[] {
	const texts: string[] = [];
	for (let one = firstFrom(script, 0); one; one = beside(script, one, 1)) texts.push(one.text);
	return texts;
}

describe('a script', () => {
	it('of one language leaves out what that language lacks, and says the words alone', () => {
		expect(said(speechScript(rows, original, null))).toEqual([
			...['Ett hus.', 'Två hus, bland annat mitt.', 'Bara här.']
		]);
		expect(said(speechScript(rows, translation, null))).toEqual([
			...['One house.', 'Two houses, for example mine.', 'Only here.']
		]);
	});

	it('in turn by sentence says each sentence, then what answers it', () => {
		expect(said(speechScript(rows, inTurn, null))).toEqual([
			...['Ett hus.', 'One house.', 'Två hus, bland annat mitt.', 'Two houses, for example mine.'],
			...['Bara här.', 'Only here.']
		]);
	});

	it('in turn by paragraph can begin with the translation', () => {
		expect(
			said(speechScript(rows, { order: ['translation', 'original'], turn: 'paragraph' }, null))
		).toEqual([
			...['One house.', 'Two houses, for example mine.', 'Ett hus.', 'Två hus, bland annat mitt.'],
			...['Bara här.', 'Only here.']
		]);
	});

	it('of a selection says the selected part of each sentence, in its language', () => {
		const part: SpokenPart = { row: 'a', side: 'original', block: 0, start: 4, end: 16 };
		const script = speechScript(rows, inTurn, [part]);
		expect(said(script)).toEqual(['hus.', 'Två hus']);
	});

	it('lights both sides of a sentence', () => {
		const [one] = speechScript(rows, translation, null).of('a');
		expect(one?.lit).toEqual({
			original: [{ block: 0, start: 0, end: 8 }],
			translation: [{ block: 0, start: 0, end: 10 }]
		});
	});

	it('cuts a sentence that no engine would take', () => {
		const long = `${'ord '.repeat(900)}slut.`;
		const texts = said(speechScript([spokenRow('x', long, '')], original, null));
		expect(texts.length).toBeGreaterThan(5);
		expect(texts.join(' ')).toBe(long);
		expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(601);
	});

	it('ends at both ends', () => {
		const script = speechScript(rows, original, null);
		const first = firstFrom(script, 0);
		expect(first && beside(script, first, -1)).toBe(null);
	});
});

describe('a place', () => {
	const before = speechScript(rows, inTurn, null);
	const answer = before.of('a')[3];
	if (!answer) throw new Error('no such sentence');

	it('is kept in another order', () => {
		const after = speechScript(rows, translation, null);
		expect(relocate(after, answer, before.rows)?.text).toBe('Two houses, for example mine.');
	});
	it('goes to the sentence that answers where its language is no longer read', () => {
		const after = speechScript(rows, original, null);
		expect(relocate(after, answer, before.rows)?.text).toBe('Två hus, bland annat mitt.');
	});
	it('goes to the next row where its own is gone, and nowhere where nothing is left', () => {
		const after = speechScript(rows.slice(1), inTurn, null);
		expect(relocate(after, answer, before.rows)?.text).toBe('Bara här.');
		expect(relocate(speechScript([], inTurn, null), answer, before.rows)).toBe(null);
	});
});

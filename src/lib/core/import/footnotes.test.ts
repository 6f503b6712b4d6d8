import { describe, expect, it } from 'vitest';
import { outline } from './outline.fixture';

describe('footnotes are tied to their markers', () => {
	it.each([
		['superscripts', 'Ett ord¹ och ett till.²', '¹ Not ett.', '² Not två.'],
		['superscripts without a space', 'Ett ord¹ och ett till.²', '¹Not ett.', '²Not två.'],
		['labels', 'Ett ord[^1] och ett till.[^2]', '[^1]: Not ett.', '[^2]: Not två.'],
		['brackets', 'Ett ord [1] och ett till.[2]', '[1] Not ett.', '[2] Not två.'],
		['plain figures', 'Ett ord1 och ett till.2', '1 Not ett.', '2 Not två.'],
		['a list at the end', 'Ett ord¹ och ett till.²', '1. Not ett.', '2. Not två.'],
		['question marks', 'Ett ord?, och ett till.?', '? Not ett.', '? Not två.']
	])('as %s', (_, text, first, second) => {
		const body = text.includes(',')
			? 'Ett ord[^1], och ett till.[^2]'
			: 'Ett ord[^1] och ett till.[^2]';
		expect(outline(`Och så är det.\n\n${text}\n\n${first}\n\n${second}`)).toEqual([
			'P Och så är det.',
			`P ${body}`,
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});

	it.each([
		['Ett ord.[1] Och ett till.[2]', '^ [1] Not ett.', '^ [2] Not två.'],
		['Ett ord.¹ Och ett till.²', '¹ Not ett.', '² Not två.'],
		['Ett ord.¹ Och ett till.²', '1 Not ett.', '2 Not två.']
	])('and the numbers of the contents are none: %s', (text, first, second) => {
		const contents = '1 Början\n\n2 Slutet';
		expect(outline(`Innehåll\n\n${contents}\n\n${text}\n\n${first}\n\n${second}`)).toEqual([
			'P 1 Början',
			'P 2 Slutet',
			'P Ett ord.[^1] Och ett till.[^2]',
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});

	it('though they stand in the order of the pages, which begins anew on each', () => {
		expect(
			outline('Ett ord.¹ Det är så.\n\n1 Not ett.\n\nEtt till.¹ Det är det.\n\n1 Not två.')
		).toEqual([
			'P Ett ord.[^1] Det är så.',
			'P Ett till.[^2] Det är det.',
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});

	it('out of the body, in the order in which the text refers to them', () => {
		expect(
			outline('Ett ord.² Det är så.\n\n² Not två.\n\n¹ Not ett.\n\nEtt annat ord¹ är det.')
		).toEqual([
			'P Ett ord.[^2] Det är så.',
			'P Ett annat ord[^1] är det.',
			'F2 Not två.',
			'F1 Not ett.'
		]);
	});

	it('where a marker stands on a line of its own', () => {
		expect(outline('Ett ord.¹ Det är så.\n\n¹\nNot ett.')).toEqual([
			'P Ett ord.[^1] Det är så.',
			'F1 Not ett.'
		]);
	});

	it('numbered through, where each page begins anew', () => {
		expect(
			outline('Ett ord.¹ Det är.\n\n¹ Not ett.\n\nEtt ord till.¹ Det är.\n\n¹ Not två.')
		).toEqual([
			'P Ett ord.[^1] Det är.',
			'P Ett ord till.[^2] Det är.',
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});

	it('where windows-1252 kept only part of the figures', () => {
		const notes = ['¹ A.', '² B.', '³ C.', '4 D.', '5 E.', '6 F.', '7 G.', '8 H.', '9 I.', '¹0 J.'];
		const words = notes.map((note) => `ordet${note.split(' ')[0] ?? ''}`).join(' är ');
		const found = outline(`Och ${words} det.\n\n${notes.join('\n\n')}`);
		expect(found[0]).toMatch(/^P Och ordet\[\^1\].*ordet\[\^4\].*ordet\[\^10\] det\.$/);
		expect(found.slice(1).map((line) => line.split(' ')[0])).toEqual(
			Array.from({ length: 10 }, (__, i) => `F${i + 1}`)
		);
	});
});

describe('but no marker is', () => {
	it.each([
		['a power', 'Det är 5 m² och 3 km² stort.¹'],
		['a superscript without a definition', 'Det är så.¹ Och e² är det.'],
		['a question mark after a name', 'Var det i Lund¹? Det var det.'],
		['a figure in a name', 'C5+1 är det, och H2 är en gas.¹']
	])('%s', (_, text) => {
		expect(outline(`${text}\n\n¹ En not.`)[0]).toBe(`P ${text.replace('¹', '[^1]')}`);
	});

	it('a label that only begins as a definition’s does', () => {
		expect(outline('Ett ord[^a] är[^a1] det.\n\n[^a]: En not.')).toEqual([
			'P Ett ord[^a] är[^a1] det.',
			'Fa En not.'
		]);
	});

	it('a figure that no definition bears', () => {
		const text = 'Det var i ord2022 som det var.';
		expect(outline(text)).toEqual([`P ${text}`]);
	});

	it('a paragraph that begins with a figure and is not referred to', () => {
		const text = '15 Miljoner är det.\n\nOch så är det.';
		expect(outline(text)).toEqual(['P 15 Miljoner är det.', 'P Och så är det.']);
	});

	it('a numbered list in the middle of the text', () => {
		const found = outline('Det är så.¹\n\n1. Ett är det.\n\n2. Två är det.\n\nOch så är det.');
		expect(found).toEqual([
			'P Det är så.¹',
			'L 1. Ett är det.',
			'L 2. Två är det.',
			'P Och så är det.'
		]);
	});

	it('a thesis with the same number as a note', () => {
		expect(outline('1) En tes är det.¹\n\n¹ En not.')).toEqual([
			'P 1) En tes är det.[^1]',
			'F1 En not.'
		]);
	});
});

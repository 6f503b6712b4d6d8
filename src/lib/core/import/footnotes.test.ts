import { describe, expect, it } from 'vitest';
import { leftOut, outline } from './outline.fixture';

describe('footnotes are connected with their markers', () => {
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
	])('if the contents have the same numbers: %s', (text, first, second) => {
		const contents = '1 Början\n\n2 Slutet';
		expect(outline(`Innehåll\n\n${contents}\n\n${text}\n\n${first}\n\n${second}`)).toEqual([
			'P 1 Början',
			'P 2 Slutet',
			'P Ett ord.[^1] Och ett till.[^2]',
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});

	it('if numbering restarts on each page and notes follow the pages', () => {
		expect(
			outline('Ett ord.¹ Det är så.\n\n1 Not ett.\n\nEtt till.¹ Det är det.\n\n1 Not två.')
		).toEqual([
			'P Ett ord.[^1] Det är så.',
			'P Ett till.[^2] Det är det.',
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});

	it('and moved out of the body, in the order in which the text refers to them', () => {
		expect(
			outline('Ett ord.² Det är så.\n\n² Not två.\n\n¹ Not ett.\n\nEtt annat ord¹ är det.')
		).toEqual([
			'P Ett ord.[^2] Det är så.',
			'P Ett annat ord[^1] är det.',
			'F2 Not två.',
			'F1 Not ett.'
		]);
	});

	it('if a marker has a line of its own', () => {
		expect(outline('Ett ord.¹ Det är så.\n\n¹\nNot ett.')).toEqual([
			'P Ett ord.[^1] Det är så.',
			'F1 Not ett.'
		]);
	});

	it('and numbered through, if each page restarts', () => {
		expect(
			outline('Ett ord.¹ Det är.\n\n¹ Not ett.\n\nEtt ord till.¹ Det är.\n\n¹ Not två.')
		).toEqual([
			'P Ett ord.[^1] Det är.',
			'P Ett ord till.[^2] Det är.',
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});

	it('if windows-1252 kept only part of the figures', () => {
		const notes = ['¹ A.', '² B.', '³ C.', '4 D.', '5 E.', '6 F.', '7 G.', '8 H.', '9 I.', '¹0 J.'];
		const words = notes.map((note) => `ordet${note.split(' ')[0] ?? ''}`).join(' är ');
		const found = outline(`Och ${words} det.\n\n${notes.join('\n\n')}`);
		expect(found[0]).toMatch(/^P Och ordet\[\^1\].*ordet\[\^4\].*ordet\[\^10\] det\.$/);
		expect(found.slice(1).map((line) => line.split(' ')[0])).toEqual(
			Array.from({ length: 10 }, (__, i) => `F${i + 1}`)
		);
	});
});

describe('no footnote marker is recognised', () => {
	it.each([
		['a power', 'Det är 5 m² och 3 km² stort.¹'],
		['a superscript without a definition', 'Det är så.¹ Och e² är det.'],
		['a question mark after a name', 'Var det i Lund¹? Det var det.'],
		['a figure in a name', 'C5+1 är det, och H2 är en gas.¹']
	])('in %s', (_, text) => {
		expect(outline(`${text}\n\n¹ En not.`)[0]).toBe(`P ${text.replace('¹', '[^1]')}`);
	});

	it('in a label that only begins like a definition’s', () => {
		expect(outline('Ett ord[^a] är[^a1] det.\n\n[^a]: En not.')).toEqual([
			'P Ett ord[^a] är[^a1] det.',
			'Fa En not.'
		]);
	});

	it('in a figure without a definition', () => {
		const text = 'Det var i ord2022 som det var.';
		expect(outline(text)).toEqual([`P ${text}`]);
	});

	it('in a figure that begins a paragraph without a reference', () => {
		const text = '15 Miljoner är det.\n\nOch så är det.';
		expect(outline(text)).toEqual(['P 15 Miljoner är det.', 'P Och så är det.']);
	});

	it('in a numbered list in the middle of the text', () => {
		const found = outline('Det är så.¹\n\n1. Ett är det.\n\n2. Två är det.\n\nOch så är det.');
		expect(found).toEqual([
			'P Det är så.¹',
			'L 1. Ett är det.',
			'L 2. Två är det.',
			'P Och så är det.'
		]);
	});

	it('in a thesis with the same number as a note', () => {
		expect(outline('1) En tes är det.¹\n\n¹ En not.')).toEqual([
			'P 1) En tes är det.[^1]',
			'F1 En not.'
		]);
	});
});

describe('footnotes in other forms', () => {
	it.each([
		['numbers in parentheses', 'Ett ord.(1) Det är så (2) här.', '(1) Not ett.', '(2) Not två.'],
		['a star and a dagger', 'Ett ord.* Det är så† här.', '* Not ett.', '† Not två.'],
		['stars', 'Ett ord.* Det är så** här.', '* Not ett.', '** Not två.'],
		['a number and a bracket', 'Ett ord.¹ Det är så² här.', '1) Not ett.', '2) Not två.']
	])('%s', (_, text, first, second) => {
		const found = outline(`Och så är det.\n\n${text}\n\n${first}\n\n${second}`);
		expect(found.slice(2).map((line) => line.replace(/^F\S+/, 'F'))).toEqual([
			'F Not ett.',
			'F Not två.'
		]);
		expect(found[1]).toMatch(/ord\.\[\^.{1,2}\] .* så ?\[\^.{1,2}\] här/);
	});

	it('a star on each page', () => {
		expect(
			outline('Ett ord.* Det är så.\n\n* Not ett.\n\nEtt till.* Det är det.\n\n* Not två.')
		).toEqual([
			'P Ett ord.[^1] Det är så.',
			'P Ett till.[^2] Det är det.',
			'F1 Not ett.',
			'F2 Not två.'
		]);
	});
});

it('a note that begins with a small letter is one, between two others', () => {
	expect(
		outline(
			'Ett ord.¹ Ett till.² Det är så.³ Och mer.\n\n1 Not ett.\n\n2 dvs. not två.\n\n3 Not tre.'
		)
	).toEqual([
		'P Ett ord.[^1] Ett till.[^2] Det är så.[^3] Och mer.',
		'F1 Not ett.',
		'F2 dvs. not två.',
		'F3 Not tre.'
	]);
});

describe('a note or its reference is missing', () => {
	it('a reference has a marker that no note has', () => {
		const text = 'Ett ord.¹ Ett till.² Det är så.³ Och så är det.';
		expect(outline(`${text}\n\n¹ Not ett.\n\n³ Not tre.`)).toEqual([
			'P Ett ord.[^1] Ett till.[^2] Det är så.[^3] Och så är det.',
			'F1 Not ett.',
			'F3 Not tre.'
		]);
	});

	it('a note among others is a note', () => {
		const text = 'Ett ord.¹ Ett till. Det är så.³ Och så är det.';
		expect(outline(`${text}\n\nNoter\n\n1. Not ett.\n\n2. Not två.\n\n3. Not tre.`)).toEqual([
			'P Ett ord.[^1] Ett till. Det är så.[^3] Och så är det.',
			'H2 Noter',
			'F1 Not ett.',
			'F3 Not tre.',
			'F2 Not två.'
		]);
	});

	it('a chapter without notes refers to none, and never to another’s', () => {
		const chapters = ['Kapitel 1', 'Kapitel 2', 'Kapitel 3'].map(
			(name, i) => `${name}\n\nDet stod ett ord${i}.¹ Det är så som det var.`
		);
		const notes = 'Noter\n\nKapitel 1\n\n1. Not ett.\n\nKapitel 3\n\n1. Not tre.';
		const found = outline(`${chapters.join('\n\n')}\n\n${notes}`);
		const markers = found.flatMap((line) => /^P .*\[\^(\d)\]/.exec(line)?.[1] ?? []);
		expect(markers).toHaveLength(3);
		expect(found).toContain(`F${markers[0] ?? ''} Not ett.`);
		expect(found).toContain(`F${markers[2] ?? ''} Not tre.`);
		expect(found.some((line) => line.startsWith(`F${markers[1] ?? ''} `))).toBe(false);
	});

	it('headings over gathered notes are left out', () => {
		const text =
			'Första kapitlet\n\nEtt ord.¹ Det är så.\n\nAndra kapitlet\n\nEtt till.¹ Det är det.';
		const notes = 'Noter\n\nFörsta kapitlet\n\n¹ Not ett.\n\nAndra kapitlet\n\n¹ Not två.';
		expect(leftOut(`${text}\n\n${notes}`)).toEqual([
			'note-heading: Noter',
			'note-heading: Första kapitlet',
			'note-heading: Andra kapitlet'
		]);
	});
});

describe('a list is no row of notes', () => {
	it.each([
		['after a colon', 'Det var två saker att göra där:'],
		['where the notes have a heading', 'Det var två saker att göra där, och de var dessa.']
	])('%s', (_, intro) => {
		const text = `Kapitel 1\n\nEtt ord.¹ Ett till.² Det är så.\n\n${intro}\n\n1. Bada i viken.\n\n2. Gå hem.\n\nKapitel 2\n\nOch så är det. Det var det hela.`;
		expect(outline(`${text}\n\nNoter\n\n1. Not ett.\n\n2. Not två.`).slice(3, 5)).toEqual([
			'L 1. Bada i viken.',
			'L 2. Gå hem.'
		]);
	});

	it('with stars, though a word of the text has one', () => {
		expect(
			outline('Det är så* här.\n\n* En not.\n\nTa med er:\n\n* En båt.\n\n* Ett hus.')
		).toEqual(['P Det är så[^*] här.', 'P Ta med er:', 'L En båt.', 'L Ett hus.', 'F* En not.']);
	});

	it.each(['Enligt 501(c)(3) är det så.', 'Punkt 1.F.3 säger det.'])(
		'and a number of a paragraph of the law is no reference: %s',
		(text) => {
			expect(
				outline(
					`Ett ord.¹ Ett till.² Det är så.³\n\n${text}\n\n1 Not ett.\n\n2 Not två.\n\n3 Not tre.`
				)
			).toContain(`P ${text}`);
		}
	);

	it('with stars, whatever is emphasised in the text', () => {
		expect(outline('Det är *så* och *inte* så.\n\n* en båt\n\n* ett hus')).toEqual([
			'P Det är *så* och *inte* så.',
			'L en båt',
			'L ett hus'
		]);
	});
});

it('a chapter with a number is no note', () => {
	const text = '1. Ankomsten\n\nEtt ord.¹ Det är så.\n\n2. Avresan\n\nEtt till.¹ Det är det.';
	const notes = 'Noter\n\n1. Ankomsten\n\n1. Not ett.\n\n2. Avresan\n\n1. Not två.';
	const found = outline(`${text}\n\n${notes}`);
	expect(found.filter((line) => /^F/.test(line))).toEqual(['F1 Not ett.', 'F2 Not två.']);
	expect(found.join('\n')).toMatch(/ord\.\[\^1\][^]*till\.\[\^2\]/);
});

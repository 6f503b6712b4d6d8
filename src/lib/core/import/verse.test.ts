import { describe, expect, it } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import { wrap } from './damage.fixture';
import { outline, prose, read } from './outline.fixture';

const [sea, town, road] = ['havet', 'staden', 'vägen'].map(prose) as [string, string, string];
const wide = (text: string) => wrap(text, 68);
const verse = [
	'Månen går över ängen,',
	'natten är klar och kall,',
	'Rimfrost ligger på grinden,',
	'stigen är smal som en tråd.'
];
const second = [
	'Vem är det som vandrar:',
	'Är det en vän som kommit,',
	'eller en främling i mörkret?',
	'Ingen har tänt sin lampa.'
];
const indented = (lines: readonly string[], by = '    ') =>
	lines.map((line) => by + line).join('\n');
const one = (kind: string, lines: readonly string[]) => `${kind} ${lines.join('\\\n')}`;

describe('the lines of a verse stay lines, a stanza is one block', () => {
	it.each<[string, string]>([
		[
			'set off in broken prose',
			`${wide(sea)}\n\n${indented(verse)}\n\n${indented(second)}\n\n${wide(town)}`
		],
		[
			'at the margin in broken prose',
			`${wide(sea)}\n\n${verse.join('\n')}\n\n${second.join('\n')}\n\n${wide(town)}`
		],
		[
			'in prose that is not broken',
			`${sea}\n\n${verse.join('\n')}\n\n${second.join('\n')}\n\n${town}`
		],
		[
			'with the prose right above and below',
			`${wide(sea)}\n${indented(verse)}\n\n${indented(second)}\n${wide(town)}`
		]
	])('%s', (_, text) => {
		expect(outline(text)).toEqual([`P ${sea}`, one('P', verse), one('P', second), `P ${town}`]);
	});

	it('with every other line indented', () => {
		const lines = verse.map((line, i) => (i % 2 === 1 ? `  ${line}` : line));
		expect(outline(`${wide(sea)}\n\n${lines.join('\n')}\n\n${wide(town)}`)).toEqual([
			...[`P ${sea}`, one('P', verse), `P ${town}`]
		]);
	});

	it('where the whole file is a poem with its title', () => {
		const poem = ['Vid grinden', verse.join('\n'), second.join('\n')].join('\n\n');
		expect(read(poem).article.title).toBe('Vid grinden');
		expect(outline(poem)).toEqual([one('P', verse), one('P', second)]);
	});

	it('where two lines are set off', () => {
		const two = verse.slice(0, 2);
		expect(outline(`${wide(sea)}\n\n${indented(two)}\n\n${wide(town)}`)).toEqual([
			...[`P ${sea}`, one('P', two), `P ${town}`]
		]);
	});

	it('in an e-mail’s quotation', () => {
		const quoted = verse.map((line) => `> ${line}`).join('\n');
		expect(outline(`${wide(sea)}\n\n${quoted}\n\n${wide(town)}`)).toEqual([
			...[`P ${sea}`, one('Q', verse), `P ${town}`]
		]);
	});

	it('an address is one block', () => {
		const address = ['Firma Ek & Alm', 'Storgatan 5', '222 22 Lund'];
		expect(outline(`${wide(sea)}\n\n${address.join('\n')}\n\n${wide(town)}`)).toEqual([
			...[`P ${sea}`, one('P', address), `P ${town}`]
		]);
	});
});

describe('what is no verse is read as before', () => {
	it.each([30, 40, 50, 60])('prose that is set off, broken at %d columns', (width) => {
		const lines = wrap(road, width).split('\n');
		expect(outline(`${wide(sea)}\n\n${indented(lines)}\n\n${wide(town)}`)).toEqual([
			...[`P ${sea}`, `P ${road}`, `P ${town}`]
		]);
	});

	it.each([48, 60, 72])('short paragraphs that a newline ends, at %d columns', (width) => {
		const short = ['Han gick hem till sitt.', 'Hon stannade kvar i byn.', 'Sedan kom vintern.'];
		expect(outline(wrap([sea, ...short, town].join('\n'), width))).toEqual(
			[sea, ...short, town].map((text) => `P ${text}`)
		);
	});

	it('speech', () => {
		const speech = [
			'– Kom hit, sade hon,',
			'– nu med det samma,',
			'– annars blir det kallt,',
			'– och mörkt.'
		];
		expect(
			outline(`${wide(sea)}\n\n${speech.join('\n')}\n\n${wide(town)}`).join('\n')
		).not.toContain('\\');
		const quoted = ['”Kom hit,”', '”Varför,”', '”Därför,”', '”Jaså.”'];
		expect(outline(`${sea}\n\n${quoted.join('\n')}\n\n${town}`).join('\n')).not.toContain('\\');
	});

	it('a list, with marks and without', () => {
		const list = ['- mjölk,', '- ägg,', '- smör,', '- salt'];
		expect(outline(`${wide(sea)}\n\n${list.join('\n')}\n\n${wide(town)}`)).toEqual([
			`P ${sea}`,
			...['L mjölk,', 'L ägg,', 'L smör,', 'L salt'],
			`P ${town}`
		]);
		const chapters = ['Första kapitlet', 'Andra kapitlet', 'Tredje kapitlet', 'Fjärde kapitlet'];
		expect(
			outline(`${wide(sea)}\n\n${chapters.join('\n')}\n\n${wide(town)}`).join('\n')
		).not.toContain('\\');
	});

	it('a title, a byline and a signature', () => {
		const text = `Vägen hem\nen berättelse,\nav Bo Ek\n\n${wide(sea)}\n\n${wide(town)}\n\nLund i maj,\nmed många hälsningar\nBo Ek`;
		expect(outline(text).join('\n')).not.toContain('\\');
	});

	it('a Markdown file’s lines, which only a mark breaks', () => {
		expect(outline(`# Titel\n\n${sea}\n\n${verse.join('\n')}\n\n${town}`)).toContain(
			`P ${verse.join(' ')}`
		);
	});
});

describe('a backslash or two spaces break a line', () => {
	it.each<[string, string, readonly string[]]>([
		['in Markdown', '# T\n\nett två  \ntre\nfyra\\\nfem', ['P ett två\\\ntre fyra\\\nfem']],
		['in a quotation', '# T\n\n> ett två  \n> tre', ['Q ett två\\\ntre']],
		[
			'in a list item',
			'# T\n\n- ett två  \n  tre\n- fyra  \n- fem',
			['L ett två\\\ntre', 'L fyra', 'L fem']
		],
		['in plain text', `${sea}\n\nEtt två  \nTre fyra`, [`P ${sea}`, 'P Ett två\\\nTre fyra']],
		[
			'not before a blank line',
			'# T\n\nett två  \n\ntre\\\n\nfyra',
			['P ett två', 'P tre\\\\', 'P fyra']
		],
		['not where one is escaped', '# T\n\nC:\\\\\ntvå', ['P C:\\ två']]
	])('%s', (_, text, blocks) => expect(outline(text)).toEqual(blocks));
});

it.each(['a\n', 'Ek,\nalm\n\n', '   a,\nb\n', 'a\\\n', 'A  \n', '222 22 Lund\n'])(
	'%j repeated many times is imported in linear time',
	(unit) => expectLinear(repeated(unit), (text) => read(text))
);

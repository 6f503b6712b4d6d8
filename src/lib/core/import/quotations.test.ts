import { describe, expect, it } from 'vitest';
import { wrap } from './damage.fixture';
import { outline, prose } from './outline.fixture';
import { closesUnopened, openAtEnd, quotationOf } from './quotes';

const [sea, town] = [prose('havet'), prose('staden')];

describe('a block quotation is recognised', () => {
	it('after a paragraph that announces it with a colon, with or without marks', () => {
		for (const quoted of [`”${sea}”`, `"${sea}"`, sea])
			expect(
				outline(`${town}\n\nOm det skriver fiskaren i sin bok:\n\n${quoted}\n\n${town}`)
			).toEqual([`P ${town}`, 'P Om det skriver fiskaren i sin bok:', `Q ${quoted}`, `P ${town}`]);
	});

	it('in its next paragraph too, if an editor has added to it', () => {
		const added = sea.replace('havet', 'havet [vid Lund]');
		expect(
			outline(`Så säger hon:\n\n${added}\n\n${added}\n\n${town}`).map((line) => line[0])
		).toEqual(['P', 'Q', 'Q', 'P']);
	});

	it.each(['“”', '""', '””'])(
		'in several paragraphs of which only the last closes its marks %s',
		(marks) => {
			const [open = '', close = ''] = marks;
			const text = [
				town,
				`${open}${sea}`,
				`${open}${town}`,
				`${open}${sea}${close} (The Sea, 2020)`,
				town
			];
			expect(outline(text.join('\n\n')).map((line) => line[0])).toEqual(['P', 'Q', 'Q', 'Q', 'P']);
		}
	);

	it('if a paragraph has begun it and the next goes on', () => {
		const text = [`${town} Hon säger: “${sea}`, `“${sea}`, `“${town}”`, town];
		expect(outline(text.join('\n')).map((line) => line[0])).toEqual(['P', 'Q', 'Q', 'P']);
	});

	it('by its marked lines in Markdown and mail', () => {
		expect(outline(`${sea}\n\n> ${town}\n>\n> ${sea}`)).toEqual([
			`P ${sea}`,
			`Q ${town}`,
			`Q ${sea}`
		]);
	});
});

describe('no block quotation is recognised', () => {
	it.each([
		['dialogue', [`“${sea}”`, `“${town}”`, `“${sea}”`]],
		['a quotation with the writer’s words in it', [`“${sea}” sade hon, “${town}”`]],
		['what follows a colon that announces no speech', ['Det finns tre skäl till det:', sea]],
		['what follows a colon inside the paragraph', ['Hon säger: nej. Så är det.', sea]]
	])('in %s', (_, paragraphs) => {
		const found = outline([town, ...paragraphs, town].join('\n\n'));
		expect(found.every((line) => line.startsWith('P '))).toBe(true);
	});

	it('under a heading after a colon', () => {
		expect(outline(`Så säger hon:\n\nVid havet\n\n${sea}`)[2]).toBe(`P ${sea}`);
	});
});

describe('in a text with dialogue', () => {
	const talk = ['”Kom nu”, sade Bo.', '”Nej”, sade Eva.', '”Vi går”, sade Bo.'];
	const kinds = (paragraphs: readonly string[]) =>
		outline(paragraphs.join('\n\n'))
			.map((line) => line[0])
			.join('');

	it.each([
		['what a colon announces', ['Då skrev han i sin bok:', sea]],
		['speech of several paragraphs, of which only the last is closed', [`”${sea}`, `”${town}”`]],
		['speech after a colon', ['Till slut sade Eva:', `”${sea}”`]],
		['speech with a source in brackets', [`”${sea}” (viskande)`]]
	])('%s is no block quotation', (_, paragraphs) => {
		const all = [...talk, ...paragraphs, town];
		expect(kinds(all)).toBe('P'.repeat(all.length));
	});

	it('a letter that is set off by its indent is one, and indented speech is not', () => {
		const flush = wrap([sea, ...talk, town, sea].join('\n\n'), 70);
		const inset = (text: string) => wrap(text, 64).replace(/^/gm, '    ');
		const spoken = `”${sea}”`;
		expect(kinds([flush, inset(`${town} ${sea}`), flush, inset(spoken), flush])).toBe(
			'PPPPPPQPPPPPPPPPPPPP'
		);
	});
});

it('short speech after a colon is no block quotation in any text', () => {
	expect(outline(`${town}\n\nDå sade hon till honom:\n\n”Nej, aldrig.”\n\n${sea}`)).toContain(
		'P ”Nej, aldrig.”'
	);
});

describe('quotation marks are told apart by their position', () => {
	it.each([
		['”Ja”, sade hon.', 'mixed'],
		['"Ja."', 'whole'],
		['“Ja.” (Boken, 2020)', 'whole'],
		['“Ja.”⁴', 'whole'],
		['“Ja, “inte”, nej.”', 'whole'],
		['”Ja.', 'open'],
		['Ja.', 'mixed']
	])('%s', (text, form) => {
		expect(quotationOf(text)).toBe(form);
	});

	it('a quotation can be left open or be closed without being opened', () => {
		expect(openAtEnd('Hon säger: "Ja')).toBe(true);
		expect(openAtEnd('Hon säger: "Ja"')).toBe(false);
		expect(closesUnopened('Ja", sade hon, "men nej."')).toBe(true);
		expect(closesUnopened('"Ja", sade hon.')).toBe(false);
	});
});

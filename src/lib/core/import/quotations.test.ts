import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';
import { closesUnopened, openAtEnd, quotationOf } from './quotes';

const [sea, town] = [prose('havet'), prose('staden')];

describe('a block quotation is', () => {
	it('what a paragraph announces with a colon, with or without marks', () => {
		for (const quoted of [`”${sea}”`, `"${sea}"`, sea])
			expect(
				outline(`${town}\n\nOm det skriver fiskaren i sin bok:\n\n${quoted}\n\n${town}`)
			).toEqual([`P ${town}`, 'P Om det skriver fiskaren i sin bok:', `Q ${quoted}`, `P ${town}`]);
	});

	it('its next paragraph too, where an editor has added to it', () => {
		const added = sea.replace('havet', 'havet [vid Lund]');
		expect(
			outline(`Så säger hon:\n\n${added}\n\n${added}\n\n${town}`).map((line) => line[0])
		).toEqual(['P', 'Q', 'Q', 'P']);
	});

	it.each(['“”', '""', '””'])(
		'several paragraphs of which only the last closes its marks %s',
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

	it('what goes on where a paragraph has begun it', () => {
		const text = [`${town} Hon säger: “${sea}`, `“${sea}`, `“${town}”`, town];
		expect(outline(text.join('\n')).map((line) => line[0])).toEqual(['P', 'Q', 'Q', 'P']);
	});

	it('marked lines in Markdown and mail', () => {
		expect(outline(`${sea}\n\n> ${town}\n>\n> ${sea}`)).toEqual([
			`P ${sea}`,
			`Q ${town}`,
			`Q ${sea}`
		]);
	});
});

describe('no block quotation is', () => {
	it.each([
		['dialogue', [`“${sea}”`, `“${town}”`, `“${sea}”`]],
		['a quotation with the writer’s words in it', [`“${sea}” sade hon, “${town}”`]],
		['what follows a colon that announces no speech', ['Det finns tre skäl till det:', sea]],
		['what follows a colon inside the paragraph', ['Hon säger: nej. Så är det.', sea]]
	])('%s', (_, paragraphs) => {
		const found = outline([town, ...paragraphs, town].join('\n\n'));
		expect(found.every((line) => line.startsWith('P '))).toBe(true);
	});

	it('what stands under a heading after a colon', () => {
		expect(outline(`Så säger hon:\n\nVid havet\n\n${sea}`)[2]).toBe(`P ${sea}`);
	});
});

describe('quotation marks are told apart by where they stand', () => {
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

	it('open and unopened', () => {
		expect(openAtEnd('Hon säger: "Ja')).toBe(true);
		expect(openAtEnd('Hon säger: "Ja"')).toBe(false);
		expect(closesUnopened('Ja", sade hon, "men nej."')).toBe(true);
		expect(closesUnopened('"Ja", sade hon.')).toBe(false);
	});
});

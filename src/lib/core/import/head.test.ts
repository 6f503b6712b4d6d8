import { describe, expect, it } from 'vitest';
import { wrap } from './damage.fixture';
import { leftOut, outline, prose, read } from './outline.fixture';

const [sea, town] = [prose('havet'), prose('staden')];
const about = (text: string, lang?: string) => {
	const { title, authors, publication, issued } = read(text, lang).article;
	return { title, authors, publication, issued };
};
const nothing = { title: undefined, authors: undefined, publication: undefined, issued: undefined };

describe('the head of a text', () => {
	it('can have its writer and its publication before or after the title', () => {
		const whole = { ...nothing, title: 'Om havet', authors: ['Bo Ek'], issued: '2020-05-05' };
		expect(about(`Om havet\n\nBo Ek\n\n5 maj 2020\n\n${sea}`)).toEqual(whole);
		expect(about(`Bo Ek\n\nOm havet\n\n5 maj 2020\n\n${sea}`)).toEqual(whole);
		expect(about(`Om havet\nAv Bo Ek\nPublicerad 5 maj 2020\n\n${sea}`)).toEqual(whole);
	});

	it.each([
		['Av Bo Ek, Lund, 5 maj 2020', ['Bo Ek']],
		['*Av Bo Ek, Kustbladet, 5 maj 2020*', ['Bo Ek']],
		['Av Bo Ek och Cia Dal, den 5 maj 2020', ['Bo Ek', 'Cia Dal']],
		['Av Bo Ek den 5 maj 2020', ['Bo Ek']],
		['Lund, 5 maj 2020', undefined]
	])('can have its writer and its date on one line: %s', (line, authors) => {
		const whole = { ...nothing, title: 'Om havet', issued: '2020-05-05' };
		const text = `Om havet\n\n${line}\n\n${sea}`;
		expect(about(text)).toEqual({ ...whole, authors });
		expect(leftOut(text)).toEqual([expect.stringContaining('date')]);
	});

	it.each([
		['av Bo Ek | Kustbladet', '5/5 2020'],
		['by Bo Ek in London', '5 May 2020 10.15 BST'],
		['Bo Ek, utrikeskorrespondent', 'Uppdaterad 2020-05-06\n\nPublicerad 2020-05-05'],
		['TEXT BO EK FOTO CIA DAL', '05.05.2020'],
		['Bo Ek\nbo.ek@example.org', '2020-05-05']
	])('can have its writer in the forms that papers print: %s', (byline, date) => {
		expect(about(`Om havet\n\n${byline}\n\n${date}\n\n${sea}`)).toEqual({
			...nothing,
			title: 'Om havet',
			authors: ['Bo Ek'],
			issued: '2020-05-05'
		});
	});

	it('can belong to a poem', () => {
		const poem =
			'Det faller ett löv\npå den våta stenen\n\nDet faller ett till\noch kvällen är lång';
		expect(about(`Höst\n\nav Bo Ek\n\n${poem}`)).toMatchObject({
			title: 'Höst',
			authors: ['Bo Ek']
		});
	});

	it('has no date if every part of the text has one, as in a diary', () => {
		const diary = [5, 6, 7].map((day) => `${day} maj 2020\n\n${sea} ${town}`).join('\n\n');
		expect(about(diary).issued).toBeUndefined();
		expect(outline(diary).filter((line) => line.startsWith('H'))).toEqual([
			'H2 5 maj 2020',
			'H2 6 maj 2020',
			'H2 7 maj 2020'
		]);
		expect(
			about(`Om havet\n\n5 maj 2020\n\n${sea}\n\nUppdaterad 6 maj 2020\n\n${sea}`).issued
		).toBe('2020-05-05');
	});

	it('does not take a list of people or a chapter as its title', () => {
		expect(about(`Närvarande: Anna Ek, Bo Alm\n\n${sea}`).title).toBeUndefined();
		expect(about(`ROMANEN\n\nFörsta kapitlet\n\n${sea}`).title).toBe('ROMANEN');
		expect(about(`Havet: en resa\n\n${sea}`).title).toBe('Havet: en resa');
	});

	it('can precede lines that are broken at a width', () => {
		const lines = [sea, town, sea].map((text) => `   ${wrap(text, 60)}`).join('\n');
		expect(about(`Om havet\nBo Ek\n\n${lines}`)).toMatchObject({
			title: 'Om havet',
			authors: ['Bo Ek']
		});
	});

	it('can name the place of printing, with text after it', () => {
		const text = `Om havet\n\nUrsprungligen publicerad i 2 delar i Lunds blad 17-18/1 2020. Bo Ek är fiskare.\n\n${sea}`;
		expect(about(text)).toEqual({
			...nothing,
			title: 'Om havet',
			publication: 'Lunds blad',
			issued: '2020-01-17/2020-01-18'
		});
		expect(outline(text)).toEqual(['P Bo Ek är fiskare.', `P ${sea}`]);
	});

	it('can be a magazine’s: masthead, issue, title', () => {
		expect(
			about(`SeaToday       A magazine for sailors\n\nIssue 12 May 2020\n\nOn the sea\n\n${sea}`)
		).toEqual({
			...nothing,
			title: 'On the sea',
			publication: 'SeaToday, Issue 12',
			issued: '2020-05'
		});
	});

	it('can be that of a group’s bulletin', () => {
		const text = `Hamnens vänner/Kajens vänner\n\nBulletin no. 3\n\n5 May 2020\n\nOM HAVET: En lång titel om havet och om dess stränder\n\n${sea}`;
		expect(about(text)).toEqual({
			title: 'OM HAVET: En lång titel om havet och om dess stränder',
			authors: ['Hamnens vänner', 'Kajens vänner'],
			publication: 'Bulletin no. 3',
			issued: '2020-05-05'
		});
	});

	it('has one title, even if it is repeated or glued to a caption', () => {
		const title = 'Om havet och dess stränder';
		const twice = `${title}\nEn båt. Foto: Bo Ek\n\n${title}\n\n${sea}`;
		expect(about(twice).title).toBe(title);
		expect(leftOut(twice)).toEqual([`repeated-title: ${title}`]);
		expect(outline(twice)).toEqual(['C En båt. / Foto: Bo Ek', `P ${sea}`]);
		expect(outline(`${title} En båt. Foto: Bo Ek\n\n${title}\n\n${sea}`)).toEqual(outline(twice));
	});

	it('has a kicker above its title', () => {
		expect(about(`NYHETER\n\nStorm över havet\n\n${sea}`).title).toBe('Storm över havet');
	});

	it('can be front matter in Markdown', () => {
		const text = `---\ntitle: "Om havet"\nauthors: [Bo Ek, Anna Alm]\ndate: 2020-05-05\nmood: calm\n---\n\n${sea}`;
		expect(about(text)).toEqual({
			...nothing,
			title: 'Om havet',
			authors: ['Bo Ek', 'Anna Alm'],
			issued: '2020-05-05'
		});
		expect(leftOut(text)).toContain('front-matter: mood: calm');
	});

	it('differs from that of a work which its front matter says it reads', () => {
		const text = `---\ntitle: Om havet\nreads:\n  title: Havet\n  authors: ["Bo Ek"]\n  address: Bladet\n  issued: 2014\n---\n\n${sea}`;
		expect(about(text)).toEqual({ ...nothing, title: 'Om havet' });
	});
});

describe('missing metadata is not invented', () => {
	it.each([
		['a text that begins at once', `${sea}\n\n${town}`],
		[
			'a text that begins inside a sentence',
			`och så var det, sade hon då\n\nmen det var inte sant. ${sea}`
		],
		['verse', 'En rad som är vers\noch en som rimmar\n\nEn rad till\noch en som inte gör det']
	])('in %s', (_, text) => {
		expect(about(text)).toEqual(nothing);
	});

	it('a sentence with a date in it is no date line', () => {
		const text = `Om havet\n\nDen 2 januari 2022 kom stormen till kusten, och den var stor.\n\n${sea}`;
		expect(about(text).issued).toBeUndefined();
	});
});

describe('the tail', () => {
	it('can have the writers, the date and the rights', () => {
		const text = `Om havet\n\n${sea}\n\n${town}\n\nLund, 5 maj 2020\n\nAnna Ek och Bo von Alm\nForskare vid havet.\n\n© 2020 Lunds blad`;
		expect(about(text)).toMatchObject({ authors: ['Anna Ek', 'Bo von Alm'], issued: '2020-05-05' });
		expect(read(text).article.rights).toBe('© 2020 Lunds blad');
		expect(outline(text).at(-1)).toBe('P Forskare vid havet.');
	});

	it('names nobody if the writers are known', () => {
		const text = `Om havet\n\nBo Ek\n\n${sea}\n\n${town}\n\nAnna Alm`;
		expect(about(text).authors).toEqual(['Bo Ek']);
		expect(outline(text).at(-1)).toBe('P Anna Alm');
	});
});

describe('a standfirst is recognised', () => {
	it('between the title and a date, with all its paragraphs', () => {
		expect(outline(`Om havet\n\n${sea}\n${town}\n\nPublicerad: 2020-05-05\n\n${sea}`)).toEqual([
			`S ${sea}`,
			`S ${town}`,
			`P ${sea}`
		]);
	});

	it('by the writer’s name in it, which becomes metadata', () => {
		const lead = 'Havet stiger, skriver Bo Ek, fiskare.';
		expect(outline(`Om havet\n\n${lead}\n\n${sea}`)[0]).toBe(`S ${lead}`);
		expect(about(`Om havet\n\n${lead}\n\n${sea}`).authors).toEqual(['Bo Ek']);
	});

	it('before numbered theses, and by emphasis from end to end', () => {
		expect(outline(`Om havet\n\n${town}\n\n1) ${sea}\n\n2) ${sea}`)[0]).toBe(`S ${town}`);
		expect(outline(`Om havet\n\n**${town}**\n\n${sea}`)[0]).toBe(`S **${town}**`);
	});
});

describe('no standfirst is recognised', () => {
	it('in the first paragraph of any text', () => {
		expect(outline(`Om havet\n\n${town}\n\n${sea}`)[0]).toBe(`P ${town}`);
	});

	it('in a paragraph that introduces a list', () => {
		expect(outline(`Bröd\n\nDu behöver:\n\n- mjöl\n- salt\n\n1. Blanda.\n2. Baka.`)[0]).toBe(
			'P Du behöver:'
		);
	});
});

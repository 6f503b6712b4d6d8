import { describe, expect, it } from 'vitest';
import { wrap } from './damage.fixture';
import { outline, prose } from './outline.fixture';

const [sea, town, road] = ['havet', 'staden', 'vägen'].map(prose) as [string, string, string];

describe('lines broken at a width are joined', () => {
	it.each([30, 48, 60, 72, 80, 120])('at %d columns, blank lines between paragraphs', (width) => {
		expect(outline(wrap([sea, town, road].join('\n\n'), width))).toEqual([
			`P ${sea}`,
			`P ${town}`,
			`P ${road}`
		]);
	});

	it('if decomposed letters were counted as two', () => {
		const names =
			'När åren går över ängar och åkrar på Öland står de gamla där och ser hur sjön går hög mot Östersjöns stränder, och så går också de hem.'
				.concat(
					' Så är det även på Åland, där båtarna åker över till Öregrund varje år när våren är här.'
				)
				.repeat(2);
		for (let width = 60; width < 80; width++)
			expect(outline(wrap(`${names}\n\n${sea}`.normalize('NFD'), width))).toEqual([
				`P ${names}`,
				`P ${sea}`
			]);
	});

	it('if a newline alone ends a paragraph, by the room on its last line', () => {
		expect(outline(wrap([sea, town, road].join('\n'), 72))).toEqual([
			`P ${sea}`,
			`P ${town}`,
			`P ${road}`
		]);
	});

	it('if a line that goes on ends with a space', () => {
		const flowed = (text: string) => wrap(text, 40).replaceAll('\n', ' \n');
		expect(outline(`${flowed(sea)}\n${flowed(town)}`)).toEqual([`P ${sea}`, `P ${town}`]);
	});

	it('if an indent begins a paragraph', () => {
		const indented = (text: string) => wrap(`    ${text}`, 50).replace(/^/, '    ');
		expect(outline(`${indented(sea)}\n${indented(town)}`)).toEqual([`P ${sea}`, `P ${town}`]);
	});

	it('in Markdown, which treats a newline as white space', () => {
		expect(outline('# Titel\n\nEn rad.\nOch en till, som är\nkort.')).toEqual([
			'P En rad. Och en till, som är kort.'
		]);
	});
});

describe('lines are not joined', () => {
	it('if nothing has broken them', () => {
		expect(outline([sea, town, road].join('\n'))).toEqual([`P ${sea}`, `P ${town}`, `P ${road}`]);
	});

	it('if the next line is a list item, though a dash may also begin a broken line', () => {
		const items = '- ett mjöl som är malet\n- två sorters salt';
		expect(outline(`${wrap(sea, 60)}\n\n${items}`)).toEqual([
			`P ${sea}`,
			'L ett mjöl som är malet',
			'L två sorters salt'
		]);
		const dashed =
			'Här står det ett streck mitt i en mening som är lång nog för att brytas - och den går vidare där efter strecket utan att vara en lista.';
		for (let width = 40; width < 90; width++)
			expect(outline(wrap(`${dashed}\n\n${sea}`, width))).toEqual([`P ${dashed}`, `P ${sea}`]);
	});
});

describe('a hyphen at a break', () => {
	it('stays if it belongs to the word or replaces a later part of a word', () => {
		expect(
			outline(wrap(`${'ord '.repeat(11)}i nordvästra US-amerikanska delen är det så.`, 60))[0]
		).toMatch(/ US-amerikanska /);
		expect(
			outline(wrap(`${'ord '.repeat(12)}väster- och österut är det så, och det är bra.`, 57))[0]
		).toMatch(/ väster- och /);
	});

	it('is removed if a typesetter added it', () => {
		const set = [
			'Det var en gång en kung som inte kunde sova, och som där-',
			'för lät hämta en man som kunde berätta sagor. Mannen be-',
			'rättade hela natten, och kungen lyssnade. Därför kunde han',
			'inte heller sova den natten, och inte nästa. Han måste be-',
			'rätta vidare, sade kungen, och så berättade han vidare, men',
			'det var därför han blev så trött.'
		].join('\n');
		expect(outline(set)[0]).toMatch(
			/som därför lät .* Mannen berättade hela .* måste berätta vidare/
		);
	});
});

it('many hyphens at line ends are a typesetter’s, even if no word recurs', () => {
	const set = [
		'Skepparen hade seglat i trettio år och aldrig sett något lik-',
		'nande. Ljuset kom från nordväst, och det rörde sig som om nå-',
		'gon bar det. Han väckte styrmannen, som inte ville tro hon-',
		'om, och tillsammans stod de vid relingen tills det blev dag.'
	].join('\n');
	expect(outline(set)[0]).toMatch(/likn?ande\. .* någon bar det\. .* tro honom, och/);
});

it('a few hyphens at line ends belong to compounds', () => {
	const compound = `Han hade en kontra-\nrevolutionär vän i staden, som han ofta gick hem till.`;
	const lines = wrap(`${sea} ${town} ${road} ${sea} ${town} ${road} ${sea} ${town} ${road}`, 50);
	expect(outline(`${lines}\n\n${compound}`)[1]).toContain('kontra-revolutionär');
});

it('a bullet opens an item wherever it is', () => {
	const text = `Föreningen ska i alla de orter där den har medlemmar verka för att\n• ordna möten för alla som vill komma dit och lyssna till en läsning,\n• ge ut en tidning som\nska vara öppen för alla\n\n• vara till`;
	expect(outline(text).slice(1)).toEqual([
		'L ordna möten för alla som vill komma dit och lyssna till en läsning,',
		'L ge ut en tidning som ska vara öppen för alla',
		'L vara till'
	]);
});

it('an address on a line of its own is no evidence of how lines are broken', () => {
	expect(outline(`${sea}\n\nSkriv till Bo Ek\nbo.ek@example.org\n\n${town}`).slice(1, 3)).toEqual([
		'P Skriv till Bo Ek',
		'P bo.ek@example.org'
	]);
	const cut = wrap(
		`${sea} Se https://example.org/en/lang/adress/som/inte/far/plats/har nu. ${town}`,
		60
	);
	expect(outline(`${cut}\n\n${sea}`)).toHaveLength(2);
});

it('an address cut by a break is joined', () => {
	const long = `Det står att läsa på <https://example.org/en-mycket-lang-adress/som-inte-far-plats/pa-en-rad>.`;
	expect(outline(wrap(`${long} ${sea}\n\n${town}`, 60))[0]).toContain(
		'<https://example.org/en-mycket-lang-adress/som-inte-far-plats/pa-en-rad>'
	);
});

import { describe, expect, it } from 'vitest';
import { wrap } from './damage.fixture';
import { outline, prose } from './outline.fixture';

const [sea, town, road] = ['havet', 'staden', 'vägen'].map(prose) as [string, string, string];

describe('lines that were broken at a width are joined', () => {
	it.each([30, 48, 60, 72, 80, 120])('at %d columns, blank lines between paragraphs', (width) => {
		expect(outline(wrap([sea, town, road].join('\n\n'), width))).toEqual([
			`P ${sea}`,
			`P ${town}`,
			`P ${road}`
		]);
	});

	it('where decomposed letters were counted as two', () => {
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

	it('where a newline alone ends a paragraph, by the room that its last line had', () => {
		expect(outline(wrap([sea, town, road].join('\n'), 72))).toEqual([
			`P ${sea}`,
			`P ${town}`,
			`P ${road}`
		]);
	});

	it('where a line that goes on ends with a space', () => {
		const flowed = (text: string) => wrap(text, 40).replaceAll('\n', ' \n');
		expect(outline(`${flowed(sea)}\n${flowed(town)}`)).toEqual([`P ${sea}`, `P ${town}`]);
	});

	it('where an indent begins a paragraph', () => {
		const indented = (text: string) => wrap(`    ${text}`, 50).replace(/^/, '    ');
		expect(outline(`${indented(sea)}\n${indented(town)}`)).toEqual([`P ${sea}`, `P ${town}`]);
	});

	it('in Markdown, where a newline is white space', () => {
		expect(outline('# Titel\n\nEn rad.\nOch en till, som är\nkort.')).toEqual([
			'P En rad. Och en till, som är kort.'
		]);
	});
});

describe('but not', () => {
	it('lines that nothing has broken', () => {
		expect(outline([sea, town, road].join('\n'))).toEqual([`P ${sea}`, `P ${town}`, `P ${road}`]);
	});

	it('an item of a list to the line before it, though a dash may begin a broken line', () => {
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
	it('stays where the word has it, or a word is to come', () => {
		expect(
			outline(wrap(`${'ord '.repeat(11)}i nordvästra US-amerikanska delen är det så.`, 60))[0]
		).toMatch(/ US-amerikanska /);
		expect(
			outline(wrap(`${'ord '.repeat(12)}väster- och österut är det så, och det är bra.`, 57))[0]
		).toMatch(/ väster- och /);
	});

	it('goes where a typesetter has set it', () => {
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

it('hyphens at many lines’ ends are a typesetter’s, also where no word comes again', () => {
	const set = [
		'Skepparen hade seglat i trettio år och aldrig sett något lik-',
		'nande. Ljuset kom från nordväst, och det rörde sig som om nå-',
		'gon bar det. Han väckte styrmannen, som inte ville tro hon-',
		'om, och tillsammans stod de vid relingen tills det blev dag.'
	].join('\n');
	expect(outline(set)[0]).toMatch(/likn?ande\. .* någon bar det\. .* tro honom, och/);
});

it('but a few are those of compounds', () => {
	const compound = `Han hade en kontra-\nrevolutionär vän i staden, som han ofta gick hem till.`;
	const lines = wrap(`${sea} ${town} ${road} ${sea} ${town} ${road} ${sea} ${town} ${road}`, 50);
	expect(outline(`${lines}\n\n${compound}`)[1]).toContain('kontra-revolutionär');
});

it('a bullet opens an item wherever it stands', () => {
	const text = `Föreningen ska i alla de orter där den har medlemmar verka för att\n• ordna möten för alla som vill komma dit och lyssna till en läsning,\n• ge ut en tidning som\nska vara öppen för alla\n\n• vara till`;
	expect(outline(text).slice(1)).toEqual([
		'L ordna möten för alla som vill komma dit och lyssna till en läsning,',
		'L ge ut en tidning som ska vara öppen för alla',
		'L vara till'
	]);
});

it('an address on a line of its own says nothing of how lines are broken', () => {
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

it('an address that a break has cut is whole again', () => {
	const long = `Det står att läsa på <https://example.org/en-mycket-lang-adress/som-inte-far-plats/pa-en-rad>.`;
	expect(outline(wrap(`${long} ${sea}\n\n${town}`, 60))[0]).toContain(
		'<https://example.org/en-mycket-lang-adress/som-inte-far-plats/pa-en-rad>'
	);
});

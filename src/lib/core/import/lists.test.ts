import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const [sea, town] = [prose('havet'), prose('staden')];
const kinds = (text: string) =>
	outline(text)
		.map((line) => line[0])
		.join('');

describe('a reply that begins with a dash is a paragraph and keeps the dash', () => {
	it.each(['-', '–', '—', '--', '―'])('%s', (dash) => {
		const replies = [`${dash} Är du där? frågade Bo.`, `${dash} Ja, sade Eva.`, `${dash} Kom då.`];
		expect(outline([sea, ...replies, town].join('\n\n'))).toEqual(
			[sea, ...replies, town].map((text) => `P ${text}`)
		);
	});

	it('though no paragraph says who speaks', () => {
		expect(kinds(`${sea}\n\n- Är du där?\n\n- Nej.\n\n${town}\n\n- Aldrig!\n\n${sea}`)).toBe(
			'PPPPPP'
		);
	});

	it('also after a colon that says that somebody speaks', () => {
		expect(kinds(`${sea}\n\nTill slut sade Eva:\n\n- Kom hit. Nu går vi.\n\n${town}`)).toBe('PPPP');
	});

	it('where newlines alone end paragraphs', () => {
		expect(kinds(`${sea}\n- Är du där? frågade Bo.\n- Ja, sade Eva.\n${town}`)).toBe('PPPP');
	});
});

describe('lines with a dash are a list', () => {
	it.each([
		['without full stops', '- en båt\n\n- två åror\n\n- ett ankare'],
		['of sentences under a colon', '- Ta med en båt.\n\n- Ta med två åror.'],
		['of questions under a colon', '- Vem ska ro?\n\n- Vem ska styra?']
	])('%s', (_, items) => {
		const count = items.split('\n\n').length;
		expect(kinds(`Det här ska vi tänka på:\n\n${items}\n\n${sea}`)).toBe(`P${'L'.repeat(count)}P`);
	});

	it('of questions under a line that is no sentence', () => {
		expect(kinds(`${sea}\n\nVid havet\n\n- Vem ska ro?\n\n- Vem ska styra?\n\n${town}`)).toBe(
			'PPLLP'
		);
	});

	it('in a text that has dialogue too', () => {
		const talk = '- Vad tog du? frågade Bo.\n\n- Allt, sade Eva.';
		expect(
			kinds(`${talk}\n\n${sea}\n\nI båten låg:\n\n- Två åror.\n\n- Ett ankare.\n\n${town}`)
		).toBe('PPPPLLP');
	});

	it('of sentences where nothing is spoken', () => {
		expect(kinds(`${sea}\n\n- Båten ska ros.\n\n- Ankaret ska lyftas.\n\n${town}`)).toBe('PLLP');
	});
});

describe('a dash inside a paragraph that is broken at a width', () => {
	// Lines of similar length, as in print: many have room for the next word.
	const printed = [
		'Hon satt kvar vid bordet och såg ut över gården där snön låg djup och',
		'orörd sedan natten. Båten är borta, sade hon till slut till Olle.',
		'- Den låg där i morse, det såg jag när jag gick ner till vattnet',
		'för att hämta in näten som vi lade ut i går kväll, innan det blev',
		'mörkt, och nu är de borta de också. Han svarade inte utan reste',
		'sig och gick ut i farstun, där han letade efter sina skor bland',
		'allt som hade blivit liggande där sedan hösten, och gick sedan ut.'
	].join('\n');

	it('begins no list item, though lines are uneven', () => {
		expect(kinds(`${printed}\n\n${printed}`)).toBe('PP');
	});
});

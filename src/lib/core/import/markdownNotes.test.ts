import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const sea = prose('havet');

describe('a note of several paragraphs', () => {
	it.each(['    ', '\t', '  '])('goes on with an indent of %j', (indent) => {
		const note = `[^a]: Första stycket.\n\n${indent}Andra stycket, som är\n${indent}längre.\n\n${indent}Tredje stycket.`;
		expect(outline(`# Titel\n\nEtt ord.[^a]\n\n${note}\n\n${sea}`)).toEqual([
			'P Ett ord.[^a]',
			`P ${sea}`,
			'Fa Första stycket. Andra stycket, som är längre. Tredje stycket.'
		]);
	});

	it('goes on with a quotation', () => {
		expect(
			outline('Ett ord.[^a]\n\n[^a]: En not.\n\n    > Ett citat.\n\n    Och mer.').slice(1)
		).toEqual(['Fa En not. Ett citat. Och mer.']);
	});

	it('ends where a paragraph has no indent', () => {
		expect(outline(`Ett ord.[^a]\n\n[^a]: En not.\n\n${sea}`)).toEqual([
			'P Ett ord.[^a]',
			`P ${sea}`,
			'Fa En not.'
		]);
	});

	it('ends where the next note begins', () => {
		expect(outline('Ett[^a] ord.[^b]\n\n[^a]: En not.\n\n  [^b]: En annan.').slice(1)).toEqual([
			'Fa En not.',
			'Fb En annan.'
		]);
	});
});

describe('an inline note', () => {
	it('becomes a footnote with a number of its own', () => {
		expect(
			outline('Ett ord^[En not med [länk](https://example.org/) i.] här.[^1]\n\n[^1]: En annan.')
		).toEqual([
			'P Ett ord[^2] här.[^1]',
			'F2 En not med [länk](https://example.org/) i.',
			'F1 En annan.'
		]);
	});

	it.each([
		['without an end', 'Ett ord^[utan slut är det.', 'Ett ord^[utan slut är det.'],
		['with a space', 'Två ^ [upphöjt] är det.', 'Två ^ [upphöjt] är det.'],
		['escaped', 'Ett \\^[inget] är det.', 'Ett ^[inget] är det.']
	])('is not seen %s', (_, text, same) => {
		expect(outline(text)).toEqual([`P ${same}`]);
	});
});

import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const sea = prose('havet');

describe('a drop cap is joined with its word', () => {
	it.each([
		['by a space', 'N är hon kom hem var dörren öppen.', 'När hon kom hem var dörren öppen.'],
		['on a line of its own', 'S\nnön föll hela natten.', 'Snön föll hela natten.'],
		[
			'in a paragraph of its own',
			'B\n\nryggan var tom den kvällen.',
			'Bryggan var tom den kvällen.'
		],
		['before small capitals', 'M\nÅNEN SKEN över viken.', 'MÅNEN SKEN över viken.'],
		['after a quotation mark', '”V\ni går nu”, sade hon.', '”Vi går nu”, sade hon.'],
		['that is a word of its own', 'I\nngen visste vart han gick.', 'Ingen visste vart han gick.'],
		[
			'of another alphabet’s letters',
			'Å ret var 1931 och byn var liten.',
			'Året var 1931 och byn var liten.'
		]
	])('%s', (_, text, joined) => {
		expect(outline(`${sea}\n\n${text}\n\n${sea}`)).toContain(`P ${joined}`);
	});

	it('in English', () => {
		expect(outline('A\nlice was late again, and she knew it.\n\nBut Alice ran.', 'en')[0]).toBe(
			'P Alice was late again, and she knew it.'
		);
	});
});

describe('a letter stays alone', () => {
	it.each([
		['that is a word', 'I en by vid havet bodde hon.'],
		['though the text has both as one word', 'I morgon kommer hon, och imorgon är bra.'],
		['that is a name', 'K var inte hemma, sade de. Där fanns K inte kvar.'],
		['of an abbreviation', 'T ex kan man segla dit.'],
		['that is a chapter’s number', 'Och X är okänd här.']
	])('%s', (_, text) => {
		expect(outline(`${sea}\n\n${text}\n\n${sea}`)).toContain(`P ${text}`);
	});

	it.each([
		'A d---- fool, he said, and an ad.',
		'A long time ago they met.',
		'I had a boat.',
		'O captain, come home to us.'
	])('in English: %s', (text) => {
		expect(outline(`${text}\n\nThey had it long.`, 'en')[0]).toBe(`P ${text}`);
	});

	it('over a chapter whose first words are in capitals', () => {
		expect(outline(`${sea}\n\nV\n\nDET VAR natt. ${sea}`).join('\n')).not.toContain('VDET');
	});
});

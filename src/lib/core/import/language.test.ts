import { expect, it } from 'vitest';
import { detectLanguage } from './language';

it.each([
	['sv', 'Det här är en text som inte är så lång.'],
	['en', 'This is a text that is not very long, and it is in English.'],
	['de', 'Das ist ein Text, der nicht auf Englisch ist.'],
	['no', 'Dette er ikke en svensk tekst, men det er noe som ligner på en.'],
	['fr', 'Ceci est un texte dans une langue que nous ne lisons pas.'],
	['fi', 'Tämä on teksti, joka ei ole ruotsia eikä se ole myös norjaa.'],
	['ru', 'Это не шведский текст'],
	[null, 'xyz abc qqq'],
	[
		null,
		'qqq xyz abc the qqq www eee rrr ttt uuu ooo ppp fff ggg hhh jjj kkk lll the vvv bbb nnn mmm zzz'
	],
	[null, '12 34 56'],
	[null, '']
])('%s: %s', (lang, text) => {
	expect(detectLanguage(text)).toBe(lang);
});

it('the language is detected in spite of names and quotations in another language', () => {
	const text =
		'Han sade att det var i The New York Review of Books som det hade stått, och att det är sant.';
	expect(detectLanguage(text)).toBe('sv');
});

it('the language is that of the writer’s own words when others are quoted at length', () => {
	const own = (end: string) => `Det var på våren som breven kom, och de var många${end}`;
	const foreign =
		'“We did not know what to make of it, and there were forty of them in the first week, and by the end of the month there was no room left for the others that came.”';
	const text = `${own(':')}\n\n${foreign}\n\n${own('. Hon skrev:')}\n\n${foreign}\n\n${foreign}`;
	expect(detectLanguage(text)).toBe('sv');
	expect(detectLanguage(`Breven.\n\n${foreign}`)).toBe('en');
	expect(detectLanguage(foreign.replace(/[“”]/g, '').concat(` ”${own('.')}”`))).toBe('en');
});

it('the language is that of most of a long text, read in three places', () => {
	const english = 'This is the foreword of the book. '.repeat(1000);
	const swedish = 'Det här är boken, och den är på svenska. '.repeat(20_000);
	expect(detectLanguage(english + swedish)).toBe('sv');
});

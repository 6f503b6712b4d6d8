import { expect, it } from 'vitest';
import { leftOut, outline } from './outline.fixture';

const end =
	'\n\n[k]: https://example.org/k "Titel"\n[Båten]: <https://example.org/b>\n[x]: ./sida.html';

it.each([
	['[kommunen][k] säger', '[kommunen](https://example.org/k) säger'],
	['[Båten][] kom', '[Båten](https://example.org/b) kom'],
	['[båten] kom', '[båten](https://example.org/b) kom'],
	['[en sida][x] finns', 'en sida finns'],
	['[sic] står det', '[sic] står det'],
	['[k](https://example.org/annan) är', '[k](https://example.org/annan) är'],
	['Not[^k] är', 'Not[^k] är']
])('a reference link becomes a link: %s', (text, link) => {
	expect(outline(`Det är så, ${text} det.${end}`)).toEqual([`P Det är så, ${link} det.`]);
});

it('its definition is left out', () => {
	expect(leftOut(`Det är [så][k].${end}`)).toEqual([
		'link: [k]: https://example.org/k "Titel"',
		'link: [Båten]: <https://example.org/b>',
		'link: [x]: ./sida.html'
	]);
});

it('a note with a number in brackets is no definition', () => {
	expect(outline('Ett ord.[1]\n\n[1]: Se Ek, som är utgiven.')).toEqual([
		'P Ett ord.[^1]',
		'F1 Se Ek, som är utgiven.'
	]);
});

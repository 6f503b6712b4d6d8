import { expect, test } from 'vitest';
import { pageOf, paragraphs, prose, read } from './page.fixture';

const stanza = ['Hjulet går runt,', 'vattnet är <em>vilt och', 'vitt</em>.'];
const verse = (...stanzas: string[]): string => `${paragraphs}<pre>${stanzas.join('\n\n')}</pre>`;

test('lines of preformatted text are line breaks, within marks too', () => {
	const { body } = read(pageOf(verse(stanza.join('\n'))));
	expect(body.at(-1)).toBe('Hjulet går runt,\\\nvattnet är *vilt och\\\nvitt*.');
});

test('blank lines of preformatted text separate stanzas, with blanks in them too', () => {
	const { body } = read(
		pageOf(verse('\nEn rad,\r\n  en till.\n \n', 'Tredje raden,\nden sista.\n'))
	);
	expect(body.slice(prose.length)).toEqual(['En rad,\\\nen till.', 'Tredje raden,\\\nden sista.']);
});

test('prose that is broken at a width in preformatted text is joined', () => {
	const lines = [
		'Kvarnen byggdes av Nils, som kom hit från Skåne med sin',
		'bror och hade med sig två stenar och ett hjul av ek, så',
		'tungt att åtta man fick bära det, och så stort att ingen',
		'port i byn var bred nog.'
	];
	const { body } = read(pageOf(`<pre>${lines.join('\n')}\n\n${prose[1]}</pre>`));
	expect(body).toEqual([lines.join(' '), prose[1]]);
});

import { describe, expect, test } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import { importHtml } from './importHtml';
import { pageOf, paragraphs } from './page.fixture';

const numbered =
	(piece: (nth: number) => string) =>
	(length: number): string => {
		let text = '';
		for (let nth = 0; text.length < length; nth++) text += piece(nth);
		return text;
	};

const said =
	'Det här är en mening som är lång nog att vara löpande text, och den handlar om en kvarn.';

/** Every kind of page that took more than its share, or might. */
const kinds: Readonly<Record<string, (length: number) => string>> = {
	'short paragraphs and list items': numbered(
		(n) => `<p>Stycke ${n}.</p><ul><li>Led ${n}</li></ul>`
	),
	'paragraphs without an end tag': repeated('<p>a'),
	'rows of a table': (length) => `<table>${numbered((n) => `<tr><td>a${n}<td>b`)(length)}`,
	'nested elements': repeated('<div>ord '),
	'nested tables': repeated('<table><tr><td>ord '),
	'nested lists': repeated('<ul><li>ord '),
	'marks without an end': numbered((n) => `<font color="${n}">ord <p>ord`),
	'one long paragraph': (length) => `<p>${repeated('ord och <b>ord</b>, ')(length)}`,
	'line breaks': repeated('ord<br>'),
	'links within the page': numbered((n) => `<p id="n${n}">Ord<a href="#n${n + 9}">${n % 900}</a>`),
	'links to one note': (length) =>
		`<p>${repeated('ord<a href="#n">1</a>')(length)}<p id="n">1 Se boken.`,
	'links to no note': repeated('<a name="x"></a>ord<a href="#y">1</a> '),
	'notes in one paragraph': (length) =>
		numbered((n) => `<p>ord<a href="#f${n}">[1]</a></p>`)(length / 2) +
		`<p>${numbered((n) => `<a id="f${n}"></a>[1] Se boken.<br>`)(length / 2)}`,
	'pictures of letters': repeated('<img alt="A">'),
	'drop caps': repeated('<span class="dropcap">S</span> meden '),
	comments: (length) =>
		paragraphs + numbered((n) => `<div><p>Läsare ${n}</p><p>${said}</p></div>`)(length),
	'page marks': (length) => `<p>${repeated('ord<span class="pagenum">[1]</span>et ')(length)}`,
	blanks: (length) => `<p>a${' '.repeat(length)}b`,
	attributes: (length) => `<p class="${repeated('a ')(length)}" ${repeated('a=b ')(length)}>ord`
};

describe('a page takes time in proportion to its size', () => {
	test.each(Object.entries(kinds))('%s', (_, make) => {
		expectLinear(
			(size) => Buffer.from(pageOf(make(size))),
			(bytes) => void importHtml(bytes, 'sv'),
			4_000
		);
	});
});

test('a message takes time in proportion to its size', () => {
	const message = (body: string) =>
		Buffer.from(
			`MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${body}`
		);
	for (const piece of ['--a ', '=', '= \n', ' ', '\n--a'])
		expectLinear(
			(size) => message(repeated(piece)(size)),
			(bytes) => void importHtml(bytes, 'sv')
		);
	expect(importHtml(message(''), 'sv').ok).toBe(false);
});

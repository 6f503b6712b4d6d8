import { expect, test } from 'vitest';
import { pageOf, paragraphs, prose, read } from './page.fixture';

const page = (first: string, second: string, notes: string) =>
	pageOf(
		`<article><p>${prose[0]}${first}</p><p>${prose[1]}${second}</p>${paragraphs}${notes}</article>`
	);

test.each([
	[
		'kramdown',
		page(
			'<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>',
			'<sup id="fnref:1:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>',
			'<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>Se boken.</p><p>Den är slut. <a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a>&nbsp;<a href="#fnref:1:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p></li></ol></div>'
		)
	],
	[
		'pandoc',
		page(
			'<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
			'<a href="#fn1" class="footnote-ref" id="fnref1b" role="doc-noteref"><sup>1</sup></a>',
			'<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol><li id="fn1"><p>Se boken.</p><p>Den är slut.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'
		)
	],
	[
		'a program without roles, with words for the way back',
		page(
			'<a id="r1" href="#n1">[1]</a>',
			'<a id="r2" href="#n1">[1]</a>',
			'<div id="n1"><a href="#r1">[1]</a> Se boken. Den är slut. <a href="#r1">Åter till texten</a> <a href="#r2">(2)</a></div>'
		)
	]
])('a note referred to twice has neither way back in it: %s', (_, html) => {
	const { body, notes } = read(html);
	expect(body[0]).toBe(`${prose[0]}[^1]`);
	expect(body[1]).toBe(`${prose[1]}[^1]`);
	expect(notes).toEqual([['1', 'Se boken. Den är slut.']]);
});

test('a link in a note that leads elsewhere stays', () => {
	const { notes } = read(
		page(
			'<sup><a id="r1" href="#n1">1</a></sup>',
			'',
			'<ol><li id="n1">Se <a href="https://dal.example/">arkivet</a>. <a href="#r1">↩</a></li></ol>'
		)
	);
	expect(notes).toEqual([['1', 'Se [arkivet](https://dal.example/).']]);
});

test('a declared reference whose marker a text cannot have is numbered', () => {
	const { body, notes } = read(
		page(
			'<sup class="reference"><a href="#n1">[anm 1]</a></sup>',
			'<sup class="reference"><a href="#n2">[anm 2]</a></sup>',
			'<ol><li id="n1">Se boken.</li><li id="n2">Se tidningen.</li></ol>'
		)
	);
	expect(body.slice(0, 2)).toEqual([`${prose[0]}[^1]`, `${prose[1]}[^2]`]);
	expect(notes).toEqual([
		['1', 'Se boken.'],
		['2', 'Se tidningen.']
	]);
});

test('notes in one paragraph are parted at their places, even inside marks', () => {
	const { notes } = read(
		page(
			'<a href="#n1">*</a>',
			'<a href="#n2">†</a>',
			'<p><small><a id="n1"></a>* Se boken.<br><a id="n2"></a>† Se tidningen.</small></p>'
		)
	);
	expect(notes).toEqual([
		['*', 'Se boken.'],
		['†', 'Se tidningen.']
	]);
});

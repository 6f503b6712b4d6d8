import { describe, expect, test } from 'vitest';
import { flowOf, flowOfPage, lines, linesOf, page, png } from './epub.fixture';

describe('blocks', () => {
	test('headings, quotations, list items and captions keep their kind', () => {
		expect(
			linesOf(
				'<h1>Kvarnen</h1><p>Det regnar.</p><blockquote><p>Ja.</p></blockquote><ul><li><p>Mjöl</p><p>Salt</p></li></ul><p class="caption">En kvarn</p>'
			)
		).toEqual([
			'heading 1: Kvarnen',
			'paragraph: Det regnar.',
			'quote: Ja.',
			'list-item: Mjöl',
			'list-item: Salt',
			'caption: En kvarn'
		]);
	});

	test('words outside a paragraph are a block, and words round a block stay apart', () => {
		expect(linesOf('Ett<div>två</div>tre<span><p>fyra</p>fem</span>')).toEqual([
			'paragraph: Ett',
			'paragraph: två',
			'paragraph: tre',
			'paragraph: fyra',
			'paragraph: fem'
		]);
	});

	test('a group of headings is one heading', () => {
		expect(linesOf('<hgroup><h2>I</h2><p>Ett brev</p></hgroup>')).toEqual([
			'heading 2: I/Ett brev'
		]);
	});

	test('marks are kept, also those of a style; a link within the book loses its address', () => {
		expect(
			linesOf(
				'<p>Ett <em>litet</em> <b>hus</b> <span style="font-style: italic">här</span>, <a href="a.xhtml#x">där</a> och <a href="https://example.org/">ute</a>. <a href="javascript:x()">Nej</a></p>'
			)
		).toEqual(['paragraph: Ett *litet* **hus** *här*, där och <https://example.org/: ute>. Nej']);
	});

	test('a paragraph in another language says so, and one in the book’s does not', () => {
		expect(linesOf('<p xml:lang="fr">Oui</p><p lang="sv">Ja</p>')).toEqual([
			'fr paragraph: Oui',
			'paragraph: Ja'
		]);
	});

	test('a rule between paragraphs is a break between scenes, and before a heading it is none', () => {
		expect(linesOf('<hr/><p>Ett</p><hr/><p>Två</p><hr/><h2>B</h2><hr/><p>Tre</p><hr/>')).toEqual([
			'paragraph: Ett',
			'paragraph: * * *',
			'paragraph: Två',
			'heading 2: B',
			'paragraph: Tre'
		]);
	});

	test('preformatted text keeps its lines and indents', () => {
		expect(linesOf('<pre>ett\n  två</pre>')).toEqual(['paragraph: ett/\u00a0\u00a0två']);
	});
});

describe('words', () => {
	test('a drop cap, a soft hyphen and the mark of a page do not cut a word', () => {
		expect(
			linesOf(
				'<p><span class="drop">D</span>et järn\u00adväg<span epub:type="pagebreak" id="p9">9</span>en</p>'
			)
		).toEqual(['-page-number paragraph: 9', 'paragraph: Det järnvägen']);
	});

	test('a letter that is drawn is the first of its word', () => {
		expect(linesOf('<p><img src="d.svg" alt="D"/>et regnar.</p>')).toEqual([
			'paragraph: Det regnar.'
		]);
	});

	test('a printed page number is left out, and a span of that class with words is not', () => {
		expect(
			linesOf('<p>Ett <span class="pagenum">[Pg 12]</span>hus <span class="pagenum">låg</span></p>')
		).toEqual(['-page-number paragraph: [Pg 12]', 'paragraph: Ett hus låg']);
	});

	test('figures above and below the line stay figures of their own', () => {
		expect(linesOf('<p>10<sup>2</sup> H<sub>2</sub>O, 1<sup>st</sup> 10<sup>−3</sup></p>')).toEqual(
			['paragraph: 10² H₂O, 1st 10⁻³']
		);
	});

	test('the reading above a word is left out', () => {
		expect(linesOf('<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>')).toEqual([
			'-annotation paragraph: kan',
			'paragraph: 漢字'
		]);
	});

	test('a quotation element gets the marks that a browser gives it', () => {
		expect(linesOf('<p><q>Ja</q> <span>nej</span></p>')).toEqual(['paragraph: ”Ja” nej']);
	});

	test('hidden words are left out, scripts and styles are none', () => {
		const flow = flowOfPage(
			'<p hidden="hidden">Göm</p><p>Se<script>a()</script></p><style>p{}</style>'
		);
		expect(lines(flow)).toEqual(['-hidden paragraph: Göm', 'paragraph: Se']);
		expect(flow.notices).toEqual([{ kind: 'scripts', count: 1 }]);
	});

	test('of a formula the words and the powers are kept', () => {
		expect(
			linesOf(
				'<p><math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mn>1</mn></math></p>'
			)
		).toEqual(['paragraph: x²+1']);
	});
});

describe('verse', () => {
	test('line breaks stay, and two of them part stanzas', () => {
		expect(linesOf('<p>Ett <br/> två<br/><br/>tre<br/></p>')).toEqual([
			'paragraph: Ett/två',
			'paragraph: tre'
		]);
	});

	test('lines that are elements of their own are one block', () => {
		expect(
			linesOf(
				'<div class="poem"><h3>Vår</h3><div class="stanza"><div>Ett</div><div>två <span class="lnum">2</span></div></div><div class="stanza"><p>tre</p></div></div>'
			)
		).toEqual([
			'heading 3: Vår',
			'-page-number paragraph: 2',
			'paragraph: Ett/två',
			'paragraph: tre'
		]);
	});

	test('paragraphs of a poem that have line breaks are its stanzas', () => {
		expect(linesOf('<div class="poem"><p>a<br/>b</p><p>c<br/>d</p></div>')).toEqual([
			'paragraph: a/b',
			'paragraph: c/d'
		]);
	});
});

describe('tables', () => {
	test('a row is one line', () => {
		expect(
			linesOf(
				'<table><caption>Väder</caption><tr><th>Dag</th><th><p>Grader</p></th></tr><tr><td/><td>1</td><td>2</td></tr></table>'
			)
		).toEqual(['caption: Väder', 'paragraph: Dag | Grader', 'paragraph: 1 | 2']);
	});

	test('cells that lay out text are blocks of their own', () => {
		expect(linesOf('<table><tr><td><h2>A</h2><p>Ett</p></td><td>Två</td></tr></table>')).toEqual([
			'heading 2: A',
			'paragraph: Ett',
			'paragraph: Två'
		]);
	});
});

describe('pictures', () => {
	const files = { 'OPS/i/a b.png': png, 'OPS/i/x.png': 'no picture', 'OPS/i/d.svg': '<svg/>' };
	const shown = (body: string) => lines(flowOf({ pages: { 'a.xhtml': body }, files }));

	test('a picture has its caption and what is said instead of it', () => {
		expect(
			shown(
				'<figure><img src="i/a%20b.png" alt="Kvarn"/><figcaption>En <i>kvarn</i></figcaption></figure>'
			)
		).toEqual(['picture i/a b.png (Kvarn): En *kvarn*']);
	});

	test('a picture within a paragraph does not cut it', () => {
		expect(shown('<p>Ett <img src="i/a%20b.png" alt=""/>hus</p>')).toEqual([
			'picture i/a b.png: ',
			'paragraph: Ett hus'
		]);
	});

	test('a drawing round a picture is that picture', () => {
		expect(
			shown(
				'<p>Ett</p><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="i/a%20b.png"><title>Kvarn</title></image><text>Upp</text></svg>'
			)
		).toEqual(['paragraph: Ett', 'picture i/a b.png (Kvarn): ', '-picture paragraph: Upp']);
	});

	test('a file that is no picture, a drawing and an address outside the book are not shown', () => {
		expect(
			shown(
				'<p>Ett<img src="i/x.png"/><img src="i/d.svg"/><img src="https://example.org/a.png"/></p>'
			)
		).toEqual(['paragraph: Ett']);
	});

	test('a caption without a picture is a caption', () => {
		expect(shown('<figure><img src="i/d.svg"/><figcaption>En kvarn</figcaption></figure>')).toEqual(
			['caption: En kvarn']
		);
	});
});

describe('pages that are not well-formed', () => {
	test('entities that HTML names are read without a declaration', () => {
		expect(linesOf('<p>a&nbsp;b &aring;&hellip;</p>')).toEqual(['paragraph: a\u00a0b å…']);
	});

	test.each([
		['unclosed tags', '<p>Ett<p>Två<br>tre'],
		['an empty element that HTML takes for an open one', '<p>Ett<a id="x"/></p><p>Två<br>tre</p>'],
		['an attribute without quotes', '<p class=a>Ett</p><p>Två<br/>tre</p>']
	])('%s are read as a browser reads them', (_, body) => {
		expect(linesOf(body)).toEqual(['paragraph: Ett', 'paragraph: Två/tre']);
	});

	test('an empty title or script does not hide the page', () => {
		const whole = page('<p>Ett<br>två</p>', '<title/><script src="a.js"/>');
		expect(lines(flowOf({ pages: { 'a.xhtml': whole } }))).toEqual(['paragraph: Ett/två']);
	});

	test('a prefix that is not declared is known', () => {
		expect(
			lines(
				flowOf({
					pages: {
						'a.xhtml':
							'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Ett<span epub:type="pagebreak">3</span></p></body></html>'
					}
				})
			)
		).toEqual(['-page-number paragraph: 3', 'paragraph: Ett']);
	});
});

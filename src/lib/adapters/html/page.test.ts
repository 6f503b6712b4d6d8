import { describe, expect, test } from 'vitest';
import { pageOf, paragraphs, prose, read } from './page.fixture';

describe('page marks', () => {
	test.each([
		'<span class="pagenum"><a id="Page_12"></a>[Pg 12]</span>',
		'<span class="pageno">12</span>',
		'<a role="doc-pagebreak" id="p12" aria-label="12">12</a>',
		'<span epub:type="pagebreak" title="xii">xii</span>',
		'<span class="pagenum">— 12 —</span>',
		'<b><span class="page-number"> [Sid. 12] </span></b>'
	])('a mark within a word is left out, and the word is whole: %s', (mark) => {
		const { body, left } = read(
			pageOf(`<p>Han stan${mark}nade vid ån. ${prose[0]}</p>${paragraphs}`)
		);
		expect(body[0]).toBe(`Han stannade vid ån. ${prose[0]}`);
		expect(left.map(([reason]) => reason)).toEqual(['page-number']);
	});

	test('a mark between words leaves one space', () => {
		const mark = '<span class="pagenum">[13]</span>';
		const { body } = read(pageOf(`<p>Han gick ${mark}oftare dit. ${prose[0]}</p>${paragraphs}`));
		expect(body[0]).toBe(`Han gick oftare dit. ${prose[0]}`);
	});

	test('words are no page mark, whatever their class', () => {
		const words = '<span class="pagenum">tolv goda råd</span>';
		const { body } = read(pageOf(`<p>Han gav ${words} vid ån. ${prose[0]}</p>${paragraphs}`));
		expect(body[0]).toContain('tolv goda råd');
	});
});

describe('drop caps', () => {
	test.each([
		['<img class="initial" src="a.png" alt="Å">r 1871 stod den klar.', 'År 1871 stod den klar.'],
		['<img src="d.png" alt="D"> et var höst.', 'Det var höst.'],
		['<img src="d.png" alt="”D">et var höst.', '”Det var höst.'],
		['<span><img src="d.png" alt="Initial: D"></span>et var höst.', 'Det var höst.'],
		['<img src="d.png" alt="D">ET VAR höst.', 'DET VAR höst.'],
		['<img src="i.png" alt="I"> början var det höst.', 'I början var det höst.'],
		['<span class="dropcap">D</span>et var höst.', 'Det var höst.'],
		['<span class="firstcharacter">N</span> <span>är</span> det var höst.', 'När det var höst.'],
		['<span style="float:left;font-size:3em">N</span> är det var höst.', 'När det var höst.'],
		['<span class="drop-cap">I</span> början var det höst.', 'I början var det höst.']
	])('%s', (html, text) => {
		expect(read(pageOf(`<p>${html} ${prose[0]}</p>${paragraphs}`)).body[0]).toBe(
			`${text} ${prose[0]}`
		);
	});

	test('a picture in a block of its own before the paragraph is a drop cap too', () => {
		const picture = '<div class="figleft"><img src="d.png" alt="D"></div>';
		const { body } = read(pageOf(`${picture}<p>et var höst. ${prose[0]}</p>${paragraphs}`));
		expect(body[0]).toBe(`Det var höst. ${prose[0]}`);
	});

	test.each([
		['<img src="x.png" alt="X"> Stängt i dag.', 'Stängt i dag.'],
		['Han sade <img src="a.png" alt="A">lla.', 'Han sade lla.'],
		['<img src="k.png" alt="Kvarnen">är stängd.', 'är stängd.'],
		['<i>N</i> är ett tal.', '*N* är ett tal.'],
		['<b>X</b> är okänd.', '**X** är okänd.']
	])('other letters stay as they are: %s', (html, text) => {
		expect(read(pageOf(`<p>${html} ${prose[0]}</p>${paragraphs}`)).body[0]).toBe(
			`${text} ${prose[0]}`
		);
	});
});

describe('MediaWiki', () => {
	const heading = (text: string) =>
		`<h2 id="${text}">${text}<span class="mw-editsection"><span>[</span><a href="/edit">redigera</a><span>]</span></span></h2>`;
	const cite = (name: string, number: number, nth: number) =>
		`<sup id="cite_ref-${name}_${nth}" class="reference"><a href="#cite_note-${name}"><span class="cite-bracket">[</span>${number}<span class="cite-bracket">]</span></a></sup>`;
	const wiki = (text: string) =>
		pageOf(
			`<div id="siteSub">Från Lexikon</div><h1 id="firstHeading">Ekmans kvarn</h1><div id="mw-content-text"><div class="mw-parser-output">${text}</div></div><div id="catlinks" class="catlinks">Kategorier: <ul><li><a href="/k">Kvarnar</a></li></ul></div>`,
			'Ekmans kvarn – Lexikon'
		);

	test('text and notes are read; what serves the site is left out with its reason', () => {
		const { title, body, notes, left } = read(
			wiki(
				`<div class="hatnote">Ej att förväxla med Ekmans såg.</div>` +
					`<table class="infobox"><tr><th>Byggd</th><td>1871</td></tr></table>` +
					`<p>${prose[0]}${cite('ek', 1, 0)}</p>` +
					`<div id="toc" class="toc"><h2>Innehåll</h2><ul><li><a href="#Branden">1 Branden</a></li></ul></div>` +
					heading('Branden') +
					`<p>${prose[1]}${cite('ek', 1, 1)}${cite('dal', 2, 0)}<sup class="noprint">[<i><a href="/k">källa behövs</a></i>]</sup></p>` +
					`<div class="reflist"><ol class="references">` +
					`<li id="cite_note-ek"><span class="mw-cite-backlink">^ <a href="#cite_ref-ek_0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-ek_1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text">Dalens kvarnar, s. 4.</span></li>` +
					`<li id="cite_note-dal"><span class="mw-cite-backlink"><b><a href="#cite_ref-dal_0">^</a></b></span> <span class="reference-text">Dalbladet, nr 9.</span></li></ol></div>`
			)
		);
		expect(title).toBe('Ekmans kvarn');
		expect(body).toEqual([`${prose[0]}[^1]`, 'Branden', `${prose[1]}[^1][^2]`]);
		expect(notes).toEqual([
			['1', 'Dalens kvarnar, s. 4.'],
			['2', 'Dalbladet, nr 9.']
		]);
		expect(left).toEqual([
			['navigation', 'Från Lexikon'],
			['navigation', 'Ej att förväxla med Ekmans såg.'],
			['fact-box', 'Byggd | 1871'],
			['contents', 'Innehåll'],
			['contents', '1 Branden'],
			['navigation', '[redigera]'],
			['navigation', '[*källa behövs*]'],
			['navigation', 'Kategorier:'],
			['navigation', 'Kvarnar']
		]);
	});

	test('the names of its classes mean nothing on another site', () => {
		const { body } = read(
			pageOf(
				`<article><p>${prose[0]}</p><p class="noprint">${prose[1]}</p><p>${prose[2]}</p></article>`
			)
		);
		expect(body).toEqual([...prose]);
	});
});

describe('Project Gutenberg', () => {
	const start = '*** START OF THE PROJECT GUTENBERG EBOOK KVARNEN ***';
	const end = '*** END OF THE PROJECT GUTENBERG EBOOK KVARNEN ***';
	const licence = 'Updated editions will replace the previous one.';

	test.each([
		[
			'by its classes',
			`<section class="pg-boilerplate pgheader" id="pg-header"><p>${licence}</p><div id="pg-start-separator">${start}</div></section><h1>Kvarnen</h1>${paragraphs}<section class="pg-boilerplate" id="pg-footer"><div>${end}</div><p>${licence}</p></section>`
		],
		[
			'by a line in one text with the rest',
			`<pre>${licence}\nTitle: Kvarnen\nAuthor: Ada Lind\nRelease Date: 2004\n${start}\n\nProduced by Bo Ek</pre>${paragraphs}<pre>End of Kvarnen\n${end}\n${licence}</pre>`
		],
		[
			'by its lines',
			`<div><p>${licence}</p><p>${start}</p></div><h1>Kvarnen</h1>${paragraphs}<p>${end}</p><div><p>${licence}</p></div>`
		]
	])('the frame is left out, known %s', (_, html) => {
		const { title, body, left } = read(pageOf(html, 'Kvarnen | Project Gutenberg'));
		expect(title).toBe('Kvarnen');
		expect(body).toEqual([...prose]);
		expect(new Set(left.map(([reason]) => reason))).toEqual(new Set(['frame']));
		expect(left.filter(([, text]) => text?.includes(licence))).toHaveLength(2);
	});

	test('it says who wrote the book', () => {
		const header = `<p><strong>Title</strong>: Kvarnen vid ån</p><p><strong>Author</strong>: Ada Lind</p><p><strong>Release date</strong>: 2004</p>`;
		const { title, authors } = read(
			pageOf(
				`<section class="pg-boilerplate">${header}</section>${paragraphs}`,
				'The Project Gutenberg eBook of Kvarnen, by Ada Lind'
			)
		);
		expect(title).toBe('Kvarnen vid ån');
		expect(authors).toEqual(['Ada Lind']);
	});

	test('a text that names it in passing stays whole', () => {
		const { body } = read(pageOf(`${paragraphs}<p>Project Gutenberg har boken. ${prose[0]}</p>`));
		expect(body.at(-1)).toBe(`Project Gutenberg har boken. ${prose[0]}`);
	});
});

test('words on both sides of what is left out keep their order', () => {
	const menu = '<nav><ul><li><a href="/">Hem</a></li></ul></nav>';
	const { body, left } = read(
		pageOf(`${menu}<main>${paragraphs}</main><footer>Dalbladet</footer>`)
	);
	expect(body).toEqual([...prose]);
	expect(left.map(([, text]) => text)).toEqual(['Hem', 'Dalbladet']);
});

test('tables in tables are read once', () => {
	const nested = (depth: number): string =>
		depth === 0 ? paragraphs : `<table><tr><td>${nested(depth - 1)}</td></tr></table>`;
	expect(read(pageOf(nested(30))).body).toEqual([...prose]);
});

test('a link that a browser saved as an absolute one leads to a note all the same', () => {
	const address = 'https://dalbladet.example/kvarnen';
	const { notes } = read(
		pageOf(
			`<link rel="canonical" href="${address}"><p>${prose[0]}<sup><a href="${address}#n1">1</a></sup></p>${paragraphs}<ol><li id="n1">Dalbladet, nr 9.</li></ol>`
		)
	);
	expect(notes).toEqual([['1', 'Dalbladet, nr 9.']]);
});

test('a page inside a noscript without an end is read; a notice in one is not', () => {
	expect(read(pageOf(`<noscript><div>${paragraphs}</div>`)).body).toEqual([...prose]);
	const notice = `<noscript><p>Slå på skript.</p></noscript>`;
	expect(read(pageOf(`${notice}${paragraphs}`)).body).toEqual([...prose]);
});

import { describe, expect, test } from 'vitest';
import {
	container,
	epub,
	flowOf,
	lines,
	opf,
	page,
	png,
	read,
	type EpubParts
} from './epub.fixture';

const body = '<p>Ord</p>';
const failureOf = (parts: EpubParts) => {
	const flow = read(epub(parts));
	return flow.ok ? null : flow.failure;
};

describe('the package', () => {
	test('metadata are those of the work', () => {
		const { metadata } = flowOf({
			pages: { 'a.xhtml': body },
			metadata: `<dc:title id="t2">Ett brev</dc:title><dc:title id="t1">Kvarnen</dc:title><meta refines="#t1" property="title-type">main</meta>
				<dc:creator opf:role="aut">Bo Ek</dc:creator><dc:creator id="c2">Åsa Ek</dc:creator><meta refines="#c2" property="role">trl</meta><dc:creator>Eva Al</dc:creator>
				<dc:publisher>Förlaget</dc:publisher><dc:date opf:event="modification">2021-01-01</dc:date><dc:date opf:event="publication">1998-05-01T00:00:00+00:00</dc:date>
				<dc:identifier>x</dc:identifier><dc:identifier id="uid">urn:isbn:1</dc:identifier><dc:rights> Fri  att läsa </dc:rights><dc:source>https://example.org/kvarn</dc:source>`
		});
		expect(metadata).toEqual({
			lang: 'sv',
			title: 'Kvarnen',
			authors: ['Bo Ek', 'Eva Al'],
			publication: 'Förlaget',
			issued: '1998-05-01',
			identifier: 'urn:isbn:1',
			rights: 'Fri att läsa',
			address: 'https://example.org/kvarn'
		});
	});

	test.each([
		['2011', '2011'],
		['2011-09', '2011-09'],
		['2011-13-01', '2011'],
		['5 maj 2020', '2020-05-05'],
		['0101-01-01T00:00:00+00:00', undefined],
		['snart', undefined]
	])('the date %s is %s', (date, issued) => {
		const { metadata } = flowOf({
			pages: { 'a.xhtml': body },
			metadata: `<dc:date>${date}</dc:date>`
		});
		expect(metadata.issued).toBe(issued);
	});

	test('pages come in the order of the spine, those outside the order of reading last', () => {
		const flow = flowOf({
			pages: { 'a.xhtml': '<p>A</p>', 'b.xhtml': '<p>B</p>', 'c.xhtml': '<p>C</p>' },
			spine:
				'<itemref idref="p2" linear="no"/><itemref idref="p1"/><itemref idref="p0"/><itemref idref="p1"/><itemref idref="none"/>'
		});
		expect(lines(flow)).toEqual(['paragraph: B', 'paragraph: A', 'paragraph: C']);
	});

	test('names are found whatever their case, percent signs and composition', () => {
		const flow = flowOf({
			manifest:
				'<item id="a" href="../Text/kapitel%20%C3%A5.XHTML" media-type="application/xhtml+xml"/>',
			spine: '<itemref idref="a"/>',
			files: { 'Text/kapitel a\u030a.xhtml': page(body) }
		});
		expect(lines(flow)).toEqual(['paragraph: Ord']);
	});

	test('an item that is no page is read by its fallback', () => {
		const flow = flowOf({
			pages: { 'a.xhtml': body },
			manifest: '<item id="x" href="x.pdf" media-type="application/pdf" fallback="p0"/>',
			spine: '<itemref idref="x"/>',
			files: { 'OPS/x.pdf': 'x' }
		});
		expect(lines(flow)).toEqual(['paragraph: Ord']);
	});

	test('a picture whose fallback is the contents is shown', () => {
		const flow = flowOf({
			pages: { 'a.xhtml': body },
			manifest:
				'<item id="x" href="x.png" media-type="image/png" fallback="n"/><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>',
			spine: '<itemref idref="x"/><itemref idref="p0"/>',
			files: { 'OPS/x.png': png, 'OPS/n.xhtml': page('<nav epub:type="toc"><ol></ol></nav>') }
		});
		expect(lines(flow)).toEqual(['picture x.png: ', 'paragraph: Ord']);
	});

	test('an id such as __proto__ is an id', () => {
		const flow = flowOf({
			manifest: '<item id="__proto__" href="constructor" media-type="application/xhtml+xml"/>',
			spine: '<itemref idref="__proto__"/>',
			files: {
				'OPS/constructor': page(
					'<p __proto__="x">Ord<a epub:type="noteref" href="#__proto__">1</a></p><aside epub:type="footnote" id="__proto__">Så.</aside>'
				)
			}
		});
		expect(flow.notes).toHaveLength(1);
	});
});

describe('the contents', () => {
	const nav = (list: string) => page(`<nav epub:type="toc"><h1>Innehåll</h1>${list}</nav>`);
	const navItem =
		'<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>';
	const ncxItem = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';

	test('entries of EPUB 3 have levels and places; one may lead nowhere', () => {
		const { contents, blocks } = flowOf({
			pages: { 'a.xhtml': '<h1 id="k1">Ett</h1><p>A</p><h1 id="k2">Två</h1><p>B</p>' },
			manifest: navItem,
			files: {
				'OPS/nav.xhtml': nav(
					'<ol><li><span>Del</span><ol><li><a href="a.xhtml#k1">Ett <i>hus</i></a></li><li><a href="a.xhtml#k2">Två</a></li><li><a href="a.xhtml#none">Tre</a></li><li><a href="x.xhtml">Fyra</a></li></ol></li></ol>'
				)
			}
		});
		expect(contents).toEqual([
			{ title: 'Del', level: 1, target: null },
			{ title: 'Ett hus', level: 2, target: 'OPS/a.xhtml#k1' },
			{ title: 'Två', level: 2, target: 'OPS/a.xhtml#k2' },
			{ title: 'Tre', level: 2, target: 'OPS/a.xhtml' },
			{ title: 'Fyra', level: 2, target: null }
		]);
		expect(blocks.map(({ anchors }) => anchors)).toEqual([
			['OPS/a.xhtml', 'OPS/a.xhtml#k1'],
			[],
			['OPS/a.xhtml#k2'],
			[]
		]);
	});

	test('an anchor before an empty element leads to the words that follow', () => {
		const { blocks } = flowOf({
			pages: { 'a.xhtml': '<p>A</p><p><a id="k"/></p><p>B</p>' },
			manifest: navItem,
			files: { 'OPS/nav.xhtml': nav('<ol><li><a href="a.xhtml#k">B</a></li></ol>') }
		});
		expect(blocks.map(({ anchors }) => anchors)).toEqual([['OPS/a.xhtml'], ['OPS/a.xhtml#k']]);
	});

	test('an entry stays whose first block is the number of a page', () => {
		const { contents } = flowOf({
			pages: { 'a.xhtml': '<div epub:type="pagebreak">9</div><p>A</p>' },
			manifest: navItem,
			files: { 'OPS/nav.xhtml': nav('<ol><li><a href="a.xhtml">A</a></li></ol>') }
		});
		expect(contents).toEqual([{ title: 'A', level: 1, target: 'OPS/a.xhtml' }]);
	});

	test('the contents of EPUB 2 are read where there are no others', () => {
		const { contents } = flowOf({
			pages: { 'a.xhtml': body },
			manifest: ncxItem,
			files: {
				'OPS/toc.ncx':
					'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Del</text></navLabel><navPoint><navLabel><text>Ett</text></navLabel><content src="a.xhtml"/></navPoint></navPoint></navMap></ncx>'
			}
		});
		expect(contents).toEqual([
			{ title: 'Del', level: 1, target: null },
			{ title: 'Ett', level: 2, target: 'OPS/a.xhtml' }
		]);
	});

	test('the navigation in the spine is left out, and a page that lists the chapters too', () => {
		const links =
			'<p><a href="a.xhtml">Ett</a></p><p><a href="b.xhtml">Två</a></p><p><a href="c.xhtml">Tre</a></p>';
		const flow = flowOf({
			pages: { 'list.xhtml': links, 'a.xhtml': body, 'b.xhtml': body, 'c.xhtml': body },
			manifest: navItem,
			spine:
				'<itemref idref="nav"/><itemref idref="p0"/><itemref idref="p1"/><itemref idref="p2"/><itemref idref="p3"/>',
			files: {
				'OPS/nav.xhtml': nav(
					'<ol><li><a href="list.xhtml">Innehåll</a></li><li><a href="a.xhtml">Ett</a></li><li><a href="b.xhtml">Två</a></li><li><a href="c.xhtml">Tre</a></li></ol>'
				)
			}
		});
		expect(lines(flow).filter((text) => !text.startsWith('-contents'))).toEqual([
			'paragraph: Ord',
			'paragraph: Ord',
			'paragraph: Ord'
		]);
		expect(lines(flow)).toHaveLength(11);
		expect(flow.contents.map(({ title }) => title)).toEqual(['Ett', 'Två', 'Tre']);
	});
});

describe('front matter', () => {
	const cover = '<item id="c" href="c.png" media-type="image/png"/>';
	const files = { 'OPS/c.png': png };

	test.each([
		['EPUB 3', { manifest: cover.replace('/>', ' properties="cover-image"/>') }],
		['EPUB 2', { manifest: cover, metadata: '<meta name="cover" content="c"/>' }],
		[
			'a guide',
			{ manifest: cover, after: '<guide><reference type="cover" href="cover.xhtml"/></guide>' }
		]
	])('the cover of %s is known, and its page is no text', (_, parts) => {
		const flow = flowOf({
			pages: { 'cover.xhtml': '<p><img src="c.png" alt="Omslag"/></p>', 'a.xhtml': body },
			files,
			...parts
		});
		expect(flow.cover).toBe('OPS/c.png');
		expect(flow.pictures.get('OPS/c.png')).toMatchObject({ type: 'image/png' });
		expect(flow.pictures.get('OPS/c.png')?.bytes()).toEqual(png);
		expect(lines(flow)).toEqual(['paragraph: Ord']);
	});

	test('a title page is left out by its words, and a chapter that begins with them is not', () => {
		const flow = flowOf({
			metadata: '<dc:title>Kvarnen</dc:title><dc:creator>Bo Ek</dc:creator>',
			pages: {
				't.xhtml': '<h1>KVARNEN</h1><p>av Bo Ek</p>',
				'a.xhtml': `<h1>Kvarnen</h1><p>Bo Ek ${'gick till kvarnen. '.repeat(30)}</p>`
			}
		});
		expect(flow.blocks.map(({ reason }) => reason)).toEqual([
			'front-matter',
			'front-matter',
			null,
			null
		]);
	});

	test('a title page is left out by its type or by the guide', () => {
		const flow = flowOf({
			pages: {
				't.xhtml': '<section epub:type="titlepage"><h1>Kvarnen</h1></section>',
				'u.xhtml': '<h1>Kvarnen</h1>',
				'a.xhtml': body
			},
			after: '<guide><reference type="title-page" href="u.xhtml"/></guide>'
		});
		expect(lines(flow)).toEqual([
			'-front-matter heading 1: Kvarnen',
			'-front-matter heading 1: Kvarnen',
			'paragraph: Ord'
		]);
	});
});

describe('books that are not read', () => {
	const pages = { 'a.xhtml': body };
	const encrypted = (algorithm: string) =>
		`<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;

	test.each([
		['META-INF/encryption.xml', encrypted('http://www.w3.org/2001/04/xmlenc#aes256-cbc')],
		['META-INF/encryption.xml', 'no XML'],
		['META-INF/rights.xml', '<rights/>'],
		['META-INF/license.lcpl', '{}'],
		['META-INF/sinf.xml', '<sinf/>']
	])('a locked one: %s', (name, file) => {
		expect(failureOf({ pages, files: { [name]: file } })).toEqual({ kind: 'locked', by: 'rights' });
	});

	test('obfuscated fonts lock nothing', () => {
		const file = encrypted('http://www.idpf.org/2008/embedding');
		expect(failureOf({ pages, files: { 'META-INF/encryption.xml': file } })).toBeNull();
	});

	test.each([
		['is missing a package', container.replace('book.opf', 'none.opf')],
		['has none', '<container/>'],
		['is not well-formed', '<container>']
	])('a container that %s gives way to the only package', (_, file) => {
		expect(failureOf({ pages, files: { 'META-INF/container.xml': file } })).toBeNull();
	});

	test('one without a package, or with several and no container', () => {
		const none = { 'META-INF/container.xml': '<container/>', 'OPS/book.opf': '' };
		expect(failureOf({ pages, files: { ...none, 'b.opf': opf({ pages }) } })).toEqual({
			kind: 'incomplete',
			missing: 'META-INF/container.xml'
		});
	});

	test('a package that is not well-formed, or without pages', () => {
		expect(failureOf({ pages, files: { 'OPS/book.opf': '<package>' } })).toEqual({
			kind: 'damaged',
			file: 'OPS/book.opf'
		});
		expect(failureOf({ pages, spine: '' })).toEqual({
			kind: 'incomplete',
			missing: 'OPS/book.opf: spine'
		});
	});

	test('a book of pictures, and an empty one', () => {
		const manifest = '<item id="c" href="c.png" media-type="image/png"/>';
		const parts = { manifest, files: { 'OPS/c.png': png } };
		expect(failureOf({ ...parts, pages: { 'a.xhtml': '<img src="c.png"/>' } })).toEqual({
			kind: 'scanned',
			pages: 1
		});
		expect(failureOf({ ...parts, spine: '<itemref idref="c"/>' })).toEqual({
			kind: 'scanned',
			pages: 1
		});
		expect(failureOf({ pages: { 'a.xhtml': '<p> </p>' } })).toEqual({ kind: 'empty' });
	});
});

import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowOf, resultOf, shown, shownNotes, wordsOf } from '../office/office.fixture';
import { decodeBase64 } from './binaries';
import { fb2Steps } from './fb2';

const fb2 = (inner: string, declaration = ''): string =>
	`${declaration}<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">${inner}</FictionBook>`;
const readFile = (inner: string) => flowOf(fb2Steps(strToU8(fb2(inner))));
const readBody = (body: string) => readFile(`<body>${body}</body>`);
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ';

it('takes metadata and the cover from the description, and leaves its annotation out', () => {
	const flow = readFile(
		`<description><title-info><author><first-name>Eva</first-name><middle-name>M.</middle-name><last-name>Ek</last-name></author><author><nickname>bo</nickname></author><book-title>Vägen\n hem</book-title><annotation><p>Om boken.</p></annotation><date value="1901-02-03">1901</date><coverpage><image l:href="#c.png"/></coverpage><lang>sv</lang></title-info><publish-info><publisher>Förlaget</publisher><year>1930</year><isbn>91-1</isbn></publish-info></description><body><section><p>Text.</p></section></body><binary id="c.png" content-type="image/jpeg">${png}</binary>`
	);
	expect(flow.metadata).toEqual({
		title: 'Vägen hem',
		authors: ['Eva M. Ek', 'bo'],
		lang: 'sv',
		publication: 'Förlaget',
		issued: '1930',
		identifier: '91-1'
	});
	expect(flow.cover).toBe('c.png');
	expect(flow.pictures.get('c.png')?.type).toBe('image/png');
	expect(shown(flow)).toEqual(['front-matter: Om boken.', 'paragraph: Text.']);
});

it('makes contents of sections, with their levels', () => {
	const title = (...lines: readonly string[]) =>
		`<title>${lines.map((line) => `<p>${line}</p>`).join('')}</title>`;
	const flow = readBody(
		`${title('Boken')}<section id="d1">${title('Del ett')}<section>${title('Kapitel', 'Hemma')}<p>Text.</p></section></section><section><p>Utan namn.</p></section>`
	);
	expect(flow.contents).toEqual([
		{ title: 'Del ett', level: 1, target: '#d1' },
		{ title: 'Kapitel Hemma', level: 2, target: '#section 1' }
	]);
	expect(shown(flow)).toEqual([
		'repeated-title: Boken',
		'heading 1: Del ett',
		'heading 2: Kapitel / Hemma',
		'paragraph: Text.',
		'paragraph: Utan namn.'
	]);
	expect(flow.blocks.map(({ anchors }) => anchors)).toEqual([[], ['#d1'], ['#section 1'], [], []]);
});

it('ties notes to their references, and counts those that are missing', () => {
	const link = (id: string) => `<a l:href="#${id}" type="note">[1]</a>`;
	const flow = readFile(
		`<body><section><p>Ett${link('n1')} två<sup>${link('n2')}</sup> tre${link('n9')}.</p></section></body><body name="notes"><title><p>Noter</p></title><section id="n1"><title><p>1</p></title><p>Not.</p><p>Mer.</p></section><section><section id="n2"><title><p>Om ordet</p></title><p>Två.</p></section></section></body>`
	);
	expect(shown(flow)).toEqual(['paragraph: Ett[^n1] två[^n2] tre[1].', 'note-heading: Noter']);
	expect(shownNotes(flow)).toEqual([
		'n1 at 2: paragraph: Not. ‖ paragraph: Mer.',
		'n2 at 2: heading 1: Om ordet ‖ paragraph: Två.'
	]);
	expect(flow.notices).toEqual([{ kind: 'missing-notes', count: 1 }]);
});

it('keeps the words of a link to a note, and drops only its mark', () => {
	const flow = readFile(
		`<body><section><p>Läs <a l:href="#n1">anmärkningen om <emphasis>Karin</emphasis></a> först<a l:href="#n1" type="note">[1]</a>, sedan<a l:href="#n1" type="note">{12}</a>.</p></section></body><body name="notes"><section id="n1"><p>Not.</p></section></body>`
	);
	expect(shown(flow)).toEqual([
		'paragraph: Läs anmärkningen om *Karin*[^n1] först[^n1], sedan[^n1].'
	]);
});

it('keeps epigraphs, quotations, poems, subtitles and tables apart', () => {
	const poem =
		'<poem><title><p>Dikten</p></title><stanza><title><p>I</p></title><v>Rad ett</v><v>rad <emphasis>två</emphasis></v></stanza><stanza><v>Rad tre</v></stanza><text-author>Skalden</text-author></poem>';
	expect(
		shown(
			readBody(
				`<epigraph><p>Motto</p><text-author>Någon</text-author></epigraph><section>${poem}<subtitle>Mellan</subtitle><subtitle>* * *</subtitle><cite><p>Citat</p>${poem}</cite><empty-line/><table><tr><th>År</th><td>Antal</td></tr></table></section>`
			)
		)
	).toEqual([
		'quote: Motto',
		'quote: Någon',
		'heading 2: Dikten',
		'paragraph: I',
		'paragraph: Rad ett / rad *två*',
		'paragraph: Rad tre',
		'paragraph: Skalden',
		'heading 2: Mellan',
		'paragraph: \\* * \\*',
		'quote: Citat',
		'quote: Dikten',
		'quote: I',
		'quote: Rad ett / rad *två*',
		'quote: Rad tre',
		'quote: Skalden',
		'paragraph: År | Antal'
	]);
});

it('keeps pictures, links, languages and words outside paragraphs', () => {
	const flow = readFile(
		`<body><section xml:lang="fi"><image l:href="#a" alt="Båt"/><p>Se <a l:href="https://exempel.se/">här</a> och <a l:href="#x">där</a>, 5 m<sup>2</sup>.<image l:href="#b" alt="Ö"/></p>Löst.</section></body><binary id="a">${png}</binary>`
	);
	expect(shown(flow)).toEqual([
		'picture a: Båt',
		'paragraph (fi): Se [här](https://exempel.se/) och där, 5 m².',
		'picture (fi): Ö',
		'paragraph (fi): Löst.'
	]);
});

it('keeps words that stand directly in a title, a poem, a stanza, a note, a row or a body', () => {
	const flow = readFile(
		`<body>löst <emphasis>här</emphasis> och<title>Boken <strong>själv</strong></title><section><title>Kapitel<p>Hemma</p></title><poem>före<stanza>rad <v>Rad ett</v>efter</stanza></poem><table>bredvid<tr>cell<td><p>a</p><p>b</p></td></tr></table></section></body><body name="notes">om noterna<section id="n1">Not <emphasis>ett</emphasis>.<p>Mer.</p></section><section>utan namn</section></body>`
	);
	expect(shown(flow)).toEqual([
		'paragraph: löst',
		'paragraph: *här*',
		'paragraph: och',
		'repeated-title: Boken **själv**',
		'heading 1: Kapitel / Hemma',
		'paragraph: före',
		'paragraph: rad / Rad ett / efter',
		'paragraph: bredvid',
		'paragraph: cell | a b',
		'note-heading: om noterna',
		'note-heading: utan namn'
	]);
	expect(flow.contents.map(({ title }) => title)).toEqual(['Kapitel Hemma']);
	expect(shownNotes(flow)).toEqual(['n1 at 10: paragraph: Not *ett*. ‖ paragraph: Mer.']);
});

it('keeps pictures in titles, verses, cells and notes', () => {
	const image = '<image l:href="#a"/>';
	const flow = readFile(
		`<body><section><title><p>Ett${image}</p></title><poem><stanza><v>Rad${image}</v><v>två</v></stanza></poem><table><tr><td>Cell${image}</td></tr></table></section></body><body name="notes"><section id="n1"><p>Not${image}</p></section></body><binary id="a">${png}</binary>`
	);
	const picture = 'picture a: ';
	expect(shown(flow).map((line) => line.replace(/^picture.*/, picture))).toEqual([
		'heading 1: Ett',
		picture,
		'paragraph: Rad / två',
		picture,
		'paragraph: Cell',
		picture
	]);
	expect(flow.notes[0]?.blocks.map(({ shape }) => shape.kind)).toEqual(['paragraph', 'picture']);
});

describe('a file', () => {
	it('is read by the encoding that it declares', () => {
		const text = fb2('<body><p>A?</p></body>', '<?xml version="1.0" encoding="windows-1251"?>');
		const bytes = strToU8(text);
		bytes[text.indexOf('?</p>')] = 0xe4;
		expect(shown(flowOf(fb2Steps(bytes)))).toEqual(['paragraph: Aд']);
	});

	it('may be zipped', () => {
		const bytes = zipSync({ 'bok.fb2': strToU8(fb2('<body><p>Ord.</p></body>')) });
		expect(shown(flowOf(fb2Steps(bytes)))).toEqual(['paragraph: Ord.']);
	});

	it('that is cut short, has no body or is another archive is refused', () => {
		const failure = (bytes: Uint8Array) => {
			const result = resultOf(fb2Steps(bytes));
			return result.ok ? null : result.failure;
		};
		expect(failure(strToU8('<FictionBook><body>'))).toEqual({ kind: 'damaged', file: null });
		expect(failure(strToU8('<FictionBook/>'))).toEqual({ kind: 'incomplete', missing: 'body' });
		expect(failure(zipSync({ 'a.txt': strToU8('a') }))).toEqual({
			kind: 'incomplete',
			missing: '.fb2'
		});
	});
});

it('decodes base64 as it was encoded, with any white space', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
			const text = btoa(String.fromCharCode(...bytes)).replace(/(.{7})/g, '$1\n ');
			expect(decodeBase64(text)).toEqual(bytes);
		})
	);
});

const holders =
	'section cite okänd epigraph annotation title p poem stanza v table tr td emphasis a'.split(' ');

it('reads every word once, in any nesting of elements', () => {
	const word = fc.integer({ min: 1, max: 9999 }).map((n) => `ord${n} `);
	const { block } = fc.letrec<{ block: string }>((tie) => ({
		block: fc.oneof(
			{ depthSize: 'small' },
			word.map((one) => `<p>${one}</p>`),
			word,
			word.map((one) => `<subtitle>${one}</subtitle>`),
			word.map((one) => `<poem><stanza><v>${one}</v></stanza></poem>`),
			word.map((one) => `<table><tr><td>${one}</td></tr></table>`),
			word.map((one) => `<emphasis>${one}</emphasis>`),
			fc
				.tuple(fc.constantFrom(...holders), fc.array(tie('block')))
				.map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`)
		)
	}));
	fc.assert(
		fc.property(fc.array(block), (blocks) => {
			const body = blocks.join('');
			for (const [name, place] of [
				['main', (text: string) => readBody(text)],
				['section', (text: string) => readBody(`<section>${text}</section>`)],
				[
					'note',
					(text: string) =>
						readFile(`<body/><body name="notes"><section id="n">${text}</section></body>`)
				]
			] as const)
				expect([name, ...wordsOf(place(body))]).toEqual([
					name,
					...(body.match(/ord\d+/g) ?? []).sort()
				]);
		})
	);
});

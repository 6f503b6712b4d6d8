import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveOf, png, resultOf, shown, shownNotes, wordsOf } from '../office/office.fixture';
import { odtSteps } from './odt';
import { odt, p, readOdt, span, style, type OdtParts } from './odt.fixture';

const read = (text: string, parts?: OdtParts) => shown(readOdt(text, parts));
const italic = 'fo:font-style="italic"';
const bold = 'fo:font-weight="bold"';

describe('styles', () => {
	it('that are automatic rest on named ones', () => {
		const parts = {
			styles:
				style('Quotations', 'paragraph') +
				style('Illustration', 'paragraph', '', 'Caption') +
				style('Heading_20_2', 'paragraph', bold, 'Heading') +
				style('Caption', 'paragraph', italic),
			automatic:
				style('P1', 'paragraph', '', 'Quotations') +
				style('P2', 'paragraph', '', 'Illustration') +
				style('P3', 'paragraph', '', 'Heading_20_2') +
				style('P4', 'paragraph', '', 'P4')
		};
		expect(
			read(
				['P1', 'P2', 'P3', 'P4', 'okänd'].map((name) => p(name, name)).join('') +
					'<text:h text:outline-level="3">Tre</text:h>',
				parts
			)
		).toEqual([
			'quote: P1',
			'caption: P2',
			'heading 2: P3',
			'paragraph: P4',
			'paragraph: okänd',
			'heading 3: Tre'
		]);
	});

	it('emphasise what differs from the paragraph', () => {
		const automatic =
			style('T1', 'text', italic) +
			style('T2', 'text', bold) +
			style('T3', 'text', 'fo:font-style="normal"') +
			style('K', 'paragraph', `${italic} ${bold}`) +
			style('U', 'text', 'style:text-position="super 58%"');
		expect(
			read(
				p(`ett ${span(`två ${span('tre', 'T2')}`, 'T1')}`) +
					p(`${span('fyra', 'T1')} ${span('fem', 'T3')} m${span('2', 'U')}`, 'K'),
				{ automatic }
			)
		).toEqual(['paragraph: ett *två* ***tre***', 'paragraph: fyra *fem* m²']);
	});

	it('say title and authors at the beginning', () => {
		const flow = readOdt(
			p('Vägen', 'Title') + p('En bok', 'Subtitle') + p('Ett', 'Heading_20_1') + p('Text.'),
			{
				meta: '<dc:title>Namnlös</dc:title><meta:initial-creator>Eva Ek</meta:initial-creator><dc:creator>Bo</dc:creator><dc:language>sv-SE</dc:language>'
			}
		);
		expect(flow.metadata).toEqual({ title: 'Vägen', authors: ['Eva Ek'], lang: 'sv-SE' });
		expect(shown(flow)).toEqual([
			'repeated-title: Vägen',
			'front-matter: En bok',
			'heading 1: Ett',
			'paragraph: Text.'
		]);
	});

	it('say the language of a block', () => {
		const language = (code: string, country: string) =>
			`fo:language="${code}" fo:country="${country}"`;
		const flow = readOdt(p('En mening på svenska.') + p('English.', 'E') + p('123', 'N'), {
			styles: `<style:default-style style:family="paragraph"><style:text-properties ${language('sv', 'SE')}/></style:default-style>`,
			automatic:
				style('E', 'paragraph', language('en', 'GB')) +
				style('N', 'paragraph', language('zxx', 'none'))
		});
		expect(flow.metadata.lang).toBe('sv-SE');
		expect(shown(flow)).toEqual([
			'paragraph: En mening på svenska.',
			'paragraph (en-GB): English.',
			'paragraph: 123'
		]);
	});
});

describe('words are neither joined nor cut', () => {
	it.each([
		['spaces', '<text:s text:c="3"/>', 'sida efter'],
		['a tab', '<text:tab/>', 'sida efter'],
		['a line break', '<text:line-break/>', 'sida / efter'],
		['a soft page break', '<text:soft-page-break/>', 'sidaefter'],
		['a bookmark', '<text:bookmark-start text:name="a"/>', 'sidaefter'],
		['an unknown wrapper', '<text:okänd> och </text:okänd>', 'sida och efter'],
		['a field', '<text:sequence> 1 </text:sequence>', 'sida 1 efter']
	])('by %s', (_, mark, words) => {
		expect(read(p(`sida${mark}efter`))).toEqual([`paragraph: ${words}`]);
	});

	it('by ruby, whose readings are listed', () => {
		expect(
			read(
				p(
					'ett <text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>tecken'
				)
			)
		).toEqual(['paragraph: ett 漢tecken', 'annotation: kan']);
	});
});

describe('notes', () => {
	const note = (id: string, kind: string, ...paragraphs: readonly string[]) =>
		`<text:note text:id="${id}" text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${paragraphs.map((one) => p(one)).join('')}</text:note-body></text:note>`;

	it('are tied to the place where they stand, whatever their identifiers', () => {
		const flow = readOdt(
			p('Först.') +
				p(
					`Ett${note('ftn1', 'footnote', 'Not.', 'Mer.')} två${note('ftn1', 'footnote', 'Samma.')}${note('e1', 'endnote', 'Slut.')}`
				)
		);
		expect(shown(flow)).toEqual([
			'paragraph: Först.',
			'paragraph: Ett[^footnote-ftn1] två[^footnote-ftn1-1][^endnote-e1]'
		]);
		expect(shownNotes(flow)).toEqual([
			'footnote-ftn1 at 1: paragraph: Not. ‖ paragraph: Mer.',
			'footnote-ftn1-1 at 1: paragraph: Samma.',
			'endnote-e1 at 1: paragraph: Slut.'
		]);
	});
});

describe('text that is not shown', () => {
	it('is left out as deleted, hidden or a comment, and listed below its paragraph', () => {
		const changes = `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Bo</dc:creator></office:change-info>${p('borta')}</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:deletion>${p('glömd')}</text:deletion></text:changed-region></text:tracked-changes>`;
		const comment = `<office:annotation><dc:creator>Bo</dc:creator><dc:date>2020</dc:date>${p('Är det så?')}</office:annotation>`;
		const hidden =
			span('dold', 'H') + '<text:hidden-text text:string-value="gömd" text:is-hidden="true"/>';
		expect(
			read(changes + p(`Kvar <text:change text:change-id="c1"/>${comment}${hidden}igen`), {
				automatic: style('H', 'text', 'text:display="none"')
			})
		).toEqual([
			'paragraph: Kvar igen',
			'deleted: borta',
			'annotation: Är det så?',
			'hidden: doldgömd',
			'deleted: glömd'
		]);
	});

	it('is listed for hidden paragraphs and sections', () => {
		expect(
			read(
				p('Dold<text:hidden-paragraph text:is-hidden="true"/>') +
					`<text:section text:display="none">${p('Avsnitt')}</text:section><text:section>${p('Synligt')}</text:section>`
			)
		).toEqual(['hidden: Dold', 'hidden: Avsnitt', 'paragraph: Synligt']);
	});

	it('is listed for contents and headers', () => {
		const toc = `<text:table-of-content><text:table-of-content-source><text:index-title-template>Mall</text:index-title-template></text:table-of-content-source><text:index-body>${p('Ett 7')}</text:index-body></text:table-of-content>`;
		expect(
			read(toc + p('Text på sida <text:page-number>3</text:page-number>'), {
				pages: `<style:master-page><style:header>${p('Boken')}</style:header><style:footer>${p('Boken')}</style:footer></style:master-page>`
			})
		).toEqual([
			'contents: Ett 7',
			'paragraph: Text på sida',
			'page-number: 3',
			'running-head: Boken'
		]);
	});
});

describe('lists, tables and frames', () => {
	it('are list items, and rows whose cells are parted by bars', () => {
		const cell = (words: string) => `<table:table-cell>${p(words)}</table:table-cell>`;
		expect(
			read(
				`<text:list><text:list-item>${p('Ett')}<text:list><text:list-item>${p('Inre')}</text:list-item></text:list></text:list-item></text:list>` +
					`<table:table><table:table-header-rows><table:table-row>${cell('År')}${cell('Antal')}</table:table-row></table:table-header-rows><table:table-row>${cell('1900')}${cell('4')}</table:table-row></table:table>`
			)
		).toEqual([
			'list-item: Ett',
			'list-item: Inre',
			'paragraph: År | Antal',
			'paragraph: 1900 | 4'
		]);
	});

	it('keep pictures with what is said of them, and their captions', () => {
		const image = (name: string) =>
			`<draw:frame><draw:image xlink:href="${name}"/><svg:title>Båt</svg:title><svg:desc>En båt</svg:desc></draw:frame>`;
		const flow = readOdt(
			p(
				`<draw:frame><draw:text-box>${p(`${image('Pictures/a.png')}Figur 1`, 'Caption')}</draw:text-box></draw:frame>Text.`
			) + p(image('https://exempel.se/b.png')),
			{ files: { 'Pictures/a.png': png } }
		);
		expect(shown(flow)).toEqual([
			'picture Pictures/a.png: En båt',
			'caption: Figur 1',
			'paragraph: Text.',
			'picture: En båt'
		]);
	});

	it('keep formulas and the text of shapes', () => {
		const files = {
			'Object 1/content.xml':
				'<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>E</mi><mo>=</mo><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation>E=c^2</annotation></semantics></math>'
		};
		expect(
			read(
				p(`Se <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.`) +
					`<draw:g><draw:custom-shape>${p('Form')}</draw:custom-shape></draw:g>`,
				{ files }
			)
		).toEqual(['paragraph: Se E=c^2.', 'paragraph: Form']);
	});
});

describe('a file', () => {
	it('that is locked by a password says so', () => {
		const manifest =
			'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>';
		expect(
			resultOf(
				odtSteps(archiveOf({ 'META-INF/manifest.xml': manifest, 'content.xml': 'krypterat' }))
			)
		).toEqual({ ok: false, failure: { kind: 'locked', by: 'password' } });
	});

	it('without its text is incomplete, and one that is cut short is damaged', () => {
		expect(resultOf(odtSteps(archiveOf({ mimetype: 'a' })))).toEqual({
			ok: false,
			failure: { kind: 'incomplete', missing: 'content.xml' }
		});
		expect(resultOf(odtSteps(archiveOf({ 'content.xml': '<a>' })))).toEqual({
			ok: false,
			failure: { kind: 'damaged', file: 'content.xml' }
		});
	});
});

describe('every word is read once', () => {
	const word = fc.integer({ min: 1, max: 9999 }).map((n) => `ord${n} `);
	const piece: fc.Arbitrary<string> = fc.oneof(
		word,
		word.map((one) => span(one, 'T1')),
		word.map((one) => span(one, 'H')),
		word.map((one) => `<office:annotation>${p(one)}</office:annotation>`),
		word.map(
			(one) => `<text:note text:id="a"><text:note-body>${p(one)}</text:note-body></text:note>`
		),
		word.map((one) => `<text:okänd>${one}</text:okänd>`),
		word.map((one) => `<draw:frame><draw:text-box>${p(one)}</draw:text-box></draw:frame>`)
	);
	const block: fc.Arbitrary<string> = fc.oneof(
		fc.array(piece, { maxLength: 6 }).map((pieces) => p(pieces.join(''))),
		fc
			.array(piece, { maxLength: 3 })
			.map((pieces) => `<text:section>${p(pieces.join(''))}</text:section>`),
		word,
		word.map((one) => span(one, 'T1')),
		fc
			.tuple(fc.constantFrom('text:section', 'text:okänd', 'draw:frame><draw:text-box'), word, word)
			.map(
				([name, one, two]) =>
					`<${name}>${one}${p(two)}</${name.split('><').toReversed().join('></')}>`
			),
		fc.array(fc.tuple(word, piece), { maxLength: 3 }).map((cells) => {
			const inside = cells.map(
				([one, two]) => `<table:table-cell>${p(one)}${two}</table:table-cell>`
			);
			return `<table:table><table:table-row>${inside.join('')}</table:table-row></table:table>`;
		})
	);

	it('in any document', () => {
		const automatic = style('T1', 'text', italic) + style('H', 'text', 'text:display="none"');
		fc.assert(
			fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
				const text = blocks.join('');
				expect(wordsOf(readOdt(text, { automatic }))).toEqual((text.match(/ord\d+/g) ?? []).sort());
			})
		);
	});
});

it('reads in steps that say how far it has come', () => {
	const shares = [...odtSteps(odt(p('Ord.').repeat(450)))].map(({ done }) => done);
	expect(shares.length).toBe(4);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

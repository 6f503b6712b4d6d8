import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveOf, png, resultOf, shown, shownNotes, wordsOf } from '../office/office.fixture';
import { docxSteps } from './docx';
import {
	docx,
	paragraph,
	readDocx,
	relationship,
	run,
	style,
	styled,
	type DocxParts
} from './docx.fixture';

const read = (body: string, parts?: DocxParts) => shown(readDocx(body, parts));
const field = (code: string, result: string) =>
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('styles', () => {
	const styles = [
		style('a', 'Normal'),
		style('R1', 'heading 1'),
		style('egen', 'Mitt kapitel', '<w:basedOn w:val="R1"/>'),
		style('niva', 'Nivå', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
		style('q1', 'Block Text'),
		style('q2', 'Quotations'),
		style('q3', 'Intense Quote'),
		style('c', 'Image Caption', '<w:basedOn w:val="cap"/>'),
		style('cap', 'caption'),
		style('l', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
		style('lop', 'Lop', '<w:basedOn w:val="lop"/>')
	].join('');

	it('are known by their names and by what they are based on', () => {
		const ids = ['R1', 'egen', 'niva', 'q1', 'q2', 'q3', 'c', 'l', 'lop', 'saknas'];
		expect(read(ids.map((id) => styled(id, `ord ${id}`)).join(''), { styles })).toEqual([
			'heading 1: ord R1',
			'heading 1: ord egen',
			'heading 3: ord niva',
			'quote: ord q1',
			'quote: ord q2',
			'quote: ord q3',
			'caption: ord c',
			'list-item: ord l',
			'paragraph: ord lop',
			'paragraph: ord saknas'
		]);
	});

	it('give way to a paragraph’s own outline level and list', () => {
		const outline = (level: number) => `<w:outlineLvl w:val="${level}"/>`;
		const list = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
		expect(
			read(
				[
					paragraph(run('Två'), outline(1)),
					paragraph(run('Ingen'), `<w:pStyle w:val="R1"/>${outline(9)}`),
					paragraph(run('Punkt'), list(1)),
					paragraph(run('Fri'), `<w:pStyle w:val="l"/>${list(0)}`)
				].join(''),
				{ styles }
			)
		).toEqual(['heading 2: Två', 'paragraph: Ingen', 'list-item: Punkt', 'paragraph: Fri']);
	});

	it('say title, authors and date at the beginning, and a heading further down', () => {
		const flow = readDocx(
			styled('t', 'Den') +
				styled('t', 'långa vägen') +
				styled('u', 'En berättelse') +
				styled('f', 'Eva Ek; Bo Al') +
				styled('d', '3 maj 2020') +
				styled('t', 'Ett') +
				paragraph(run('Text.')) +
				styled('t', 'Två'),
			{
				styles: [
					style('t', 'Title'),
					style('u', 'Subtitle'),
					style('f', 'Author'),
					style('d', 'Date')
				].join(''),
				core: '<dc:title>Document1</dc:title><dc:creator>python-docx</dc:creator><dc:language>sv-SE</dc:language>'
			}
		);
		expect(flow.metadata).toEqual({
			title: 'Den långa vägen',
			authors: ['Eva Ek', 'Bo Al'],
			issued: '2020-05-03',
			lang: 'sv-SE'
		});
		expect(shown(flow)).toEqual([
			'repeated-title: Den',
			'repeated-title: långa vägen',
			'front-matter: En berättelse',
			'byline: Eva Ek; Bo Al',
			'date: 3 maj 2020',
			'heading 1: Ett',
			'paragraph: Text.',
			'heading 1: Två'
		]);
	});

	it('emphasise what differs from the paragraph', () => {
		const parts = {
			styles: [
				style('k', 'Kursiv', '<w:rPr><w:i/></w:rPr>'),
				style('R1', 'heading 1', '<w:rPr><w:b/></w:rPr>'),
				style('E', 'Emphasis', '<w:rPr><w:i/></w:rPr>', 'character'),
				style('S', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character')
			].join('')
		};
		const emphasis = '<w:rStyle w:val="E"/>';
		const body = [
			paragraph(
				run('ett ') +
					run('två', '<w:i/>') +
					run(' tre ', '<w:i w:val="0"/>') +
					run('fyra', '<w:b/>')
			),
			paragraph(
				run('fem ') + run('sex', emphasis) + run(' ') + run('sju', '<w:rStyle w:val="S"/>')
			),
			paragraph(run('åtta ') + run('nio', emphasis), '<w:pStyle w:val="k"/>'),
			paragraph(run('tio ') + run('elva', '<w:b/>'), '<w:pStyle w:val="R1"/>')
		].join('');
		expect(read(body, parts)).toEqual([
			'paragraph: ett *två* tre **fyra**',
			'paragraph: fem *sex* **sju**',
			'paragraph: åtta *nio*',
			'heading 1: tio elva'
		]);
	});
});

describe('words are neither joined nor cut', () => {
	it.each([
		['a page break', '<w:br w:type="page"/>', 'sida efter'],
		['a column break', '<w:br w:type="column"/>', 'sida efter'],
		['a tab', '<w:tab/>', 'sida efter'],
		['a tab to the margin', '<w:ptab w:alignment="right"/>', 'sida efter'],
		['a line break', '<w:br/>', 'sida / efter'],
		['a carriage return', '<w:cr/>', 'sida / efter'],
		['a soft hyphen', '<w:softHyphen/>', 'sidaefter'],
		['a rendered page break', '<w:lastRenderedPageBreak/>', 'sidaefter'],
		['a no-break hyphen', '<w:noBreakHyphen/>', 'sida\u2011efter'],
		['a known symbol', '<w:sym w:font="Symbol" w:char="F061"/>', 'sidaαefter'],
		[
			'figures above the line',
			'</w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r>',
			'sida²efter'
		],
		['an unknown symbol', '<w:sym w:font="Okänd" w:char="F061"/>', 'sidaefter']
	])('by %s', (_, mark, words) => {
		expect(read(paragraph(`<w:r><w:t>sida</w:t>${mark}<w:t>efter</w:t></w:r>`))).toEqual([
			`paragraph: ${words}`
		]);
	});

	it('by a drop cap', () => {
		const cap = paragraph(run('D'), '<w:framePr w:dropCap="drop" w:lines="3"/>');
		expect(read(cap + paragraph(run('et var en gång.')))).toEqual(['paragraph: Det var en gång.']);
	});

	it('by ruby, whose readings are listed', () => {
		const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>`;
		expect(read(paragraph(run('ett ') + ruby + run(' tecken')))).toEqual([
			'paragraph: ett 漢 tecken',
			'annotation: kan'
		]);
	});

	it('by runs that stand in no paragraph', () => {
		expect(read(run('Lös.') + paragraph(run('Text.')))).toEqual([
			'paragraph: Lös.',
			'paragraph: Text.'
		]);
	});

	it('by wrappers, known and unknown', () => {
		const wrappers = ['smartTag', 'customXml', 'dir', 'bdo', 'ins', 'moveTo', 'okänd'];
		const body = wrappers.map((name) => `<w:${name}>${run(`${name} `)}</w:${name}>`).join('');
		const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run('sdt')}</w:sdtContent></w:sdt>`;
		expect(read(paragraph(body + control))).toEqual([
			'paragraph: smartTag customXml dir bdo ins moveTo okänd sdt'
		]);
	});
});

describe('fields', () => {
	it('keep their results and lead where a link leads', () => {
		const href = ' HYPERLINK "https://exempel.se/a" ';
		expect(
			read(
				paragraph(
					`<w:fldSimple w:instr="AUTHOR">${run('Eva')}</w:fldSimple> ` +
						run(' ') +
						field(href, run('länk')) +
						run(' ') +
						field(' REF bok1 ', run('kapitel 2'))
				)
			)
		).toEqual(['paragraph: Eva [länk](https://exempel.se/a) kapitel 2']);
	});

	it('of page numbers and contents are left out', () => {
		const begin = field(' TOC \\o "1-3" ', run('Ett\t') + field('PAGEREF _1', run('7'))).replace(
			/<w:r><w:fldChar w:fldCharType="end"\/><\/w:r>$/,
			''
		);
		expect(
			read(
				paragraph(begin) +
					paragraph(`${run('Två 9')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
					paragraph(run('Sida ') + field(' PAGE ', run('12')))
			)
		).toEqual(['contents: Ett 7', 'contents: Två 9', 'paragraph: Sida', 'page-number: 12']);
	});

	it('without an end hide nothing that follows', () => {
		const open = (code: string) =>
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>`;
		expect(
			read(
				paragraph(open('DATE')) +
					paragraph(run('Kvar.')) +
					paragraph(
						`${open('TOC')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Rad 1')}`
					) +
					styled('R1', 'Kapitel') +
					paragraph(run('Text.')),
				{ styles: style('R1', 'heading 1') }
			)
		).toEqual(['paragraph: Kvar.', 'contents: Rad 1', 'heading 1: Kapitel', 'paragraph: Text.']);
	});

	it('of a control for contents are left out whatever they hold', () => {
		const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
		expect(
			read(
				`<w:sdt><w:sdtPr>${gallery}</w:sdtPr><w:sdtContent>${paragraph(run('Innehåll'))}</w:sdtContent></w:sdt>`
			)
		).toEqual(['contents: Innehåll']);
	});

	it('link to other files and never fetch them', () => {
		const link = (id: string) => `<w:hyperlink r:id="${id}">${run('här')}</w:hyperlink>`;
		const links =
			relationship('a', 'hyperlink', 'https://exempel.se/', 'TargetMode="External"') +
			relationship('b', 'hyperlink', 'javascript:alert(1)', 'TargetMode="External"');
		expect(
			read(paragraph(link('a')) + paragraph(link('b')) + paragraph(link('c')), { links })
		).toEqual(['paragraph: [här](https://exempel.se/)', 'paragraph: här', 'paragraph: här']);
	});
});

describe('notes', () => {
	const reference = (kind: string, id: number, rest = '') =>
		`<w:r><w:${kind}Reference w:id="${id}" ${rest}</w:r>`;
	const note = (kind: string, id: number, content: string, type = '') =>
		`<w:${kind} w:id="${id}" ${type}>${content}</w:${kind}>`;

	it('are tied to their references, with all their paragraphs', () => {
		const flow = readDocx(
			paragraph(run('Först.')) +
				paragraph(
					run('Ett') + reference('footnote', 2, '/>') + run(' två') + reference('endnote', 2, '/>')
				),
			{
				footnotes:
					note('footnote', -1, paragraph('<w:r><w:separator/></w:r>'), 'w:type="separator"') +
					note(
						'footnote',
						2,
						paragraph(`<w:r><w:footnoteRef/></w:r>${run(' Not.')}`) + paragraph(run('Mer.'))
					) +
					note('footnote', 3, paragraph(run('Ensam.'))),
				endnotes: note('endnote', 2, paragraph(run('Slut.')))
			}
		);
		expect(shown(flow)).toEqual([
			'paragraph: Först.',
			'paragraph: Ett[^footnote-2] två[^endnote-2]'
		]);
		expect(shownNotes(flow)).toEqual([
			'footnote-2 at 1: paragraph: Not. ‖ paragraph: Mer.',
			'endnote-2 at 1: paragraph: Slut.',
			'footnote-3 at 2: paragraph: Ensam.'
		]);
	});

	it('with marks of their own lose the mark in the text and in the note', () => {
		const flow = readDocx(
			paragraph(
				run('Ord') +
					reference('footnote', 1, 'w:customMarkFollows="1"/><w:t>*</w:t>') +
					run(' sist')
			),
			{ footnotes: note('footnote', 1, paragraph(run('*') + run(' Noten.'))) }
		);
		expect(shown(flow)).toEqual(['paragraph: Ord[^footnote-1] sist']);
		expect(shownNotes(flow)).toEqual(['footnote-1 at 0: paragraph: Noten.']);
	});

	it('that refer to one another are notes of their own', () => {
		const flow = readDocx(paragraph(run('Ord') + reference('footnote', 1, '/>')), {
			footnotes:
				note('footnote', 1, paragraph(run('Ett') + reference('footnote', 2, '/>'))) +
				note('footnote', 2, paragraph(run('Två') + reference('footnote', 1, '/>')))
		});
		expect(shownNotes(flow)).toEqual([
			'footnote-1 at 0: paragraph: Ett[^footnote-2]',
			'footnote-2 at 0: paragraph: Två[^footnote-1]'
		]);
	});

	it('that are missing are counted', () => {
		const flow = readDocx(paragraph(run('Ord') + reference('footnote', 9, '/>')));
		expect(flow.notices).toEqual([{ kind: 'missing-notes', count: 1 }]);
	});
});

describe('text that is not shown', () => {
	it('is left out as deleted, hidden or a comment, and listed below its paragraph', () => {
		const comments = `<w:comment w:id="4">${paragraph(run('Är det så?'))}${paragraph(run('Nej.'))}</w:comment>`;
		expect(
			read(
				paragraph(
					run('Kvar ') +
						`<w:del><w:r><w:delText>borta</w:delText></w:r></w:del>` +
						`<w:moveFrom>${run('flyttat')}</w:moveFrom>` +
						run('dold', '<w:vanish/>') +
						'<w:r><w:commentReference w:id="4"/></w:r>' +
						run('igen')
				),
				{ comments }
			)
		).toEqual([
			'paragraph: Kvar igen',
			'deleted: bortaflyttat',
			'hidden: dold',
			'annotation: Är det så?',
			'annotation: Nej.'
		]);
	});

	it('joins two paragraphs where the end of the first was deleted', () => {
		expect(
			read(paragraph(run('En men'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run('ing.')))
		).toEqual(['paragraph: En mening.']);
	});

	it('is listed for headers, once for each text', () => {
		expect(read(paragraph(run('Text.')), { header: paragraph(run('Bokens titel')) })).toEqual([
			'paragraph: Text.',
			'running-head: Bokens titel'
		]);
	});

	it('leaves the properties from before a tracked change unread', () => {
		const changed =
			'<w:rPr><w:rPrChange w:id="1"><w:rPr><w:vanish/><w:i/></w:rPr></w:rPrChange></w:rPr>';
		expect(read(paragraph(`<w:r>${changed}<w:t>synlig</w:t></w:r>`))).toEqual([
			'paragraph: synlig'
		]);
	});
});

describe('boxes, pictures and formulas', () => {
	const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
	const choice = (words: string) =>
		`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(words)}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(`${words}, äldre`)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
	const picture = (id: string, alt: string) =>
		`<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="${alt}"/><a:blip r:embed="${id}"/></wp:inline></w:drawing></w:r>`;

	it('of text are read once, before the paragraph or below it', () => {
		expect(read(paragraph(choice('Ruta ett') + run('Text.') + choice('Ruta två')))).toEqual([
			'paragraph: Ruta ett',
			'paragraph: Text.',
			'paragraph: Ruta två'
		]);
	});

	it('are kept with what is said of them; others are listed', () => {
		const links =
			relationship('p', 'image', 'media/a.jpg') +
			relationship('e', 'image', 'media/b.png') +
			relationship('x', 'image', 'https://exempel.se/c.png', 'TargetMode="External"');
		const flow = readDocx(
			paragraph(picture('p', 'En båt')) +
				paragraph(picture('e', '')) +
				paragraph(picture('x', 'En ö')),
			{ links, files: { 'word/media/a.jpg': png, 'word/media/b.png': 'EMF' } }
		);
		expect(shown(flow)).toEqual([
			'picture word/media/a.jpg: En båt',
			'picture: b.png',
			'picture: En ö'
		]);
		expect(flow.pictures.get('word/media/a.jpg')?.type).toBe('image/png');
		expect(flow.pictures.get('word/media/a.jpg')?.bytes()).toEqual(png);
	});

	it('that are rules between scenes are kept as marks', () => {
		const rule =
			'<w:r><w:pict><v:rect xmlns:o="urn:schemas-microsoft-com:office:office" o:hr="t"/></w:pict></w:r>';
		const styles = style('h', 'Horizontal Line');
		expect(
			read(paragraph(run('Ett.')) + paragraph(rule) + styled('h', '') + paragraph(run('Två.')), {
				styles
			})
		).toEqual([
			'paragraph: Ett.',
			'paragraph: \\* * \\*',
			'paragraph: \\* * \\*',
			'paragraph: Två.'
		]);
	});

	it('of mathematics are a line of text', () => {
		const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
		const formula = `<m:oMath><m:f><m:num>${t('a+b')}</m:num><m:den>${t('2')}</m:den></m:f>${t('=')}<m:sSup><m:e>${t('x')}</m:e><m:sup>${t('2')}</m:sup></m:sSup></m:oMath>`;
		expect(read(paragraph(run('Se ') + formula))).toEqual(['paragraph: Se (a+b)/2=x^2']);
	});
});

describe('tables', () => {
	const table = (...rows: readonly (readonly string[])[]) =>
		`<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

	it('are rows whose cells are parted by bars', () => {
		expect(
			read(
				table(
					[paragraph(run('År')), paragraph(''), paragraph(run('Antal'))],
					[paragraph(run('1900')), paragraph(run('4'))]
				)
			)
		).toEqual(['paragraph: År | Antal', 'paragraph: 1900 | 4']);
	});

	it('are blocks where a cell has several paragraphs or a table', () => {
		const two = paragraph(run('Ett.')) + paragraph(run('Två.'));
		expect(read(table([two, table([paragraph(run('A')), paragraph(run('B'))])]))).toEqual([
			'paragraph: Ett.',
			'paragraph: Två.',
			'paragraph: A | B'
		]);
	});
});

describe('languages', () => {
	it('are the document’s, and a block’s where it has another', () => {
		const styles =
			'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>';
		const flow = readDocx(
			paragraph(run('En lång svensk mening om ingenting.', '<w:lang w:val="sv-SE"/>')) +
				paragraph(run('Short.')) +
				paragraph(run('Kort.', '<w:lang w:val="sv-FI"/>')),
			{ styles }
		);
		expect(flow.metadata.lang).toBe('sv-SE');
		expect(shown(flow).slice(1)).toEqual(['paragraph (en-US): Short.', 'paragraph: Kort.']);
	});
});

describe('a file', () => {
	it('without its document is incomplete, and one whose XML is cut short is damaged', () => {
		expect(resultOf(docxSteps(archiveOf({ 'a.txt': 'a' })))).toEqual({
			ok: false,
			failure: { kind: 'incomplete', missing: 'word/document.xml' }
		});
		expect(resultOf(docxSteps(archiveOf({ 'word/document.xml': '<w:document>' })))).toEqual({
			ok: false,
			failure: { kind: 'damaged', file: 'word/document.xml' }
		});
	});

	it('in the strict form is read like the common one', () => {
		const space = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
		const flow = resultOf(
			docxSteps(
				archiveOf({
					'word/document.xml': `<x:document xmlns:x="${space}"><x:body><x:p><x:r><x:t>Strikt.</x:t></x:r></x:p></x:body></x:document>`
				})
			)
		);
		expect(flow.ok && shown(flow.value)).toEqual(['paragraph: Strikt.']);
	});

	it('may call things as objects call their own', () => {
		expect(read(styled('__proto__', 'Ord.'), { styles: style('__proto__', 'heading 2') })).toEqual([
			'heading 2: Ord.'
		]);
	});
});

describe('every word is read once', () => {
	const word = fc.integer({ min: 1, max: 9999 }).map((n) => `ord${n}`);
	const piece: fc.Arbitrary<string> = fc.oneof(
		word.map((one) => run(`${one} `)),
		word.map((one) => run(`${one} `, '<w:i/>')),
		word.map((one) => run(`${one} `, '<w:vanish/>')),
		word.map((one) => `<w:ins>${run(`${one} `)}</w:ins>`),
		word.map((one) => `<w:del><w:r><w:delText>${one} </w:delText></w:r></w:del>`),
		word.map((one) => field('PAGE', run(`${one} `))),
		word.map((one) => `<w:okänd>${run(`${one} `)}</w:okänd>`),
		word.map(
			(one) => `<w:r><w:pict><w:txbxContent>${paragraph(run(one))}</w:txbxContent></w:pict></w:r>`
		)
	);
	const block: fc.Arbitrary<string> = fc.oneof(
		fc.array(piece, { maxLength: 6 }).map((pieces) => paragraph(pieces.join(''))),
		fc
			.array(fc.array(piece, { maxLength: 3 }), { minLength: 1, maxLength: 3 })
			.map(
				(cells) =>
					`<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell.join(''))}</w:tc>`).join('')}</w:tr></w:tbl>`
			)
	);

	it('in any document', () => {
		fc.assert(
			fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
				const body = blocks.join('');
				expect(wordsOf(readDocx(body))).toEqual((body.match(/ord\d+/g) ?? []).sort());
			})
		);
	});
});

it('reads in steps that say how far it has come', () => {
	const steps = docxSteps(docx(paragraph(run('Ord.')).repeat(450)));
	const shares = [...steps].map(({ done }) => done);
	expect(shares.length).toBe(4);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

import { describe, expect, test } from 'vitest';
import { flowOf, flowOfPage, lines, notesOf } from './epub.fixture';

describe('notes that the file marks', () => {
	test('a note of EPUB 3 has neither its number nor the way back', () => {
		const flow = flowOfPage(
			'<p>Det<a epub:type="noteref" href="#n1" id="r1">1</a> regnar.</p><aside epub:type="footnote" id="n1"><p><a href="#r1">1</a>. Länge.</p><p>Och kallt.</p></aside>'
		);
		expect(lines(flow)).toEqual(['paragraph: Det[^a.xhtml#n1] regnar.']);
		expect(notesOf(flow)).toEqual(['a.xhtml#n1: Länge. // Och kallt.']);
		expect(flow.notes[0]?.before).toBe(1);
	});

	test('what goes on with a note in a stanza is not read once more', () => {
		const flow = flowOfPage(
			'<p>Regn.</p><div class="stanza"><p epub:type="footnote"></p><blockquote><p>Och kallt.</p></blockquote></div>'
		);
		expect(lines(flow)).toEqual(['paragraph: Regn.']);
		expect(notesOf(flow)).toEqual([expect.stringContaining('Och kallt.')]);
	});

	test('roles of ARIA say the same, with a list of notes in a file of its own', () => {
		const flow = flowOf({
			pages: {
				'a.xhtml': '<p>Ja<sup><a role="doc-noteref" href="n.xhtml#n1" id="r1">1</a></sup>.</p>',
				'n.xhtml':
					'<section role="doc-endnotes"><h2>Noter</h2><ol><li id="n1"><p>Se boken. <a role="doc-backlink" href="a.xhtml#r1">Åter</a></p></li><li id="n2">Lös.</li></ol></section>'
			}
		});
		expect(lines(flow)).toEqual(['paragraph: Ja[^n.xhtml#n1].', '-note-heading heading 2: Noter']);
		expect(notesOf(flow)).toEqual(['n.xhtml#n1: Se boken.', 'n.xhtml# 11: Lös.']);
	});

	test('notes of one id have keys of their own', () => {
		const aside = (words: string) => `<aside epub:type="footnote" id="n">${words}</aside>`;
		const flow = flowOfPage(
			`<p>Ord<a epub:type="noteref" href="#n">1</a></p>${['Ett.', 'Två.', 'Tre.'].map(aside).join('')}`
		);
		expect(new Set(flow.notes.map(({ key }) => key)).size).toBe(3);
		expect(flow.notes[0]?.key).toBe('OPS/a.xhtml#n');
	});

	test('ids repeat across files', () => {
		const body = (words: string) =>
			`<p>Ord<a epub:type="noteref" href="#fn1">1</a></p><aside epub:type="footnote" id="fn1">${words}</aside>`;
		const flow = flowOf({ pages: { 'a.xhtml': body('Ett.'), 'b.xhtml': body('Två.') } });
		expect(notesOf(flow)).toEqual(['a.xhtml#fn1: Ett.', 'b.xhtml#fn1: Två.']);
	});

	test('a note in a file outside the order of reading is found', () => {
		const flow = flowOf({
			pages: { 'a.xhtml': '<p>Ord<a epub:type="noteref" href="n.xhtml#n1">1</a></p>' },
			manifest: '<item id="n" href="n.xhtml" media-type="application/xhtml+xml"/>',
			files: {
				'OPS/n.xhtml':
					'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Noter</h1><p id="n1">1. Se boken.</p></body></html>'
			}
		});
		expect(lines(flow)).toEqual(['paragraph: Ord[^n.xhtml#n1]']);
		expect(notesOf(flow)).toEqual(['n.xhtml#n1: Se boken.']);
	});

	test('a reference to a note that is not there stays as text, and is counted', () => {
		const flow = flowOfPage('<p>Ord<sup><a epub:type="noteref" href="#n1">1</a></sup></p>');
		expect(lines(flow)).toEqual(['paragraph: Ord¹']);
		expect(flow.notices).toEqual([{ kind: 'missing-notes', count: 1 }]);
	});

	test('a note within a paragraph does not cut it', () => {
		const flow = flowOfPage(
			'<p>Det<a epub:type="noteref" href="#n">*</a> <span epub:type="footnote" id="n">* Så.</span>regnar.</p>'
		);
		expect(lines(flow)).toEqual(['paragraph: Det[^a.xhtml#n] regnar.']);
		expect(notesOf(flow)).toEqual(['a.xhtml#n: Så.']);
	});

	test.each([
		['Pequod', 'Fartyget Pequod[^a.xhtml#n] seglade.', 'Pequod var en stam.'],
		['<i>Pequod</i> ', 'Fartyget *Pequod* [^a.xhtml#n] seglade.', 'Pequod var en stam.'],
		['(Lind)', 'Fartyget (Lind)[^a.xhtml#n] seglade.', 'Pequod var en stam.'],
		['vill', 'Fartyget vill[^a.xhtml#n] seglade.', 'vill så'],
		['å', 'Fartyget å[^a.xhtml#n] seglade.', 'å 1 b'],
		['<p>Pe</p><p>quod</p>', 'Fartyget Pe quod [^a.xhtml#n] seglade.', 'Så.'],
		['xiv', 'Fartyget [^a.xhtml#n] seglade.', 'Så.'],
		['[12a]', 'Fartyget [^a.xhtml#n] seglade.', 'Så.']
	])('a reference that shows “%s” keeps words, and no mark', (shown, expected, note) => {
		const flow = flowOfPage(
			`<p>Fartyget <a epub:type="noteref" href="#n">${shown}</a> seglade.</p><aside epub:type="footnote" id="n">${note}</aside>`
		);
		expect(lines(flow)).toEqual([`paragraph: ${expected}`]);
		expect(notesOf(flow)).toEqual([`a.xhtml#n: ${note}`]);
	});

	test('a note has the mark of the reference that shows one', () => {
		const flow = flowOfPage(
			'<p><a epub:type="noteref" href="#n">Pequod</a> och<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">1. Så.</aside>'
		);
		expect(lines(flow)).toEqual(['paragraph: Pequod[^a.xhtml#n] och[^a.xhtml#n]']);
		expect(notesOf(flow)).toEqual(['a.xhtml#n: Så.']);
	});

	test.each([
		['Lind@', 'Lind^'],
		['(enligt Lind@)', '(enligt Lind^)'],
		['Lind [@]', 'Lind ^'],
		['Lind (@, @; @) sa', 'Lind ^, ^; ^ sa'],
		['Lind [@', 'Lind [^'],
		['(@ och Lind)', '(^ och Lind)'],
		['Lind [@)', 'Lind [^)'],
		['Lind [@][@]', 'Lind ^^'],
		['(Lind [@])', '(Lind ^)'],
		['(@)(Lind)', '^(Lind)']
	])('brackets round references are dropped in pairs: “%s”', (given, expected) => {
		const reference = '<a epub:type="noteref" href="#n">1</a>';
		const flow = flowOfPage(
			`<p>${given.replaceAll('@', reference)}</p><aside epub:type="footnote" id="n">1. Så.</aside>`
		);
		const [line = ''] = lines(flow);
		expect(line.replaceAll('[^a.xhtml#n]', '^')).toBe(`paragraph: ${expected}`);
	});

	test('a bracket before other words than the mark is the note’s own', () => {
		const flow = flowOfPage(
			'<p>Ord<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>(<i>Övers.</i> anm.) Så.</p></aside><aside epub:type="footnote"><p>[<i>Red.</i>]</p></aside>'
		);
		expect(notesOf(flow).map((note) => note.replace(/^.*?: /, ''))).toEqual([
			'*(Övers.* anm.) Så.',
			'*[Red.*]'
		]);
	});

	test('a word that leads back is the note’s own', () => {
		const flow = flowOfPage(
			'<p id="l20">Ord<a epub:type="noteref" href="#n">*</a></p><div epub:type="rearnote" id="n"><a href="#l20">Rad 20</a>. Så.</div>'
		);
		expect(notesOf(flow)).toEqual(['a.xhtml#n: Rad 20. Så.']);
	});
});

describe('notes that the file does not mark', () => {
	test.each([
		[
			'figures that lead back',
			'<a id="r" href="#n">12</a>',
			'<p id="n"><a href="#r">12</a> Så.</p>'
		],
		['a sign', '<a id="r" href="#n">*</a>', '<p><a id="n" href="#r">*</a> Så.</p>'],
		['a Roman number', '<a id="r" href="#n">iv</a>', '<p id="n"><a href="#r">iv</a>. Så.</p>'],
		['brackets', '[<a id="r" href="#n">1</a>]', '<p id="n">[<a href="#r">1</a>] Så.</p>'],
		['a raised number without a way back', '<sup><a href="#n">1</a></sup>', '<p id="n">1. Så.</p>'],
		[
			'an item of a list',
			'<sup><a id="r" href="#n">1</a></sup>',
			'<ol><li id="n"><p>Så. <a href="#r">↩</a></p></li></ol>'
		],
		[
			'a row of a table',
			'<a id="r" href="#n">1</a>',
			'<table><tr><td><a id="n" href="#r">1</a></td><td>Så.</td></tr></table>'
		],
		[
			'a list of definitions',
			'<a id="r" href="#n">1</a>',
			'<dl><dt id="n"><a href="#r">1</a></dt><dd>Så.</dd></dl>'
		]
	])('%s', (_, reference, note) => {
		const flow = flowOfPage(`<p>Ord${reference} och.</p>${note}`);
		expect(lines(flow)).toEqual(['paragraph: Ord[^a.xhtml#n] och.']);
		expect(notesOf(flow)).toEqual(['a.xhtml#n: Så.']);
	});

	test('paragraphs up to the next note go on with a note', () => {
		const flow = flowOfPage(
			'<p>A<a id="r1" href="#n1">1</a> b<a id="r2" href="#n2">2</a></p><h2>Noter</h2><p id="n1"><a href="#r1">1</a> Ett.</p><p>Mer.</p><p id="n2"><a href="#r2">2</a> Två.</p><p>Än mer.</p><h2>Slut</h2><p>Text.</p>'
		);
		expect(notesOf(flow)).toEqual(['a.xhtml#n1: Ett. // Mer.', 'a.xhtml#n2: Två. // Än mer.']);
		expect(lines(flow)).toEqual([
			'paragraph: A[^a.xhtml#n1] b[^a.xhtml#n2]',
			'-note-heading heading 2: Noter',
			'heading 2: Slut',
			'paragraph: Text.'
		]);
	});

	test('text between notes that stand below their paragraphs is text', () => {
		const flow = flowOfPage(
			'<p>A<a id="r1" href="#n1">1</a></p><p id="n1"><a href="#r1">1</a> Ett.</p><p>B<a id="r2" href="#n2">2</a></p><p id="n2"><a href="#r2">2</a> Två.</p><p>C</p>'
		);
		expect(notesOf(flow)).toEqual(['a.xhtml#n1: Ett.', 'a.xhtml#n2: Två.']);
		expect(lines(flow)).toEqual([
			'paragraph: A[^a.xhtml#n1]',
			'paragraph: B[^a.xhtml#n2]',
			'paragraph: C'
		]);
	});

	test.each([
		[
			'a chapter’s number in a list of contents',
			'<p>Se <a id="r" href="#n">1</a></p><h2 id="n"><a href="#r">1</a></h2>'
		],
		[
			'a place before the link',
			'<p id="n">Se <a href="#r">1</a></p><p><a id="r" href="#n">1</a></p>'
		],
		[
			'a raised letter without a way back',
			'<p>Se<sup><a href="#n">a</a></sup></p><p id="n">a är.</p>'
		],
		['a number without a way back', '<p>Se <a href="#n">12</a></p><p id="n">12 män.</p>'],
		['a word', '<p>Se <a id="r" href="#n">mer</a></p><p id="n"><a href="#r">mer</a> Så.</p>']
	])('%s is no note', (_, body) => {
		expect(flowOfPage(body).notes).toEqual([]);
	});

	test('a year at the beginning of a note is not its mark', () => {
		const flow = flowOfPage(
			'<p>Ord<sup><a id="r" href="#n">1</a></sup></p><ol><li id="n">1984 kom den. <a href="#r">↩</a></li></ol>'
		);
		expect(notesOf(flow)).toEqual(['a.xhtml#n: 1984 kom den.']);
	});
});

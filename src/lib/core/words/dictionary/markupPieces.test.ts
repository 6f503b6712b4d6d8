import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markupPieces } from './markupPieces';
import { pieceText, type Piece } from './piece';

const text = (words: string): Piece => ({ kind: 'text', text: words });

test.for([
	['a <b>bold</b> word', [text('a '), { kind: 'bold', pieces: [text('bold')] }, text(' word')]],
	['one<br>two', [text('one'), { kind: 'break' }, text('two')]],
	['<ul><li>a<li>b</ul>', [{ kind: 'list', items: [[text('a')], [text('b')]] }]],
	['<p>a</p><p>b</p>', [text('a'), { kind: 'break' }, text('b')]],
	['a<script>alert("<b>x</b>")</script>b', [text('ab')]],
	['<style>p { background: url(//x) }</style>a', [text('a')]],
	['<img src="https://x/y.png" alt="a house" onerror="x()">', [text('[a house]')]],
	['<a href="javascript:x()">a</a> <iframe src="//x">b</iframe>', [text('a ')]],
	['<svg><script>x()</script></svg><object data="//x">c</object>a', [text('a')]],
	['&lt;b&gt; &amp; &aring;', [text('<b> & å')]],
	['</b>a<b>b', [text('a'), { kind: 'bold', pieces: [text('b')] }]]
] as const)('HTML becomes plain pieces: %s', ([html, pieces]) => {
	expect(markupPieces(html, 'html')).toEqual(pieces);
});

test('in XDXF a new line is one, and examples and parts of speech keep their kind', () => {
	expect(markupPieces('<gr>n</gr>\n<ex>en bok</ex><c c="red">x</c>', 'xdxf')).toEqual([
		{ kind: 'class', pieces: [text('n')] },
		{ kind: 'break' },
		{ kind: 'example', pieces: [text('en bok')] },
		text('x')
	]);
});

test('no markup throws, loses its plain words or takes long', () => {
	const tag = fc.constantFrom(
		...'<b> </b> <i> <ul> <li> </ul> <p> <div> </div> <br/> <!-- --> <k>'.split(' ')
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(tag, fc.constantFrom('a', 'b ', '&', '<', '"'))), (parts) => {
			for (const dialect of ['html', 'pango', 'xdxf'] as const)
				expect(pieceText(markupPieces(parts.join(''), dialect))).not.toContain('<b>');
		})
	);
	const deep = '<div><b>'.repeat(20_000);
	expect(pieceText(markupPieces(`${deep}word`, 'html'))).toContain('word');
	expect(pieceText(markupPieces('x'.repeat(300_000), 'html'))).toMatch(/x…$/);
});

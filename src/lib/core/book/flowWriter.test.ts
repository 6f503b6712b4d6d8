import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainOf } from '../text/inline';
import { line } from './epub/epub.fixture';
import { FlowWriter, type Marks } from './flowWriter';

const paragraph = { kind: 'paragraph' } as const;

function written(write: (writer: FlowWriter) => void): readonly string[] {
	const writer = new FlowWriter();
	write(writer);
	writer.end(paragraph);
	return writer.blocks.map(line);
}

describe('white space', () => {
	test('it is folded across pieces, and there is none at the ends of a block or a line', () => {
		const lines = written((writer) => {
			for (const piece of ['\n ', 'ett ', ' ', '\ttvå', ' ']) writer.text(piece);
			writer.lineBreak();
			writer.text(' tre ', { emphasis: true });
			writer.text(' fyra\n');
		});
		expect(lines).toEqual(['paragraph: ett två/*tre* fyra']);
	});

	test('no-break spaces stay, also at the ends of marks', () => {
		expect(written((writer) => writer.text('\u00a0a\u00a0\u00a0', { strong: true }))).toEqual([
			'paragraph: **\u00a0a\u00a0\u00a0**'
		]);
	});

	test('soft hyphens are dropped', () => {
		expect(written((writer) => writer.text('järn\u00advägen'))).toEqual(['paragraph: järnvägen']);
	});

	test('an empty line is none', () => {
		const lines = written((writer) => {
			writer.lineBreak();
			writer.text('a');
			writer.lineBreak();
			writer.text(' ');
			writer.lineBreak();
			writer.text('b');
			writer.lineBreak();
		});
		expect(lines).toEqual(['paragraph: a/b']);
	});
});

describe('marks', () => {
	test('they nest: a link holds strong words, and those hold emphasis', () => {
		const href = 'https://example.org/';
		const lines = written((writer) => {
			writer.text('a ', { href });
			writer.text('b', { href, strong: true });
			writer.text('c', { href, strong: true, emphasis: true });
		});
		expect(lines).toEqual([`paragraph: <${href}: a **b*c***>`]);
	});

	test('a reference ends a link, and a link that may not be one is its words', () => {
		const lines = written((writer) => {
			writer.text('a', { href: 'https://example.org/' });
			writer.reference('n');
			writer.text('b', { href: 'javascript:x' });
		});
		expect(lines).toEqual(['paragraph: <https://example.org/: a>[^n]b']);
	});
});

describe('blocks', () => {
	test('one without words is none, and its anchors lead to the next', () => {
		const writer = new FlowWriter();
		writer.anchor('a');
		writer.text(' ');
		writer.end(paragraph);
		writer.anchor('b');
		writer.reference('n');
		writer.end(paragraph);
		writer.anchor('c');
		writer.text('c');
		writer.end(paragraph);
		expect(writer.blocks.map(({ anchors }) => anchors)).toEqual([['a', 'b'], ['c']]);
	});

	test('a picture is a block without words', () => {
		const writer = new FlowWriter();
		writer.end({ kind: 'picture', picture: 'a.png', alt: '' });
		expect(writer.blocks).toHaveLength(1);
	});

	test('an aside does not cut the words around it, nor take their anchors', () => {
		const writer = new FlowWriter();
		writer.anchor('a');
		writer.text('ett ');
		writer.aside(() =>
			writer.leaveOut('page-number', () => {
				writer.text('9');
				writer.end(paragraph);
			})
		);
		writer.text(' hus');
		writer.end(paragraph);
		expect(writer.blocks.map(line)).toEqual(['-page-number paragraph: 9', 'paragraph: ett hus']);
		expect(writer.blocks.map(({ anchors }) => anchors)).toEqual([[], ['a']]);
	});

	test('a note has its own blocks, and one within it has its own', () => {
		const writer = new FlowWriter();
		writer.text('a ');
		writer.note('n', () => {
			writer.text('x');
			writer.end(paragraph);
			writer.text('z');
			writer.note('m', () => writer.text('y'));
		});
		writer.note('empty', () => writer.text(' '));
		writer.text(' b');
		writer.end(paragraph);
		expect(writer.blocks.map(line)).toEqual(['paragraph: a b']);
		expect(writer.notes.map(({ key, blocks, before }) => [key, blocks.map(line), before])).toEqual([
			['m', ['paragraph: y'], 0],
			['n', ['paragraph: x', 'paragraph: z'], 0]
		]);
	});

	test('a note in what is left out is no part of it', () => {
		const writer = new FlowWriter();
		writer.leaveOut('hidden', () => {
			writer.note('n', () => writer.text('x'));
			writer.text('a');
			writer.end(paragraph);
		});
		expect(writer.blocks.map(line)).toEqual(['-hidden paragraph: a']);
		expect(writer.notes[0]?.blocks.map(line)).toEqual(['paragraph: x']);
	});

	test('of one reason within another the outer counts; a language is that of the innermost', () => {
		const writer = new FlowWriter();
		const end = () => {
			writer.text('a');
			writer.end(paragraph);
		};
		writer.leaveOut('contents', () => writer.leaveOut('page-number', end));
		writer.inLanguage('fr', () => writer.inLanguage('de', end));
		writer.inLanguage('fr', () => writer.inLanguage(null, end));
		end();
		expect(writer.blocks.map(({ reason, lang }) => [reason, lang])).toEqual([
			['contents', null],
			[null, 'de'],
			[null, 'fr'],
			[null, null]
		]);
	});
});

const marks: fc.Arbitrary<Marks> = fc.record(
	{
		emphasis: fc.constant(true),
		strong: fc.constant(true),
		href: fc.constantFrom('https://example.org/', 'javascript:x')
	},
	{ requiredKeys: [] }
);
const piece = fc.tuple(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00a0') }), marks);

test('law: the words of a block are those that were written, white space folded', () => {
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const writer = new FlowWriter();
			for (const [text, marks] of pieces) writer.text(text, marks);
			writer.end(paragraph);
			const whole = pieces
				.map(([text]) => text)
				.join('')
				.replace(/[ \n]+/g, ' ')
				.replace(/^ | $/g, '');
			const words = writer.blocks.map(({ inline }) => plainOf(inline)).join('');
			expect(words).toBe(whole.trim() === '' ? '' : whole);
		})
	);
});

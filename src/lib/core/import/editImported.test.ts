import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockShape } from '../text/article';
import { block } from '../text/block';
import { fingerprint } from '../text/fingerprint';
import { plain } from '../text/inline';
import type { LeftOut } from './leftOut';
import {
	changeKind,
	drop,
	editMetadata,
	editText,
	join,
	makeTitle,
	restore,
	split
} from './editImported';
import type { Imported } from './imported';

const words = fc
	.array(fc.constantFrom('ett', 'två', '*tre*', '**fyra**', 'fem[^1]', 'sex.', '*sju åtta*'), {
		minLength: 1,
		maxLength: 8
	})
	.map((list) => list.join(' '));
const shape: fc.Arbitrary<BlockShape> = fc.oneof(
	fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 2, max: 4 }) }),
	fc.constant({ kind: 'caption' as const }),
	fc.record({ kind: fc.constant('caption' as const), credit: fc.constantFrom('Foto: X', '© Y') }),
	fc.record({ kind: fc.constant('footnote' as const), marker: fc.constantFrom('1', '2') }),
	fc.record({
		kind: fc.constantFrom('paragraph' as const, 'quote' as const, 'standfirst' as const)
	})
);
const imports: fc.Arbitrary<Imported> = fc
	.record({
		blocks: fc.array(fc.tuple(shape, words), { minLength: 1, maxLength: 6 }),
		out: fc.array(fc.nat({ max: 6 }), { maxLength: 5 })
	})
	.map(({ blocks, out }) => ({
		article: { lang: 'sv', title: 'Titel', blocks: blocks.map(([s, text]) => block(s, text)) },
		leftOut: out
			.map((before) => Math.min(before, blocks.length))
			.sort((a, b) => a - b)
			.map((before, i): LeftOut => ({ text: `ute ${i}`, reason: 'picture', before })),
		notices: []
	}));
const at = fc.nat({ max: 7 });

/** Returns every word of an import, without regard to place and order. */
const content = ({ article, leftOut }: Imported): string =>
	[
		article.title ?? '',
		...article.blocks.flatMap((b) => [
			plain(b.text),
			b.kind === 'caption' ? (b.credit ?? '') : '',
			b.kind === 'footnote' ? b.marker : ''
		]),
		...leftOut.flatMap(({ text, shape: s }) => [
			plain(text),
			s?.kind === 'caption' ? (s.credit ?? '') : '',
			s?.kind === 'footnote' ? s.marker : ''
		])
	]
		.join(' ')
		.split(/\s+/)
		.sort()
		.join(' ')
		.trim();

const isSound = ({ article, leftOut }: Imported): boolean =>
	article.blocks.every((b) => b.fingerprint === fingerprint(b.text)) &&
	leftOut.every(
		({ before }, i) => before <= article.blocks.length && before >= (leftOut[i - 1]?.before ?? 0)
	);

describe('the laws of editing', () => {
	it('restore undoes drop', () => {
		fc.assert(
			fc.property(imports, at, (imported, i) => {
				const dropped = drop(imported, i);
				const index = dropped.leftOut.findIndex(({ reason }) => reason === 'removed');
				expect(restore(dropped, index)).toEqual(imported);
			})
		);
	});

	it('join undoes split', () => {
		fc.assert(
			fc.property(imports, at, fc.nat({ max: 40 }), (imported, i, offset) => {
				const halves = split(imported, i, offset);
				fc.pre(halves !== imported);
				expect(join(halves, i)).toEqual(imported);
			})
		);
	});

	it('no edit loses text, and every index and fingerprint stays correct', () => {
		const edits: fc.Arbitrary<(imported: Imported) => Imported> = fc.oneof(
			at.map((i) => (imported: Imported) => drop(imported, i)),
			at.map((i) => (imported: Imported) => restore(imported, i)),
			at.map((i) => (imported: Imported) => join(imported, i)),
			at.map((i) => (imported: Imported) => makeTitle(imported, i)),
			fc.tuple(at, at).map(
				([i, o]) =>
					(imported: Imported) =>
						split(imported, i, o * 4)
			),
			fc
				.tuple(
					at,
					fc.constantFrom<BlockShape>({ kind: 'paragraph' }, { kind: 'heading', level: 3 })
				)
				.map(
					([i, s]) =>
						(imported: Imported) =>
							changeKind(imported, i, s)
				)
		);
		fc.assert(
			fc.property(imports, fc.array(edits, { maxLength: 8 }), (imported, list) => {
				const edited = list.reduce((value, edit) => edit(value), imported);
				expect(content(edited)).toBe(content(imported));
				expect(isSound(edited)).toBe(true);
			})
		);
	});
});

const one = (s: BlockShape, text: string): Imported => ({
	article: { lang: 'sv', blocks: [block(s, text)] },
	leftOut: [],
	notices: []
});
const texts = ({ article }: Imported) => article.blocks.map(({ text }) => text);

describe('editing an import', () => {
	it('splits at the space nearest to the offset and cuts no emphasis', () => {
		expect(texts(split(one({ kind: 'paragraph' }, 'ett två tre fyra'), 0, 8))).toEqual([
			'ett två',
			'tre fyra'
		]);
		expect(texts(split(one({ kind: 'paragraph' }, 'ett *två tre fyra* fem'), 0, 9))).toEqual([
			'ett',
			'*två tre fyra* fem'
		]);
		expect(texts(split(one({ kind: 'paragraph' }, 'odelbart'), 0, 3))).toEqual(['odelbart']);
	});

	it('splits a verse at a line break, and joins two with one', () => {
		const verse = one({ kind: 'quote' }, 'ett två\\\ntre\\\nfyra');
		const halves = split(verse, 0, 7);
		expect(texts(halves)).toEqual(['ett två', 'tre\\\nfyra']);
		expect(join(halves, 0)).toEqual(verse);
		expect(texts(join(split(verse, 0, 3), 0))).toEqual(['ett\\\ntvå\\\ntre\\\nfyra']);
	});

	it('takes typed lines as lines, and a title on one line', () => {
		const typed = editText(one({ kind: 'paragraph' }, 'Ord.'), 0, ' *ett*\n\n två  \ntre ');
		expect(texts(typed)).toEqual(['*ett*\\\ntvå\\\ntre']);
		expect(makeTitle(typed, 0).article.title).toBe('ett två tre');
	});

	it('keeps a credit in the words when a caption becomes a paragraph', () => {
		const caption = one({ kind: 'caption', credit: 'Foto: X' }, 'En bild.');
		expect(texts(changeKind(caption, 0, { kind: 'paragraph' }))).toEqual(['En bild. Foto: X']);
		expect(
			changeKind(caption, 0, { kind: 'caption', credit: 'Foto: Y' }).article.blocks[0]
		).toEqual(block({ kind: 'caption', credit: 'Foto: Y' }, 'En bild.'));
	});

	it('drops a block whose text is emptied', () => {
		const emptied = editText(one({ kind: 'quote' }, 'Ord.'), 0, '  ');
		expect(emptied.article.blocks).toEqual([]);
		expect(emptied.leftOut).toEqual([
			{ text: 'Ord.', reason: 'removed', before: 0, shape: { kind: 'quote' } }
		]);
	});

	it('sets and clears metadata', () => {
		const named = editMetadata(one({ kind: 'paragraph' }, 'Ord.'), {
			title: 'Titel',
			authors: ['Bo Ek']
		});
		expect(named.article).toMatchObject({ title: 'Titel', authors: ['Bo Ek'], lang: 'sv' });
		const cleared = editMetadata(named, { title: undefined, authors: [], lang: 'en' });
		expect(Object.keys(cleared.article).sort()).toEqual(['blocks', 'lang']);
	});
});

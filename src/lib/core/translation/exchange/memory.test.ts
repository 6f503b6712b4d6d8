/** Translation memories beside an original, whatever they are sorted by. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../../../../tests/linear';
import { block } from '../../text/block';
import { coming, mill, notation, paragraphs, textOf, tmx, translated, tu } from './foreign.fixture';

const second = paragraphs[1].join(' ');
const whole = translated.map((lines) => lines.join(' '));
const [one = '', two = ''] = whole;
const entries = paragraphs.flatMap((lines, at) =>
	lines.map((line, nth) => tu(line, translated[at]?.[nth] ?? ''))
);

describe('a memory', () => {
	test('is put beside the original by its source texts, whatever its order', () => {
		const expected = coming(tmx(entries.join('')));
		expect(textOf(expected)).toEqual(whole);
		expect(notation(expected.links)).toBe('0:0 1:1 2:2 3:3 4:4');
		fc.assert(
			fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
				const came = coming(tmx(shuffled.join('')));
				expect(textOf(came)).toEqual(textOf(expected));
				expect(came.links).toEqual(expected.links);
			})
		);
	});
	test('leaves out what belongs to other texts, and leaves gaps for what it does not have', () => {
		const strange = tu('En helt annan mening om båtar.', 'Quite another sentence about boats.');
		const came = coming(tmx([...entries.slice(0, 2), strange].join('')));
		expect(textOf(came)).toEqual([translated[0].slice(0, 2).join(' ')]);
		expect(notation(came.links)).toBe('0:0 1:1 2: 3: 4:');
		expect(came.leftOut).toEqual(['Quite another sentence about boats.']);
	});
	test('gives a sentence that comes twice its one translation twice', () => {
		const twice = { ...mill, blocks: [...mill.blocks, block({ kind: 'paragraph' }, second)] };
		expect(textOf(coming(tmx(entries.join('')), twice))).toEqual([one, two, two]);
	});
	test('gives the entry that was changed last, and the one for a place at its place', () => {
		const old = tu(
			paragraphs[1][0],
			'The miller’s name was Alma.',
			'changedate="20100101T000000Z"'
		);
		const late = tu(paragraphs[1][0], translated[1][0], 'changedate="20200101T000000Z"');
		const rest = entries.filter((_, at) => at !== 3).join('');
		expect(textOf(coming(tmx(late + old + rest)))[1]).toBe(two);
		expect(textOf(coming(tmx(old + late + rest)))[1]).toBe(two);
		const props = `<prop type="prev">${paragraphs[0][2]}</prop><prop type="next">${paragraphs[1][1]}</prop>`;
		const here = tu(paragraphs[1][0], 'Alma, the miller.', '', props);
		expect(textOf(coming(tmx(here + late + rest)))[1]).toMatch(/^Alma, the miller\./);
		const elsewhere = here.replaceAll(paragraphs[0][2], 'Någon annanstans.');
		expect(textOf(coming(tmx(late + elsewhere + rest)))[1]).toBe(two);
	});
	test('takes a sentence for another only where nearly all its words are the same', () => {
		const numbered = {
			...mill,
			blocks: [
				'Kapitel 3 handlar om åren vid kvarnen.',
				'Kapitel 4 handlar om åren vid kvarnen.'
			].map((text) => block({ kind: 'paragraph' }, text))
		};
		const came = coming(
			tmx(
				tu('Kapitel 3 handlar om åren vid kvarnen.', 'Chapter 3 is about the years at the mill.')
			),
			numbered
		);
		expect(notation(came.links)).toBe('0:0 1:');
	});
	test('is read in linear time', () => {
		const long = (length: number) => {
			const count = Math.ceil(length / 200);
			return Array.from({ length: count }, (_, at) => `Mening nummer ${at} handlar om väg ${at}.`);
		};
		expectLinear(
			(length) =>
				tmx(
					long(length)
						.toReversed()
						.map((line) => tu(line, line.replace('Mening', 'Line')))
						.join('')
				),
			(file) => {
				const lines = [...file.matchAll(/"sv"><seg>([^<]*)/g)]
					.map(([, line]) => line ?? '')
					.toReversed();
				const blocks = [];
				for (let at = 0; at < lines.length; at += 5)
					blocks.push(block({ kind: 'paragraph' }, lines.slice(at, at + 5).join(' ')));
				expect(coming(file, { ...mill, blocks }).target.blocks.length).toBe(blocks.length);
			}
		);
	});
});

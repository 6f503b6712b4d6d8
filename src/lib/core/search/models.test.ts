import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dear } from '../laws.fixture';
import { DamagedBytes } from './bytes';
import { number, numberContexts, text, textContexts } from './models';
import { BitReader, BitWriter, type BitCoder } from './rangeCoder';

const bits = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 1 })), { maxLength: 3000 });

/** Codes each bit in a context, in two, or in none. */
const coded = (coder: BitCoder, [context, bit]: readonly [number, number]): number =>
	context === 3
		? coder.evenBit(bit)
		: context === 2
			? coder.bitOfTwo(0, 1, bit)
			: coder.bit(context, bit);

test('bits come back as they were written', () => {
	fc.assert(
		fc.property(bits, (list) => {
			const writer = new BitWriter(2);
			for (const one of list) coded(writer, one);
			const reader = new BitReader(2, writer.done());
			expect(list.map(([context]) => coded(reader, [context, 0]))).toEqual(
				list.map(([, bit]) => bit)
			);
		})
	);
});

test('a long run takes next to no room, and what follows it comes back', () => {
	for (const [run, surprise] of [
		[0, 1],
		[1, 0]
	] as const) {
		const list = [...Array.from({ length: 20_000 }, () => run), surprise, run, run, surprise];
		const writer = new BitWriter(1);
		for (const bit of list) writer.bit(0, bit);
		const bytes = writer.done();
		expect(bytes.length).toBeLessThan(20);
		const reader = new BitReader(1, bytes);
		expect(list.map(() => reader.bit(0))).toEqual(list);
	}
});

test('numbers and texts come back as they were written, whatever their letters', () => {
	const items = fc.array(
		fc.tuple(fc.nat({ max: 2 ** 31 - 2 }), fc.string({ unit: 'binary' }), fc.string())
	);
	fc.assert(
		fc.property(items, (list) => {
			const writer = new BitWriter(numberContexts + textContexts);
			for (const [value, word, before] of list) {
				number(writer, 0, value);
				text(writer, numberContexts, word, before);
			}
			const reader = new BitReader(numberContexts + textContexts, writer.done());
			for (const [value, word, before] of list) {
				expect(number(reader, 0, 0)).toBe(value);
				expect(text(reader, numberContexts, '', before)).toBe(word);
			}
		}),
		dear()
	);
});

test('reading past the end ends', () => {
	const reader = new BitReader(1, new Uint8Array());
	expect(() => {
		for (let nth = 0; nth < 1000; nth++) reader.evenBit();
	}).toThrow(DamagedBytes);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fields, numberIn, textIn } from '../../../src/lib/adapters/mt/opus/graph/protobuf';
import { Message } from './message';

const hex = (message: Message) =>
	[...message.finish()].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** The first three are from https://protobuf.dev/programming-guides/encoding/. */
test('fields are encoded as in the documentation of protobuf', () => {
	expect(hex(new Message().int(1, 150))).toBe('08 96 01');
	expect(hex(new Message().text(2, 'testing'))).toBe('12 07 74 65 73 74 69 6e 67');
	expect(hex(new Message().packed(6, [3, 270, 86942]))).toBe('32 06 03 8e 02 9e a7 05');
	expect(hex(new Message().int(1, -1))).toBe('08 ff ff ff ff ff ff ff ff ff 01');
	expect(hex(new Message().float(3, 1))).toBe('1d 00 00 80 3f');
	expect(hex(new Message().message(3, new Message().int(1, 150)))).toBe('1a 03 08 96 01');
});

test('law: decoding returns what was encoded', () => {
	const field = fc.record({
		number: fc.integer({ min: 1, max: 5000 }),
		value: fc.oneof(fc.nat(), fc.string())
	});
	fc.assert(
		fc.property(fc.array(field), (written) => {
			const message = new Message();
			for (const { number, value } of written)
				if (typeof value === 'number') message.int(number, value);
				else message.text(number, value);
			const read = fields(message.finish()).map((found, i) => ({
				number: found.number,
				value: typeof written[i]?.value === 'number' ? numberIn(found) : textIn(found)
			}));
			expect(read).toEqual(written);
		})
	);
});

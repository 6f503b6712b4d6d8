import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { decodeText } from './decodeText';

const wide = (text: string, isLittle: boolean): Uint8Array =>
	Uint8Array.from(
		[...text].flatMap((letter) => {
			const bytes = [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8];
			return isLittle ? bytes : bytes.toReversed();
		})
	);

test.each(['utf-16', 'UTF-16LE', 'utf16', 'UCS-2', 'ISO-10646-UCS-2', 'Unicode'])(
	'a declared %s is ignored where the file has a byte a letter',
	(encoding) => {
		const text = `<?xml version="1.0" encoding="${encoding}"?><p>å</p>`;
		expect(decodeText(strToU8(text))).toBe(text);
	}
);

test.each([true, false])('UTF-16 is read without a mark, little endian: %s', (isLittle) => {
	const text = '<?xml version="1.0" encoding="utf-16"?><p>åж</p>';
	expect(decodeText(wide(text, isLittle))).toBe(text);
	expect(decodeText(wide(`\ufeff${text}`, isLittle))).toBe(text);
});

test('an encoding that is declared is used', () => {
	const start = '<?xml version="1.0" encoding="windows-1251"?><p>';
	expect(decodeText(Uint8Array.from([...strToU8(start), 0xe4]))).toBe(`${start}д`);
});

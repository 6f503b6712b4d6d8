import { expect, test } from 'vitest';
import { bytes } from './bytes';

test.each([
	[0, 'en', '1 kB'],
	[999, 'en', '1 kB'],
	[48_513, 'en', '49 kB'],
	[1_440_000, 'en', '1.4 MB'],
	[1_440_000, 'sv', '1,4 MB'],
	[48_513_438, 'en', '49 MB'],
	[12_300_000_000, 'en', '12 GB'],
	[5_000_000_000_000, 'sv', '5 000 GB']
])('%i bytes in %s are %s', (size, ui, words) => {
	expect(bytes(size, ui).replace(/\s/g, ' ')).toBe(words);
});

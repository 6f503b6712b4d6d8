import { afterEach, expect, it, vi } from 'vitest';
import { addressOf } from './sharedAddress';

afterEach(() => vi.unstubAllGlobals());

it.each([
	[
		'an article of the reader’s keeps its other parameters',
		'/en/own/?id=fyren&view=both#p-0000000000000000',
		'/en/own/?id=fyren&view=original#p-0123456789abcdef'
	],
	[
		'an article of the library names no language',
		'/sv/read/fyren/?layout=peek',
		'/read/fyren/?layout=peek&view=original#p-0123456789abcdef'
	]
])('the address of a paragraph of %s', (_, at, address) => {
	vi.stubGlobal('location', new URL(at, 'https://jamsides.example'));
	expect(addressOf({ id: '0123456789abcdef' }, 'original')).toBe(
		`https://jamsides.example${address}`
	);
});

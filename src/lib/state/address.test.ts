import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageRow } from '$lib/ui/reading/page';
import { addressOf, asked, forgetAsked, namedRow } from './address';

const at = (path: string) => {
	const location = new URL(path, 'https://jamsides.example');
	const replaceState = vi.fn();
	vi.stubGlobal('location', location);
	vi.stubGlobal('history', { state: null, replaceState });
	return replaceState;
};
afterEach(() => vi.unstubAllGlobals());

describe('an address', () => {
	it.each([
		['/en/read/a/?view=original', 'original'],
		['/en/read/a/', null],
		['/en/read/a/?view=', null],
		['/en/read/a/?view="><script>', null]
	])('%s asks for the view %s', (path, view) => {
		at(path);
		expect(asked('view')).toBe(view);
	});

	it.each([
		['#p-0123456789abcdef', 'p-0123456789abcdef'],
		['#p-0123456789abcdef-2', 'p-0123456789abcdef-2'],
		['#p-0123', null],
		['#text', null],
		['', null]
	])('with “%s” names the row %s', (hash, row) => {
		at(`/en/read/a/${hash}`);
		expect(namedRow()).toBe(row);
	});

	it('of a paragraph holds the view, and whatever else it held', () => {
		at('/en/own/?id=fyren&view=both#p-0000000000000000');
		const item = { id: '0123456789abcdef' } as PageRow;
		expect(addressOf(item, 'original')).toBe(
			'https://jamsides.example/en/own/?id=fyren&view=original#p-0123456789abcdef'
		);
	});

	it('forgets what was asked for, and nothing else', () => {
		const replaceState = at('/en/own/?id=fyren&view=both&layout=peek#p-0123456789abcdef');
		forgetAsked();
		expect(String(replaceState.mock.calls[0]?.[2])).toBe(
			'https://jamsides.example/en/own/?id=fyren#p-0123456789abcdef'
		);
		expect(at('/en/own/?id=fyren')).not.toHaveBeenCalled();
	});
});

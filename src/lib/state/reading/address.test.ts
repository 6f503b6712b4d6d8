import { afterEach, describe, expect, it, vi } from 'vitest';
import { asked, forgetAsked, namedRow } from './address';

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

	it('loses the requested view, and nothing else', () => {
		const replaceState = at('/en/own/?id=fyren&view=both&layout=peek#p-0123456789abcdef');
		forgetAsked();
		expect(String(replaceState.mock.calls[0]?.[2])).toBe(
			'https://jamsides.example/en/own/?id=fyren#p-0123456789abcdef'
		);
		expect(at('/en/own/?id=fyren')).not.toHaveBeenCalled();
	});
});

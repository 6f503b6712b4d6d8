import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readLocal, readLocalJson, readLocalList, writeLocal } from './localStore';

afterEach(() => vi.unstubAllGlobals());

describe('a localStorage that answers', () => {
	const kept = new Map<string, string>();
	beforeEach(() => {
		kept.clear();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, text: string) => kept.set(key, text),
			removeItem: (key: string) => kept.delete(key)
		});
	});

	test('returns the text that was written, and null once it is removed', () => {
		writeLocal('key', 'text');
		expect(readLocal('key')).toBe('text');
		writeLocal('key', null);
		expect(readLocal('key')).toBeNull();
	});

	test.each([
		['["a",1]', ['a', 1], ['a', 1]],
		['{"a":1}', { a: 1 }, []],
		['{"a":', null, []],
		[null, null, []]
	])('%s is read as the JSON value and the list that it holds', (text, value, list) => {
		writeLocal('key', text);
		expect(readLocalJson('key')).toEqual(value);
		expect(readLocalList('key')).toEqual(list);
	});
});

test('a localStorage that refuses reads as empty and ignores writes', () => {
	const refuse = vi.fn(() => {
		throw new DOMException('blocked', 'SecurityError');
	});
	vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
	writeLocal('key', 'text');
	writeLocal('key', null);
	expect(refuse).toHaveBeenCalledTimes(2);
	expect(readLocal('key')).toBeNull();
	expect(readLocalList('key')).toEqual([]);
});

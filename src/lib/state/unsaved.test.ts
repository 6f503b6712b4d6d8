import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearUnsaved, keepUnsaved, unsaved } from './unsaved';

afterEach(() => vi.unstubAllGlobals());

describe('words that are not saved yet', () => {
	it('are kept until they are cleared, each by its key', () => {
		const kept = new Map<string, string>();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, text: string) => kept.set(key, text),
			removeItem: (key: string) => kept.delete(key)
		});
		keepUnsaved('a/en/1', 'one');
		keepUnsaved('a/en/2', 'two');
		expect([unsaved('a/en/1'), unsaved('a/en/2')]).toEqual(['one', 'two']);
		clearUnsaved('a/en/1');
		expect([unsaved('a/en/1'), unsaved('a/en/2')]).toEqual([null, 'two']);
	});

	it('are not kept where the browser refuses, and nothing breaks', () => {
		const refuse = () => {
			throw new DOMException('no', 'SecurityError');
		};
		vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
		expect(() => {
			keepUnsaved('a', 'one');
			clearUnsaved('a');
		}).not.toThrow();
		expect(unsaved('a')).toBeNull();
	});
});

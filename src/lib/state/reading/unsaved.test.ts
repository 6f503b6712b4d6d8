import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearAllUnsaved, UnsavedWords, type Unsaved } from './unsaved';

afterEach(() => vi.unstubAllGlobals());

describe('unsaved words', () => {
	/** Stands in for the browser’s storage, whose keys are its own properties. */
	function storage(): Record<string, string> {
		const kept: Record<string, string> = {};
		const methods = {
			getItem: (key: string) => kept[key] ?? null,
			setItem: (key: string, text: string) => (kept[key] = text),
			removeItem: (key: string) => Reflect.deleteProperty(kept, key)
		};
		for (const [name, value] of Object.entries(methods))
			Object.defineProperty(kept, name, { value, enumerable: false });
		vi.stubGlobal('localStorage', kept);
		return kept;
	}
	const found = (key: string): Unsaved | null => new UnsavedWords(key).found;
	const base = '2026-11-29T06:00:00.000Z';

	it('are kept by key, with what they began from, until they are forgotten', () => {
		storage();
		const one = new UnsavedWords('a/en/1');
		one.keep({ text: 'one', base: null });
		new UnsavedWords('a/en/2').keep({ text: '{"text":"two"}', base });
		expect(found('a/en/1')).toEqual({ text: 'one', base: null });
		one.forget();
		expect(found('a/en/1')).toBeNull();
		expect(found('a/en/2')).toEqual({ text: '{"text":"two"}', base });
	});

	it('that an earlier version kept are read, with no base', () => {
		storage()['jamsides.unsaved.a'] = 'Half a sen';
		expect(found('a')).toEqual({ text: 'Half a sen', base: null });
	});

	it('are not cleared by another tab that saves or cancels its own', () => {
		storage();
		const [here, there] = [new UnsavedWords('a'), new UnsavedWords('a')];
		there.keep({ text: 'theirs', base });
		here.keep({ text: 'mine', base });
		there.forget();
		expect(found('a')?.text).toBe('mine');
	});

	it('of two tabs that are closed both come back, the last one’s first', () => {
		storage();
		vi.useFakeTimers();
		const [here, there] = [new UnsavedWords('a'), new UnsavedWords('a')];
		here.keep({ text: 'mine', base });
		vi.advanceTimersByTime(1);
		there.keep({ text: 'theirs', base: null });
		vi.useRealTimers();
		for (const tab of [here, there]) tab.keepAgain();
		const again = new UnsavedWords('a');
		const both = [again.found, ...again.others];
		expect(both).toHaveLength(2);
		expect(both).toContainEqual({ text: 'mine', base });
		expect(both).toContainEqual({ text: 'theirs', base: null });
	});

	it('that are saved leave the other tab’s to be offered, until these are used too', () => {
		storage();
		const [here, there] = [new UnsavedWords('a'), new UnsavedWords('a')];
		here.keep({ text: 'mine', base });
		there.keep({ text: 'theirs', base });
		const again = new UnsavedWords('a');
		const [other] = again.others;
		again.forget();
		expect(found('a')).toEqual(other);
		new UnsavedWords('a').forget();
		expect(found('a')).toBeNull();
	});

	it('that are used change places with those that were there', () => {
		storage();
		const tabs = [new UnsavedWords('b'), new UnsavedWords('b')];
		for (const [at, tab] of tabs.entries()) tab.keep({ text: `draft ${at}`, base });
		const again = new UnsavedWords('b');
		const [other] = again.others;
		again.keep({ text: 'typed on', base });
		if (other) again.use(other);
		const offered = new UnsavedWords('b');
		expect([offered.found?.text, ...offered.others.map(({ text }) => text)].sort()).toEqual(
			[other?.text, 'typed on'].sort()
		);
		again.forget();
		expect(found('b')?.text).toBe('typed on');
	});

	it('are kept again as the page is left, whatever another tab did to them', () => {
		storage();
		const here = new UnsavedWords('a');
		here.keep({ text: 'mine', base });
		new UnsavedWords('a').forget();
		here.keepAgain();
		expect(found('a')?.text).toBe('mine');
		here.forget();
		here.keepAgain();
		expect(found('a')).toBeNull();
	});

	it('are cleared together, and nothing else with them', () => {
		const kept = storage();
		new UnsavedWords('a').keep({ text: 'one', base: null });
		new UnsavedWords('b').keep({ text: 'two', base: null });
		kept['jamsides.settings'] = '{}';
		clearAllUnsaved();
		expect(Object.keys(kept)).toEqual(['jamsides.settings']);
	});

	it('are not kept when the browser refuses, and nothing throws', () => {
		const refuse = () => {
			throw new DOMException('no', 'SecurityError');
		};
		vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
		expect(() => {
			const words = new UnsavedWords('a');
			words.keep({ text: 'one', base: null });
			words.keepAgain();
			words.forget();
			clearAllUnsaved();
		}).not.toThrow();
		expect(found('a')).toBeNull();
	});
});

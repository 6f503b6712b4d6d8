import { beforeEach, describe, expect, test, vi } from 'vitest';

/** Stubs the parts of a browser that the settings use. */
function browser(stored: string | null, refuses = false) {
	const listeners: ((event: { key: string | null }) => void)[] = [];
	const store = { value: stored };
	const attributes = new Map<string, string>();
	const documentElement = {
		setAttribute: (name: string, value: string) => void attributes.set(name, value),
		removeAttribute: (name: string) => void attributes.delete(name)
	};
	vi.stubGlobal('window', {});
	vi.stubGlobal('document', { documentElement });
	vi.stubGlobal('addEventListener', (_: string, listener: (typeof listeners)[number]) =>
		listeners.push(listener)
	);
	vi.stubGlobal('localStorage', {
		getItem: () => {
			if (refuses) throw new DOMException('no', 'SecurityError');
			return store.value;
		},
		setItem: (_: string, value: string) => {
			if (refuses) throw new DOMException('no', 'QuotaExceededError');
			store.value = value;
		}
	});
	return { attributes, store, listeners };
}

const shown = (attributes: Map<string, string>) => Object.fromEntries(attributes);

async function make() {
	const { Settings } = await import('./settings.svelte');
	return new Settings();
}

beforeEach(() => {
	vi.unstubAllGlobals();
	vi.useFakeTimers({ now: Date.parse('2026-11-02T08:30:00.000Z') });
	return () => vi.useRealTimers();
});

describe('the settings', () => {
	test('have their defaults on the server', async () => {
		expect((await make()).values).toEqual({});
	});

	test.each([
		['nothing', null, {}],
		['no JSON', '{"theme":', {}],
		['a list', '[]', {}],
		['null', 'null', {}],
		['known values', '{"theme":"sepia","name":"Ada"}', { theme: 'sepia', name: 'Ada' }],
		['an unknown value', '{"theme":"pink","size":"large"}', { size: 'large' }],
		['an unknown setting', '{"sound":"on","toString":"x","__proto__":"y"}', {}],
		['no string', '{"theme":1,"name":{},"face":null}', {}],
		['a blank name', '{"name":"  "}', {}],
		['a name without end', `{"name":"${'a'.repeat(999)}"}`, { name: 'a'.repeat(80) }]
	])('read from %s', async (_, stored, values) => {
		browser(stored);
		expect((await make()).values).toEqual(values);
	});

	test('are kept, and set as attributes for the stylesheets', async () => {
		const { attributes, store } = browser('{"size":"large"}');
		const settings = await make();
		settings.set('theme', 'dark');
		settings.set('view', 'original');
		expect(shown(attributes)).toEqual({ 'data-theme': 'dark', 'data-size': 'large' });
		expect(JSON.parse(store.value ?? '')).toEqual({
			theme: 'dark',
			size: 'large',
			view: 'original',
			changedAt: '2026-11-02T08:30:00.000Z'
		});
		settings.set('theme', undefined);
		expect(shown(attributes)).toEqual({ 'data-size': 'large' });
	});

	test('follow a change in another tab', async () => {
		const { attributes, store, listeners } = browser('{"theme":"dark"}');
		const settings = await make();
		store.value = '{"theme":"sepia"}';
		for (const listener of listeners) listener({ key: 'jamsides.settings' });
		expect(settings.values).toEqual({ theme: 'sepia' });
		expect(shown(attributes)).toEqual({ 'data-theme': 'sepia' });
		store.value = null;
		for (const listener of listeners) listener({ key: null });
		expect(settings.values).toEqual({});
		expect(shown(attributes)).toEqual({});
	});

	test('last for the visit when the browser keeps nothing', async () => {
		const { attributes } = browser(null, true);
		const settings = await make();
		settings.set('theme', 'dark');
		expect(settings.values.theme).toBe('dark');
		expect(shown(attributes)).toEqual({ 'data-theme': 'dark' });
	});

	test('are replaced by a backup’s settings only where those are newer', async () => {
		browser(null);
		const settings = await make();
		expect(settings.restore({})).toBe(false);
		expect(settings.restore({ theme: 'light' })).toBe(true);
		settings.set('theme', 'dark');
		expect(settings.restore({ theme: 'sepia', changedAt: '2026-11-01T00:00:00.000Z' })).toBe(false);
		expect(settings.restore({ theme: 'sepia' })).toBe(false);
		expect(settings.values.theme).toBe('dark');
		expect(settings.restore({ theme: 'sepia', changedAt: '2026-11-03T00:00:00.000Z' })).toBe(true);
		expect(settings.values.theme).toBe('sepia');
	});
});

import { beforeEach, expect, test, vi } from 'vitest';
import type { OwnReading } from './ownReading.svelte';
import type { ReadingPage } from './page';
import type { ReadingParts } from './parts';
import { Reader } from './reader.svelte';

const machines = vi.hoisted(() => ({ open: 0, rendered: 0 }));

vi.mock('./machine/machine.svelte', () => ({
	Machine: class {
		constructor() {
			machines.open++;
		}
		changed = () => machines.rendered++;
		ask = () => Promise.reject(new TypeError('Failed to fetch'));
		close = () => machines.open--;
	}
}));
vi.mock('$lib/compose/machinery', () => ({ machinery: async () => ({}) }));
vi.mock('$lib/compose/screen', () => ({
	keepAnchor: () => ({ row: () => null, hold() {}, take() {}, destroy() {} }),
	barBottom: () => 0,
	scrollFocusedIntoView: () => undefined
}));

const page = { standfirst: [], body: [], notes: [] } as unknown as ReadingPage;
const parts: ReadingParts = {
	place: () => Promise.reject(new TypeError('Failed to fetch')),
	note: () => Promise.reject(new TypeError('Failed to fetch')),
	editor: () => Promise.reject(new TypeError('Failed to fetch')),
	row: () => Promise.reject(new TypeError('Failed to fetch')),
	machine: async () => ({ Row: () => ({}), Bar: () => ({}) }),
	highlights: () => Promise.reject(new TypeError('Failed to fetch'))
};

/** A reader's own store that is open, with the listeners that follow its renders. */
function open() {
	const listeners: (() => void)[] = [];
	const own = {
		isClosed: false,
		page: null,
		onRender: (listener: () => void) => void listeners.push(listener),
		close() {
			this.isClosed = true;
		}
	};
	const reader = new Reader(() => page, own as unknown as OwnReading, parts);
	return { own, reader, render: () => listeners.forEach((listener) => listener()) };
}

const root = {
	addEventListener() {},
	classList: { contains: () => true },
	dataset: {}
} as unknown as HTMLElement;

beforeEach(() => {
	Object.assign(machines, { open: 0, rendered: 0 });
	vi.stubGlobal('document', {
		addEventListener() {},
		querySelector: () => null,
		documentElement: { dataset: {} }
	});
	vi.stubGlobal('location', { hash: '', search: '' });
	vi.stubGlobal('history', { state: null });
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('localStorage', { getItem: () => null });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	vi.stubGlobal('requestIdleCallback', () => 0);
	vi.stubGlobal('cancelIdleCallback', () => undefined);
});

test('a page has one machine, and it closes with the page', async () => {
	const { own, reader } = open();
	const stop = reader.start(root, new AbortController().signal);
	expect(await reader.translate()).toBe(await reader.translate());
	expect(machines.open).toBe(1);
	stop();
	expect([machines.open, own.isClosed]).toEqual([0, true]);
});

test('a machine that loads after the page was left is not made', async () => {
	const { own, reader } = open();
	const asked = reader.translate();
	own.close();
	expect(await asked).toBeNull();
	expect(machines.open).toBe(0);
});

test('the machine hears of every render of the page', async () => {
	const { reader, render } = open();
	await reader.translate();
	render();
	expect(machines.rendered).toBe(1);
});

test('a part that does not load is announced, and asked for again', async () => {
	const { reader } = open();
	await reader.translate(null);
	await vi.waitFor(() => expect(reader.parts.failed).toBe(true));
	await reader.translate();
	expect(reader.parts.failed).toBe(false);
});

test('close takes the panel before the note', () => {
	const { reader } = open();
	reader.panels.open('text', null);
	expect([reader.close(), reader.panels.current, reader.close()]).toEqual([true, null, false]);
});

import { expect, test } from 'vitest';
import { Arena } from './arena';
import { Pages } from './pages';

function somePages() {
	const arena = new Arena(new WebAssembly.Memory({ initial: 1 }));
	return { arena, pages: new Pages(arena, 32) };
}

test('a page that is released is used again', () => {
	const { pages } = somePages();
	const [first, second] = [pages.take(), pages.take()];
	expect(second).not.toBe(first);
	pages.release(first);
	expect(pages.take()).toBe(first);
});

test('a shared page is copied for the one who writes, and released by the last', () => {
	const { arena, pages } = somePages();
	const page = pages.take();
	arena.viewBytes(page, 32).fill(7);
	pages.share(page);
	const copy = pages.own(page);
	expect(copy).not.toBe(page);
	expect([...arena.viewBytes(copy, 32)]).toEqual(new Array(32).fill(7));
	expect(pages.own(page)).toBe(page);
	pages.release(page);
	expect(pages.take()).toBe(page);
});

test('clearing releases every page once', () => {
	const { pages } = somePages();
	const taken = [pages.take(), pages.take()];
	pages.share(taken[0] ?? 0);
	pages.clear();
	expect([pages.take(), pages.take()].sort()).toEqual(taken.sort());
	expect(taken).not.toContain(pages.take());
});

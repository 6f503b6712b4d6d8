import { expect, test } from 'vitest';
import { fail, ok } from '$lib/core/result';
import { droppedFiles } from './files';

const file = (path: string, gone = false) => ({
	...{ isFile: true, isDirectory: false, name: path.split('/').at(-1), fullPath: `/${path}` },
	file: (done: (file: File) => void, failed: (error: unknown) => void) =>
		gone ? failed(new DOMException('gone', 'NotFoundError')) : done(new File([path], path))
});

/** Makes a folder that returns its entries one at a time. */
const folder = (name: string, inner: readonly object[]) => ({
	...{ isFile: false, isDirectory: true, name, fullPath: `/${name}` },
	createReader: () => {
		const left = [...inner];
		return { readEntries: (done: (some: readonly object[]) => void) => done(left.splice(0, 1)) };
	}
});

const dropped = (...entries: readonly object[]) =>
	droppedFiles({
		items: entries.map((entry) => ({ webkitGetAsEntry: () => entry }))
	} as unknown as DataTransfer);

test('a dropped folder is walked through', async () => {
	const found = await dropped(folder('opus', [file('opus/a'), file('opus/b')]), file('c'));
	expect(found.ok && found.value.map(({ path }) => path)).toEqual(['opus/a', 'opus/b', 'c']);
	expect(await dropped()).toEqual(ok([]));
});

test('an unreadable file in a dropped folder is named', async () => {
	const inFolder = folder('opus', [file('opus/a'), file('opus/b', true)]);
	expect(await dropped(file('c'), inFolder)).toEqual(fail({ kind: 'unreadable', name: 'b' }));
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { digestOf, kept, tidyCache } from './cache.mjs';

function inFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-cache-'));
	vi.stubEnv('BUILD_CACHE', folder);
	onTestFinished(() => {
		vi.unstubAllEnvs();
		rmSync(folder, { recursive: true });
	});
	return folder;
}

const of = (text: string) => vi.fn(() => Promise.resolve(Buffer.from(text)));

test('what was made is kept under its digest, and made no more', async () => {
	inFolder();
	const [once, again, other] = [of('made'), of('made again'), of('other')];
	expect(String(await kept(digestOf('a', 'b'), once))).toBe('made');
	expect(String(await kept(digestOf('a', 'b'), again))).toBe('made');
	expect(again).not.toHaveBeenCalled();
	expect(String(await kept(digestOf('ab'), other))).toBe('other');
});

test('a damaged file is made again', async () => {
	const folder = inFolder();
	await kept('a', of('made'));
	const file = join(folder, 'a');
	const whole = readFileSync(file);
	const other = Buffer.from(whole).fill('x', whole.length - 1);
	for (const damaged of [whole.subarray(0, -1), other, Buffer.alloc(3)]) {
		writeFileSync(file, damaged);
		expect(String(await kept('a', of('made again')))).toBe('made again');
		expect(String(await kept('a', of('third')))).toBe('made again');
	}
});

test('what no build has used for two weeks is deleted', async () => {
	const folder = inFolder();
	const [now, longAgo] = [new Date(), new Date('2020-01-01')];
	for (const digest of ['old', 'used', 'new']) await kept(digest, of(digest));
	for (const name of ['old', 'used']) utimesSync(join(folder, name), now, longAgo);
	await kept('used', of('used'));
	await tidyCache();
	expect(readdirSync(folder).sort()).toEqual(['new', 'used']);
});

test('BUILD_CACHE=no keeps nothing', async () => {
	inFolder();
	vi.stubEnv('BUILD_CACHE', 'no');
	const make = of('made');
	for (let time = 0; time < 2; time++) await kept('a', make);
	expect(make).toHaveBeenCalledTimes(2);
	await tidyCache();
});

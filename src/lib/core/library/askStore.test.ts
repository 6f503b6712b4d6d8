import { expect, test } from 'vitest';
import { fail, ok } from '../result';
import { askStore } from './askStore';
import type { Store } from './store';

const store = {} as Store;
const open = async () => store;

test('the answer is passed on, on success and on failure', async () => {
	expect(await askStore(open, async (opened) => ok(opened === store))).toEqual(ok(true));
	expect(await askStore(open, async () => fail({ kind: 'full' }))).toEqual(fail({ kind: 'full' }));
});

test('a store that does not open and a call that throws become failures', async () => {
	const broken = new TypeError('Failed to fetch');
	const failure = fail({ kind: 'failed', message: 'TypeError: Failed to fetch' });
	expect(
		await askStore(
			() => Promise.reject(broken),
			async () => ok(1)
		)
	).toEqual(failure);
	expect(await askStore(open, () => Promise.reject(broken))).toEqual(failure);
});

import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../core/result';
import type { FromWorker } from './protocol';
import { serve, type Context } from './serve';

type Failure = { readonly kind: string };
type Work = (request: { text: string }, context: Context) => Promise<Result<string, Failure>>;

/** Serves calls with `work`, and keeps the replies. */
function served(work: Work) {
	const replies: FromWorker<string, Failure>[] = [];
	const hear = serve<{ text: string }, string, Failure>(
		(reply) => replies.push(reply),
		work,
		(error) => ({ kind: String(error) })
	);
	return { hear, replies };
}

test('a call is answered by its progress and then its result, under its id', async () => {
	const { hear, replies } = served(async ({ text }, { progress }) => {
		progress(0.5);
		return ok(text.toUpperCase());
	});
	await hear({ id: 7, text: 'a' });
	expect(replies).toEqual([
		{ type: 'progress', id: 7, progress: 0.5 },
		{ type: 'settled', id: 7, result: ok('A') }
	]);
});

test('an error that the work throws becomes its failure', async () => {
	const { hear, replies } = served(() => Promise.reject(new Error('torn')));
	await hear({ id: 0, text: 'a' });
	expect(replies).toEqual([{ type: 'settled', id: 0, result: fail({ kind: 'Error: torn' }) }]);
});

test('a stop request reaches the call that it names, and no other', async () => {
	const { hear, replies } = served(
		(_, { signal }) =>
			new Promise((resolve) => signal.addEventListener('abort', () => resolve(ok('stopped'))))
	);
	void hear({ id: 0, text: 'a' });
	const second = hear({ id: 1, text: 'b' });
	await hear({ id: 1, type: 'stop' });
	await second;
	expect(replies).toEqual([{ type: 'settled', id: 1, result: ok('stopped') }]);
});

test('a request to stop a settled call changes nothing', async () => {
	const { hear, replies } = served(async () => ok('done'));
	await hear({ id: 0, text: 'a' });
	await hear({ id: 0, type: 'stop' });
	expect(replies).toHaveLength(1);
});

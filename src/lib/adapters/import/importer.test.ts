import { expect, test } from 'vitest';
import { ok } from '../../core/result';
import type { Envelope } from '../worker/protocol';
import type { Start } from '../worker/running';
import { Importer } from './importer';
import type { ImportRequest } from './protocol';

/** Makes an importer whose worker records each request and replies what the test tells it to. */
function scripted() {
	const posted: (ImportRequest & Envelope)[] = [];
	const worker = { posted, hear: (_: unknown): void => {} };
	const start: Start<ImportRequest & Envelope> = (hear) => {
		worker.hear = hear;
		return { post: (request) => posted.push(request), end: () => {} };
	};
	return { importer: new Importer(start), worker };
}

const file = new Blob(['A text.']);
const imported = { article: { lang: 'en', blocks: [] }, leftOut: [] };

test('a request carries all that is known of the text', async () => {
	const { importer, worker } = scripted();
	const call = importer.import('a.txt', file, { lang: 'sv', compares: true });
	void importer.import('b.txt', file);
	expect(worker.posted).toEqual([
		{ id: 0, name: 'a.txt', file, lang: 'sv', compares: true },
		{ id: 1, name: 'b.txt', file, lang: null }
	]);
	worker.hear({ type: 'settled', id: 0, result: ok(imported) });
	expect(await call).toEqual(ok(imported));
});

test('a malformed reply from the worker throws', () => {
	const { importer, worker } = scripted();
	void importer.import('a.txt', file);
	expect(() => worker.hear({ type: 'settled', id: 0, result: ok('text') })).toThrow();
});

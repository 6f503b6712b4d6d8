/**
 * Searches the library and indexes the reader’s own texts, off the main thread, with its own
 * connection to the database. One tab indexes at a time.
 */
import { fail, ok, type Result } from '../../core/result';
import { openStore } from '../db/store';
import { storedArticle } from '../stored/article';
import { storedSearchIndex, storedSegments, storedTableFile } from '../stored/search';
import { serve, type Context } from '../worker/serve';
import type { SearchFailure, SearchReply, SearchRequest, SearchValue } from './protocol';
import { Searcher } from './searcher';

const lock = 'jamsides.search';

/** A page without a secure context has no locks. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
	typeof navigator.locks === 'undefined' ? work() : navigator.locks.request(lock, work);

const searcher = new Searcher({
	store: openStore(),
	readStored: storedArticle,
	siteIndex: storedSearchIndex,
	siteSegments: storedSegments,
	tableFile: storedTableFile,
	newId: () => crypto.randomUUID(),
	alone
});

async function work(
	request: SearchRequest,
	{ signal, progress }: Context
): Promise<Result<SearchValue, SearchFailure>> {
	if (request.kind === 'answers')
		return ok(await searcher.answers(request.from, request.to, request.lines));
	if (request.kind === 'update') {
		const done = await searcher.update(signal, progress);
		if (done.ok) return done;
		return fail(
			'part' in done.failure
				? { kind: 'index', failure: done.failure }
				: { kind: 'store', failure: done.failure }
		);
	}
	const found = await asked(request);
	return found.ok ? found : fail({ kind: 'store', failure: found.failure });
}

function asked(request: Exclude<SearchRequest, { readonly kind: 'answers' | 'update' }>) {
	switch (request.kind) {
		case 'count':
			return searcher.count(request);
		case 'find':
			return searcher.find(request);
		case 'show':
			return searcher.show(request);
		case 'search':
			return searcher.search(request);
		case 'names':
			return searcher.names(request);
	}
}

const hear = serve(
	(message: SearchReply) => self.postMessage(message),
	work,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);

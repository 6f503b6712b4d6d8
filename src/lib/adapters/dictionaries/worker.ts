/**
 * Reads the files of dictionaries and looks words up in them, off the main thread. It has its own
 * connection to the database, so that no file is copied to the page and back.
 */
import { fail, ok, type Result } from '../../core/result';
import { openStore } from '../db/store';
import { serve, type Context } from '../worker/serve';
import type {
	DictionaryReply,
	DictionaryRequest,
	DictionaryValue,
	WorkerFailure
} from './protocol';
import { Shelf } from './shelf';

const shelf = new Shelf(openStore(), () => crypto.randomUUID());

async function work(
	request: DictionaryRequest,
	{ progress }: Context
): Promise<Result<DictionaryValue, WorkerFailure>> {
	switch (request.kind) {
		case 'add': {
			const added = await shelf.add(request.files, progress);
			return added.ok
				? ok({ kind: 'add', added: added.value })
				: fail({ kind: 'store', failure: added.failure });
		}
		case 'look up': {
			const found = await shelf.lookUp(request);
			return found.ok
				? ok({ kind: 'look up', answers: found.value })
				: fail({ kind: 'store', failure: found.failure });
		}
	}
}

const hear = serve(
	(message: DictionaryReply) => self.postMessage(message),
	work,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);

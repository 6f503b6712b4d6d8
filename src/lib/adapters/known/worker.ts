/**
 * Counts known words off the main thread. It has its own connection to the database, so that no text
 * is copied to the page and back.
 */
import { ok } from '../../core/result';
import { openStore } from '../db/store';
import { storedArticle } from '../stored/article';
import { serve } from '../worker/serve';
import { knownTexts } from './count';
import type { KnownReply, KnownRequest } from './protocol';

const environment = { store: openStore(), fetchStored: storedArticle };

const hear = serve(
	(message: KnownReply) => self.postMessage(message),
	async (request: KnownRequest, { signal, progress }) => {
		for await (const texts of knownTexts(request, environment, signal)) progress(texts);
		return ok({ texts: request.texts.length });
	},
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);

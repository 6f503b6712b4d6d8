/** The import worker: reads a file and finds the article in it, off the main thread. */
import { serve } from '../worker/serve';
import { importFile } from './importFile';
import type { ImportReply } from './protocol';

const hear = serve(
	(message: ImportReply) => self.postMessage(message),
	importFile,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);

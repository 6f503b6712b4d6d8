import type { BilingualBook, WriteOptions } from './bilingualBook';
import { uuidOf } from './uuid';

/** Returns the same identifier for the same source, languages and layout (RFC 9562, version 5). */
export const identifierOf = (
	{ id, langs, translated }: BilingualBook,
	{ layout, first }: WriteOptions
): string =>
	`urn:uuid:${uuidOf(
		[id, langs.original, translated ? langs.translation : '', layout, first].join('\n')
	)}`;

/** A web page saved as a single file (RFC 2557): the page, its pictures and styles in one message. */
import { bytesOf, oneCharacterAByte, parameter, partsOf, readPart, type MimePart } from './mime';

export interface SavedPage {
	readonly bytes: Uint8Array;
	/** The encoding that the file gives the page; null if it gives none. */
	readonly charset: string | null;
	/** The page’s address on the web; null if the file does not say it. */
	readonly address: string | null;
}

/** Returns whether a file is such a page, by its beginning. */
export function isMhtml(start: string): boolean {
	const text = start.trimStart();
	if (!/^[a-z][a-z-]*:/i.test(text)) return false;
	const message = readPart(text);
	const type = message.headers.get('content-type') ?? '';
	return (
		/^multipart\/related\b/i.test(type) || (isPage(message) && message.headers.has('mime-version'))
	);
}

/** Returns the page in the file; null if there is none. Frames and pictures are not read. */
export function pageIn(file: Uint8Array): SavedPage | null {
	const message = readPart(oneCharacterAByte(file).trimStart());
	const page = rootOf(message);
	if (!page) return null;
	const said =
		page.headers.get('content-location') ?? message.headers.get('snapshot-content-location');
	return {
		bytes: bytesOf(page),
		charset: parameter(page.headers.get('content-type'), 'charset')?.toLowerCase() ?? null,
		address: said !== undefined && /^https?:\/\/\S+$/i.test(said) ? said : null
	};
}

const isPage = ({ headers }: MimePart): boolean =>
	/^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '');

/** Returns the part that `start` names, else the first page. A part may be multipart itself. */
function rootOf(message: MimePart, depth = 0): MimePart | null {
	if (isPage(message)) return message;
	const parts = partsOf(message);
	const start = parameter(message.headers.get('content-type'), 'start');
	const named = parts.find(({ headers }) => start !== null && headers.get('content-id') === start);
	if (named && isPage(named)) return named;
	for (const part of parts) {
		const page = depth < maxDepth ? rootOf(part, depth + 1) : null;
		if (page) return page;
	}
	return null;
}

/** Deepest nesting of messages in messages. */
const maxDepth = 4;

/** Addresses within a book: a file, and perhaps the id of an element in it. */

export interface Place {
	/** A path from the root of the archive, percent-decoded. */
	readonly file: string;
	readonly id: string | null;
}

/** Resolves an address in the file `from`; null where it leads out of the book. */
export function resolvePlace(from: string, address: string): Place | null {
	const whole = address.trim().replaceAll('\\', '/');
	if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(whole)) return null;
	const [, path = '', id] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(whole) ?? [];
	const file = path === '' ? from : resolved(from, decodePercent(path));
	return { file, id: id === undefined || id === '' ? null : decodePercent(id) };
}

export const addressOf = ({ file, id }: Place): string => (id === null ? file : `${file}#${id}`);

/** Resolves a path in the file `from`; one that begins with a slash starts at the root. */
export function resolved(from: string, path: string): string {
	const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
	for (const part of path.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}

export function decodePercent(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

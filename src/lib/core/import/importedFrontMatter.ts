/** Reads the front matter of a Markdown file: `key: value` lines between two lines of `---`. */
import type { Metadata } from '../text/article';
import { findDate } from './dates';
import { splitNames } from './personNames';

export interface FrontMatter {
	readonly metadata: Partial<Metadata>;
	/** Its lines as in the file, without the fences. */
	readonly lines: readonly string[];
	/** The file without its front matter. */
	readonly rest: string;
}

const block = /^\s*---[ \t]*\n(?<yaml>(?:.*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const pair = /^(?<key>[A-Za-z][\w-]*)\s*:\s*(?<value>.*)$/;

export function readFrontMatter(text: string): FrontMatter {
	const match = block.exec(text.slice(0, 20_000));
	const lines = match?.groups?.yaml?.split('\n').filter((line) => /\S/.test(line)) ?? [];
	if (!match || !lines.some((line) => pair.test(line)))
		return { metadata: {}, lines: [], rest: text };
	return { metadata: metadataOf(lines), lines, rest: text.slice(match[0].length) };
}

function metadataOf(lines: readonly string[]): Partial<Metadata> {
	const found = new Map<string, string[]>();
	let key = '';
	for (const line of lines) {
		const groups = pair.exec(line)?.groups;
		if (groups?.key) key = groups.key.toLowerCase();
		const value = unquote(groups ? (groups.value ?? '') : line.replace(/^\s*-\s*/, ''));
		if (value !== '') found.set(key, [...(found.get(key) ?? []), ...listOf(value)]);
	}
	const first = (...keys: string[]) => keys.flatMap((name) => found.get(name) ?? [])[0];
	const authors = ['authors', 'author', 'by', 'författare'].flatMap(
		(name) => found.get(name) ?? []
	);
	const issued = first('issued', 'date', 'published', 'datum');
	return withoutUndefined({
		lang: first('lang', 'language')?.slice(0, 2).toLowerCase(),
		title: first('title', 'titel'),
		authors: authors.length > 0 ? authors.flatMap(splitNames) : undefined,
		publication: first('publication', 'publisher', 'source', 'journal'),
		issued: issued === undefined ? undefined : edtf(issued),
		address: first('address', 'url', 'link', 'canonical'),
		rights: first('rights', 'license', 'licence', 'copyright')
	});
}

const edtf = (value: string): string | undefined =>
	/^\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/\d{4}(?:-\d\d(?:-\d\d)?)?)?$/.test(value)
		? value
		: findDate(value)?.issued;

const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

const listOf = (value: string): string[] =>
	/^\[.*\]$/.test(value) ? value.slice(1, -1).split(',').map(unquote) : [value];

/** Returns the object without its undefined fields. */
export const withoutUndefined = <T extends object>(
	fields: T
): { [K in keyof T]?: Exclude<T[K], undefined> } =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
		[K in keyof T]?: Exclude<T[K], undefined>;
	};

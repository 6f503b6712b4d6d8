/**
 * The front matter of a Markdown file: one `key: value` a line, between two lines of `---`. It
 * is a subset of YAML: plain values, strings and lists of strings written as JSON, and fields of
 * a field, indented by two spaces below its `key:`.
 */
import { fail, ok, type Result } from '../result';

/** `line` is the line number in the file, from 1. */
export interface MarkdownFailure {
	readonly line: number;
	readonly message: string;
}

export interface FrontMatter {
	readonly fields: Readonly<Record<string, unknown>>;
	/** The line of each field; a field of a field is named `reads.title`. */
	readonly lineOf: ReadonlyMap<string, number>;
	/** The number of lines it takes, with the `---` lines. */
	readonly length: number;
}

export function parseFrontMatter(lines: readonly string[]): Result<FrontMatter, MarkdownFailure> {
	const end = lines.indexOf('---', 1);
	if (lines[0] !== '---' || end < 0)
		return fail({ line: 1, message: 'must begin with front matter between two lines of ---' });
	/** Values by path; null for a field that has fields of its own. */
	const values = new Map<string, unknown>();
	const lineOf = new Map<string, number>();
	/** `reads.` while that field’s own fields may follow. */
	let open = '';
	for (const [index, text] of lines.slice(1, end).entries()) {
		const line = index + 2;
		const [, indent, key, raw] = /^( {2})?([a-z]+):(?: (.*\S))?\s*$/.exec(text) ?? [];
		if (key === undefined || (indent && (raw === undefined || open === '')))
			return fail({ line, message: 'must be "key: value"' });
		const path = indent ? open + key : key;
		if (lineOf.has(path)) return fail({ line, message: `${path} is given twice` });
		const value = raw === undefined ? null : parseValue(raw);
		if (value === undefined)
			return fail({ line, message: `${path}: must be closed and escaped as JSON is` });
		if (!indent) open = raw === undefined ? `${key}.` : '';
		values.set(path, value);
		lineOf.set(path, line);
	}
	return ok({ fields: nested(values), lineOf, length: end + 1 });
}

/** `{ reads: null, 'reads.title': 'Havet' }` → `{ reads: { title: 'Havet' } }` */
function nested(values: ReadonlyMap<string, unknown>): FrontMatter['fields'] {
	const all = [...values];
	const below = (prefix: string) =>
		all
			.filter(([path]) => path.startsWith(prefix))
			.map(([path, value]) => [path.slice(prefix.length), value] as const);
	return Object.fromEntries(
		all
			.filter(([path]) => !path.includes('.'))
			.map(([key, value]) => [key, value ?? Object.fromEntries(below(`${key}.`))])
	);
}

function parseValue(raw: string): unknown {
	if (!/^["[]/.test(raw)) return raw;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		return undefined;
	}
}

export type FieldValue = string | readonly string[];
export type Fields<Value = FieldValue> = Readonly<Record<string, Value | undefined>>;

export const formatFrontMatter = (fields: Fields<FieldValue | Fields>): string =>
	['---', ...formatFields(fields), '---'].join('\n');

const formatFields = (fields: Fields<FieldValue | Fields>): string[] =>
	Object.entries(fields).flatMap(([key, value]) => {
		if (value === undefined) return [];
		return isValue(value)
			? [`${key}: ${formatValue(value)}`]
			: [`${key}:`, ...formatFields(value).map((line) => `  ${line}`)];
	});

const isValue = (value: FieldValue | Fields): value is FieldValue =>
	typeof value === 'string' || Array.isArray(value);

/** Matches strings that YAML certainly reads unchanged; others are quoted. */
const plain = /^(?:\p{L}[\p{L}\p{N} .,-]*[\p{L}\p{N}]|\d{4}-\d\d-\d\d)$/u;
const yamlWord = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

const formatValue = (value: FieldValue): string =>
	typeof value !== 'string'
		? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
		: plain.test(value) && !yamlWord.test(value)
			? value
			: JSON.stringify(value);

/**
 * The front matter of a Markdown file: between two lines of `---`, a `key: value` a line. It is
 * YAML, of which it takes plain values, and strings and lists of strings written as JSON.
 */
import { fail, ok, type Result } from '../result';

/** `line` is that of the file, from 1. */
export interface MarkdownFailure {
	readonly line: number;
	readonly message: string;
}

export interface FrontMatter {
	readonly fields: Readonly<Record<string, unknown>>;
	/** Where each field stands. */
	readonly lineOf: ReadonlyMap<string, number>;
	/** How many lines it takes, marks included. */
	readonly length: number;
}

export function parseFrontMatter(lines: readonly string[]): Result<FrontMatter, MarkdownFailure> {
	const end = lines.indexOf('---', 1);
	if (lines[0] !== '---' || end < 0)
		return fail({ line: 1, message: 'must begin with front matter between two lines of ---' });
	const fields = new Map<string, unknown>();
	const lineOf = new Map<string, number>();
	for (const [index, text] of lines.slice(1, end).entries()) {
		const line = index + 2;
		const [, key, raw] = /^([a-z]+): (.*\S)\s*$/.exec(text) ?? [];
		if (key === undefined || raw === undefined)
			return fail({ line, message: 'must be "key: value"' });
		if (fields.has(key)) return fail({ line, message: `${key} is given twice` });
		const value = parseValue(raw);
		if (value === undefined)
			return fail({ line, message: `${key}: must be closed and escaped as JSON is` });
		fields.set(key, value);
		lineOf.set(key, line);
	}
	return ok({ fields: Object.fromEntries(fields), lineOf, length: end + 1 });
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

export function formatFrontMatter(
	fields: Readonly<Record<string, FieldValue | undefined>>
): string {
	const lines = Object.entries(fields).flatMap(([key, value]) =>
		value === undefined ? [] : [`${key}: ${formatValue(value)}`]
	);
	return ['---', ...lines, '---'].join('\n');
}

/** Plain only where YAML is sure to read the same string. */
const plain = /^(?:\p{L}[\p{L}\p{N} .,-]*[\p{L}\p{N}]|\d{4}-\d\d-\d\d)$/u;
const yamlWord = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

const formatValue = (value: FieldValue): string =>
	typeof value !== 'string'
		? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
		: plain.test(value) && !yamlWord.test(value)
			? value
			: JSON.stringify(value);

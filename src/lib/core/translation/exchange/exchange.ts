/**
 * Translations out to a translator’s tool and back: the formats, by name. `document.ts` says what
 * all of them carry, `mergePlan.ts` merges a returned file.
 *
 *     exportTranslation('xliff2', exchangeDocument(translation, originals))   → the file’s text
 *     readExchange(bytes)                                                    → an ExchangeDocument
 *     mergePlan(translation, document, …) → applyPlan(translation, plan)     (mergePlan.ts)
 *
 * Reading needs an XML parser: a page loads this module when it is asked for.
 */
import { fail, ok, unreachable, type Result } from '../../result';
import { textOfBytes } from './decodeBytes';
import type { ExchangeDocument } from './document';
import type { ExchangeFailure } from './failure';
import { maxCharacters, tooLarge } from './limit';
import { readProject, writeProject } from './project';
import { wholeElements, type FormatReader, type ReadOptions } from './reader';
import { writeTmx } from './tmx';
import { tmxReader } from './tmxReader';
import { readXml, type XmlElement } from './xml';
import { writeXliff12 } from './xliff12';
import { xliff12Reader } from './xliff12Reader';
import { writeXliff2 } from './xliff2';
import { xliff2Reader } from './xliff2Reader';

export const formats = ['xliff2', 'xliff12', 'tmx', 'json'] as const;
export type Format = (typeof formats)[number];

/** The file extension of each format, without a dot. */
export const endings: Readonly<Record<Format, string>> = {
	xliff2: 'xlf',
	xliff12: 'xlf',
	tmx: 'tmx',
	json: 'json'
};

export interface ExportOptions {
	/** XLIFF 2 and TMX: a segment for each sentence bead instead of one for each unit. */
	readonly sentences?: boolean;
}

export function exportTranslation(
	format: Format,
	document: ExchangeDocument,
	options: ExportOptions = {}
): string {
	switch (format) {
		case 'xliff2':
			return writeXliff2(document, options);
		case 'xliff12':
			return writeXliff12(document);
		case 'tmx':
			return writeTmx(document, options);
		case 'json':
			return writeProject(document);
		default:
			return unreachable(format);
	}
}

export interface ReadDocument {
	readonly format: Format;
	readonly document: ExchangeDocument;
}

/** Reads a file of any of the formats; its content tells which. Never throws. */
export function readExchange(
	input: Uint8Array | string,
	options: ReadOptions = {}
): Result<ReadDocument, ExchangeFailure> {
	const decoded = typeof input === 'string' ? ok(input) : textOfBytes(input);
	if (!decoded.ok) return decoded;
	const text = decoded.value.replace(/^\ufeff/, '');
	if (text.length > maxCharacters) return fail(tooLarge(text.length));
	if (!/\S/.test(text)) return fail({ kind: 'empty' });
	if (/^\s*</.test(text)) return readXmlFormat(text, options);
	if (!/^\s*\{/.test(text)) return fail({ kind: 'unknown', root: null });
	const read = readProject(text);
	return read.ok ? ok({ format: 'json', document: read.value }) : read;
}

interface Chosen {
	readonly format: Format;
	readonly reader: FormatReader;
}

function readXmlFormat(text: string, options: ReadOptions): Result<ReadDocument, ExchangeFailure> {
	let chosen: Chosen | null = null;
	const read = readXml(text, {
		whole: wholeElements,
		open(element, depth) {
			if (depth > 0) return chosen?.reader.open(element, depth) ?? null;
			const choice = choose(element, options);
			if (!choice.ok) return choice.failure;
			chosen = choice.value;
			return null;
		},
		take: (element) => chosen?.reader.take(element) ?? null
	});
	if (!read.ok) return read;
	return chosen ? finished(chosen) : fail({ kind: 'nothing' });
}

function finished({ format, reader }: Chosen): Result<ReadDocument, ExchangeFailure> {
	const end = reader.end();
	return 'kind' in end ? fail(end) : ok({ format, document: end });
}

/** Chooses the reader by the root element and its version. */
function choose(root: XmlElement, options: ReadOptions): Result<Chosen, ExchangeFailure> {
	const version = root.attributes.get('version') ?? null;
	switch (root.name) {
		case 'xliff':
			if (/^2\.[0-2]$/.test(version ?? ''))
				return ok({ format: 'xliff2', reader: xliff2Reader(root, options) });
			return version === '1.1' || version === '1.2'
				? ok({ format: 'xliff12', reader: xliff12Reader(options) })
				: fail({ kind: 'version', format: 'XLIFF', version });
		case 'tmx':
			return /^1\.[1-4]b?$/.test(version ?? '')
				? ok({ format: 'tmx', reader: tmxReader(options) })
				: fail({ kind: 'version', format: 'TMX', version });
		default:
			return fail({ kind: 'unknown', root: root.name });
	}
}

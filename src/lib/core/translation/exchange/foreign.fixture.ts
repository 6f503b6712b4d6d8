/** Files as other people’s tools write them, and what comes of them beside an original. */
import type { Article } from '../../text/article';
import { block } from '../../text/block';
import type { Link } from '../../links/draft';
import { arrived, type Arrived } from './arrival';
import { readExchange } from './exchange';

export const paragraphs = [
	['Kvarnen låg vid ån.', 'Den malde råg åt hela byn.', 'Sedan kom floden.'],
	['Mjölnaren hette Alma.', 'Hon var den första kvinnan i yrket.']
] as const;
export const translated = [
	['The mill lay by the stream.', 'It ground rye for the whole village.', 'Then came the flood.'],
	['The miller was called Alma.', 'She was the first woman in the trade.']
] as const;

export const mill = {
	lang: 'sv',
	title: 'Kvarnen vid ån',
	blocks: paragraphs.map((lines) => block({ kind: 'paragraph' }, lines.join(' ')))
} satisfies Article;

export function coming(file: string, source = mill): Arrived {
	const read = readExchange(file, { source: 'sv', target: 'en' });
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	const came = arrived(read.value.document, source);
	if (!came.ok) throw new Error(JSON.stringify(came.failure));
	return came.value;
}

/** Writes links as `0:0 1: 2:1`. */
export const notation = (links: readonly Link[]): string =>
	links.map(({ source, target }) => `${source.join()}:${target.join()}`).join(' ');

export const textOf = ({ target }: Arrived): readonly string[] =>
	target.blocks.map(({ text }) => text);

const namespaces = [
	'xmlns="urn:oasis:names:tc:xliff:document:1.2"',
	'xmlns:its="http://www.w3.org/2005/11/its"',
	'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
	'xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0"'
].join(' ');

export const file12 = (body: string, attributes = 'target-language="en"', header = ''): string =>
	`<file original="kvarn.txt" source-language="sv" ${attributes} datatype="plaintext">${header}<body>${body}</body></file>`;
export const xliff12 = (...files: string[]): string =>
	`<xliff version="1.2" ${namespaces}>${files.join('')}</xliff>`;
export const unit12 = (source: string, target: string, more = '', attributes = ''): string =>
	`<trans-unit id="u" ${attributes}><source>${source}</source>${target}${more}</trans-unit>`;

/** Writes a unit cut into segments, each with its target; null for an empty one. */
export function segmented12(
	lines: readonly string[],
	targets: readonly (string | null)[],
	more = ''
): string {
	const mark = (words: string | null, at: number) =>
		words === null
			? `<mrk mtype="seg" mid="${at}"/>`
			: `<mrk mtype="seg" mid="${at}">${words}</mrk>`;
	const side = (name: string, words: readonly (string | null)[]) =>
		`<${name}><g id="1">${words.map(mark).join(' ')}</g></${name}>`;
	const source = `<source><g id="1">${lines.join(' ')}</g></source>`;
	return `<trans-unit id="s">${source}${side('seg-source', lines)}${side('target', targets)}${more}</trans-unit>`;
}

export const xliff2 = (body: string, attributes = 'trgLang="en"'): string =>
	`<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" srcLang="sv" ${attributes}><file id="f">${body}</file></xliff>`;

export const tmx = (body: string, header = ''): string =>
	`<tmx version="1.4"><header srclang="sv" segtype="sentence" ${header}/><body>${body}</body></tmx>`;
export const tu = (source: string, target: string, attributes = '', props = ''): string =>
	`<tu>${props}<tuv xml:lang="sv"><seg>${source}</seg></tuv><tuv xml:lang="en" ${attributes}><seg>${target}</seg></tuv></tu>`;

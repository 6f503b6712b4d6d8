/** Makes EPUBs for tests, and shows what is read of them in one line a block. */
import { strToU8, zipSync } from 'fflate';
import { bookTree } from '../../../adapters/html/dom/bookTree';
import type { Result } from '../../result';
import type { Inline } from '../../text/inlineTree';
import type { BookFailure } from '../failure';
import type { Flow, FlowBlock } from '../flow';
import { runSteps } from '../../steps';
import { flowSteps } from '../readBook';

export const page = (body: string, head = ''): string =>
	`<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Fel</title>${head}</head><body>${body}</body></html>`;

export interface EpubParts {
	/** Bodies of pages by name, in the order of the spine. */
	readonly pages?: Readonly<Record<string, string>>;
	/** Whole files by their path in the archive; they replace those that are made. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	readonly metadata?: string;
	readonly manifest?: string;
	readonly spine?: string;
	readonly after?: string;
}

export const container =
	'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

export function opf({ pages = {}, metadata = '', manifest = '', spine, after = '' }: EpubParts) {
	const names = Object.keys(pages);
	const items = names.map(
		(name, at) => `<item id="p${at}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`
	);
	const refs = names.map((_, at) => `<itemref idref="p${at}"/>`);
	return `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:language>sv</dc:language>${metadata}</metadata><manifest>${items.join('')}${manifest}</manifest><spine>${spine ?? refs.join('')}</spine>${after}</package>`;
}

export function epub(parts: EpubParts): Uint8Array {
	const pages = Object.entries(parts.pages ?? {}).map(
		([name, body]) => [`OPS/${name}`, body.startsWith('<?xml') ? body : page(body)] as const
	);
	const files = new Map<string, string | Uint8Array>([
		['mimetype', ''],
		['META-INF/container.xml', container],
		['OPS/book.opf', opf(parts)],
		...pages,
		...Object.entries(parts.files ?? {})
	]);
	const bytes = [...files].map(
		([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file] as const
	);
	return zipSync({
		...Object.fromEntries(bytes),
		mimetype: [strToU8('application/epub+zip'), { level: 0 }]
	});
}

export function read(bytes: Uint8Array): Result<Flow, BookFailure> {
	return runSteps(flowSteps(bytes, { parseHtml: bookTree }));
}

export function flowOf(parts: EpubParts): Flow {
	const flow = read(epub(parts));
	if (!flow.ok) throw new Error(JSON.stringify(flow.failure));
	return flow.value;
}

/** Reads one page with this body. */
export const flowOfPage = (body: string): Flow => flowOf({ pages: { 'a.xhtml': body } });

const marks = { emphasis: '*', strong: '**' } as const;

function shown(node: Inline): string {
	switch (node.type) {
		case 'text':
			return node.text;
		case 'break':
			return '/';
		case 'reference':
			return `[^${node.marker.replace(/^OPS\//, '')}]`;
		case 'link':
			return `<${node.href}: ${node.children.map(shown).join('')}>`;
		default:
			return marks[node.type] + node.children.map(shown).join('') + marks[node.type];
	}
}

/** Shows a block: `heading 2: Kapitel`, `-contents paragraph: Innehåll`, `fr paragraph: Oui`. */
export function line({ shape, inline, reason, lang }: FlowBlock): string {
	const kind =
		shape.kind === 'heading'
			? `heading ${shape.level}`
			: shape.kind === 'picture'
				? `picture ${shape.picture.replace(/^OPS\//, '')}${shape.alt === '' ? '' : ` (${shape.alt})`}`
				: shape.kind;
	const before = [...(reason === null ? [] : [`-${reason}`]), ...(lang === null ? [] : [lang])];
	return `${[...before, kind].join(' ')}: ${inline.map(shown).join('')}`;
}

export const lines = ({ blocks }: Flow): readonly string[] => blocks.map(line);
export const linesOf = (body: string): readonly string[] => lines(flowOfPage(body));

/** Shows the notes: `a.xhtml#n1: Se boken. / Och en bok till.` */
export const notesOf = ({ notes }: Flow): readonly string[] =>
	notes.map(
		({ key, blocks }) =>
			`${key.replace(/^OPS\//, '')}: ${blocks.map(({ inline }) => inline.map(shown).join('')).join(' // ')}`
	);

export const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);

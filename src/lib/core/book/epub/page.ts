/** A page of an EPUB as a tree. One that is not well-formed is read as a browser reads HTML. */
import { fail, ok, type Result } from '../../result';
import type { BookFailure } from '../failure';
import { elementsOf, readTree, type TreeElement } from '../tree';
import type { BookFiles } from './bookFiles';
import { languageTag } from './metadata';

/** Parses HTML whatever its faults; adapters have the parser. Names are those of `readTree`. */
export type ParseHtml = (text: string) => TreeElement;

export interface Page {
	readonly file: string;
	readonly root: TreeElement;
	/** What is shown of it. */
	readonly body: TreeElement;
	/** As the page says; empty where it says nothing. */
	readonly lang: string;
}

export function readPage(
	files: BookFiles,
	file: string,
	parseHtml: ParseHtml
): Result<Page, BookFailure> {
	if (/\.(?:jpe?g|png|gif|webp)$/i.test(file)) return ok(pageOf(file, pictureBody(file)));
	const text = files.archive.text(file);
	if (text === null) return fail({ kind: 'incomplete', missing: file });
	if (!text.ok) return text;
	const tree = readTree(text.value);
	return ok(pageOf(file, tree.ok ? tree.value : parseHtml(text.value)));
}

/** A picture in the spine is a page with nothing else. */
const pictureBody = (file: string): TreeElement => ({
	name: 'body',
	attributes: {},
	children: [
		{
			name: 'img',
			attributes: { src: `/${encodeURIComponent(file).replaceAll('%2F', '/')}` },
			children: []
		}
	]
});

function pageOf(file: string, root: TreeElement): Page {
	const body = elementsOf(root, 'body')[0] ?? root;
	return { file, root, body, lang: languageOf(body) || languageOf(root) };
}

/** Returns the language that an element says it is in; empty where it says none. */
export const languageOf = ({ attributes }: TreeElement): string =>
	languageTag(attributes['xml:lang'] ?? attributes['lang'] ?? '');

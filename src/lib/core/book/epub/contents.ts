/** The contents of an EPUB: the navigation of EPUB 3, or the NCX of EPUB 2. */
import { oneLine } from '../../text/line';
import type { ContentsEntry } from '../flow';
import { childElements, elementsOf, firstChild, treeText, type TreeElement } from '../tree';
import type { BookFiles } from './bookFiles';
import { typesOf } from './elementTypes';
import { addressOf } from './paths';

/** Reads the contents from the navigation; from the NCX where there is none. */
export function contentsOf(
	files: BookFiles,
	nav: { readonly file: string; readonly root: TreeElement } | null,
	ncx: string | null
): readonly ContentsEntry[] {
	const read = new ContentsReader(files);
	if (nav) read.nav(nav.file, nav.root);
	const tree = read.entries.length > 0 || ncx === null ? null : files.tree(ncx);
	if (tree?.ok && ncx !== null) read.ncx(ncx, tree.value);
	return read.entries;
}

class ContentsReader {
	readonly entries: ContentsEntry[] = [];
	readonly #files: BookFiles;

	constructor(files: BookFiles) {
		this.#files = files;
	}

	nav(file: string, root: TreeElement): void {
		const navs = elementsOf(root, 'nav');
		const toc = navs.find((nav) => typesOf(nav).has('toc')) ?? (navs.length === 1 ? navs[0] : null);
		const [list] = toc ? elementsOf(toc, 'ol') : [];
		if (list) this.#list(file, list, 1);
	}

	#list(file: string, list: TreeElement, level: number): void {
		for (const item of childElements(list, 'li')) {
			const label = childElements(item).find(({ name }) => name !== 'ol' && name !== 'ul');
			const link = label?.name === 'a' ? label : label && elementsOf(label, 'a')[0];
			if (label) this.#add(file, label, link?.attributes['href'], level);
			for (const inner of [...childElements(item, 'ol'), ...childElements(item, 'ul')])
				this.#list(file, inner, level + 1);
		}
	}

	ncx(file: string, root: TreeElement): void {
		const [map] = elementsOf(root, 'navMap');
		if (map) this.#points(file, map, 1);
	}

	#points(file: string, parent: TreeElement, level: number): void {
		for (const point of childElements(parent, 'navPoint')) {
			const label = firstChild(point, 'navLabel');
			const source = firstChild(point, 'content')?.attributes['src'];
			if (label) this.#add(file, label, source, level);
			this.#points(file, point, level + 1);
		}
	}

	#add(file: string, label: TreeElement, href: string | undefined, level: number): void {
		const title = oneLine(treeText(label)) || (pictureName(label) ?? '');
		const place = this.#files.place(file, href);
		this.entries.push({ title, level, target: place && addressOf(place) });
	}
}

/** A label may be a picture of its words. */
const pictureName = (label: TreeElement): string | undefined =>
	elementsOf(label, 'img')[0]?.attributes['alt']?.trim();

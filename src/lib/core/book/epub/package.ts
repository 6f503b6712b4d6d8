/** The package of an EPUB (OPF 2 and 3): its files, and the order in which they are read. */
import { fail, ok, type Result } from '../../result';
import type { BookMetadata } from '../book';
import type { BookFailure } from '../failure';
import { elementsOf, type TreeElement } from '../tree';
import type { BookFiles } from './bookFiles';
import { metadataOf } from './metadata';

interface ManifestItem {
	readonly file: string;
	readonly type: string;
	readonly properties: ReadonlySet<string>;
	readonly fallback: string | undefined;
}

export interface BookPackage {
	readonly metadata: Partial<BookMetadata>;
	/** Pages in the order of reading; those that stand outside it (`linear="no"`) come last. */
	readonly spine: readonly string[];
	/** Pages that the manifest names, in the spine or not. */
	readonly pages: ReadonlySet<string>;
	/** The contents of EPUB 3 and of EPUB 2. */
	readonly nav: string | null;
	readonly ncx: string | null;
	/** A picture, or a page with one. */
	readonly cover: string | null;
	/** What the guide says of a page: `cover`, `toc`, `title-page`. */
	readonly guide: ReadonlyMap<string, string>;
}

export function readPackage(files: BookFiles, name: string): Result<BookPackage, BookFailure> {
	const tree = files.tree(name);
	if (!tree.ok) return tree;
	const opf = tree.value;
	const items = manifestOf(files, name, opf);
	const spine = spineOf(opf, items);
	if (spine.length === 0) return fail({ kind: 'incomplete', missing: `${name}: spine` });
	const all = [...items.values()];
	const guide = guideOf(files, name, opf);
	const ncx = items.get(elementsOf(opf, 'spine')[0]?.attributes['toc'] ?? '');
	return ok({
		metadata: metadataOf(opf),
		spine,
		pages: new Set(all.filter(isPage).map(({ file }) => file)),
		nav: all.find(({ properties }) => properties.has('nav'))?.file ?? null,
		ncx: (ncx ?? all.find(({ type }) => type === ncxType))?.file ?? null,
		cover: coverOf(opf, items, guide),
		guide
	});
}

const ncxType = 'application/x-dtbncx+xml';
const pageTypes = new Set([
	'application/xhtml+xml',
	'text/html',
	'text/x-oeb1-document',
	'application/x-dtbook+xml',
	'image/svg+xml'
]);
const pageEnding = /\.x?html?$/i;
const pictureType = /^image\/(?:jpe?g|png|gif|webp)$/i;

const isPage = ({ type, file }: ManifestItem): boolean =>
	pageTypes.has(type) || pageEnding.test(file);

function manifestOf(
	files: BookFiles,
	name: string,
	opf: TreeElement
): ReadonlyMap<string, ManifestItem> {
	const items = new Map<string, ManifestItem>();
	for (const { attributes } of elementsOf(opf, 'item')) {
		const place = files.place(name, attributes['href']);
		const id = attributes['id'];
		if (!place || id === undefined || items.has(id)) continue;
		items.set(id, {
			file: place.file,
			type: (attributes['media-type'] ?? '').toLowerCase(),
			properties: new Set((attributes['properties'] ?? '').split(/\s+/)),
			fallback: attributes['fallback']
		});
	}
	return items;
}

function spineOf(opf: TreeElement, items: ReadonlyMap<string, ManifestItem>): readonly string[] {
	const linear = new Set<string>();
	const aside = new Set<string>();
	for (const { attributes } of elementsOf(opf, 'itemref')) {
		const item = readable(items, attributes['idref'] ?? '');
		if (item) (attributes['linear'] === 'no' ? aside : linear).add(item.file);
	}
	return [...new Set([...linear, ...aside])];
}

/**
 * Follows the fallbacks of an item to one that is a page; a picture is shown where there is none, or
 * only the contents.
 */
function readable(items: ReadonlyMap<string, ManifestItem>, id: string): ManifestItem | null {
	const first = items.get(id);
	const seen = new Set<ManifestItem>();
	for (let item = first; item && !seen.has(item); item = items.get(item.fallback ?? '')) {
		if (isPage(item) && (item === first || !item.properties.has('nav'))) return item;
		seen.add(item);
	}
	return [...seen].find(({ type }) => pictureType.test(type)) ?? null;
}

function guideOf(files: BookFiles, name: string, opf: TreeElement): ReadonlyMap<string, string> {
	const guide = new Map<string, string>();
	const [element] = elementsOf(opf, 'guide');
	for (const { attributes } of element ? elementsOf(element, 'reference') : []) {
		const place = files.place(name, attributes['href']);
		const type = attributes['type'];
		if (place?.id === null && type !== undefined) guide.set(place.file, type.toLowerCase());
	}
	return guide;
}

function coverOf(
	opf: TreeElement,
	items: ReadonlyMap<string, ManifestItem>,
	guide: ReadonlyMap<string, string>
): string | null {
	const all = [...items.values()];
	const marked = all.find(({ properties }) => properties.has('cover-image'));
	if (marked) return marked.file;
	const [metadata] = elementsOf(opf, 'metadata');
	const meta = (metadata ? elementsOf(metadata, 'meta') : []).find(
		({ attributes }) => attributes['name'] === 'cover'
	);
	const content = meta?.attributes['content'] ?? '';
	const named = items.get(content) ?? all.find(({ file }) => file.endsWith(`/${content}`));
	if (content !== '' && named) return named.file;
	return [...guide].find(([, type]) => type === 'cover')?.[0] ?? null;
}

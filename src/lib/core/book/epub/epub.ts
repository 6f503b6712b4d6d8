/**
 * Reads an EPUB (2 and 3) as a flow. Law: every word of every page in the spine is in a block or a
 * note, but for the marks of notes and the links from a note back to the text.
 */
import type { Notice } from '../../import/imported';
import { fail, ok, type Result } from '../../result';
import type { Archive } from '../archive';
import type { BookFailure } from '../failure';
import type { ContentsEntry, Flow, FlowBlock } from '../flow';
import type { Steps } from '../../steps';
import { FlowWriter } from '../flowWriter';
import { elementsOf } from '../tree';
import { BookFiles } from './bookFiles';
import { findPackage } from './container';
import { contentsOf } from './contents';
import { pictureAddress } from './figures';
import { findNotes, isReference, type BookNotes } from './notes';
import { printedMark } from './noteMarks';
import { readPackage, type BookPackage } from './package';
import { readPage, type Page, type ParseHtml } from './page';
import { guideOf, PageReasons } from './pageReasons';
import { PageReader } from './pageReader';
import { addressOf, resolvePlace } from './paths';
import { Pictures } from './pictures';
import { Places } from './places';

export interface EpubOptions {
	readonly parseHtml: ParseHtml;
}

/** Share of the work that parsing the pages is. */
const parsing = 0.6;

export function* epubSteps(
	archive: Archive,
	{ parseHtml }: EpubOptions
): Steps<Result<Flow, BookFailure>> {
	const files = new BookFiles(archive);
	const name = findPackage(files);
	if (!name.ok) return name;
	const opf = readPackage(files, name.value);
	if (!opf.ok) return opf;
	const book = opf.value;
	const pages: Page[] = [];
	const places = new Places(files);
	for (const [at, file] of book.spine.entries()) {
		const page = readPage(files, file, parseHtml);
		if (!page.ok) return page;
		places.add(page.value);
		pages.push(page.value);
		yield { done: (parsing * at) / book.spine.length };
	}
	const asides = asidesOf(book, pages, places, (file) => readPage(files, file, parseHtml));
	for (const page of asides) places.add(page);
	return yield* flowSteps(files, book, { pages, asides, places, parseHtml });
}

interface ReadPages {
	readonly pages: readonly Page[];
	/** Pages outside the spine that references to notes lead to. */
	readonly asides: readonly Page[];
	readonly places: Places;
	readonly parseHtml: ParseHtml;
}

function asidesOf(
	book: BookPackage,
	pages: readonly Page[],
	{ links }: Places,
	read: (file: string) => Result<Page, BookFailure>
): readonly Page[] {
	const known = new Set(pages.map(({ file }) => file));
	const wanted = links
		.filter(({ element }) => isReference(element) || printedMark(element)?.isSign)
		.map(({ target }) => target.file)
		.filter((file) => !known.has(file) && book.pages.has(file) && file !== book.nav);
	return [...new Set(wanted)].flatMap((file) => {
		const page = read(file);
		return page.ok ? [page.value] : [];
	});
}

function* flowSteps(
	files: BookFiles,
	book: BookPackage,
	{ pages, asides, places, parseHtml }: ReadPages
): Steps<Result<Flow, BookFailure>> {
	const navPage = navOf(files, book, pages, parseHtml);
	const contents = reachable(contentsOf(files, navPage, book.ncx), pages, places);
	const notes = findNotes(places, contents);
	const pictures = new Pictures(files);
	const writer = new FlowWriter();
	const lang = book.metadata.lang ?? '';
	const targets = new Set(contents.flatMap(({ target }) => (target === null ? [] : [target])));
	const parts = { places, notes, pictures, targets, lang };
	const guide = guideOf(files, book, navPage?.root ?? null);
	const reasons = new PageReasons(book, guide, contents, places, notes);
	const cover = coverOf(book, pages, pictures);
	for (const [at, page] of pages.entries()) {
		const reader = new PageReader(writer, parts, page);
		// The cover is kept as such: its page has nothing else.
		const isCover = cover !== null && isPageOf(cover, page, places, files);
		if (isCover) writer.anchor(page.file);
		else reader.read(page, reasons.of(page));
		yield { done: parsing + ((1 - parsing) * at) / pages.length };
	}
	for (const page of asides) new PageReader(writer, parts, page).readNotes(page);
	const { blocks } = writer;
	const hasWords = blocks.some(({ inline }) => inline.length > 0);
	if (!hasWords && pictures.used.size > 0) return fail({ kind: 'scanned', pages: pages.length });
	if (!hasWords) return fail({ kind: 'empty' });
	return ok({
		metadata: book.metadata,
		blocks,
		notes: writer.notes,
		contents: withText(contents, blocks),
		pictures: pictures.used,
		cover,
		notices: noticesOf(notes, places)
	});
}

/** Reads the navigation, which may stand in the spine. */
function navOf(
	files: BookFiles,
	{ nav }: BookPackage,
	pages: readonly Page[],
	parseHtml: ParseHtml
): Page | null {
	if (nav === null) return null;
	const page = pages.find(({ file }) => file === nav);
	if (page) return page;
	const read = readPage(files, nav, parseHtml);
	return read.ok ? read.value : null;
}

/** An entry whose place its page does not have leads to the page; one to no page leads nowhere. */
function reachable(
	contents: readonly ContentsEntry[],
	pages: readonly Page[],
	places: Places
): readonly ContentsEntry[] {
	const known = new Set(pages.map(({ file }) => file));
	return contents.map((entry) => {
		if (entry.target === null) return entry;
		const place = targetOf(entry.target, known);
		if (place === null) return { ...entry, target: null };
		return { ...entry, target: places.find(place) ? entry.target : place.file };
	});
}

function targetOf(target: string, known: ReadonlySet<string>) {
	if (known.has(target)) return { file: target, id: null };
	const at = target.lastIndexOf('#');
	const file = target.slice(0, at);
	return at > 0 && known.has(file) ? { file, id: target.slice(at + 1) } : null;
}

/** Leaves out entries, without entries under them, that lead to what is not part of the text. */
function withText(
	contents: readonly ContentsEntry[],
	blocks: readonly FlowBlock[]
): readonly ContentsEntry[] {
	const targets = new Set(contents.map(({ target }) => target));
	const hasText = new Set<string>();
	let here: readonly string[] = [];
	for (const { anchors, reason } of blocks) {
		const reached = anchors.filter((anchor) => targets.has(anchor));
		if (reached.length > 0) here = reached;
		if (reason === null && here.length > 0) {
			for (const anchor of here) hasText.add(anchor);
			here = [];
		}
	}
	return contents.filter(({ target, level }, at) => {
		const isPart = (contents[at + 1]?.level ?? 0) > level;
		return isPart || target === null || hasText.has(target);
	});
}

/** Uses the cover’s picture; that of the page where the package names a page. */
function coverOf(
	{ cover }: BookPackage,
	pages: readonly Page[],
	pictures: Pictures
): string | null {
	if (cover === null) return null;
	const page = pages.find(({ file }) => file === cover);
	const picture = page && picturesOf(page)[0];
	if (!picture) return pictures.use('', addressToFile(cover));
	return pictures.use(page.file, pictureAddress(picture));
}

const addressToFile = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

const picturesOf = ({ body }: Page) => [
	...elementsOf(body, 'img'),
	...elementsOf(body, 'svg:image')
];

/** Whether a page has the cover and no words. */
function isPageOf(cover: string, page: Page, places: Places, files: BookFiles): boolean {
	const shown = picturesOf(page);
	const [only] = shown;
	if (!only || shown.length > 1 || places.size(page.body) > 0) return false;
	const place = resolvePlace(page.file, pictureAddress(only) ?? '');
	return place !== null && files.find(addressOf({ ...place, id: null })) === cover;
}

function noticesOf({ missing }: BookNotes, { scripts }: Places): readonly Notice[] {
	return [
		...(missing > 0 ? [{ kind: 'missing-notes', count: missing } as const] : []),
		...(scripts > 0 ? [{ kind: 'scripts', count: scripts } as const] : [])
	];
}

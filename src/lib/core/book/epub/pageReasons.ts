/** Why a whole page is not part of the text: the contents, the cover, the title page. */
import type { LeftOutReason } from '../../import/leftOut';
import type { ContentsEntry } from '../flow';
import { elementsOf, treeText, type TreeElement } from '../tree';
import type { BookFiles } from './bookFiles';
import { typesOf } from './elementTypes';
import type { BookNotes } from './notes';
import type { BookPackage } from './package';
import type { Page } from './page';
import { addressOf } from './paths';
import type { Places } from './places';

const guideReasons: ReadonlyMap<string, LeftOutReason> = new Map([
	['cover', 'front-matter'],
	['title-page', 'front-matter'],
	['titlepage', 'front-matter'],
	['copyright-page', 'front-matter']
]);
/** Longest page, in characters without white space, that a guide’s word leaves out as a whole. */
const longestFront = 3000;
/** A page is a list of contents if this share of it are links to chapters, at least so many. */
const contents = { share: 0.6, links: 3 };

/** What the landmarks of EPUB 3 and the guide of EPUB 2 say of pages. */
export function guideOf(
	files: BookFiles,
	{ guide, nav }: BookPackage,
	navRoot: TreeElement | null
): ReadonlyMap<string, string> {
	const found = new Map(guide);
	for (const one of navRoot && nav !== null ? elementsOf(navRoot, 'nav') : []) {
		if (!typesOf(one).has('landmarks')) continue;
		for (const link of elementsOf(one, 'a')) {
			const place = files.place(nav ?? '', link.attributes['href']);
			const type = [...typesOf(link)].find((word) => guideReasons.has(word));
			if (place?.id === null && type !== undefined) found.set(place.file, type);
		}
	}
	return found;
}

/** Longest page, in characters without white space, that is a title page without saying so. */
const longestTitlePage = 300;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export class PageReasons {
	readonly #nav: string | null;
	readonly #guide: ReadonlyMap<string, string>;
	readonly #places: Places;
	readonly #notes: BookNotes;
	readonly #chapters: ReadonlySet<string | null>;
	/** Words of the title and of the authors, as they are compared. */
	readonly #title: string;
	readonly #authors: readonly string[];

	constructor(
		{ nav, metadata }: BookPackage,
		guide: ReadonlyMap<string, string>,
		entries: readonly ContentsEntry[],
		places: Places,
		notes: BookNotes
	) {
		this.#nav = nav;
		this.#guide = guide;
		this.#places = places;
		this.#notes = notes;
		this.#chapters = new Set(entries.map(({ target }) => target));
		this.#title = letters(metadata.title ?? '');
		this.#authors = (metadata.authors ?? []).map(letters);
	}

	of(page: Page): LeftOutReason | null {
		if (page.file === this.#nav) return 'contents';
		const size = this.#places.size(page.body);
		const said = guideReasons.get(this.#guide.get(page.file) ?? '') ?? null;
		if (said !== null && size <= longestFront) return said;
		if (size <= longestTitlePage && this.#isTitlePage(page)) return 'front-matter';
		return this.#isContents(page, size) ? 'contents' : null;
	}

	/** Whether a page has the title and the authors, and little else. */
	#isTitlePage({ body }: Page): boolean {
		const text = letters(treeText(body));
		if (this.#title === '' || !text.startsWith(this.#title)) return false;
		return this.#authors.length > 0 && this.#authors.every((author) => text.includes(author));
	}

	/** Whether a page is a list of links to the chapters. */
	#isContents({ body }: Page, size: number): boolean {
		const links = this.#places
			.linksIn(body)
			.filter(
				({ element, target }) =>
					!this.#notes.references.has(element) && this.#chapters.has(addressOf(target))
			);
		const linked = links.reduce((sum, { element }) => sum + this.#places.size(element), 0);
		return links.length >= contents.links && linked >= size * contents.share;
	}
}

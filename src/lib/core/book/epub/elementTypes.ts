/** What elements of a page are: by their names, and by the words that EPUB and ARIA have for them. */
import type { LeftOutReason } from '../../import/leftOut';
import type { TreeElement } from '../tree';

const none: ReadonlySet<string> = new Set();

/** Returns `epub:type` and `role` of an element, the role without its `doc-`. */
export function typesOf({ attributes }: TreeElement): ReadonlySet<string> {
	const [type, role] = [attributes['epub:type'], attributes['role']];
	if (type === undefined && role === undefined) return none;
	const words = `${type ?? ''} ${role ?? ''}`.split(/\s+/).filter((word) => word !== '');
	return new Set(words.map((word) => word.replace(/^doc-/, '')));
}

export const hasType = (element: TreeElement, types: ReadonlySet<string>): boolean => {
	if (typesOf(element) === none) return false;
	for (const type of typesOf(element)) if (types.has(type)) return true;
	return false;
};

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Elements that begin a new line. */
export const blockNames = setOf(
	'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul svg:svg level level1 level2 level3 bodymatter frontmatter rearmatter linegroup line poem'
);
export const headingNames = setOf('h1 h2 h3 h4 h5 h6');
/** Elements without words for a reader. */
export const silentNames = setOf(
	'head script style template title link meta base input rp svg:style svg:script svg:title svg:desc svg:metadata math:annotation math:annotation-xml'
);

const contentsTypes = setOf('toc landmarks page-list pagelist loi lot loa lov');
const frontTypes = setOf('cover titlepage halftitlepage title-page copyright-page copyrightpage');
const numberTypes = setOf('pagebreak pagenumber');
/** Elements that hold a part of a book. */
const holders = setOf('section nav div body article aside header footer main ol ul table');

/** Readings above words; what is shown where a film cannot be; one of several ways to show a thing. */
const namedReasons: ReadonlyMap<string, LeftOutReason> = new Map([
	['rt', 'annotation'],
	['rtc', 'annotation'],
	['audio', 'picture'],
	['video', 'picture'],
	['epub:case', 'picture']
]);

/** Why a part of a page is not part of the text, by its type; null where it is. */
export function reasonOf(element: TreeElement): LeftOutReason | null {
	const { name, attributes } = element;
	if (attributes['hidden'] !== undefined && name !== 'nav') return 'hidden';
	const byName = namedReasons.get(name);
	if (byName !== undefined) return byName;
	if (hasType(element, numberTypes)) return 'page-number';
	if (!holders.has(name)) return null;
	if (hasType(element, contentsTypes)) return 'contents';
	if (hasType(element, frontTypes)) return 'front-matter';
	if (typesOf(element).has('index')) return 'navigation';
	if (libraryClass.test(attributes['class'] ?? '')) return 'frame';
	return name === 'nav' ? 'navigation' : null;
}

/** Project Gutenberg’s own words in its books. */
const libraryClass = /(?:^|\s)pg-boilerplate(?:\s|$)/;

const pageClass = /(?:^|\s)page-?(?:num(?:ber)?|no)s?(?:\s|$)/i;
const pageText = /^\W{0,3}(?:pg|page|p|sida|sidan|s)?\W{0,3}(?:\d{1,4}|[ivxlc]{1,8})\W{0,3}$/i;
const lineClass = /(?:^|\s)(?:lnum|line-?num(?:ber)?|linenum)(?:\s|$)/i;

/** Whether an element with this text is the number of a page or of a line of verse. */
export function isNumber({ attributes }: TreeElement, text: () => string): boolean {
	const classes = attributes['class'];
	if (classes === undefined) return false;
	if (pageClass.test(classes)) return pageText.test(text().trim());
	return lineClass.test(classes) && /^\W*\d{1,5}\W*$/.test(text());
}

const captionClass = /(?:^|\s)(?:fig-?)?(?:caption|legend|bildtext)(?:\s|$)/i;

/** Whether an element says by its class that it is the caption of a picture. */
export const isCaption = ({ attributes }: TreeElement): boolean =>
	captionClass.test(attributes['class'] ?? '');

const verseClass =
	/(?:^|[\s_-])(?:poem|poetry|verse|stanza|linegroup|lg|strophe|dikt|vers|strof)s?(?:[\s_\d-]|$)/i;
const verseTypes = setOf('z3998:verse z3998:poem verse poem');

/** Whether an element says that it holds lines of verse. */
export const isVerse = (element: TreeElement): boolean =>
	verseClass.test(element.attributes['class'] ?? '') ||
	element.name === 'linegroup' ||
	hasType(element, verseTypes);

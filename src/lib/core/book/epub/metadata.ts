/** What a package says of its work, in Dublin Core. */
import { findDate } from '../../import/dates';
import { isLinkable } from '../../text/inline';
import { oneLine } from '../../text/line';
import type { BookMetadata } from '../book';
import { elementsOf, treeText, type TreeElement } from '../tree';

export function metadataOf(opf: TreeElement): Partial<BookMetadata> {
	const [metadata = opf] = elementsOf(opf, 'metadata');
	const refined = refinements(metadata);
	const all = (name: string) => elementsOf(metadata, `dc:${name}`);
	const first = (name: string) => all(name).map(lineOf).find(Boolean);
	const title = mainTitle(all('title'), refined);
	const authors = [
		...new Set(
			all('creator')
				.filter((one) => isAuthor(one, refined))
				.map(lineOf)
		)
	];
	const issued = all('date').toSorted(byEvent).map(dateOf).find(Boolean);
	const identifier = identifierOf(opf, all('identifier'));
	const lang = all('language').map(languageOf).find(Boolean);
	const publication = first('publisher');
	const rights = first('rights');
	const address = all('source').map(lineOf).find(isAddress);
	return {
		...(lang ? { lang } : {}),
		...(title ? { title } : {}),
		...(authors.some(Boolean) ? { authors: authors.filter(Boolean) } : {}),
		...(publication ? { publication } : {}),
		...(issued ? { issued } : {}),
		...(address ? { address } : {}),
		...(rights ? { rights } : {}),
		...(identifier ? { identifier } : {})
	};
}

const lineOf = (element: TreeElement): string => oneLine(treeText(element));

const isAddress = (text: string): boolean => isLinkable(text) && /^https?:/i.test(text);

/** What EPUB 3 says of an element: the property and its value, by the element’s id. */
type Refinements = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function refinements(metadata: TreeElement): Refinements {
	const found = new Map<string, Map<string, readonly string[]>>();
	for (const meta of elementsOf(metadata, 'meta')) {
		const { refines, property } = meta.attributes;
		if (refines === undefined || property === undefined) continue;
		const id = refines.replace(/^#/, '');
		const known = found.get(id) ?? new Map<string, readonly string[]>();
		found.set(id, known.set(property, [...(known.get(property) ?? []), lineOf(meta)]));
	}
	return found;
}

const refined = (element: TreeElement, of: Refinements, property: string): readonly string[] =>
	of.get(element.attributes['id'] ?? '')?.get(property) ?? [];

function mainTitle(titles: readonly TreeElement[], of: Refinements): string | undefined {
	const main = titles.find((title) => refined(title, of, 'title-type').includes('main'));
	return [...(main ? [main] : []), ...titles].map(lineOf).find(Boolean);
}

/** An author is who has that role, or none; a person may have several. */
const isAuthor = (creator: TreeElement, of: Refinements): boolean => {
	const role = creator.attributes['role'];
	const roles = role === undefined ? refined(creator, of, 'role') : [role.trim()];
	return roles.length === 0 || roles.includes('aut');
};

const byEvent = (a: TreeElement, b: TreeElement): number => eventRank(a) - eventRank(b);

function eventRank({ attributes }: TreeElement): number {
	const event = attributes['event'];
	if (event === undefined) return 1;
	return /publication/i.test(event) ? 0 : 2;
}

/** The first year of printing; an earlier one stands for none. */
const firstYear = 1400;

/** Reads a date as EDTF; null for one that is none, such as calibre’s 0101-01-01. */
function dateOf(element: TreeElement): string | null {
	if (/modif|conver|creat/i.test(element.attributes['event'] ?? '')) return null;
	const text = lineOf(element);
	const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/.exec(text) ?? [];
	if (year === undefined) return findDate(text)?.issued ?? null;
	if (Number(year) < firstYear) return null;
	if (!isBetween(month, 12)) return year;
	return isBetween(day, 31) ? `${year}-${month}-${day}` : `${year}-${month}`;
}

const isBetween = (number: string | undefined, last: number): boolean =>
	number !== undefined && Number(number) >= 1 && Number(number) <= last;

/** The identifier that the package names as its own, else the first. */
function identifierOf(opf: TreeElement, all: readonly TreeElement[]): string | undefined {
	const own = all.find(
		({ attributes }) => attributes['id'] === opf.attributes['unique-identifier']
	);
	return [...(own ? [own] : []), ...all].map(lineOf).find(Boolean);
}

/** Returns a language tag; empty for what is none, and for “undetermined”. */
export const languageTag = (text: string): string => {
	if (text === '') return '';
	const tag = text.trim().replaceAll('_', '-');
	return /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(tag) && !/^(?:und|zxx|mul)\b/i.test(tag) ? tag : '';
};

const languageOf = (element: TreeElement): string => languageTag(lineOf(element));

/** Reads what an FB2 file says of its book. */
import { oneLine } from '../../text/line';
import type { BookMetadata } from '../book';
import { childElements, firstChild, treeText, type TreeElement } from '../tree';

export function metadataOf(description: TreeElement | undefined): Partial<BookMetadata> {
	const title = firstChild(description, 'title-info');
	const publish = firstChild(description, 'publish-info');
	const document = firstChild(description, 'document-info');
	const authors = title ? childElements(title, 'author').map(nameOf) : [];
	const known = authors.filter((name) => name !== '');
	return fields({
		title: wordsOf(title, 'book-title'),
		authors: known.length > 0 ? known : undefined,
		lang: wordsOf(title, 'lang'),
		publication: wordsOf(publish, 'publisher'),
		issued: yearOf(wordsOf(publish, 'year')) ?? dateOf(firstChild(title, 'date')),
		identifier: wordsOf(publish, 'isbn') ?? wordsOf(document, 'id')
	});
}

/** Leaves out what is not known. */
const fields = (all: {
	readonly [Name in keyof BookMetadata]?: BookMetadata[Name] | undefined;
}): Partial<BookMetadata> =>
	Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

function wordsOf(parent: TreeElement | undefined, name: string): string | undefined {
	const element = firstChild(parent, name);
	return (element && oneLine(treeText(element))) || undefined;
}

function nameOf(author: TreeElement): string {
	const names = ['first-name', 'middle-name', 'last-name'].map((part) => wordsOf(author, part));
	const full = names.filter((name) => name !== undefined).join(' ');
	return full || (wordsOf(author, 'nickname') ?? '');
}

const yearOf = (text: string | undefined): string | undefined =>
	/^(?:1\d|20)\d\d$/.exec(text ?? '')?.[0];

/** The value is a date; the words may be anything. */
function dateOf(date: TreeElement | undefined): string | undefined {
	const value = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.exec(date?.attributes['value'] ?? '')?.[0];
	return value ?? yearOf(date && treeText(date).trim());
}

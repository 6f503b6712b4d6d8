/** The package document of an EPUB: what the book is, its files, and their order. */
import type { BilingualBook, WriteOptions } from './bilingualBook';
import { direction, element, empty, escaped, xmlDeclaration } from './markup';
import { sidesWithWords } from './titles';
import { titlesOf } from './titlePage';

export interface ManifestItem {
	readonly id: string;
	readonly href: string;
	readonly type: string;
	readonly properties?: string;
	/** The id of a file to show where e-readers do not know the type. */
	readonly fallback?: string;
	/** Whether it is a page of the book, in the order of reading. */
	readonly isPage?: boolean;
}

export function packageDocument(
	book: BilingualBook,
	options: WriteOptions,
	identifier: string,
	items: readonly ManifestItem[]
): string {
	const { original } = book;
	const manifest = items.map(({ id, href, type, properties, fallback }) =>
		empty('item', { id, href, 'media-type': type, properties, fallback })
	);
	const pages = items
		.filter(({ isPage }) => isPage)
		.map(({ id }) => empty('itemref', { idref: id }));
	const spine = { toc: 'ncx', 'page-progression-direction': direction(original.lang) };
	return (
		xmlDeclaration +
		element(
			'package',
			{
				xmlns: 'http://www.idpf.org/2007/opf',
				version: '3.0',
				'unique-identifier': 'id',
				'xml:lang': original.lang,
				dir: direction(original.lang)
			},
			[
				element(
					'metadata',
					{ 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
					metadata(book, options, identifier).join('\n')
				),
				element('manifest', {}, manifest.join('\n')),
				element('spine', spine, pages.join('\n'))
			].join('\n')
		)
	);
}

const property = (name: string, value: string, refines?: string): string =>
	element('meta', { refines, property: name }, escaped(value));

const dc = (name: string, value: string | undefined, id?: string): readonly string[] =>
	value === undefined || value.trim() === '' ? [] : [element(`dc:${name}`, { id }, escaped(value))];

function metadata(
	book: BilingualBook,
	options: WriteOptions,
	identifier: string
): readonly string[] {
	const { original, translated, modified, cover, credits } = book;
	return [
		...dc('identifier', identifier, 'id'),
		...titles(book, options),
		// The original’s language stands first: Kindle takes the first for the book’s.
		...dc('language', original.lang),
		...(translated && translated.lang !== original.lang ? dc('language', translated.lang) : []),
		...(original.authors ?? []).flatMap((name, at) => person('creator', name, at, 'aut')),
		...authorsElsewhere(book),
		...(translated?.translators ?? []).flatMap((name, at) =>
			person('contributor', name, at, 'trl')
		),
		...dc('publisher', original.publication),
		...dc('date', original.issued?.split('/')[0]),
		...dc('source', original.identifier ?? original.address),
		...[original.rights, translated?.rights, credits.ownUse ?? undefined].flatMap((line) =>
			dc('rights', line)
		),
		property('dcterms:modified', `${modified}T00:00:00Z`),
		...(cover === null ? [] : [empty('meta', { name: 'cover', content: 'cover-image' })]),
		...accessibility(book)
	];
}

/** Returns the titles. That of the second language is said to be the same in another language. */
function titles(book: BilingualBook, { first }: WriteOptions): readonly string[] {
	const { words } = book;
	const texts = titlesOf(book);
	const langs =
		texts.original === words.untitled ? { ...book.langs, original: words.lang } : book.langs;
	const [main, other] = sidesWithWords(texts, first);
	if (!main) return [];
	const alternate = { refines: '#title', property: 'alternate-script' };
	return [
		element('dc:title', { id: 'title', 'xml:lang': langs[main] }, escaped(texts[main])),
		property('title-type', 'main', '#title'),
		...(other && texts[other] !== texts[main]
			? [element('meta', { ...alternate, 'xml:lang': langs[other] }, escaped(texts[other]))]
			: [])
	];
}

/** Returns the authors’ names as the translation writes them, where it has as many. */
function authorsElsewhere({ original, translated }: BilingualBook): readonly string[] {
	const [own, others] = [original.authors ?? [], translated?.authors ?? []];
	if (!translated || own.length !== others.length) return [];
	return others.flatMap((name, at) =>
		name.trim() === '' || name === own[at] || own[at]?.trim() === ''
			? []
			: [
					element(
						'meta',
						{
							refines: `#creator-${at + 1}`,
							property: 'alternate-script',
							'xml:lang': translated.lang
						},
						escaped(name)
					)
				]
	);
}

function person(kind: 'creator' | 'contributor', name: string, at: number, role: string) {
	const id = `${kind}-${at + 1}`;
	const relator = { refines: `#${id}`, property: 'role', scheme: 'marc:relators' };
	const said = dc(kind, name, id);
	return said.length === 0 ? [] : [...said, element('meta', relator, role)];
}

/** Says what the book offers to readers who do not see it, in the terms of schema.org. */
function accessibility({ pictures, words }: BilingualBook): readonly string[] {
	const hasPictures = pictures.length > 0;
	const allHaveAlt = pictures.every(({ alt }) => alt !== '');
	const features = [
		'tableOfContents',
		'structuralNavigation',
		'displayTransformability',
		...(hasPictures && allHaveAlt ? ['alternativeText'] : [])
	];
	return [
		property('schema:accessMode', 'textual'),
		...(hasPictures ? [property('schema:accessMode', 'visual')] : []),
		...(allHaveAlt ? [property('schema:accessModeSufficient', 'textual')] : []),
		...(hasPictures ? [property('schema:accessModeSufficient', 'textual,visual')] : []),
		...features.map((feature) => property('schema:accessibilityFeature', feature)),
		property('schema:accessibilityHazard', 'none'),
		element(
			'meta',
			{ property: 'schema:accessibilitySummary', 'xml:lang': words.lang },
			escaped(words.accessibility)
		)
	];
}

/**
 * Folkets lexikon (KTH) as XML: a `word` with its values in attributes. Heads have `|` between the
 * parts of a compound, and values are escaped twice (`&amp;quot;`). Pictures and sounds, which are
 * on another host, are left out.
 */
import { elements, children, isElement, readMarkup, type MarkupElement } from './markup';
import { languageTag } from './languages';
import { text, tidyPieces, type Piece } from './piece';
import type { XmlFormat } from './xmlFormat';
import { unescapeXml } from './xmlText';

export const folkets: XmlFormat = {
	format: 'folkets',
	entry: 'word',
	is: (start) => /<dictionary\b/.test(start) && /<word\b|source-language/.test(start),
	words(entry) {
		const [, start = ''] = /^<word\b([^>]*)/.exec(entry) ?? [];
		const head = / value="([^"]*)"/.exec(start)?.[1] ?? '';
		const forms = [...entry.matchAll(/<(?:inflection|variant)\b[^<>]*? value="([^"]*)"/g)];
		return [head, ...forms.map(([, form = '']) => form)]
			.map((word) => whole(unescapeXml(unescapeXml(word))))
			.filter((word) => word !== '');
	},
	about(head, file) {
		const [root] = elements(head, 'dictionary');
		const told = (name: string) => root?.attributes.get(name) || null;
		return {
			name: told('name') ?? file.replace(/\.xml$/i, ''),
			from: languageTag(told('source-language')),
			to: languageTag(told('target-language')),
			licence: told('license') ?? told('licence')
		};
	},
	pieces(entry) {
		const [word] = readMarkup(entry, 'xml').filter(isElement);
		if (!word) return [];
		return tidyPieces([
			...marked('class', attribute(word, 'class')),
			text(' '),
			text(children(word, 'translation').map(withComment).filter(Boolean).join(', ')),
			...marked('italic', parenthesised(attribute(word, 'comment'))),
			...line('italic', children(word, 'definition')),
			...line('italic', children(word, 'explanation')),
			...line('example', children(word, 'example')),
			...line('example', children(word, 'idiom')),
			...line('example', children(word, 'compound')),
			...line('example', children(word, 'derivation'))
		]);
	}
};

/** Returns a head without the marks between its parts. */
const whole = (word: string): string => word.replaceAll('|', '').replace(/\s+/g, ' ').trim();

const attribute = (element: MarkupElement, name: string): string =>
	unescapeXml(element.attributes.get(name) ?? '').trim();

const parenthesised = (words: string): string => (words === '' ? '' : ` (${words})`);

const withComment = (element: MarkupElement): string =>
	whole(attribute(element, 'value')) + parenthesised(attribute(element, 'comment'));

const marked = (kind: 'class' | 'italic', words: string): readonly Piece[] =>
	words === '' ? [] : [{ kind, pieces: [text(words)] }];

/** Returns each element with its translation, on a line of its own. */
const line = (kind: 'italic' | 'example', found: readonly MarkupElement[]): readonly Piece[] =>
	found
		.map((one) => [one, ...children(one, 'translation')].map(withComment).filter(Boolean))
		.filter((words) => words.length > 0)
		.flatMap((words) => [{ kind: 'break' }, { kind, pieces: [text(words.join(' – '))] }]);

/**
 * Writes and reads codes as XLIFF 1.2 and TMX have them: `<bpt>`, `<ept>` and `<ph>` with their
 * Markdown inside.
 */
import { lineBreak } from '../../text/lineBreaks';
import { breakData, type Coded, type CodeEvent } from './codes';
import { unindented } from './indentation';
import { escapeText, element, textOf, type Attributes, type XmlElement } from './xml';

type CodeKind = Exclude<Coded, { type: 'text' }>['kind'];

/** Attributes that a format gives to the parts of a code. */
export interface Dialect {
	open(id: number, kind: CodeKind): Attributes;
	close(id: number): Attributes;
	single(id: number, kind: CodeKind): Attributes;
	/** Attributes that pair an `<ept>` with its `<bpt>`; the first that is present counts. */
	readonly pairedBy: readonly string[];
	/** Attribute that gives the meaning of a code without Markdown. */
	readonly typedBy: string;
}

/**
 * Signs for the end of a paragraph and for a line break. Many tools would lose a code that holds
 * only white space.
 */
const shown = new Map([
	[breakData, '¶'],
	[lineBreak, '↵']
]);

export const writeCodes = (nodes: readonly Coded[], dialect: Dialect): string =>
	nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return escapeText(node.text);
				case 'single': {
					const data = shown.get(node.data) ?? node.data;
					return element('ph', dialect.single(node.id, node.kind), escapeText(data));
				}
				case 'pair':
					return [
						element('bpt', dialect.open(node.id, node.kind), escapeText(node.open)),
						writeCodes(node.children, dialect),
						element('ept', dialect.close(node.id), escapeText(node.close))
					].join('');
			}
		})
		.join('');

export function readCodes(content: XmlElement, dialect: Dialect): readonly CodeEvent[] {
	const types = new Map<string, string>();
	const read = (parent: XmlElement): readonly CodeEvent[] =>
		unindented(parent).flatMap((child): readonly CodeEvent[] => {
			if (typeof child === 'string') return [{ type: 'text', text: child }];
			const { name, attributes } = child;
			const id = dialect.pairedBy.flatMap((key) => attributes.get(key) ?? [])[0] ?? '';
			const type = marksByType[attributes.get(dialect.typedBy) ?? ''];
			switch (name) {
				case 'bpt':
					if (type !== undefined) types.set(id, type);
					return [{ type: 'open', id, data: type ?? textOf(child) }];
				case 'ept':
					return [{ type: 'close', id, data: types.get(id) ?? textOf(child) }];
				case 'g':
					return [
						{ type: 'open', id, data: type ?? '' },
						...read(child),
						{ type: 'close', id, data: type ?? '' }
					];
				case 'ph':
				case 'x':
				case 'it':
				case 'ut':
					return [{ type: 'single', data: singleData(textOf(child), type) }];
				case 'mrk': {
					if (isDeleted(child)) return [];
					const mid = attributes.get('mid');
					return mid !== undefined && attributes.get('mtype') === 'seg'
						? [
								{ type: 'segment', id: mid, edge: 'start' },
								...read(child),
								{ type: 'segment', id: mid, edge: 'end' }
							]
						: read(child);
				}
				default:
					return read(child);
			}
		});
	return read(content);
}

/** Tells whether words are only kept as deleted, in a file with tracked changes (Trados, memoQ). */
const isDeleted = ({ attributes }: XmlElement): boolean =>
	attributes.get('mtype') === 'x-sdl-deleted' || attributes.get('MQXliff tctype') === 'del';

/** A code’s own sign tells more than its type, which both kinds of break share. */
const singleData = (text: string, type: string | undefined): string =>
	[...shown].find(([, sign]) => sign === text)?.[0] ?? type ?? text;

/** Marks by type name. Both formats share these names; a code’s content differs between tools. */
const marksByType: Readonly<Record<string, string>> = {
	italic: '*',
	bold: '**',
	lb: lineBreak
};

/** Codes as XLIFF 1.2 and TMX write them: `<bpt>`, `<ept>` and `<ph>`, their Markdown within. */
import { breakData, type Coded, type CodeEvent } from './codes';
import { characters, element, textOf, type Attributes, type XmlElement } from './xml';

export type CodeKind = Exclude<Coded, { type: 'text' }>['kind'];

/** What each format calls the parts of a code. */
export interface Dialect {
	open(id: number, kind: CodeKind): Attributes;
	close(id: number): Attributes;
	single(id: number, kind: CodeKind): Attributes;
	/** What says which `<ept>` ends which `<bpt>`. */
	readonly pairedBy: readonly string[];
	/** What says what a code without Markdown means. */
	readonly typedBy: string;
}

/** The end of a paragraph is shown: a code of white space would be lost in many tools. */
const shownBreak = '¶';

export const writtenCodes = (nodes: readonly Coded[], dialect: Dialect): string =>
	nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return characters(node.text);
				case 'single': {
					const data = node.data === breakData ? shownBreak : node.data;
					return element('ph', dialect.single(node.id, node.kind), characters(data));
				}
				case 'pair':
					return [
						element('bpt', dialect.open(node.id, node.kind), characters(node.open)),
						writtenCodes(node.children, dialect),
						element('ept', dialect.close(node.id), characters(node.close))
					].join('');
			}
		})
		.join('');

export function readCodes(content: XmlElement, dialect: Dialect): readonly CodeEvent[] {
	const types = new Map<string, string>();
	const read = (parent: XmlElement): readonly CodeEvent[] =>
		parent.children.flatMap((child): readonly CodeEvent[] => {
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
					return [{ type: 'single', data: type ?? singleData(textOf(child)) }];
				default:
					return read(child);
			}
		});
	return read(content);
}

const singleData = (text: string): string => (text === shownBreak ? breakData : text);

/** Both formats have these names; what other tools write within the code is of their own. */
const marksByType: Readonly<Record<string, string>> = {
	italic: '*',
	bold: '**',
	lb: breakData
};

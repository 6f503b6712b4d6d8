/** A format of dictionaries that are one XML file. */
import type { DictionaryAbout } from './dictionary';
import type { MarkupNode } from './markup';
import type { Piece } from './piece';

export interface XmlFormat {
	readonly format: 'tei' | 'folkets' | 'xdxf';
	/** The name of the element of an entry. */
	readonly entry: string;
	/** Whether the start of a file is one of this format. */
	is(start: string): boolean;
	/** The words of an entry, the head first. Called for every entry: it must be fast. */
	words(entry: string): readonly string[];
	about(
		head: readonly MarkupNode[],
		file: string
	): Pick<DictionaryAbout, 'name' | 'from' | 'to' | 'licence'>;
	pieces(entry: string): readonly Piece[];
}

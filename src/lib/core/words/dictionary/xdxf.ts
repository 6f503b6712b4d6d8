/** XDXF: an `ar` with its keys (`k`) and text in between, in both the old and the new version. */
import { elements, wordsOf } from './markup';
import { directionIn, languageTag } from './languages';
import { markupPieces } from './markupPieces';
import type { XmlFormat } from './xmlFormat';
import { xmlElement, xmlValues } from './xmlText';

export const xdxf: XmlFormat = {
	format: 'xdxf',
	entry: 'ar',
	is: (start) => /<xdxf\b/.test(start),
	words: (entry) =>
		xmlValues(entry, 'k')
			.map(whole)
			.filter((word) => word !== ''),
	about(head, file) {
		const [root] = elements(head, 'xdxf');
		const said = (...names: readonly string[]): string | null =>
			elements(head, ...names)
				.map(({ nodes }) => wordsOf(nodes))
				.find((words) => words !== '') ?? null;
		const name = said('full_title', 'full_name', 'title') ?? file.replace(/\.(?:xdxf|xml)$/i, '');
		const guessed = directionIn(name, file);
		return {
			name,
			from: languageTag(root?.attributes.get('lang_from')) ?? guessed.from,
			to: languageTag(root?.attributes.get('lang_to')) ?? guessed.to,
			licence: said('licence', 'license')?.slice(0, 200) ?? null
		};
	},
	pieces: (entry) => markupPieces(withoutKeys(entry), 'xdxf')
};

/** The page shows the head itself. */
const withoutKeys = (entry: string): string => entry.replace(xmlElement('k'), '');

/** Returns a key without the marks between the parts of a compound. */
const whole = (word: string): string => word.replaceAll('|', '').trim();

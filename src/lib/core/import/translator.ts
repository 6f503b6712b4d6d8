/** Finds the translator that a file names: `Translated by Bo Prov`, `Översättning: Bo Prov`. */
import { namesPattern } from './personNames';

const named = new RegExp(
	[
		'^[\\s*_(\\[–—-]*',
		'(?:(?:[Tt]ranslated|TRANSLATED|[Tt]ranslation)(?:\\s+\\p{L}+){0,4}?\\s+(?:by|BY)[:\\s]',
		'|(?:[Tt]ranslator|[Tt]ranslation|[Öö]versättare|[Öö]versättning|[Öö]vers\\.)\\s*:',
		'|(?:[Öö]versatt|[Ii]\\s+översättning|[Öö]versättning|[Öö]vers\\.)(?:\\s+\\p{L}+){0,4}?\\s+av[:\\s])',
		`\\s*(?<names>${namesPattern})[\\s*_.,;)\\]]*(?:$|[,;(\\d\\n])`
	].join(''),
	'u'
);

/** Characters; a longer line is running text, which may speak of another translation. */
const maxLine = 160;

/** Number of paragraphs at each end of a text that may name its translator. */
const edge = 4;

/**
 * Returns the translator that a file names: in a line that was left out, or among the first or last
 * paragraphs; null for none. It is a suggestion for the reader, who alone knows whether it is right.
 */
export function namedTranslator(
	leftOut: readonly string[],
	paragraphs: readonly string[]
): string | null {
	const ends = [...paragraphs.slice(0, edge), ...paragraphs.slice(-edge)];
	for (const line of [...leftOut, ...ends]) {
		const found = line.length <= maxLine ? named.exec(line.trim())?.groups?.names : undefined;
		if (found) return found;
	}
	return null;
}

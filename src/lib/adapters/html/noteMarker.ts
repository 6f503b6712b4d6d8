/** The printed markers of footnotes. */

/** A marker as a link shows it, perhaps in brackets. */
export const markerText = /^[[(]?(?<marker>\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?$/iu;

/**
 * Removes the marker at the beginning of a note’s words: “1984” does not begin with the marker “1”.
 */
export function withoutMarker(words: string, marker: string): string {
	const begins = words.trimStart().replace(/^[[(]/, '');
	const rest = begins.slice(marker.length);
	const isSign = !/[\p{L}\p{N}]/u.test(marker);
	const isMarked = begins.startsWith(marker) && (isSign || /^(?:$|[\])]?[.:)\]]?\s)/.test(rest));
	return isMarked ? rest.replace(/^[\])]?[.:)\]]?\s+/, '') : words;
}

/** White space that is not a single space: most texts have none, and then nothing is replaced. */
const ragged = /[^\S ]| {2}/;

/**
 * Returns a text as one line: each run of white space becomes a space, and the ends are trimmed.
 */
export const oneLine = (text: string): string =>
	(ragged.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** Forms as they are compared in the index: exactly, and without the marks of their letters. */

/** Returns a form in composed small letters, without soft hyphens, with one apostrophe. */
export const exactForm = (form: string): string =>
	form
		.normalize('NFC')
		.replace(/\u00ad/g, '')
		.toLowerCase()
		.replace(/[’‘]/g, "'");

const letters: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ł: 'l' };

/** Returns a form as it is typed without the letters of its language: `backer` of `bäcker`. */
export const plainForm = (form: string): string =>
	exactForm(form)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[øæßđł]/g, (letter) => letters[letter] ?? letter);

/** Returns a whole number below 2³² that depends on all of a text (FNV-1a). */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	// The low bits, by which shards are chosen, take part in all others.
	hash ^= hash >>> 15;
	return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

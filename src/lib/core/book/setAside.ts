/** Which chapters are proposed to be left out, by their titles, in Swedish and English. */
import type { Chapter } from './book';

/** A whole title in lower case. A story’s chapter may hold such a word: only whole titles count. */
const asides: readonly RegExp[] = [
	/^(?:the )?(?:full )?(?:project gutenberg(?:™|\(tm\))?(?: ebook)?(?: full)? )?licen[cs]e$/,
	/^(?:licens|licensvillkor|upphovsrätt|copyright(?: page| notice)?|rättigheter)$/,
	/^(?:the end of the project gutenberg|\*+ ?end of (?:the|this) project gutenberg)\b/,
	/^(?:colophon|kolofon|impressum|imprint|tryckuppgifter)$/,
	/^(?:general |name |subject )?index(?: of names)?$/,
	/^(?:(?:person|sak|ort|namn)?register|person- och sakregister)$/,
	/^(?:table of )?contents$|^innehåll(?:sförteckning)?$/,
	/^(?:front |back )?cover$|^omslag(?:et)?$|^(?:half[- ])?title[- ]?page$|^titel(?:sida|blad)$/,
	/^(?:also|other books|more|books) by\b|^(?:av samma författare|andra böcker av|mer av)\b/,
	/^(?:advertisements?|reklam|annonser?|newsletter|nyhetsbrev)$/,
	/^about the publisher$|^om förlaget$/
];

const folded = (title: string): string =>
	title
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.replace(/[.:\s]+$/, '')
		.trim();

/** Whether a chapter of this title is usually no part of the work. */
export const isAside = (title: string): boolean => {
	const words = folded(title);
	return asides.some((aside) => aside.test(words));
};

/** Returns which chapters to propose: all that are no asides, or all where nothing else has text. */
export function proposed(
	chapters: readonly Pick<Chapter, 'title' | 'blocks'>[]
): readonly boolean[] {
	const chosen = chapters.map(({ title }) => !isAside(title));
	const leaves = chapters.some(({ blocks }, at) => chosen[at] && blocks.length > 0);
	return leaves ? chosen : chapters.map(() => true);
}

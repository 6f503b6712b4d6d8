/**
 * Recognises speech: a reply that begins with a dash or a quotation mark, and a text that has
 * dialogue. Speech is never a heading, a list item or a block quotation.
 */
import { endsParagraph } from './ending';
import { isProse, type Piece } from './piece';

/** Length of text, in UTF-16 units, in which a reply’s end and its speaker are looked for. */
const reach = 2000;

const dash = /^[*_]*(?:[-–—―]{1,3}\s+|[–—―]|--|-(?=\p{Lu}))["“”„«»‘’'*_(]*(?=[\p{L}\p{N}….])/u;
const openingMark = /^[*_]*(?:["“”„‟«»‘‹›]|['’](?=\p{Lu}|\.\.\.|…))/u;

/** Returns whether a text begins as a reply does: with a dash, or with a quotation mark. */
export const beginsAsSpeech = (text: string): boolean =>
	openingMark.test(text.slice(0, 12)) || beginsWithDash(text);

/** Returns whether a text begins with a dash that may introduce a reply. */
export const beginsWithDash = (text: string): boolean => dash.test(text.slice(0, 24));

/** Returns whether words are spoken in a line: `Hon sade: ”Ja.”`. */
export const holdsSpeech = (text: string): boolean =>
	/[:,]\s+["“”„»«‘'][^"“”„»«]*[.,!?…–—-]\s?["“”»«’']/u.test(text.slice(0, reach));

/**
 * A mark that closes words, and the writer’s own words after it: `”Ja”, sade hon`, `"Yes," Ann
 * said`. Single marks may be apostrophes, so they count only after a single opening mark.
 */
const goesOn = (close: string): RegExp =>
	new RegExp(
		`[\\p{L}\\p{N}.,!?…–—-][${close}],?\\s+\\p{Ll}|,[${close}]\\s+\\p{Lu}|[.,!?…][${close}]\\s+\\p{Lu}\\p{Ll}+\\s(?:said|asked|cried|replied|answered)`,
		'u'
	);
const afterDouble = goesOn('"”“»«');
const afterSingle = goesOn("'’‹›");

/** Returns whether a paragraph is a reply with the writer’s own words beside it. */
function isTagged(text: string): boolean {
	const mark = openingMark.exec(text.slice(0, 12))?.[0];
	if (mark === undefined) return false;
	const after = /["“”„‟«»]$/.test(mark) ? afterDouble : afterSingle;
	return after.test(text.slice(1, reach));
}

/**
 * Verbs of speech, before or after a name or a pronoun. In a reply that begins with a dash they
 * follow the words spoken.
 */
const verbs =
	'sade|sa|säger|frågade|frågar|svarade|svarar|ropade|ropar|skrek|viskade|mumlade|undrade|utbrast|inföll|fortsatte|fortfor|menade|tyckte|log|skrattade|suckade|nickade|började|återtog|genmälde|said|says|asked|asks|cried|replied|answered|whispered|shouted|murmured|exclaimed|added|returned';
const speaker = new RegExp(`[,!?.…–—-]\\s*(?:${verbs})(?!\\p{L})`, 'u');

/** Returns the words of a reply after its dash; null if they do not begin as a sentence does. */
function spokenWords(text: string): string | null {
	const opening = dash.exec(text.slice(0, 24))?.[0];
	const words = text.slice(opening?.length ?? 0, reach);
	return opening !== undefined && /^\p{Lu}|^[….\d]/u.test(words) ? words : null;
}

/** Returns whether a paragraph that begins with a dash says who speaks, or goes on after a pause. */
export function namesSpeaker(text: string): boolean {
	const words = spokenWords(text) ?? '';
	return speaker.test(words) || /[.!?,…]\s+[-–—]{1,2}\s*\p{L}/u.test(words);
}

/** Returns whether a paragraph that begins with a dash is spoken: by its speaker, question or cry. */
export const isReply = (text: string): boolean =>
	namesSpeaker(text) || /[!?]/.test(spokenWords(text) ?? '');

const told = new RegExp(`(?<!\\p{L})(?:${verbs})(?!\\p{L})[^.!?]{0,80}:[\\s*_"”»]*$`, 'u');

/** Returns whether a paragraph ends by saying that somebody speaks: `Hon sade:`. */
export const isTold = (text: string): boolean => told.test(text.slice(-200));

/** Least share of paragraphs that are replies, and their least number, in a text with dialogue. */
const dialogue = { share: 0.04, count: 2 };

/** Returns whether people talk in the text: its quoted paragraphs are replies. */
export function hasDialogue(pieces: readonly Piece[]): boolean {
	const prose = pieces.filter(isProse);
	const replies = prose.filter(({ text }) => isTagged(text) || isReply(text)).length;
	return replies >= dialogue.count && replies >= prose.length * dialogue.share;
}

/** Share of paragraphs that begin as speech in a text that is a story through and through. */
const storyShare = 0.12;

/** Returns whether a text tells a story: many of its paragraphs are speech. */
export function isStory(pieces: readonly Piece[]): boolean {
	const prose = pieces.filter(isProse);
	const spoken = prose.filter(({ text }) => beginsAsSpeech(text) && endsParagraph(text)).length;
	return spoken >= 3 && spoken >= prose.length * storyShare && hasDialogue(pieces);
}

/**
 * Detects a “not” that may have been lost or added: if a sentence denies, its counterpart must deny
 * too, by a negation or a word with the same effect (`saknar`, `without`, `independent`). Negations
 * are counted, since a second “not” is as easily lost as the first.
 */
import type { Lang } from '../../text/article';
import { primaryLang } from '../../text/languageTag';

interface Negations {
	/** Words that deny: each needs a match. Alternatives of a pattern, whole words. */
	readonly denying: string;
	/** Further words that may match them. */
	readonly answering: string;
}

const languages: Readonly<Record<string, Negations>> = {
	sv: {
		denying: 'inte|ej|icke|aldrig|ingen|inget|inga|intet|ingenting|ingenstans|varken|ingalunda',
		answering: [
			'utan|knapp\\p{L}*|föga|bara|endast|enbart|nej|annars|ännu|förutom|ur',
			'sakna\\p{L}*|utebl\\p{L}*|vägra\\p{L}*|undvik\\p{L}*|avböj\\p{L}*|upphör\\p{L}*|slapp|slippa',
			'fel\\p{L}*|falsk\\p{L}*|hindra\\p{L}*|förhindra\\p{L}*|miss\\p{L}+|motvil\\p{L}*|fria?|förlor\\p{L}*|lämna\\p{L}*',
			'på skam|såväl|icke-\\p{L}+|o(?!ch|ck|lj|lik|m|r[dgost]|ff|ft|b|p|kt|nd|ss)\\p{L}{3,}'
		].join('|')
	},
	en: {
		denying: 'not|never|none|neither|nobody|nothing|nowhere|cannot|no',
		answering: [
			'nor|without|hardly|barely|only|little|few|instead|rather|otherwise|but|other|else|less|beyond|short of',
			'lack\\p{L}*|fail\\p{L}*|refus\\p{L}*|declin\\p{L}*|prevent\\p{L}*|absen\\p{L}*|elud\\p{L}*|free|too|leav\\p{L}+|left',
			'nevertheless|nonetheless|in\\p{L}*(?:able|ible|ent|ect|ate|ure|ity)|im(?:poss|prob)\\p{L}*|ill\\p{L}*|non-?\\p{L}+',
			'un(?!der|til|ion|it|iv|anim|ique)\\p{L}{3,}|dis(?!tri|tin|cuss|play)\\p{L}{3,}|mis\\p{L}+|ir\\p{L}+'
		].join('|')
	}
};

interface Patterns {
	readonly denying: RegExp;
	readonly answering: RegExp;
}

const word = (alternatives: string): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])|n[’']t(?!\\p{L})`, 'giu');

const made = new Map<string, Patterns>();

function patternsOf(lang: Lang): Patterns | null {
	const language = primaryLang(lang);
	const negations = Object.hasOwn(languages, language) ? languages[language] : undefined;
	if (!negations) return null;
	const known = made.get(language) ?? {
		denying: word(negations.denying),
		answering: word(`${negations.denying}|${negations.answering}`)
	};
	made.set(language, known);
	return known;
}

/**
 * Returns the first denying word of a plain text without a match in its counterpart; null if none.
 */
export function unmatchedNegation(
	text: string,
	lang: Lang,
	other: string,
	otherLang: Lang
): string | null {
	const [ours, theirs] = [patternsOf(lang), patternsOf(otherLang)];
	if (!ours || !theirs) return null;
	const denials = text.match(ours.denying) ?? [];
	const answers = other.match(theirs.answering) ?? [];
	return denials[answers.length] ?? null;
}

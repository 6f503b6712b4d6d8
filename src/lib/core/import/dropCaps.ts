/**
 * Joins a drop cap with its word: `D et var`, also with the letter on a line of its own. A letter
 * that is a word (`I en by`) or a name (`K var inte hemma`) stays alone.
 */
import type { Lang } from '../text/article';
import { isCommonWord } from './language';
import { isProse, type Piece, type PieceEvidence } from './piece';

/** A capital letter alone, perhaps after a quotation mark or a dash, and the word after it. */
const initial =
	/^(?<open>["“”„»«'‘’–—-]?\s?)(?<letter>\p{Lu})(?:\s+(?<rest>\p{L}+(?![\p{L}-])))?(?!\S*[.)])/u;

/** Letters that are words of their own, in Swedish or English. */
const wordLetters = 'AIO';

/** Two consonants that begin Swedish or English words. A part of a word may begin with others. */
const onsets =
	/^(?:b[lrj]|c[hlryz]|d[rvwj]|f[jlnr]|g[hlnrj]|hj|k[hlnrv]|lj|mj|n[jy]|p[fhjlrs]|rh|s[chjklmnpqtvw]|t[hjrsvw]|vr|w[hr])/;

export function dropCaps(pieces: readonly Piece[], { lang }: PieceEvidence): readonly Piece[] {
	if (!pieces.some(({ text }) => initial.test(text.slice(0, reach)))) return pieces;
	const evidence = wordEvidence(pieces, lang);
	const out: Piece[] = [];
	for (const piece of pieces) {
		const above = out.at(-1);
		if (isProse(above) && isProse(piece) && isLetter(above.text)) {
			const text = joined(`${above.text} ${piece.text}`, evidence);
			if (text !== null) {
				out.splice(-1, 1, { ...above, text });
				continue;
			}
		}
		const text = isProse(piece) ? joined(piece.text, evidence) : null;
		out.push(text === null ? piece : { ...piece, text });
	}
	return out;
}

/** Number of characters examined at the beginning of a piece, in UTF-16 units. */
const reach = 60;

const isLetter = (text: string): boolean =>
	text.length <= 4 && initial.test(text) && !/\p{L}.*\p{L}/u.test(text);

/** What the text says of words and of letters that stand alone. */
interface WordEvidence {
	readonly isWord: (word: string) => boolean;
	/** A common word, or one that always has a capital: `I morgon` may be `imorgon` elsewhere. */
	readonly isName: (word: string) => boolean;
	/** Capital letters alone within a paragraph: names, or words. */
	readonly lone: ReadonlySet<string>;
}

/** Returns the text with its drop cap joined; null if it does not begin with one. */
function joined(text: string, evidence: WordEvidence): string | null {
	const match = initial.exec(text.slice(0, reach));
	const { open = '', letter = '', rest = '' } = match?.groups ?? {};
	if (!match || rest === '' || !isDropCap(letter, rest, evidence)) return null;
	return `${open}${letter}${text.slice(match[0].length - rest.length)}`;
}

function isDropCap(letter: string, rest: string, { isWord, isName, lone }: WordEvidence): boolean {
	const capitals = /^\p{Lu}{2,}$/u.test(rest);
	if (!capitals && !/^\p{Ll}+$/u.test(rest)) return false;
	const own = rest.toLowerCase();
	const whole = isWord(letter.toLowerCase() + own);
	// A chapter’s number over small capitals.
	if (capitals && /[IVXLC]/.test(letter)) return whole && !isWord(own);
	// `T ex`, `D v s`: abbreviations without points.
	if (own === 'ex' || (own.length === 1 && !isName(letter.toLowerCase() + own))) return false;
	const alone = wordLetters.includes(letter);
	if (isWord(own)) return whole && !alone && !lone.has(letter);
	if (!alone) return true;
	return isName(letter.toLowerCase() + own) || (/^[^aeiouyåäö]{2}/.test(own) && !onsets.test(own));
}

const token = /(?<![\p{L}\p{M}])\p{L}+/gu;

/** Collects the words of the text, without those that may go on after a drop cap. */
function wordEvidence(pieces: readonly Piece[], lang: Lang): WordEvidence {
	const words = new Set<string>();
	const lower = new Set<string>();
	const lone = new Set<string>();
	for (const [i, { text }] of pieces.entries()) {
		let initials = isLetter(pieces[i - 1]?.text ?? '');
		for (const { 0: word, index } of text.matchAll(token)) {
			const capital = word.length === 1 && /\p{Lu}/u.test(word);
			if (!initials && !capital) words.add(word.toLowerCase());
			if (/^\p{Ll}/u.test(word)) lower.add(word);
			if (capital && index > 2) lone.add(word);
			initials = capital && index <= 2;
		}
	}
	const isCommon = (word: string) => isCommonWord(lang, word);
	return {
		isWord: (word) => words.has(word) || isCommon(word),
		isName: (word) => isCommon(word) || (words.has(word) && !lower.has(word)),
		lone
	};
}

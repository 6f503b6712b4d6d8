import { abbreviationsOf, type AbbreviationTests } from './abbreviation';
import type { Lang } from './article';

// Characters allowed between the end of a sentence and the space after it: closing marks (one
// language's opening mark is another's closing mark, and is then followed by a space), footnote
// markers and omission marks.
const closing = String.raw`["'”’»›)\]}*_]|[“‘«‹„](?=\s|$)`;
const footnote = String.raw`[¹²³⁰⁴-⁹†‡]|\[\d{1,3}\]`;
const leftOut = String.raw`[([]\s?(?:…|\.(?:\s?\.){2})\s?[)\]]`;
const afterEnd = new RegExp(
	String.raw`(?:[\p{Sentence_Terminal}…]|${closing}|${footnote})*(?:\s{0,8}${leftOut})?\s*`,
	'uy'
);

const terminal = /[\p{Sentence_Terminal}…]/u;
/** Characters that the Segmenter may put between a sentence’s last mark and its cut. */
const trailing = /[\s\p{M}"'”’“‘„«»‹›()[\]{}*_†‡¹²³⁰⁴-⁹]/u;
const spaces = /\s*/y;
const blankLine = /\n[^\S\n]*\n|\u2029/;
const anyWord = /[\p{L}\p{N}]/gu;
const nextWord = /[^\p{L}\p{N}]{0,8}(?<word>\p{L}+|\p{N}+)/uy;
/**
 * UAX #29 ends no sentence before these (SB8a, SB8). Repeated here because a long text is cut in
 * parts.
 */
const continuing = /\p{M}*[,:;‐-―\p{Sentence_Terminal}-]/uy;
/** A dash and a capital: a reply, or a sentence that begins with a dash. */
const dashed = /[‐-―-]{1,3}\s{0,2}["'”’“‘„«»‹›]?\p{Lu}/uy;
const soonLower = /[^\p{L}\n.?!]{0,80}\p{Ll}/uy;
const opening = /[\s"'”’“‘„«»‹›]*\(/y;
const closingQuote = /["'”’»›“‘«‹]/;
/** Words in brackets that do not end like a sentence. */
const citation = /\([^()]{0,200}[^().?!…]\)/uy;
const enumerator = /^\s*\(?(?:§\s?)?(?:\d{1,3}|[ivxlc]{1,6}|[IVXLC]{1,6}|\p{L})\.$/u;
const ellipsis = /(?<bracket>[([])?\s?(?:…|\.\s?\.\s?\.)$/u;
/**
 * Initials, including two-letter ones of names transcribed from Cyrillic: `T.`, `U.S.`, `J. R.
 * R.`, `Yu.`.
 */
const initials = /(?:^|[^\p{L}\p{N}])(?:(?:\p{Lu}|Ch|Kh|Sh|Th|Ts|Ya|Yu|Zh)\.[\s-]?)+$/u;

const maxAbbreviation = 24;
/** Most characters that are examined on either side of a full stop. */
const maxSurroundings = 60;
const maxEnumerator = 12;
const maxBracketed = 300;

/** Returns the end of a match of `pattern` (which must be sticky) at `at`, or null. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : null;
}

/**
 * Finds where the sentences of a text begin, given the places where one may end, in ascending
 * order. From each place it reads on only as far as its rules need, so the text is not read
 * again and again.
 */
export class Boundary {
	readonly #text: string;
	readonly #language: AbbreviationTests;
	readonly #starts: number[] = [];
	/** The last place considered; everything before it is decided. */
	#judged = 0;
	#firstWord = 0;
	#brackets = new Brackets('', 0);

	constructor(text: string, lang: Lang) {
		this.#text = text;
		this.#language = abbreviationsOf(lang);
		if (text !== '') this.#start(0);
	}

	/** Returns the start offsets in ascending order, the first 0; none for an empty text. */
	starts(): readonly number[] {
		const wordless = this.#starts.length > 1 && this.#firstWord === Infinity;
		return wordless ? this.#starts.slice(0, -1) : this.#starts;
	}

	/** Decides whether a sentence ends at or near `end`. */
	consider(end: number): void {
		const from = Math.max(this.#starts.at(-1) ?? 0, this.#judged);
		this.#judged = Math.max(end, this.#judged);
		const words = this.#back(end, from, /\s/);
		if (words <= from || this.#firstWord >= words) return;
		const line = endOf(spaces, this.#text, words) ?? words;
		if (blankLine.test(this.#text.slice(words, line))) return this.#start(line);
		const at = this.#back(words, from, trailing);
		if (at > from && terminal.test(this.#text.charAt(at - 1))) this.#endAt(at);
	}

	#back(end: number, from: number, over: RegExp): number {
		let at = end;
		while (at > from && over.test(this.#text.charAt(at - 1))) at--;
		return at;
	}

	#start(at: number): void {
		if (at >= this.#text.length) return;
		this.#starts.push(at);
		anyWord.lastIndex = at;
		this.#firstWord = anyWord.exec(this.#text)?.index ?? Infinity;
		this.#brackets = new Brackets(this.#text, endOf(opening, this.#text, at) ?? at);
	}

	/** Ends the sentence if it may; `at` is the offset after a mark that may end one. */
	#endAt(at: number): void {
		const next = endOf(afterEnd, this.#text, at) ?? at;
		if (this.#firstWord >= at) return;
		const cited = this.#citationEnd(at, next);
		if (cited !== null) return this.#citedUntil(cited);
		if (this.#ends(at, next)) this.#start(next);
	}

	/** Returns the end of a source in brackets that belongs to the quotation before it, or null. */
	#citationEnd(at: number, next: number): number | null {
		return closingQuote.test(this.#text.slice(at, next)) ? endOf(citation, this.#text, next) : null;
	}

	/** Ends the sentence after its source, if a full stop or a new sentence follows. */
	#citedUntil(cited: number): void {
		const next = endOf(afterEnd, this.#text, cited) ?? cited;
		const stops = terminal.test(this.#text.charAt(cited));
		if (!stops && next > cited && /^[\p{Lu}\p{N}]/u.test(this.#wordAt(next))) this.#start(next);
	}

	#wordAt(at: number): string {
		nextWord.lastIndex = at;
		return nextWord.exec(this.#text)?.groups?.['word'] ?? '';
	}

	#ends(at: number, next: number): boolean {
		const after = this.#text.slice(at, next);
		const word = this.#wordAt(next);
		const glued = after === '' && /[.?!…]/.test(this.#text.charAt(at - 1));
		return (
			!glued &&
			!/^\p{Ll}/u.test(word) &&
			!this.#continues(at, next) &&
			!this.#isEnumerator(at) &&
			!this.#isShort(at, after, word) &&
			!this.#brackets.isOpen(next)
		);
	}

	#continues(at: number, next: number): boolean {
		const stop = this.#text.charAt(at - 1) === '.';
		if (endOf(dashed, this.#text, next) !== null)
			return stop && this.#language.calendar(this.#before(at));
		return (
			endOf(continuing, this.#text, next) !== null ||
			(stop && endOf(soonLower, this.#text, next) !== null)
		);
	}

	#before(at: number, most = maxAbbreviation): string {
		return this.#text.slice(Math.max(0, at - most), at);
	}

	/** Whether the mark ends a number before a sentence, as in `1. `. */
	#isEnumerator(at: number): boolean {
		const from = this.#starts.at(-1) ?? 0;
		return at - from <= maxEnumerator && enumerator.test(this.#text.slice(from, at));
	}

	/** Whether the mark before `at` belongs to an abbreviation, to initials or to an omission. */
	#isShort(at: number, after: string, word: string): boolean {
		const before = this.#before(at);
		const omission = ellipsis.exec(before);
		if (omission) return /^\p{N}/u.test(word) || omission.groups?.['bracket'] !== undefined;
		if (!before.endsWith('.')) return false;
		const { within, numbering, lettered, either, opens, around } = this.#language;
		const from = Math.max(this.#starts.at(-1) ?? 0, at - maxSurroundings);
		const decided = around(this.#text.slice(from, at), this.#text.slice(at, at + maxSurroundings));
		if (decided !== null) return !decided;
		if (within(before)) return true;
		if (numbering(before) && /^(?:\p{N}|[IVXLC]{2,}$)/u.test(word)) return true;
		if (lettered(before) && /^(?!I)\p{Lu}$/u.test(word)) return true;
		return (initials.test(before) || either(before)) && (after.startsWith(')') || !opens(word));
	}
}

/** The round brackets of a sentence, except those it begins with. */
class Brackets {
	readonly #text: string;
	#read: number;
	#depth = 0;

	constructor(text: string, from: number) {
		this.#text = text;
		this.#read = from;
	}

	/** Whether `at` is inside a bracket that closes soon. Offsets must ascend between calls. */
	isOpen(at: number): boolean {
		for (; this.#read < at; this.#read++) {
			const unit = this.#text.charAt(this.#read);
			if (unit === '(') this.#depth++;
			else if (unit === ')') this.#depth = Math.max(0, this.#depth - 1);
		}
		const rest = this.#text.slice(at, at + maxBracketed);
		const close = rest.indexOf(')');
		return this.#depth > 0 && close >= 0 && !blankLine.test(rest.slice(0, close));
	}
}

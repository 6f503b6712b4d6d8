/** How numbers and letters become bits in contexts (`rangeCoder.ts`): each writes or reads. */
import type { BitCoder } from './rangeCoder';

/** Contexts of a number. */
export const numberContexts = 64;

/**
 * A whole number from 0 to 2³¹ − 2, small ones shorter: the length of its binary digits in unary,
 * then the digits (P. Elias, 1975, gamma code), the length and the two highest digits in contexts.
 * @param first of `numberContexts`
 */
export function number(coder: BitCoder, first: number, value: number): number {
	const wanted = value + 1;
	const most = 31 - Math.clz32(wanted);
	let length = 0;
	while (length < 31 && coder.bit(first + length, length < most ? 1 : 0) === 1) length++;
	return digits(coder, first + 32, length, wanted) - 1;
}

/** A whole number whose length is known, with its highest digit, which is 1. */
export function digits(coder: BitCoder, context: number, length: number, wanted: number): number {
	let read = 1;
	for (let at = length - 1; at >= 0; at--) {
		const bit = (wanted >>> at) & 1;
		read = read * 2 + (at === length - 1 ? coder.bit(context + length, bit) : coder.evenBit(bit));
	}
	return read;
}

/** The end of a text, a letter that the alphabet lacks, then the letters that have a number here. */
const [end, escape] = [0, 1];
const alphabet = "\0\0abcdefghijklmnopqrstuvwxyzåäöéèêüáíóøæñçß0123456789 -'’.:,/&%+";
const numbers = new Map(Array.from(alphabet, (letter, nth) => [letter.charCodeAt(0), nth]));
const symbolBits = 6;
const symbols = 2 ** symbolBits;
/** Contexts that know the letter before; the others know two letters, and share places. */
const ofOneLetter = symbols * symbols;
const ofTwoLetters = 2 ** 14;
const ofOthers = 512;
/** Contexts of a text. */
export const textContexts = ofOneLetter + ofTwoLetters + ofOthers;

/**
 * A text by its UTF-16 units, each in the context of the one before it and of the two before it.
 * @param first of `textContexts`
 * @param before what stands before the text
 */
export function text(coder: BitCoder, first: number, wanted: string, before: string): string {
	let read = '';
	let [last, lastButOne] = [
		symbolAt(before, before.length - 1),
		symbolAt(before, before.length - 2)
	];
	for (;;) {
		const isOver = read.length >= wanted.length;
		const wantedSymbol = isOver ? end : symbolAt(wanted, read.length);
		const found = symbol(coder, first, last, lastButOne, wantedSymbol);
		if (found === end) return read;
		const code = isOver ? 0 : wanted.charCodeAt(read.length);
		read +=
			found === escape ? String.fromCharCode(other(coder, first, code)) : alphabet.charAt(found);
		[last, lastButOne] = [found, last];
	}
}

/** Returns the number of a letter; that of the end where there is none. */
const symbolAt = (text: string, at: number): number =>
	at < 0 ? end : (numbers.get(text.charCodeAt(at)) ?? escape);

function symbol(
	coder: BitCoder,
	first: number,
	last: number,
	lastButOne: number,
	wanted: number
): number {
	const one = first + last * symbols;
	const pair = (last * symbols + lastButOne) * 769;
	const two = first + ofOneLetter;
	let read = 1;
	for (let at = symbolBits - 1; at >= 0; at--)
		read =
			read * 2 +
			coder.bitOfTwo(two + ((pair + read * 2741) % ofTwoLetters), one + read, (wanted >>> at) & 1);
	return read - symbols;
}

/** A unit that the alphabet lacks: its upper byte, then its lower byte. */
function other(coder: BitCoder, first: number, wanted: number): number {
	const start = first + ofOneLetter + ofTwoLetters;
	let read = 1;
	for (let at = 15; at >= 8; at--) read = read * 2 + coder.bit(start + read, (wanted >>> at) & 1);
	const high = read - 256;
	for (read = 1; read < 256;)
		read = read * 2 + coder.bit(start + 256 + read, (wanted >>> (7 - (31 - Math.clz32(read)))) & 1);
	return high * 256 + read - 256;
}

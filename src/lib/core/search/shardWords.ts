/**
 * The words of a shard: its keys in order, each with its forms. A form that stands under several keys
 * of the shard is written once; after that its number is enough.
 */
import { number, numberContexts, text, textContexts } from './models';
import type { BitCoder } from './rangeCoder';

export interface KeyWords {
	readonly key: string;
	readonly forms: readonly NumberedForm[];
}

export interface NumberedForm {
	readonly form: string;
	/** Its number in the shard: that of its postings. A new one has the next number. */
	readonly nth: number;
}

const signs = ['=', '+', '~', '?'] as const;

const bitContexts = 64;
const numbers = 16;
const [moreContext, sameContext, signContext, knownContext, beginningContext] = [0, 1, 2, 24, 40];
const [droppedNumber, formsNumber, referenceNumber, restNumber, beginningNumber] = [0, 1, 5, 9, 13];
const numberStart = bitContexts;
const letterStart = numberStart + numbers * numberContexts;
const endingStart = letterStart + textContexts;
export const wordContexts = endingStart + textContexts;

/** Writes or reads keys one by one. */
export class WordCoder {
	readonly #coder: BitCoder;
	readonly #forms: string[] = [];
	#letters = '';
	#sign = 0;
	#expected = 0;

	constructor(coder: BitCoder) {
		this.#coder = coder;
	}

	get formCount(): number {
		return this.#forms.length;
	}

	/** @param wanted null at the end */
	key(wanted: KeyWords | null): KeyWords | null {
		if (this.#coder.bit(moreContext, wanted ? 1 : 0) === 0) return null;
		const letters = this.#keyLetters(wanted?.key.slice(1) ?? '');
		const sign = this.#keySign(wanted?.key.charAt(0) ?? '');
		const count = this.#number(formsNumber + sign, wanted?.forms.length ?? 0);
		const forms: NumberedForm[] = [];
		let beginning = '';
		let isKnown = 0;
		for (let nth = 0; nth < count; nth++) {
			const form = wanted?.forms[nth];
			const context = knownContext + sign * 2 + isKnown;
			isKnown = this.#coder.bit(context, (form?.nth ?? 0) < this.#forms.length ? 1 : 0);
			if (isKnown === 1) forms.push(this.#known(sign, form?.nth ?? 0));
			else {
				const read = this.#new(sign, letters, beginning, form?.form ?? '');
				beginning = read.beginning;
				forms.push({ form: read.form, nth: this.#forms.length });
				this.#forms.push(read.form);
			}
		}
		return { key: `${signs[sign] ?? ''}${letters}`, forms };
	}

	#keyLetters(wanted: string): string {
		const before = this.#letters;
		if (this.#coder.bit(sameContext, wanted === before ? 1 : 0) === 0) {
			const shared = sharedLength(wanted, before);
			const kept = before.length - this.#number(droppedNumber, before.length - shared);
			const start = before.slice(0, kept);
			this.#letters = start + text(this.#coder, letterStart, wanted.slice(shared), start);
		}
		return this.#letters;
	}

	#keySign(wanted: string): number {
		const sign = signs.findIndex((one) => one === wanted);
		const context = signContext + this.#sign * 4;
		const high = this.#coder.bit(context, sign >> 1);
		this.#sign = high * 2 + this.#coder.bit(context + 1 + high, sign & 1);
		return this.#sign;
	}

	/** A form of an earlier key: often the one after that named last. */
	#known(sign: number, wanted: number): NumberedForm {
		const distance = wanted - this.#expected;
		const folded = distance < 0 ? -2 * distance - 1 : 2 * distance;
		const read = this.#number(referenceNumber + sign, folded);
		const nth = this.#expected + (read % 2 === 1 ? -(read + 1) / 2 : read / 2);
		this.#expected = nth + 1;
		return { form: this.#forms[nth] ?? '', nth };
	}

	/** A form by its key’s letters: what stands before them, how many are left out, what follows. */
	#new(sign: number, letters: string, before: string, wanted: string) {
		const cut = placeOf(letters, wanted);
		const wantedBeginning = wanted.slice(0, cut.at);
		let beginning = before;
		if (this.#coder.bit(beginningContext + sign, wantedBeginning === before ? 1 : 0) === 0) {
			const shared = sharedLength(wantedBeginning, before);
			const kept = before.slice(0, this.#number(beginningNumber, shared));
			beginning = kept + text(this.#coder, letterStart, wantedBeginning.slice(shared), kept);
		}
		const rest = this.#number(restNumber + sign, letters.length - cut.shared);
		const start = beginning + letters.slice(0, letters.length - rest);
		const wantedEnding = wanted.slice(cut.at + cut.shared);
		return { beginning, form: start + text(this.#coder, endingStart, wantedEnding, start) };
	}

	#number(nth: number, value: number): number {
		return number(this.#coder, numberStart + nth * numberContexts, value);
	}
}

/** Letters by which a beginning is dearer than none. */
const dearer = 2;

/** Returns where a form has the most of the letters’ beginning, and how many. */
function placeOf(letters: string, form: string): { readonly at: number; readonly shared: number } {
	let best = { at: 0, shared: sharedLength(form, letters) };
	for (let at = 1; at < form.length - best.shared - dearer; at++) {
		const shared = sharedLength(form.slice(at), letters);
		if (shared > best.shared + dearer) best = { at, shared };
	}
	return best;
}

function sharedLength(one: string, other: string): number {
	const most = Math.min(one.length, other.length);
	for (let at = 0; at < most; at++) if (one.charCodeAt(at) !== other.charCodeAt(at)) return at;
	return most;
}

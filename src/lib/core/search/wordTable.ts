/**
 * The forms of a lexicon with the keys of their lemmas, in files of some 1 kB: a query loads one a word
 * instead of the lexicon. Forms that differ in the marks of their letters alone stand in one file.
 *
 * Laws (`wordTable.test.ts`): what was written is read; any change of the bytes is a failure.
 */
import type { Lang } from '../text/article';
import { ok, type Result } from '../result';
import type { Dictionary } from '../words/dictionary';
import { ByteReader, DamagedBytes } from './bytes';
import type { IndexFailure } from './failure';
import { shardOf, shortestAfter } from './key';
import { exactForm, hashOf, plainForm } from './letters';
import { number, numberContexts, text, textContexts } from './models';
import { BitReader, BitWriter, type BitCoder } from './rangeCoder';
import { damagedIn, seal, unseal } from './sealed';
import type { Terms } from './terms';

/** A form with the keys of its lemmas, the likeliest first. */
export interface ListedForm {
	readonly form: string;
	readonly keys: readonly string[];
}

/** A table whose files are read one by one. */
export interface WordTable {
	readonly lang: Lang;
	/** For each file the letters from which its forms are (`shardOf`). */
	readonly bounds: readonly string[];
}

/** Raise it with every change of the format. */
const formatVersion = 1;

/** Bytes of a file, about. */
const fileBytes = 1024;

/** What the files of a table begin with. `version`: that of the index. */
export const tableStamp = (lang: Lang, version: string): number =>
	hashOf(JSON.stringify(['words', lang, version]));

/** Returns the file that has a word. */
export const fileOf = (word: string, { bounds }: WordTable): number => shardOf(`=${word}`, bounds);

/** Returns every form of the entries that is one word, with the keys that the index has for it. */
export function formsOfDictionary(
	{ vocabulary }: Dictionary,
	terms: Terms,
	entries = vocabulary.lexicon.entries
): readonly ListedForm[] {
	const forms = new Set(
		entries
			.flatMap((entry) => [entry.head, ...vocabulary.otherForms(entry)])
			.filter((form) => !form.includes(' '))
			.map(exactForm)
	);
	return [...forms].flatMap((form) =>
		terms.lists(form) ? [{ form, keys: terms.wholeKeys(form) }] : []
	);
}

const [moreContext, moreKeysContext] = [0, 1];
const [droppedNumber, restNumber] = [0, 1];
const numberStart = 2;
const formStart = numberStart + 2 * numberContexts;
const lemmaStart = formStart + textContexts;
const contexts = lemmaStart + textContexts;

/** Writes a table. Keys that are no lemmas’ are left out. */
export function writeTable(
	lang: Lang,
	version: string,
	forms: readonly ListedForm[]
): { readonly table: WordTable; readonly files: readonly Uint8Array[] } {
	const stamp = tableStamp(lang, version);
	const sorted = forms
		.map((one) => ({ ...one, letters: plainForm(one.form) }))
		.toSorted((a, b) => compare(a.letters, b.letters) || compare(a.form, b.form));
	const files: Uint8Array[] = [];
	const bounds = [''];
	let [bits, coder] = started();
	let before = '';
	const finish = (): void => {
		coder.form(null);
		files.push(seal(formatVersion, stamp, bits.done()));
	};
	for (const { form, keys, letters } of sorted) {
		if (bits.length > fileBytes && letters !== before) {
			finish();
			bounds.push(shortestAfter(before, letters));
			[bits, coder] = started();
		}
		coder.form({ form, keys });
		before = letters;
	}
	finish();
	return { table: { lang, bounds }, files };
}

function started(): [BitWriter, FormCoder] {
	const bits = new BitWriter(contexts);
	return [bits, new FormCoder(bits)];
}

/** Reads a file of a table. `part`: what a failure names. */
export function readTable(
	bytes: Uint8Array,
	stamp: number,
	part: string
): Result<readonly ListedForm[], IndexFailure> {
	const body = unseal(formatVersion, bytes, stamp, part);
	if (!body.ok) return body;
	return damagedIn(part, () => {
		const coder = new FormCoder(new BitReader(contexts, new ByteReader(body.value).rest()));
		const forms: ListedForm[] = [];
		for (let form = coder.form(null); form; form = coder.form(null)) forms.push(form);
		return ok(forms);
	});
}

/** Writes or reads forms one by one: each by the one before it, its lemmas by the form. */
class FormCoder {
	readonly #coder: BitCoder;
	#before = '';

	constructor(coder: BitCoder) {
		this.#coder = coder;
	}

	/** @param wanted null at the end */
	form(wanted: ListedForm | null): ListedForm | null {
		const coder = this.#coder;
		if (coder.bit(moreContext, wanted ? 1 : 0) === 0) return null;
		const form = this.#changed(droppedNumber, formStart, this.#before, wanted?.form ?? '');
		this.#before = form;
		const keys: string[] = [];
		for (let nth = 0; coder.bit(moreKeysContext, nth < (wanted?.keys.length ?? 0) ? 1 : 0) === 1;)
			keys.push(
				`=${this.#changed(restNumber, lemmaStart, form, wanted?.keys[nth++]?.slice(1) ?? '')}`
			);
		return { form, keys };
	}

	/** A word by another one: how many of its last letters are left out, and what follows. */
	#changed(nth: number, first: number, from: string, wanted: string): string {
		let shared = 0;
		while (shared < Math.min(from.length, wanted.length) && from[shared] === wanted[shared])
			shared++;
		const context = numberStart + nth * numberContexts;
		const dropped = number(this.#coder, context, from.length - shared);
		if (dropped > from.length) throw new DamagedBytes('a form is too short');
		const start = from.slice(0, from.length - dropped);
		return start + text(this.#coder, first, wanted.slice(shared), start);
	}
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

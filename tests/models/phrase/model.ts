/**
 * A model that translates phrase by phrase, built without training: a genuine Marian model with
 * computed weights. It translates any text of its vocabulary predictably and copies the rest letter
 * by letter. It has no self-attention, so it cannot detect errors there (`trained/` can).
 *
 * The tokenizer’s pieces are whole phrases; Unigram finds the split with the highest score. A mark
 * before and after every word prevents matches within a word.
 *
 * A phrase and its translation have the same row of the embedding. At the end of the decoder the
 * same embedding finds the piece of a vector, and a bias forbids the phrase itself, so that its
 * translation wins.
 *
 * The decoder at position t attends to the sentence’s position t: the position vectors match only
 * there.
 */
import { random } from '../random';
import { vocabularyOf, type MarianModel, type Piece } from '../marian/model';
import {
	beginWeights,
	names,
	weight,
	zeros,
	type MarianShape,
	type Weights
} from '../marian/weights';
import { stumbles, vocabulary, type PhrasePair } from './vocabulary';

/** Put before and after each word that the model reads; occurs in no text. */
const mark = '\ue000';
/** Matches letters and digits, also with a hyphen or an apostrophe within. */
const word = "[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*";
/** The replacements that the tokenizer’s normaliser makes before the search. */
const marking = { pattern: word, replacement: `${mark}$&${mark}` };

const asRead = (text: string): string =>
	text.replaceAll(new RegExp(word, 'gu'), marking.replacement).replaceAll(' ', '▁');
const asWritten = (text: string): string => text.replaceAll(' ', '▁');

const letters = 'abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ';
const signs = '▁0123456789.,!?:;-–—\'"”’“»«()[]/&%…';
const characters = [...new Set([...letters, ...signs, mark])];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A vector is a code, the negated code, and a position: mean 0 and the same length for all. */
const codeBits = 32;
const frequencies = 8;
const placeWidth = 4 * frequencies;
const width = 2 * codeBits + placeWidth;
const heads = 2;
/** The weight of a position’s own key, and the weight of what is read over what was there. */
const sharpness = 12;
const forbidden = -1000;

export function phraseModel(from: 'sv' | 'en'): MarianModel {
	const turned = (pairs: readonly PhrasePair[]): readonly PhrasePair[] =>
		from === 'sv' ? pairs : pairs.map(([swedish, english]) => [english, swedish]);
	const known = read(turned(vocabulary));
	const stumbling = read(turned(stumbles));
	const pieces = vocabularyOf(scored(known, stumbling));
	const shape: MarianShape = {
		width,
		heads,
		inner: 16,
		layers: 1,
		vocabulary: pieces.length,
		positions: 512
	};
	return {
		from,
		to: from === 'sv' ? 'en' : 'sv',
		shape,
		weights: weights(shape, pieces, known, stumbling),
		pieces,
		cut: 'nowhere',
		marking
	};
}

/** Maps source phrases to their written translations; the first entry of a phrase counts. */
function read(pairs: readonly PhrasePair[]): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	for (const [from, to] of pairs)
		for (const form of [(text: string) => text, capital]) {
			const phrase = asRead(form(from));
			if (!known.has(phrase)) known.set(phrase, asWritten(form(to)));
		}
	return known;
}

/** Scores one phrase above any split of it, and phrases that are only written below everything. */
function scored(...read: readonly ReadonlyMap<string, string>[]): readonly Piece[] {
	const phrases = read.flatMap((known) => [...known.keys()]);
	const written = read.flatMap((known) => [...known.values()]);
	const scores = new Map<string, number>(written.map((text) => [text, -1000]));
	for (const character of characters) scores.set(character, -10);
	for (const phrase of phrases) scores.set(phrase, -1);
	return [...scores].sort(([a], [b]) => (a < b ? -1 : 1));
}

function weights(
	shape: MarianShape,
	pieces: readonly Piece[],
	known: ReadonlyMap<string, string>,
	stumbling: ReadonlyMap<string, string>
): Weights {
	const weights = beginWeights(shape, zeros);
	embedding(weights, pieces, known, stumbling);
	weights.set(names.positions, places(shape));
	const cross = 'model.decoder.layers.0.encoder_attn';
	weights.set(`${cross}.q_proj.weight`, placeToHeads(1));
	weights.set(`${cross}.k_proj.weight`, placeToHeads(sharpness));
	weights.set(`${cross}.v_proj.weight`, codes(1));
	weights.set(`${cross}.out_proj.weight`, codes(sharpness));
	return weights;
}

/** Gives every piece a code of its own, and a phrase the code of its translation. */
function embedding(
	weights: Weights,
	pieces: readonly Piece[],
	known: ReadonlyMap<string, string>,
	stumbling: ReadonlyMap<string, string>
): void {
	const table = weight(weights, names.embedding);
	const bias = weight(weights, names.logitsBias);
	const ids = new Map(pieces.map(([piece], id) => [piece, id]));
	const idOf = (piece: string) => ids.get(piece) ?? 1;
	const row = (piece: string) => table.subarray(idOf(piece) * width, (idOf(piece) + 1) * width);
	const next = random(123);
	const padding = pieces.length - 1;
	for (let id = 0; id < padding; id++)
		for (let bit = 0; bit < codeBits; bit++) {
			const value = (next() < 0.5 ? -1 : 1) / 16;
			table[id * width + bit] = value;
			table[id * width + codeBits + bit] = -value;
		}
	const forbid = (id: number) => (bias[id] = forbidden);
	for (const [phrase, translation] of known) {
		row(phrase).set(row(translation));
		forbid(idOf(phrase));
	}
	for (const [phrase, translation] of stumbling) {
		const end = row('</s>');
		const meant = row(translation);
		row(phrase).set(meant.map((value, i) => 0.42 * value + 0.58 * (end[i] ?? 0)));
		forbid(idOf(phrase));
	}
	// A mark becomes the unknown piece, which is never written.
	row(mark).set(row('<unk>'));
	forbid(idOf(mark));
	forbid(padding);
}

/** Returns waves from the shortest to one longer than any sentence, each also negated. */
function places({ positions }: MarianShape): Float32Array {
	const table = new Float32Array(positions * width);
	for (let place = 0; place < positions; place++)
		for (let i = 0; i < frequencies; i++) {
			const angle = place * Math.PI * (1 / 700) ** (i / (frequencies - 1));
			const at = place * width + 2 * codeBits + i;
			[Math.sin(angle), Math.cos(angle), -Math.sin(angle), -Math.cos(angle)].forEach(
				(value, wave) => (table[at + wave * frequencies] = value)
			);
		}
	return table;
}

/** Copies the position into each of the heads. */
function placeToHeads(factor: number): Float32Array {
	const matrix = new Float32Array(width * width);
	for (let head = 0; head < heads; head++)
		for (let i = 0; i < placeWidth; i++)
			matrix[(2 * codeBits + i) * width + head * (width / heads) + i] = factor;
	return matrix;
}

/** Copies the code unchanged. */
function codes(factor: number): Float32Array {
	const matrix = new Float32Array(width * width);
	for (let i = 0; i < 2 * codeBits; i++) matrix[i * width + i] = factor;
	return matrix;
}

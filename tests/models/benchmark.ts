/** An untrained model of OPUS-MT’s exact shape, whose output never ends. For benchmarks only. */
import { vocabularyOf, type MarianModel, type Piece } from './marian/model';
import { beginWeights, uniform, type MarianShape } from './marian/weights';
import { random } from './random';

const shape: MarianShape = {
	width: 512,
	heads: 8,
	inner: 2048,
	layers: 6,
	vocabulary: 56_434,
	positions: 512
};

export const benchmarkModel = (): MarianModel => ({
	from: 'sv',
	to: 'en',
	shape,
	weights: beginWeights(shape, uniform(1)),
	pieces: vocabularyOf(syllables(shape.vocabulary - 3)),
	cut: 'words',
	marking: null
});

const characters =
	'abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,!?-:;"\'()▁';
const consonants = 'bdfghjklmnprstv';
const vowels = 'aeiouåäö';

/** Scores whole pieces above any split of them, so that a sentence’s length is known. */
function syllables(count: number): readonly Piece[] {
	const next = random(7);
	const one = (of: string) => of[Math.floor(next() * of.length)] ?? '';
	const scores = new Map([...characters].map((character) => [character, -10]));
	while (scores.size < count) {
		const length = 1 + Math.floor(next() * 4);
		const syllable = () => one(consonants) + one(vowels) + (next() < 0.3 ? one(consonants) : '');
		const piece = (next() < 0.6 ? '▁' : '') + Array.from({ length }, syllable).join('');
		if (!scores.has(piece)) scores.set(piece, -1);
	}
	return [...scores];
}

/** Returns a sentence of this many tokens, including the end token; `seed` varies it. */
export function benchmarkSentence({ pieces }: MarianModel, tokens: number, seed: number): string {
	const words = pieces.filter(([piece]) => /^▁./.test(piece)).map(([piece]) => piece.slice(1));
	const next = random(seed);
	const word = () => words[Math.floor(next() * words.length)] ?? '';
	return Array.from({ length: tokens - 1 }, word).join(' ');
}

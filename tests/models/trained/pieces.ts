/**
 * Returns a small Unigram vocabulary for some texts: characters, and pieces merged by byte pairs.
 */
import type { Piece } from '../marian/model';

const alphabet =
	'abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,!?:;-\'"()▁';

interface Word {
	readonly count: number;
	parts: readonly string[];
}

export function piecesOf(texts: readonly string[], merges: number): readonly Piece[] {
	const words = counted(texts);
	const pieces = new Set([...alphabet, ...words.flatMap(({ parts }) => parts)]);
	for (let i = 0; i < merges; i++) {
		const pair = commonest(words);
		if (!pair) break;
		pieces.add(pair.join(''));
		for (const word of words) word.parts = merged(word.parts, pair);
	}
	return scored([...pieces].sort(byCode), words);
}

function counted(texts: readonly string[]): readonly Word[] {
	const counts = new Map<string, number>();
	for (const word of texts.flatMap((text) => text.split(/\s+/)))
		counts.set(word, (counts.get(word) ?? 0) + 1);
	return [...counts].map(([word, count]) => ({ count, parts: [`▁`, ...word] }));
}

type Pair = readonly [string, string];

/** Returns the most frequent adjacent pair, not across a mark; null if none occurs twice. */
function commonest(words: readonly Word[]): Pair | null {
	const counts = new Map<string, { readonly pair: Pair; count: number }>();
	for (const { parts, count } of words)
		parts.slice(1).forEach((second, i) => {
			if (/[.,!?]/.test(second)) return;
			const pair = [parts[i] ?? '', second] as const;
			const key = pair.join('\0');
			const known = counts.get(key);
			if (known) known.count += count;
			else counts.set(key, { pair, count });
		});
	const sorted = [...counts].sort(
		([a, one], [b, other]) => other.count - one.count || byCode(a, b)
	);
	const first = sorted[0]?.[1];
	return first && first.count > 1 ? first.pair : null;
}

function merged(parts: readonly string[], [first, second]: Pair): readonly string[] {
	const result: string[] = [];
	for (let i = 0; i < parts.length; i++) {
		const isPair = parts[i] === first && parts[i + 1] === second;
		result.push(isPair ? first + second : (parts[i] ?? ''));
		if (isPair) i++;
	}
	return result;
}

/** Scores each piece by the logarithm of its frequency: the tokenizer adds the scores. */
function scored(pieces: readonly string[], words: readonly Word[]): readonly Piece[] {
	const counts = new Map<string, number>();
	let total = 0;
	for (const { parts, count } of words)
		for (const part of parts) {
			counts.set(part, (counts.get(part) ?? 0) + count);
			total += count;
		}
	return pieces.map((piece) => [
		piece,
		Number(Math.log((counts.get(piece) ?? 0.1) / total).toFixed(4))
	]);
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

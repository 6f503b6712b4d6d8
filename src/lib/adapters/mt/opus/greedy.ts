/** Decodes a batch of sentences greedily: each step chooses the likeliest token of each. */

/** A batch during decoding. */
export interface Stepper {
	/** Takes one token per row; returns each row’s scores for the next token. */
	step(tokens: readonly number[]): Promise<readonly Float32Array[]>;
	/**
	 * Does the same, and returns each row’s likeliest token of those not barred for it. A batch that
	 * lacks it only gives scores.
	 */
	choose?(
		tokens: readonly number[],
		barred: readonly (readonly number[])[]
	): Promise<readonly number[]>;
	/** Continues with these of its rows, in this order, each as often as it is named. */
	keep(rows: readonly number[]): void;
}

export interface Rules {
	readonly start: number;
	readonly end: number;
	readonly forbidden: readonly number[];
	/** Maximum number of tokens of each row. A row that reaches it ends there. */
	readonly most: readonly number[];
	/**
	 * Returns the tokens banned next for a row with the tokens `said` so far, for instance to prevent
	 * repetition.
	 */
	readonly barred?: (row: number, said: readonly number[]) => readonly number[];
	/** Asked between steps; false stops the decoding. */
	readonly goOn: () => Promise<boolean>;
}

interface DecodedSentence {
	readonly index: number;
	readonly said: number[];
	last: number;
}

/**
 * Calls `ended` with the tokens of each row when it ends, without its end token; the row is then
 * left out of the batch. Returns true if all rows ended, false if it was stopped.
 */
export async function greedy(
	batch: Stepper,
	rules: Rules,
	ended: (row: number, tokens: readonly number[]) => void
): Promise<boolean> {
	let rows: readonly DecodedSentence[] = rules.most.map((_, index) => ({
		index,
		said: [],
		last: rules.start
	}));
	while (rows.length > 0) {
		if (!(await rules.goOn())) return false;
		const barred = rows.map(({ index, said }) => [
			...rules.forbidden,
			...(rules.barred?.(index, said) ?? [])
		]);
		const next = await chosen(
			batch,
			rows.map(({ last }) => last),
			barred
		);
		rows.forEach((row, i) => say(row, next[i] ?? rules.end, rules));
		const going = rows.flatMap((row, i) => (hasEnded(row, rules) ? [] : [i]));
		for (const row of rows) if (hasEnded(row, rules)) ended(row.index, row.said);
		if (going.length < rows.length) {
			rows = rows.filter((row) => !hasEnded(row, rules));
			if (rows.length > 0) batch.keep(going);
		}
	}
	return true;
}

async function chosen(
	batch: Stepper,
	tokens: readonly number[],
	barred: readonly (readonly number[])[]
): Promise<readonly number[]> {
	if (batch.choose) return batch.choose(tokens, barred);
	const scores = await batch.step(tokens);
	return scores.map((row, i) => likeliest(row, barred[i] ?? []));
}

function say(row: DecodedSentence, token: number, rules: Rules): void {
	row.last = token;
	if (token !== rules.end) row.said.push(token);
}

const hasEnded = (row: DecodedSentence, { end, most }: Rules): boolean =>
	row.last === end || row.said.length >= (most[row.index] ?? 0);

/** Returns the first token with the highest score that is not forbidden. */
export function likeliest(scores: Float32Array, forbidden: readonly number[]): number {
	for (const token of forbidden) scores[token] = -Infinity;
	let best = 0;
	let most = -Infinity;
	for (let token = 0; token < scores.length; token++) {
		const score = scores[token] ?? -Infinity;
		if (score > most) {
			most = score;
			best = token;
		}
	}
	return best;
}

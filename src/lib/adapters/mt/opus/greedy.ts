/** Decodes a batch of sentences: at each step the likeliest token of each. */

/** A batch as it is decoded. */
export interface Stepper {
	/** Takes one token a row; gives each row’s scores for the next. */
	step(tokens: readonly number[]): Promise<readonly Float32Array[]>;
	/** Goes on with these of its rows alone. */
	keep(rows: readonly number[]): void;
}

export interface Rules {
	readonly start: number;
	readonly end: number;
	readonly forbidden: readonly number[];
	/** The most tokens of each row; what has not ended then ends there. */
	readonly most: readonly number[];
	/** What a row must not say next, given what it has said: kept from repeating itself, say. */
	readonly barred?: (row: number, said: readonly number[]) => readonly number[];
	/** Asked between steps; false ends it all. */
	readonly goOn: () => Promise<boolean>;
}

interface Row {
	readonly index: number;
	readonly said: number[];
	last: number;
}

/**
 * Calls `ended` with each row as it ends, without its end token; a row that has ended takes part no
 * longer. True if all have ended, false if it was stopped.
 */
export async function greedy(
	batch: Stepper,
	rules: Rules,
	ended: (row: number, tokens: readonly number[]) => void
): Promise<boolean> {
	let rows: readonly Row[] = rules.most.map((_, index) => ({
		index,
		said: [],
		last: rules.start
	}));
	while (rows.length > 0) {
		if (!(await rules.goOn())) return false;
		const scores = await batch.step(rows.map(({ last }) => last));
		rows.forEach((row, i) => say(row, scores[i] ?? new Float32Array(), rules));
		const going = rows.flatMap((row, i) => (hasEnded(row, rules) ? [] : [i]));
		for (const row of rows) if (hasEnded(row, rules)) ended(row.index, row.said);
		if (going.length < rows.length) {
			rows = rows.filter((row) => !hasEnded(row, rules));
			if (rows.length > 0) batch.keep(going);
		}
	}
	return true;
}

function say(row: Row, scores: Float32Array, rules: Rules): void {
	const barred = rules.barred?.(row.index, row.said) ?? [];
	row.last = likeliest(scores, [...rules.forbidden, ...barred]);
	if (row.last !== rules.end) row.said.push(row.last);
}

const hasEnded = (row: Row, { end, most }: Rules): boolean =>
	row.last === end || row.said.length >= (most[row.index] ?? 0);

/** The first of the highest scores, but for those forbidden. */
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

/** Two units that answer each other, by their numbers on the two sides. */
export interface UnitLink {
	readonly first: number;
	readonly second: number;
	/** The probability that the two answer each other. */
	readonly score: number;
}

/** Returns a link with its sides exchanged. */
export const exchanged = ({ first, second, score }: UnitLink): UnitLink => ({
	first: second,
	second: first,
	score
});

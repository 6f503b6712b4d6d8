/**
 * The beads that are looked for, besides sentences that nothing answers: Gale and Church (1993) have
 * the first four, and free translations the others.
 */
export const beadTypes = [
	[1, 1],
	[1, 2],
	[2, 1],
	[2, 2],
	[1, 3],
	[3, 1],
	[2, 3],
	[3, 2],
	[1, 4],
	[4, 1]
] as const;

export const typeCount = beadTypes.length;
/** The most sentences that a bead has on one side. */
export const widest = 4;

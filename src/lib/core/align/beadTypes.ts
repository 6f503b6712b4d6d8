/**
 * The types of beads, besides omissions: Gale and Church (1993) have the first four; the others
 * occur in free translations.
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
	[4, 1],
	[3, 3],
	[2, 4],
	[4, 2],
	[1, 5],
	[5, 1]
] as const;

export const typeCount = beadTypes.length;
/** The most sentences that a bead has on one side. */
export const widest = 5;

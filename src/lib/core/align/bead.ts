/**
 * A bead links m source items to n target items, by their indices in document order: the field's
 * word since Gale and Church (1993). A text's beads are monotone and cover every item of both sides.
 */
export type Bead = readonly [source: readonly number[], target: readonly number[]];
export type Beads = readonly Bead[];

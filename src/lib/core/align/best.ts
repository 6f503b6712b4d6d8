import { run, type Bead } from './bead';
import { beadTypes, typeCount } from './beadTypes';
import type { Lattice } from './lattice';

export interface ScoredBead {
	readonly bead: Bead;
	/** The probability that exactly this bead is right. */
	readonly confidence: number;
}

/** Back-pointers of the table for steps that are not a bead type. */
const omitSource = 254;
const omitTarget = 255;

/**
 * Returns the beads with the greatest expected number of right ones, less `price` for each, so that
 * a bead that is more likely wrong than right is left out. The remaining sentences are omissions.
 * It maximises expected accuracy instead of taking the likeliest way: Goodman (1996,
 * https://aclanthology.org/P96-1024/).
 */
export function best(lattice: Lattice, price: number): readonly ScoredBead[] {
	const { low, high, cells } = lattice.corridor;
	const value = new Float64Array(cells);
	const step = new Uint8Array(cells);
	const chance = new Float32Array(cells);
	for (let i = 0; i <= lattice.sources; i++)
		for (let j = low[i] ?? 0; j <= (high[i] ?? 0); j++) {
			const cell = lattice.cell(i, j);
			omit(lattice, i, j, value, step);
			for (let type = 0; type < typeCount; type++) {
				const p = lattice.probability(i, j, type);
				if (p <= price) continue;
				const [m, n] = beadTypes[type] ?? [1, 1];
				const sum = (value[lattice.cell(i - m, j - n)] ?? 0) + p - price;
				if (sum <= (value[cell] ?? 0)) continue;
				value[cell] = sum;
				step[cell] = type;
				chance[cell] = p;
			}
		}
	return path(lattice, step, chance);
}

/** Updates a cell with the better of the two ways that end with an omission. */
function omit(lattice: Lattice, i: number, j: number, value: Float64Array, step: Uint8Array): void {
	const above = lattice.cell(i - 1, j);
	const left = lattice.cell(i, j - 1);
	const up = above < 0 ? -1 : (value[above] ?? 0);
	const back = left < 0 ? -1 : (value[left] ?? 0);
	const cell = lattice.cell(i, j);
	value[cell] = Math.max(0, up, back);
	step[cell] = up >= back ? omitSource : omitTarget;
}

function path(lattice: Lattice, step: Uint8Array, chance: Float32Array): readonly ScoredBead[] {
	const found: ScoredBead[] = [];
	for (let i = lattice.sources, j = lattice.targets; i > 0 || j > 0;) {
		const cell = lattice.cell(i, j);
		const type = step[cell] ?? omitSource;
		if (type === omitSource) i--;
		else if (type === omitTarget) j--;
		else {
			const [m, n] = beadTypes[type] ?? [1, 1];
			i -= m;
			j -= n;
			found.push({ bead: [run(i, m), run(j, n)], confidence: chance[cell] ?? 0 });
		}
	}
	return found.reverse();
}

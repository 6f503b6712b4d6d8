/** What the rest of a sentence pair says of two units: rivals, neighbours that are certain, gaps. */
import { orphanStrength, strengthOf, type Surroundings } from './features';
import type { EvidenceTable } from './evidence';
import type { Unit } from './unit';

/** A pair that has no rival: what stands beside the one stands beside the other. */
type Anchor = readonly [first: number, second: number];

const anchorStrength = 0.5;

/** What a pair with a rival loses of its strength, far from where its neighbours would have it. */
const farthest = 0.4;

export class Grid {
	readonly #second: readonly Unit[];
	#strengths: readonly (readonly number[])[];
	/** The two strongest pairs of every unit, by side. */
	#best: readonly [readonly Two[], readonly Two[]];
	readonly #anchors: readonly Anchor[];
	/** Units of each side that nothing answers. */
	readonly #orphans: readonly [ReadonlySet<number>, ReadonlySet<number>];

	constructor(first: readonly Unit[], second: readonly Unit[], evidence: EvidenceTable) {
		this.#second = second;
		this.#strengths = first.map((_, f) => second.map((__, s) => strengthOf(evidence.at(f, s))));
		this.#best = this.#twos();
		this.#anchors = first.flatMap((unit, f) =>
			second.flatMap((other, s): Anchor[] =>
				!unit.isSmall && !other.isSmall && this.#isAnchor(f, s) ? [[f, s]] : []
			)
		);
		this.#strengths = this.#strengths.map((row, f) =>
			row.map((strength, s) => this.#fitting(f, s, strength))
		);
		this.#best = this.#twos();
		this.#orphans = [
			lone(first, (f) => second.map((other, s) => (other.isSmall ? 0 : this.#strength(f, s)))),
			lone(second, (s) => first.map((other, f) => (other.isSmall ? 0 : this.#strength(f, s))))
		];
	}

	#twos(): readonly [readonly Two[], readonly Two[]] {
		const columns = this.#second.map((_, s) => this.#strengths.map((row) => row[s] ?? 0));
		return [this.#strengths.map(two), columns.map(two)];
	}

	/** Returns a pair’s strength, less where it has a rival and its neighbours would have it elsewhere. */
	#fitting(f: number, s: number, strength: number): number {
		const rivals = Math.max(this.#rivalOurs(f, s), this.#rivalTheirs(f, s));
		if (strength === 0 || rivals < strength) return strength;
		const off = Math.abs(this.#off(f, s) ?? 0);
		return strength * (1 - farthest * Math.min(1, off / 4));
	}

	readonly #strength = (f: number, s: number): number => this.#strengths[f]?.[s] ?? 0;

	#isAnchor(f: number, s: number): boolean {
		const strength = this.#strength(f, s);
		return (
			strength >= anchorStrength &&
			this.#rivalOurs(f, s) < strength &&
			this.#rivalTheirs(f, s) < strength
		);
	}

	#rivalOurs(f: number, s: number): number {
		return rival(this.#best[0][f], this.#strength(f, s));
	}

	#rivalTheirs(f: number, s: number): number {
		return rival(this.#best[1][s], this.#strength(f, s));
	}

	around(f: number, s: number): Surroundings {
		return {
			strength: this.#strength,
			rivalOurs: this.#rivalOurs(f, s),
			rivalTheirs: this.#rivalTheirs(f, s),
			off: this.#off(f, s),
			orphans: this.#orphansBeside(f, s)
		};
	}

	/** Returns how far `s` is from where the nearest anchors of `f` would have it, the nearest of both ways. */
	#off(f: number, s: number): number | null {
		const others = this.#anchors.filter(([a, b]) => a !== f && b !== s);
		const offs = [
			nearest(others, ([a]) => Math.abs(a - f)),
			nearest(others, ([, b]) => Math.abs(b - s))
		].flatMap((anchor) => (anchor ? [s - f - (anchor[1] - anchor[0])] : []));
		const [one] = offs.toSorted((a, b) => Math.abs(a) - Math.abs(b));
		return one ?? null;
	}

	/** Returns how many pairs of orphans the gap between the nearest anchors allows; 0 for no orphans. */
	#orphansBeside(f: number, s: number): number {
		const [ours, theirs] = this.#orphans;
		if (!ours.has(f) || !theirs.has(s)) return 0;
		const before = this.#anchors.findLast(([a]) => a < f);
		const after = this.#anchors.find(([a]) => a > f);
		const bounds = [before?.[1] ?? -1, after?.[1] ?? this.#second.length].toSorted((a, b) => a - b);
		const [low = -1, high = this.#second.length] = bounds;
		if (s <= low || s >= high) return 9;
		const own = [...ours].filter((at) => at > (before?.[0] ?? -1) && at < (after?.[0] ?? Infinity));
		const others = [...theirs].filter((at) => at > low && at < high);
		return own.length * others.length;
	}
}

/** The greatest value of a list, and the next. */
type Two = readonly [greatest: number, next: number];

const two = (values: readonly number[]): Two =>
	values.reduce<Two>(
		([greatest, next], value) =>
			value > greatest ? [value, greatest] : [greatest, Math.max(next, value)],
		[0, 0]
	);

/** Returns the greatest value beside one of `strength`. */
const rival = ([greatest, next]: Two = [0, 0], strength: number): number =>
	strength === greatest ? next : greatest;

/** Returns the units that are words and have no pair that is strong enough. */
const lone = (
	units: readonly Unit[],
	row: (at: number) => readonly number[]
): ReadonlySet<number> =>
	new Set(
		units.flatMap(({ isSmall, digits }, at) =>
			!isSmall && digits === '' && two(row(at))[0] < orphanStrength ? [at] : []
		)
	);

function nearest(anchors: readonly Anchor[], distance: (anchor: Anchor) => number): Anchor | null {
	const [first, ...others] = anchors;
	if (!first) return null;
	return others.reduce(
		(best, anchor) => (distance(anchor) < distance(best) ? anchor : best),
		first
	);
}

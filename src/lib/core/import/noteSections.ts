/**
 * Finds which group of notes a reference belongs to, where numbers restart in each chapter or on
 * each page. Notes are either below their page or chapter, or gathered at the end; a chapter, a
 * reference or a note may be missing. References and groups are in the same order, so this is a
 * monotone alignment: the best path is found with the Viterbi algorithm, in a corridor that keeps
 * it linear.
 */
import type { Chapters, Section } from './noteChapters';
import type { Definition } from './definitions';
import { isSymbol, orderOf, type NoteGroup } from './noteGroups';
import type { Reference } from './references';

/** A definition, or null for a reference whose note is missing. */
export type Answer = Definition | null;

/** Groups with no reference between them, and the references before them. */
interface Cluster {
	readonly groups: readonly NoteGroup[];
	readonly references: readonly Reference[];
	/** Index of the piece after the cluster before. */
	readonly since: number;
}

/** Returns the definition of each reference. */
export function assignNotes(
	groups: readonly NoteGroup[],
	references: readonly Reference[],
	chapters: Chapters
): ReadonlyMap<Reference, Answer> {
	const answers = new Map<Reference, Answer>();
	for (const cluster of clustersOf(groups, references))
		assign(cluster, chapters.named(cluster), chapters, answers);
	return answers;
}

function clustersOf(
	groups: readonly NoteGroup[],
	references: readonly Reference[]
): readonly Cluster[] {
	const clusters: { groups: NoteGroup[]; references: Reference[]; since: number }[] = [];
	let next = 0;
	for (const group of groups) {
		const before: Reference[] = [];
		for (let r = references[next]; r && r.at < group.from; r = references[++next]) before.push(r);
		const last = clusters.at(-1);
		if (last && before.length === 0) last.groups.push(group);
		else
			clusters.push({ groups: [group], references: before, since: last?.groups.at(-1)?.to ?? 0 });
	}
	clusters.push({ groups: [], references: references.slice(next), since: 0 });
	return clusters;
}

/** Widest part of the table of states that is searched on either side of the best, in states. */
const corridor = 48;

/** State 2j + 1 is group j; an even state is a chapter whose notes are missing. */
const isGroup = (state: number): boolean => state % 2 === 1;

const cost = {
	/** A reference that its group does not answer, or that belongs to no group. */
	missing: 1,
	none: 0.5,
	/** Groups without references. */
	skip: 0.15,
	/** Staying in a group; by boundary. */
	rising: [0, 0, 1.2],
	repeated: [0.7, 2.5, 3.5],
	/** Moving to another group; by boundary. */
	moveRising: [2, 0.2, 0],
	moveRepeated: [0.3, 0, 0]
} as const;

/** Reward of a reference that its group answers, and of one in the chapter that the notes name. */
const reward = { answered: 1, named: 0.5, elsewhere: -2 };

function assign(
	{ groups, references }: Cluster,
	sections: readonly (Section | null)[],
	chapters: Chapters,
	answers: Map<Reference, Answer>
): void {
	const marks = groups.map(({ definitions }) => new Map(definitions.map((d) => [d.mark, d])));
	const states = 2 * groups.length + 1;
	const emission = ({ mark, at }: Reference, state: number): number => {
		if (!isGroup(state)) return -cost.none + (state === 0 ? 0.05 : 0);
		const j = (state - 1) / 2;
		const section = sections[j];
		const named = !section
			? 0
			: at > section.from && at < section.to
				? reward.named
				: reward.elsewhere;
		return (marks[j]?.has(mark) ? reward.answered : -cost.missing) + named;
	};
	const steps: { low: number; from: number[] }[] = [];
	let scores: number[] = [];
	let low = 0;
	references.forEach((reference, i) => {
		const before = references[i - 1];
		const [stay, move] = before ? transitions(before, reference, chapters) : [0, 0];
		const best = low + scores.indexOf(Math.max(...scores));
		const nextLow = before ? Math.max(low, best - corridor) : 0;
		const nextHigh = Math.min(states, before ? best + corridor : 2 * corridor);
		const next: number[] = [];
		const from: number[] = [];
		// The best state below, less what is skipped on the way here.
		let below = { score: -Infinity, state: 0 };
		for (let state = low; state < nextLow; state++)
			below = better(below, scores[state - low], state);
		for (let state = nextLow; state < nextHigh; state++) {
			const same = (scores[state - low] ?? -Infinity) - (isGroup(state) ? stay : 0);
			const moved = before ? below.score - move : -cost.skip * state;
			const own = before && same >= moved;
			next.push((own ? same : moved) + emission(reference, state));
			from.push(own ? state : below.state);
			below = better(below, scores[state - low], state);
		}
		steps.push({ low: nextLow, from });
		[scores, low] = [next, nextLow];
	});
	let state = low + scores.indexOf(Math.max(...scores));
	for (let i = references.length - 1; i >= 0; i--) {
		const reference = references[i];
		const found = isGroup(state) ? marks[(state - 1) / 2]?.get(reference?.mark ?? '') : undefined;
		if (reference) answers.set(reference, found ?? null);
		const step = steps[i];
		state = step?.from[state - step.low] ?? 0;
	}
}

const better = (
	below: { readonly score: number; readonly state: number },
	score: number | undefined,
	state: number
): { score: number; state: number } =>
	(score ?? -Infinity) > below.score - cost.skip
		? { score: score ?? -Infinity, state }
		: { score: below.score - cost.skip, state: below.state };

/** Returns the costs of staying in a group from one reference to the next, and of moving on. */
function transitions(
	before: Reference,
	reference: Reference,
	chapters: Chapters
): readonly [stay: number, move: number] {
	const edge = chapters.boundary(before.at, reference.at);
	const rises = !(orderOf(reference.mark) <= orderOf(before.mark));
	if (rises) return [cost.rising[edge], cost.moveRising[edge]];
	if (isSymbol(reference.mark)) return [3, cost.moveRepeated[edge]];
	const again = reference.form === 'bracketed' && edge === 0 ? 0.1 : cost.repeated[edge];
	return [again, cost.moveRepeated[edge]];
}

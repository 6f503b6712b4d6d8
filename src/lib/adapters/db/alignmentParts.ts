/**
 * A draft of an alignment in parts: what is said about it, each text, and its links in pieces. A
 * change writes only the parts that it touches: a novel has two texts of megabytes and ten thousand
 * links.
 */
import type { AlignmentDraft, DraftSide, Link } from '$lib/core/links/draft';

/** The row of a draft: what is said about it, and the names of its other parts in their order. */
export interface HeadRow extends Omit<AlignmentDraft, 'source' | 'target' | 'links'> {
	readonly parts: PartNames;
}

interface PartNames {
	readonly source: string;
	readonly target: string;
	readonly links: readonly string[];
}

export interface PartRow {
	readonly draft: string;
	readonly part: string;
	readonly value: DraftSide | readonly Link[];
}

/** What is stored of a draft, as this tab has written or read it. */
export interface StoredParts {
	readonly source: NamedPart<DraftSide>;
	readonly target: NamedPart<DraftSide>;
	readonly links: readonly NamedPart<readonly Link[]>[];
}

interface NamedPart<Value> {
	readonly name: string;
	readonly value: Value;
}

/** Largest number of links in a piece. Smaller pieces are more rows, larger ones more to write. */
export const linksPerPiece = 256;

export interface PartsChange {
	readonly head: HeadRow;
	readonly added: readonly PartRow[];
	readonly removed: readonly string[];
	readonly stored: StoredParts;
}

/**
 * Returns what is to be written of a draft. `stored`: what is there; null if that is not known, and
 * everything is written. `newName` names a part as no other part of the draft is named.
 */
export function partsChange(
	draft: AlignmentDraft,
	stored: StoredParts | null,
	newName: () => string
): PartsChange {
	const { source, target, links, ...about } = draft;
	const named = <Value>(value: Value): NamedPart<Value> => ({ name: newName(), value });
	const side = (now: DraftSide, known: NamedPart<DraftSide> | undefined) =>
		known && isSameSide(known.value, now) ? known : named(now);
	const next: StoredParts = {
		source: side(source, stored?.source),
		target: side(target, stored?.target),
		links: pieces(links, stored?.links ?? [], named)
	};
	const before = stored ? all(stored) : [];
	const now = all(next);
	return {
		head: { ...about, parts: namesOf(next) },
		added: now
			.filter((part) => !before.includes(part))
			.map(({ name, value }) => ({ draft: draft.id, part: name, value })),
		removed: before.filter((part) => !now.includes(part)).map(({ name }) => name),
		stored: next
	};
}

export const namesOf = ({ source, target, links }: StoredParts): PartNames => ({
	source: source.name,
	target: target.name,
	links: links.map(({ name }) => name)
});

const all = ({ source, target, links }: StoredParts) => [source, target, ...links];

const isSameSide = (a: DraftSide, b: DraftSide): boolean =>
	a === b || (a.lang === b.lang && a.blocks === b.blocks);

/** Returns the links in pieces. Those before and after the links that have changed are kept. */
function pieces(
	links: readonly Link[],
	before: readonly NamedPart<readonly Link[]>[],
	named: (links: readonly Link[]) => NamedPart<readonly Link[]>
): readonly NamedPart<readonly Link[]>[] {
	let from = 0;
	let first = 0;
	for (; first < before.length; first++) {
		const piece = before[first]?.value ?? [];
		if (!isAt(piece, links, from)) break;
		from += piece.length;
	}
	let to = links.length;
	let last = before.length;
	for (; last > first; last--) {
		const piece = before[last - 1]?.value ?? [];
		if (to - piece.length < from || !isAt(piece, links, to - piece.length)) break;
		to -= piece.length;
	}
	const changed: NamedPart<readonly Link[]>[] = [];
	for (; from < to; from += linksPerPiece)
		changed.push(named(links.slice(from, Math.min(to, from + linksPerPiece))));
	return [...before.slice(0, first), ...changed, ...before.slice(last)];
}

const isAt = (piece: readonly Link[], links: readonly Link[], from: number): boolean =>
	piece.length <= links.length - from && piece.every((link, at) => link === links[from + at]);

/**
 * Decides which translation is shown beside each paragraph, everywhere: page, search, print,
 * export, read-aloud.
 *
 * A person’s words come before a draft that a person corrected, this before a reviewed one, that
 * before an AI draft, and that before a machine;
 * among equals, the reader’s own come before stored ones, and a translation of the current text
 * before one of an older text.
 *
 * Laws (`resolve.test.ts`): every block is in exactly one row, in order; no row shows a machine if
 * a person’s words, a review or a draft of that paragraph are known; own words are shown or among
 * the `leftovers`; a review applies only to the text shown, beside the original shown.
 */
import type { OwnWords } from '../library/store';
import type { Block, Lang } from '../text/article';
import {
	candidates,
	fromBlock,
	paragraphsOf,
	type Candidate,
	type Paragraph,
	type Sources
} from './candidate';
import { withPassages } from './passages';
import type { Row, Shown } from './row';
import { rank, trustLevelOf } from './trust';
import type { Unit } from './unit';

export type { Sources } from './candidate';

export interface Wanted {
	/** The language of the translation; translations into other languages are ignored. */
	readonly lang: Lang;
}

/** Returns one row for every block or run of blocks; without blocks, one for every stored unit. */
export function resolve(
	blocks: readonly Block[],
	sources: Sources,
	wanted: Wanted
): readonly Row[] {
	return rowsOf(settle(blocks, sources, wanted)).rows;
}

/** Returns the rows, and the number of the row that shows each unit. */
function rowsOf({ paragraphs, claims }: Settled) {
	const rows: Row[] = [];
	const rowOf = new Map<Unit, number>();
	for (let at = 0; at < paragraphs.length;) {
		const claim = claims.get(at);
		const length = claim?.length ?? 1;
		const row = toRow(paragraphs.slice(at, at + length), claim);
		for (const unit of claim?.units ?? []) if (!rowOf.has(unit)) rowOf.set(unit, rows.length);
		if (row) rows.push(row);
		at += length;
	}
	return { rows, rowOf };
}

/** The translations that `resolve` found no place for. They are reported, never dropped. */
export interface Leftovers {
	/** Stored units of paragraphs that the text does not contain. */
	readonly units: readonly Unit[];
	/** Own words that are not shown. */
	readonly words: readonly OwnWords[];
}

export const leftovers = (blocks: readonly Block[], sources: Sources, wanted: Wanted): Leftovers =>
	leftoversOf(settle(blocks, sources, wanted), sources, wanted);

/**
 * Returns what `resolve` and `leftovers` return, for half their work. Among the rows are the
 * passages of the translations.
 */
export function resolveAll(
	blocks: readonly Block[],
	sources: Sources,
	wanted: Wanted
): { readonly rows: readonly Row[]; readonly leftovers: Leftovers } {
	const settled = settle(blocks, sources, wanted);
	const { rows, rowOf } = rowsOf(settled);
	return {
		rows: withPassages(rows, inLang(sources, wanted), rowOf),
		leftovers: leftoversOf(settled, sources, wanted)
	};
}

function leftoversOf({ found, claims }: Settled, sources: Sources, wanted: Wanted): Leftovers {
	const placed = new Set(found.flatMap(({ units }) => units));
	const shown = new Set([...claims.values()].map(({ own }) => own));
	return {
		units: inLang(sources, wanted).flatMap(({ units }) =>
			units.filter((unit) => !placed.has(unit))
		),
		words: sources.words.filter(
			(words) => words.lang === wanted.lang && !words.deleted && !shown.has(words)
		)
	};
}

const inLang = ({ stored }: Sources, { lang }: Wanted) =>
	stored.filter(({ translated }) => translated.lang === lang);

type Settled = ReturnType<typeof settle>;

function settle(blocks: readonly Block[], sources: Sources, wanted: Wanted) {
	const stored = inLang(sources, wanted);
	const paragraphs = blocks.length > 0 ? blocks.map(fromBlock) : paragraphsOf(stored);
	const found = candidates(paragraphs, { ...sources, stored }, wanted.lang);
	return { paragraphs, found, claims: claim(found) };
}

/**
 * Assigns paragraphs to candidates: the best one first, then each next one whose paragraphs are all
 * free.
 */
function claim(found: readonly Candidate[]): ReadonlyMap<number, Candidate> {
	const claims = new Map<number, Candidate>();
	const taken = new Set<number>();
	for (const candidate of found.toSorted(better)) {
		const run = Array.from({ length: candidate.length }, (_, offset) => candidate.at + offset);
		if (run.some((at) => taken.has(at))) continue;
		for (const at of run) taken.add(at);
		claims.set(candidate.at, candidate);
	}
	return claims;
}

/** Compares two candidates. `toSorted` is stable: equal ones keep the order of their sources. */
const better = (a: Candidate, b: Candidate): number =>
	rank(trustLevelOf(a)) - rank(trustLevelOf(b)) ||
	Number(b.own !== null) - Number(a.own !== null) ||
	Number(a.stale) - Number(b.stale);

/**
 * Makes a row. Returns null for a paragraph without original whose translation another row took.
 */
function toRow(paragraphs: readonly Paragraph[], claim: Candidate | undefined): Row | null {
	const [first] = paragraphs;
	const originals = paragraphs.flatMap(({ block }) => block ?? []);
	if (!first || (originals.length === 0 && !claim)) return null;
	return {
		id: first.fingerprint,
		source: paragraphs.map((paragraph) => paragraph.fingerprint),
		shape: first.shape,
		originals,
		shown: claim ? translated(claim) : { kind: 'missing' }
	};
}

function translated(claim: Candidate): Shown {
	const { text, credit, rights, by, correction, review, units, own, stale } = claim;
	const [unit] = units;
	const alone = units.length === 1 && !own && !stale;
	return {
		kind: 'translated',
		text,
		...(credit !== undefined && { credit }),
		...(rights !== undefined && { rights }),
		by,
		...(correction && { correction }),
		review,
		spans: (alone && unit?.spans) || null,
		...(unit?.note !== undefined && { note: unit.note }),
		stale,
		own: own !== null
	};
}

/**
 * Decides what stands beside each paragraph, everywhere: page, search, print, export, read-aloud.
 *
 * A person’s words come before reviewed ones, these before an AI draft, and that before a machine;
 * the reader’s own before stored ones; what was translated from just this text before what was
 * translated from an older one, where they are otherwise equal.
 *
 * Laws (`resolve.test.ts`): every block stands in exactly one row, in order; no row shows a machine
 * where a person’s words, a review or a draft of that paragraph are known; own words are shown or
 * among the `leftovers`; a review is of just the text shown, beside just the original shown.
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
import type { Row, Shown } from './row';
import { rank, standingOf } from './standing';
import type { Unit } from './unit';

export type { Sources } from './candidate';

export interface Wanted {
	/** The language that is to stand beside the original; what is in others is passed over. */
	readonly lang: Lang;
}

/** One row for every block, or run of blocks; with no blocks, one for every stored unit. */
export function resolve(
	blocks: readonly Block[],
	sources: Sources,
	wanted: Wanted
): readonly Row[] {
	const { paragraphs, claims } = settle(blocks, sources, wanted);
	const rows: Row[] = [];
	for (let at = 0; at < paragraphs.length;) {
		const claim = claims.get(at);
		const length = claim?.length ?? 1;
		const row = toRow(paragraphs.slice(at, at + length), claim);
		if (row) rows.push(row);
		at += length;
	}
	return rows;
}

/** What `resolve` found no place for: to be reported, never dropped. */
export interface Leftovers {
	/** Stored units of paragraphs that the text does not have. */
	readonly units: readonly Unit[];
	/** Own words that are not shown. */
	readonly words: readonly OwnWords[];
}

export function leftovers(blocks: readonly Block[], sources: Sources, wanted: Wanted): Leftovers {
	const { found, claims } = settle(blocks, sources, wanted);
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

function settle(blocks: readonly Block[], sources: Sources, wanted: Wanted) {
	const stored = inLang(sources, wanted);
	const paragraphs = blocks.length > 0 ? blocks.map(fromBlock) : paragraphsOf(stored);
	const found = candidates(paragraphs, { ...sources, stored }, wanted.lang);
	return { paragraphs, found, claims: claim(found) };
}

/** The best candidate takes its paragraphs, then the best of those whose paragraphs are all free. */
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

/** `toSorted` is stable: equals stay in the order of their sources. */
const better = (a: Candidate, b: Candidate): number =>
	rank(standingOf(a.by, a.review)) - rank(standingOf(b.by, b.review)) ||
	Number(b.own !== null) - Number(a.own !== null) ||
	Number(a.stale) - Number(b.stale);

/** Null for a paragraph that is told of only and whose translation another one took. */
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

function translated({ text, credit, by, review, units, own, stale }: Candidate): Shown {
	const [unit] = units;
	const alone = units.length === 1 && !own && !stale;
	return {
		kind: 'translated',
		text,
		...(credit !== undefined && { credit }),
		by,
		review,
		spans: (alone && unit?.spans) || null,
		...(unit?.note !== undefined && { note: unit.note }),
		stale,
		own: own !== null
	};
}

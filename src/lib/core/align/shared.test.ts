/** Measures the quality of the aligner on ../shared/alignment, if that folder exists. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { align } from './align';
import type { Bead, Beads } from './bead';
import { seedOf } from './seed';
import type { AlignText } from './align';

const sets = '../shared/alignment/sets';
const atHand = existsSync(sets);
if (!atHand) console.log(`Skipped: how good the aligner is; ${sets} is not at hand.`);

interface Document {
	readonly origin: string;
	readonly source: AlignText;
	readonly target: AlignText;
	readonly sentences: Beads | null;
	readonly paragraphs: Beads;
}

interface Gold {
	readonly beads: Beads;
	readonly paragraphBeads: Beads;
	readonly sentGold: boolean;
}

interface Entry {
	readonly id: string;
	readonly originDoc: string;
	readonly srcLang: string;
	readonly tgtLang: string;
}

const read = (path: string): string => readFileSync(`${sets}/${path}`, 'utf8');

const paragraphsOf = (text: string): string[][] =>
	text
		.trimEnd()
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.split('\n').map((line) => line.trim()));

const documents = (set: string): readonly Document[] =>
	entries(set).map(({ id, originDoc, srcLang, tgtLang }) => {
		const gold = JSON.parse(read(`${set}/${id}.gold.json`)) as Gold;
		return {
			origin: originDoc,
			source: { lang: srcLang, paragraphs: paragraphsOf(read(`${set}/${id}.src.txt`)) },
			target: { lang: tgtLang, paragraphs: paragraphsOf(read(`${set}/${id}.tgt.txt`)) },
			sentences: gold.sentGold ? gold.beads : null,
			paragraphs: gold.paragraphBeads
		};
	});

const entries = (set: string) => JSON.parse(read(`${set}/manifest.json`)) as readonly Entry[];

const linked = (beads: Beads): Set<string> =>
	new Set(beads.filter(([a, b]) => a.length > 0 && b.length > 0).map((bead) => bead.join('|')));

/** Returns the strict F1 of all pairs of beads together, in per cent. */
function strictF1(pairs: readonly (readonly [gold: Beads, found: Beads])[]): number {
	let [right, all] = [0, 0];
	for (const [gold, found] of pairs) {
		const [wanted, made] = [linked(gold), linked(found)];
		right += [...made].filter((bead) => wanted.has(bead)).length;
		all += wanted.size + made.size;
	}
	return (200 * right) / all;
}

async function aligned({ source, target }: Document, seeded: boolean) {
	const seed = seeded ? await seedOf(source.lang, target.lang) : null;
	const result = align(source, target, { seed });
	return result.ok ? result.value : null;
}

/** By set the floors with the seed and without, slightly below the figures in docs/MEASURED.md. */
const floors = [
	['moderate', 'sentences', 99.6, 99],
	['heavy', 'sentences', 98.7, 98.3],
	['abridged', 'sentences', 99, 98.3],
	['natural', 'sentences', 98.6, 98.6],
	['paragraph', 'paragraphs', 99.6, 99]
] as const;

describe.skipIf(!atHand)('strict F1', () => {
	const measured = floors.flatMap(([set, what, withSeed, without]) => [
		[set, what, 'with', withSeed] as const,
		[set, what, 'without', without] as const
	]);
	test.each(measured)('of %s (%s) %s the seed is at least %d', async (set, what, seeded, floor) => {
		const pairs: (readonly [Beads, Beads])[] = [];
		for (const document of documents(set)) {
			const found = await aligned(document, seeded === 'with');
			pairs.push([document[what] ?? [], found?.[what] ?? []]);
		}
		expect(strictF1(pairs)).toBeGreaterThanOrEqual(floor);
	});

	test('of a book with 600 sentences in a row missing is at least 99', async () => {
		const { document, gold } = book('sv', 600);
		const found = await aligned(document, true);
		expect(strictF1([[gold, found?.sentences ?? []]])).toBeGreaterThanOrEqual(99);
	});
});

const textberg = '../shared/alignment/textberg';
const hasTextberg = existsSync(textberg);
if (!hasTextberg) console.log(`Skipped: German and French; ${textberg} is not at hand.`);

test.skipIf(!hasTextberg)('German and French without paragraphs and seed: strict F1 is 88', () => {
	const lines = (name: string) => readFileSync(`${textberg}/${name}`, 'utf8').trimEnd().split('\n');
	const gold = lines('dev.defr').map((line) => JSON.parse(`[${line.replace(':', ',')}]`) as Bead);
	const found = align(
		{ lang: 'de', paragraphs: [lines('dev.de')] },
		{ lang: 'fr', paragraphs: [lines('dev.fr')] },
		{ seed: null }
	);
	expect(found.ok).toBe(true);
	expect(strictF1([[gold, found.ok ? found.value.sentences : []]])).toBeGreaterThanOrEqual(88);
});

test.skipIf(!atHand)('texts of different documents are told apart from translations', async () => {
	const all = documents('moderate').filter(({ source }) => source.lang === 'sv');
	for (const [at, document] of all.entries()) {
		const other = all[(at + 5) % all.length] ?? document;
		expect(await aligned(document, true)).not.toBeNull();
		const short = Math.min(
			...[document.source, other.target].map((text) => text.paragraphs.flat().length)
		);
		if (short >= 3) expect(await aligned({ ...document, target: other.target }, true)).toBeNull();
	}
});

/** Joins the documents of a language, without `gap` sentences of the translation. */
function book(lang: string, gap: number): { document: Document; gold: Beads } {
	const source: string[][] = [];
	const target: string[][] = [];
	const gold: Bead[] = [];
	const taken = new Set<string>();
	for (const document of ['moderate', 'abridged', 'natural'].flatMap(documents)) {
		// Skip a text that is there already: its two copies could not be told apart.
		if (document.source.lang !== lang || taken.has(document.origin)) continue;
		taken.add(document.origin);
		const [i, j] = [source.flat().length, target.flat().length];
		const shifted = (side: readonly number[], by: number) => side.map((at) => at + by);
		for (const [ours, theirs] of document.sentences ?? [])
			gold.push([shifted(ours, i), shifted(theirs, j)]);
		source.push(...document.source.paragraphs.map((all) => [...all]));
		target.push(...document.target.paragraphs.map((all) => [...all]));
	}
	const from = 200;
	const kept = new Map<number, number>();
	let at = 0;
	const left = target.map((lines) =>
		lines.filter(() => {
			const keep = at < from || at >= from + gap;
			if (keep) kept.set(at, kept.size);
			at++;
			return keep;
		})
	);
	return {
		document: {
			origin: 'book',
			source: { lang, paragraphs: source },
			target: { lang: 'en', paragraphs: left.filter((lines) => lines.length > 0) },
			sentences: null,
			paragraphs: []
		},
		gold: gold.map(([ours, theirs]) => [ours, theirs.flatMap((j) => kept.get(j) ?? [])])
	};
}

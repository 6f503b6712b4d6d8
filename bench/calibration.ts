/**
 * Whether confidence means what it says: for every set of ../shared/alignment how many of the links
 * of each confidence are right, and how many of the wrong ones are among the tenth that is least
 * certain: of the whole set, and of each document, as the editor lists them. Not held back: the
 * weights were learnt from these texts.
 */
import { existsSync } from 'node:fs';
import { align } from '../src/lib/core/align/align';
import { seedOf, type Seed } from '../src/lib/core/align/seed';
import { alignedDocuments, textbergDocuments, type AlignedDocument } from './aligned-documents';

/** The links of one document. */
type JudgedLinks = readonly JudgedLink[];

interface JudgedLink {
	readonly confidence: number;
	readonly isRight: boolean;
}

const bounds = [0, 0.8, 0.9, 0.95, 0.99, 1.01] as const;
const share = { sure: 0.9, listed: 0.1 };
/** The length of the pieces of Text+Berg, in sentences: the documents kept out are as short. */
const pieceSize = 95;

/** Prints the tables; says so where the documents are not at hand. */
export async function printCalibration(): Promise<void> {
	if (!existsSync('../shared/alignment/sets')) {
		console.log('No calibration: ../shared/alignment is not at hand.');
		return;
	}
	const rows = [
		...(await Promise.all(['moderate', 'heavy', 'abridged', 'natural'].map(rowsOf))).flat(),
		rowOf(
			'textberg',
			judged(textbergDocuments(pieceSize), () => null)
		)
	];
	const heads = bounds.slice(1).map((to, at) => `${bounds[at] ?? 0}–${Math.min(1, to)}`);
	console.log(`\nLinks of each confidence that are right:\n`);
	console.log(
		`| set | links | ${heads.join(' | ')} | 0.9–1 | wrong in the first tenth | of each document |`
	);
	console.log(`| --- | ${'---: | '.repeat(heads.length + 4)}`);
	for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

async function rowsOf(set: string): Promise<readonly (readonly string[])[]> {
	const documents = alignedDocuments(set);
	const seeds = {
		sv: await seedOf('sv', 'en'),
		en: await seedOf('en', 'sv')
	};
	const seedFor = ({ source }: AlignedDocument) => (source.lang === 'sv' ? seeds.sv : seeds.en);
	return [
		rowOf(`${set}, seed`, judged(documents, seedFor)),
		rowOf(
			`${set}, no seed`,
			judged(documents, () => null)
		)
	];
}

function judged(
	documents: readonly AlignedDocument[],
	seedFor: (document: AlignedDocument) => Seed | null
): readonly JudgedLinks[] {
	return documents.map((document) => {
		const { source, target, sentences } = document;
		const right = new Set((sentences ?? []).map((bead) => bead.join('|')));
		const result = align(source, target, { seed: seedFor(document), related: true });
		if (!result.ok) return [];
		const { sentences: beads, confidence } = result.value;
		return beads.flatMap((bead, at) =>
			bead[0].length > 0 && bead[1].length > 0
				? [{ confidence: confidence[at] ?? 0, isRight: right.has(bead.join('|')) }]
				: []
		);
	});
}

function rowOf(name: string, documents: readonly JudgedLinks[]): readonly string[] {
	const links = documents.flat();
	const between = (from: number, to: number) =>
		links.filter(({ confidence }) => confidence >= from && confidence < to);
	const wrong = (some: JudgedLinks) => some.filter(({ isRight }) => !isRight).length;
	return [
		name,
		String(links.length),
		...bounds.slice(1).map((to, at) => rightOf(between(bounds[at] ?? 0, to))),
		rightOf(between(share.sure, 2)),
		`${wrong(firstTenth(links))} of ${wrong(links)}`,
		`${wrong(documents.flatMap(firstTenth))} of ${wrong(links)}`
	];
}

/** Returns the tenth of some links with the lowest confidence. */
const firstTenth = (links: JudgedLinks): JudgedLinks =>
	links
		.toSorted((a, b) => a.confidence - b.confidence)
		.slice(0, Math.ceil(links.length * share.listed));

const rightOf = (links: JudgedLinks): string => {
	const right = links.filter(({ isRight }) => isRight).length;
	return links.length === 0
		? '–'
		: `${((100 * right) / links.length).toFixed(1)} % of ${links.length}`;
};

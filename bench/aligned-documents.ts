/** The documents of ../shared/alignment with what is right for each. */
import { readFileSync } from 'node:fs';
import type { AlignText } from '../src/lib/core/align/align';
import type { Beads } from '../src/lib/core/align/bead';

const folder = '../shared/alignment/sets';

export interface AlignedDocument {
	/** The text that it was made of, which other sets may have made something of too. */
	readonly origin: string;
	readonly source: AlignText;
	readonly target: AlignText;
	/** Null where only the paragraphs were read by somebody. */
	readonly sentences: Beads | null;
	readonly paragraphs: Beads;
}

interface Entry {
	readonly id: string;
	readonly originDoc: string;
	readonly srcLang: string;
	readonly tgtLang: string;
}

interface Gold {
	readonly beads: Beads;
	readonly paragraphBeads: Beads;
	readonly sentGold: boolean;
}

const read = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8');

export const alignedDocuments = (set: string): readonly AlignedDocument[] =>
	(JSON.parse(read(`${set}/manifest.json`)) as readonly Entry[]).map((entry) => {
		const gold = JSON.parse(read(`${set}/${entry.id}.gold.json`)) as Gold;
		return {
			origin: entry.originDoc,
			source: text(`${set}/${entry.id}.src.txt`, entry.srcLang),
			target: text(`${set}/${entry.id}.tgt.txt`, entry.tgtLang),
			sentences: gold.sentGold ? gold.beads : null,
			paragraphs: gold.paragraphBeads
		};
	});

const textberg = '../shared/alignment/textberg';

/**
 * The development document of Text+Berg, German and French: a sentence a line, tokenised, without
 * paragraphs. In pieces of about `size` sentences, since the documents that are kept out are short.
 */
export function textbergDocuments(size: number): readonly AlignedDocument[] {
	const lines = (name: string) =>
		readFileSync(`${textberg}/${name}`, 'utf8')
			.trimEnd()
			.split('\n')
			.map((line) => line.trim());
	const [source, target] = [lines('dev.de'), lines('dev.fr')];
	const all: AlignedDocument[] = [];
	let beads: Beads[number][] = [];
	let [i, j] = [0, 0];
	let [end, last] = [0, 0];
	const settle = () => {
		const shifted = (side: readonly number[], by: number) => side.map((at) => at - by);
		all.push({
			origin: `textberg ${all.length}`,
			source: { lang: 'de', paragraphs: [source.slice(i, end)] },
			target: { lang: 'fr', paragraphs: [target.slice(j, last)] },
			sentences: beads.map(([ours, theirs]) => [shifted(ours, i), shifted(theirs, j)]),
			paragraphs: []
		});
		[i, j, beads] = [end, last, []];
	};
	for (const line of lines('dev.defr')) {
		const bead = JSON.parse(`[${line.replace(':', ',')}]`) as Beads[number];
		beads.push(bead);
		end = (bead[0].at(-1) ?? end - 1) + 1;
		last = (bead[1].at(-1) ?? last - 1) + 1;
		if (end - i >= size) settle();
	}
	if (beads.length > 0) settle();
	return all;
}

const text = (path: string, lang: string): AlignText => ({
	lang,
	paragraphs: read(path)
		.trimEnd()
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
});

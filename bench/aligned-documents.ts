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

const text = (path: string, lang: string): AlignText => ({
	lang,
	paragraphs: read(path)
		.trimEnd()
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
});

/**
 * Variants of aligned documents: what one text lacks that another has. The aligner learns from them,
 * so that its weights do not rest on paragraphs, likeness of words or one way of translating.
 */
import type { AlignText } from '../src/lib/core/align/align';
import type { Bead } from '../src/lib/core/align/bead';
import type { AlignedDocument } from './aligned-documents';

type Random = () => number;

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function random(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** FNV-1a, for choices that do not depend on the order of the sets. */
export function hash(text: string): number {
	let sum = 2166136261;
	for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 16777619) >>> 0;
	return (sum ^ (sum >>> 15)) >>> 0;
}

const withSentences = (text: AlignText, change: (sentence: string) => string): AlignText => ({
	...text,
	paragraphs: text.paragraphs.map((paragraph) => paragraph.map(change))
});

export function withoutParagraphs(document: AlignedDocument): AlignedDocument {
	const one = (text: AlignText) => ({ ...text, paragraphs: [text.paragraphs.flat()] });
	return { ...document, source: one(document.source), target: one(document.target) };
}

const letters = 'aeiouyåäöbcdfghjklmnpqrstvwxz';
const others = 'oiuaeåyöätgkbvzfmdrnsplhcwjqx';
const cipher = new Map([...letters].map((letter, at) => [letter, others[at] ?? letter]));

/** Makes the source a language that shares nothing with the other but names and numbers. */
export const enciphered = (document: AlignedDocument): AlignedDocument => ({
	...document,
	source: {
		...withSentences(document.source, (sentence) =>
			sentence.replace(/(?<!\p{L})\p{Ll}+/gu, (word) =>
				[...word].map((letter) => cipher.get(letter) ?? letter).join('')
			)
		),
		lang: 'und'
	}
});

/** Writes marks apart from words, as tokenisers do. */
export function tokenised(document: AlignedDocument): AlignedDocument {
	const apart = (sentence: string) =>
		sentence
			.replace(/([.,;:!?()"”»«…])/g, ' $1 ')
			.replace(/(\d) ([.,:]) (\d)/g, '$1$2$3')
			.replace(/[’']/g, "' ")
			.replace(/ +/g, ' ')
			.trim();
	const [source, target] = [document.source, document.target].map((text) =>
		withSentences(text, apart)
	);
	return { ...document, source: source ?? document.source, target: target ?? document.target };
}

/** Joins sentences of both sides with the next, `rate` of them, as free translators do. */
export const merged = (document: AlignedDocument, rate: number, next: Random): AlignedDocument =>
	document.sentences
		? separate(mergedSide(mergedSide(document, 0, rate, next), 1, rate, next))
		: document;

function mergedSide(
	document: AlignedDocument,
	side: 0 | 1,
	rate: number,
	next: Random
): AlignedDocument {
	const text = side ? document.target : document.source;
	const now: number[] = [];
	let last = -1;
	const paragraphs = text.paragraphs.map((paragraph) => {
		const joined: string[] = [];
		for (const sentence of paragraph) {
			if (joined.length > 0 && next() < rate) joined.push(`${joined.pop() ?? ''} ${sentence}`);
			else {
				joined.push(sentence);
				last++;
			}
			now.push(last);
		}
		return joined;
	});
	return {
		...document,
		[side ? 'target' : 'source']: { ...text, paragraphs },
		sentences: regrouped(document.sentences ?? [], side, now)
	};
}

/** Joins the beads that share a sentence, once those of a side have the numbers `now`. */
function regrouped(beads: readonly Bead[], side: 0 | 1, now: readonly number[]): readonly Bead[] {
	const groups: [number[], number[]][] = [];
	const other = side === 0 ? 1 : 0;
	for (const bead of beads) {
		const here = [...new Set(bead[side].map((at) => now[at] ?? 0))];
		const at = groups.findLastIndex((group) => group[side].length > 0);
		const last = groups[at];
		if (last && here.length > 0 && last[side].at(-1) === here[0]) {
			for (const between of groups.splice(at + 1)) last[other].push(...between[other]);
			last[side].push(...here.slice(1));
			last[other].push(...bead[other]);
		} else groups.push(side ? [[...bead[0]], here] : [here, [...bead[1]]]);
	}
	return groups;
}

/** Makes omissions single again. */
const separate = (document: AlignedDocument): AlignedDocument => ({
	...document,
	sentences: (document.sentences ?? []).flatMap(([ours, theirs]): readonly Bead[] =>
		ours.length > 0 && theirs.length > 0
			? [[ours, theirs]]
			: [...ours.map((at): Bead => [[at], []]), ...theirs.map((at): Bead => [[], [at]])]
	)
});

/** Exchanges neighbouring sentences of the target, `rate` of the pairs that stand 1–1. */
export function exchanged(document: AlignedDocument, rate: number, next: Random): AlignedDocument {
	if (!document.sentences) return document;
	const flat = document.target.paragraphs.flat();
	const paragraph = document.target.paragraphs.flatMap((lines, at) => lines.map(() => at));
	const sentences = [...document.sentences];
	for (let at = 0; at + 1 < sentences.length; at++) {
		const [
			[[a, ...more] = [], [i, ...rest] = []] = [],
			[[b, ...others] = [], [j, ...last] = []] = []
		] = sentences.slice(at, at + 2);
		if (a === undefined || b === undefined || i === undefined || j === undefined) continue;
		if (more.length + rest.length + others.length + last.length > 0) continue;
		if (paragraph[i] !== paragraph[j] || next() >= rate) continue;
		[flat[i], flat[j]] = [flat[j] ?? '', flat[i] ?? ''];
		sentences.splice(at, 2, [
			[a, b],
			[i, j]
		]);
	}
	let from = 0;
	const paragraphs = document.target.paragraphs.map((lines) => lines.map(() => flat[from++] ?? ''));
	return { ...document, target: { ...document.target, paragraphs }, sentences };
}

/** A part of two texts: a range of sentences on each side. */
import type { AlignText } from '../align/align';
import { run } from '../align/bead';
import type { ItemPair, SideName } from './linkRows';

/** From the first sentence to before `to`. */
export type SentenceRange = readonly [from: number, to: number];
export type Stretches = Readonly<Record<SideName, SentenceRange>>;

/** Returns the range as one pair. */
export const whole = ({ source, target }: Stretches): ItemPair => ({
	source: run(source[0], source[1] - source[0]),
	target: run(target[0], target[1] - target[0])
});

/** Returns the range as omissions, the source’s first. */
export const omitted = (stretch: Stretches): readonly ItemPair[] => {
	const { source, target } = whole(stretch);
	return [
		...source.map((item) => ({ source: [item], target: [] })),
		...target.map((item) => ({ source: [], target: [item] }))
	];
};

/** Returns the sentences of a range, in their paragraphs. */
export function part({ lang, paragraphs }: AlignText, [from, to]: SentenceRange): AlignText {
	let at = 0;
	const within = paragraphs.map((lines) => {
		const start = at;
		at += lines.length;
		return lines.slice(Math.max(0, from - start), Math.max(0, to - start));
	});
	return { lang, paragraphs: within.filter((lines) => lines.length > 0) };
}

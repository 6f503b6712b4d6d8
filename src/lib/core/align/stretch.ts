/** A part of two texts: sentences that follow each other, of both sides. */
import type { AlignText } from './align';
import { run } from './bead';
import type { Pair, SideName } from './row';

/** From the first sentence up to the one before the last. */
export type Stretch = readonly [from: number, to: number];
export type Stretches = Readonly<Record<SideName, Stretch>>;

/** All of it as one pair. */
export const whole = ({ source, target }: Stretches): Pair => ({
	source: run(source[0], source[1] - source[0]),
	target: run(target[0], target[1] - target[0])
});

/** All of it as omissions, the source’s first. */
export const omitted = (stretch: Stretches): readonly Pair[] => {
	const { source, target } = whole(stretch);
	return [
		...source.map((item) => ({ source: [item], target: [] })),
		...target.map((item) => ({ source: [], target: [item] }))
	];
};

/** The sentences of a stretch, in their paragraphs. */
export function part({ lang, paragraphs }: AlignText, [from, to]: Stretch): AlignText {
	let at = 0;
	const within = paragraphs.map((lines) => {
		const start = at;
		at += lines.length;
		return lines.slice(Math.max(0, from - start), Math.max(0, to - start));
	});
	return { lang, paragraphs: within.filter((lines) => lines.length > 0) };
}

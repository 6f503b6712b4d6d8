/**
 * The positions of names on a map, in ems of their own size: the smaller a map is drawn, the
 * more kilometres its letters take. A test checks that no name touches another.
 */
import type { Lang } from '../text/article';
import type { Name } from './drawing';
import type { LabelSide } from './sketch';

export type TextAnchor = 'start' | 'middle' | 'end';

/** From the middle of a mark to the baseline of its name. */
export const placing: Readonly<Record<LabelSide, { anchor: TextAnchor; dx: number; dy: number }>> =
	{
		east: { anchor: 'start', dx: 0.5, dy: 0.34 },
		west: { anchor: 'end', dx: -0.5, dy: 0.34 },
		north: { anchor: 'middle', dx: 0, dy: -0.5 },
		south: { anchor: 'middle', dx: 0, dy: 1.15 }
	};

export const lineHeight = 1.05;
/** Half the width of a mark. */
export const markRadius = 0.28;

/** A line of the name of a water or a neighbour, with its language if that is another one. */
export interface LabelLine {
	readonly text: string;
	readonly lang: Lang | undefined;
}

/** Returns one word a line on a small map; a map that shows other languages has room for more. */
export const linesOf = ({ text, others }: Name): readonly LabelLine[] => [
	...text.split(' ').map((word) => ({ text: word, lang: undefined })),
	...others
];

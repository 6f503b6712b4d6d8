/** A sketch prepared for drawing: paths, marks and names in kilometres, ready for SVG. */
import type { Lang } from '../text/article';
import type { Texts } from '../text/texts';
import { projection, type Point, type Position } from './projection';
import { ring, type PlaceKind, type LabelSide, type Sketch } from './sketch';

/** A name in the requested language, and in the other languages if it differs there. */
export interface Name {
	readonly text: string;
	readonly others: readonly { readonly lang: Lang; readonly text: string }[];
}

export interface MapMark {
	readonly id: string;
	readonly kind: PlaceKind;
	readonly at: Point;
	readonly side: LabelSide;
	readonly name: Name;
}

/** The name of a stretch of water or of a neighbour; `at` is its middle. */
export interface Lettering {
	readonly kind: 'water' | 'neighbour';
	readonly at: Point;
	readonly name: Name;
}

/** Path data of the land, and its frame. */
export interface Outline {
	readonly frame: Frame;
	readonly land: string;
}

export interface Drawing extends Outline {
	/** Path data of the waters below the land and in it. */
	readonly seas: readonly string[];
	readonly lakes: readonly string[];
	readonly lettering: readonly Lettering[];
	readonly marks: readonly MapMark[];
}

interface Frame {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Space around the land, in kilometres, for the names of its surroundings. */
const margin = { left: 320, top: 90, right: 80, bottom: 110 };

/** The main language of a map’s names first, then those shown beside it. */
export type NameLangs = readonly [Lang, ...Lang[]];

export function draw(sketch: Sketch, langs: NameLangs): Drawing {
	const project = projection(sketch.projection);
	const at = (position: Position): Point => rounded(project(position));
	const lettering = (kind: Lettering['kind'], from: { at: Position; name: Texts }) => ({
		kind,
		at: at(from.at),
		name: nameIn(from.name, langs)
	});
	const outlinesOf = (isSea: boolean) =>
		sketch.waters
			.filter((water) => isSea === water.isSea)
			.flatMap(({ outlines }) => outlines.map((corners) => path(corners.map(at))));
	return {
		...drawnLand(ring(sketch).map(at), margin),
		seas: outlinesOf(true),
		lakes: outlinesOf(false),
		lettering: [
			...sketch.waters.map((water) => lettering('water', water)),
			...sketch.neighbours.map((neighbour) => lettering('neighbour', neighbour))
		],
		marks: sketch.places.map(({ id, kind, side, name, at: position }) => ({
			id,
			kind,
			side,
			at: at(position),
			name: nameIn(name, langs)
		}))
	};
}

export const nameIn = (texts: Texts, [lang, ...others]: NameLangs): Name => ({
	text: texts[lang] ?? '',
	others: others.flatMap((other) => {
		const text = texts[other] ?? '';
		return text === texts[lang] ? [] : [{ lang: other, text }];
	})
});

/** Returns the land alone, filling its frame. */
export const outlineOf = (sketch: Sketch): Outline =>
	drawnLand(ring(sketch).map(projection(sketch.projection)).map(rounded), noMargin);

const noMargin = { left: 0, top: 0, right: 0, bottom: 0 };

const drawnLand = (land: readonly Point[], around: typeof margin): Outline => ({
	frame: frameOf(land, around),
	land: path(land)
});

const path = (corners: readonly Point[]): string => `M${corners.join('L')}Z`;

const rounded = ([x, y]: Point): Point => [Math.round(x), Math.round(y)];

function frameOf(points: readonly Point[], around: typeof margin): Frame {
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	const [left, top] = [Math.min(...xs) - around.left, Math.min(...ys) - around.top];
	return {
		x: left,
		y: top,
		width: Math.max(...xs) + around.right - left,
		height: Math.max(...ys) + around.bottom - top
	};
}

/**
 * A hand-drawn map as data: `src/maps/<id>.json`. Everything has a longitude and a latitude;
 * outlines are as coarse as in a sketch, and name what they follow.
 */
import * as v from 'valibot';
import type { Result } from '../result';
import type { Lang } from '../text/article';
import { idSchema, lineSchema } from '../text/schema';
import { textsSchema, type Texts } from '../text/texts';
import { check, type SchemaFailure } from '../translation/schema';
import type { Conic, Position } from './projection';

/**
 * The corners of a stretch of an outline, and what it follows. It continues where the last one
 * ended.
 */
interface PathStretch {
	readonly along: string;
	readonly points: readonly Position[];
}

export const placeKinds = ['capital', 'town', 'field'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** The side of its mark on which a name is written. */
const sides = ['east', 'west', 'north', 'south'] as const;
export type LabelSide = (typeof sides)[number];

export interface Place {
	readonly id: string;
	readonly kind: PlaceKind;
	readonly at: Position;
	readonly side: LabelSide;
	readonly name: Texts;
	readonly region: Texts;
	/** Why the texts name it, in a sentence or two. */
	readonly about: Texts;
}

interface Water {
	readonly id: string;
	/** A sea is outside the land, and its outline may run below it; a lake is inside the land. */
	readonly isSea: boolean;
	readonly outlines: readonly (readonly Position[])[];
	readonly name: Texts;
	/** The middle of its name. */
	readonly at: Position;
}

interface Neighbour {
	readonly name: Texts;
	readonly at: Position;
}

export interface Sketch {
	readonly id: string;
	readonly projection: Conic;
	readonly outline: readonly PathStretch[];
	readonly waters: readonly Water[];
	readonly neighbours: readonly Neighbour[];
	readonly places: readonly Place[];
	/** The title of the map, and its description for readers who do not see it. */
	readonly title: Texts;
	readonly description: Texts;
}

const positionSchema = v.strictTuple([
	v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
	v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
]);
const pointsSchema = v.pipe(v.array(positionSchema), v.minLength(1));

const sketchSchema = (langs: readonly Lang[]): v.GenericSchema<unknown, Sketch> => {
	const texts = textsSchema(langs);
	return v.strictObject({
		id: idSchema,
		title: texts,
		description: texts,
		projection: v.strictObject({
			parallels: v.strictTuple([v.number(), v.number()]),
			centre: positionSchema
		}),
		outline: v.array(v.strictObject({ along: lineSchema, points: pointsSchema })),
		waters: v.array(
			v.strictObject({
				id: idSchema,
				isSea: v.boolean(),
				name: texts,
				at: positionSchema,
				outlines: v.array(pointsSchema)
			})
		),
		neighbours: v.array(v.strictObject({ name: texts, at: positionSchema })),
		places: v.array(
			v.strictObject({
				id: idSchema,
				kind: v.picklist(placeKinds),
				at: positionSchema,
				side: v.picklist(sides),
				name: texts,
				region: texts,
				about: texts
			})
		)
	});
};

export const parseSketch = (json: unknown, langs: readonly Lang[]): Result<Sketch, SchemaFailure> =>
	check(sketchSchema(langs), json);

/** Returns the outline as one ring. */
export const ring = ({ outline }: Sketch): readonly Position[] =>
	outline.flatMap(({ points }) => points);

/** Whether `place` is inside `corners`, found by counting the edges east of it. */
export function within([lon, lat]: Position, corners: readonly Position[]): boolean {
	const edges = corners.map((corner, at) => [corner, corners.at(at - 1) ?? corner] as const);
	const crossed = edges.filter(
		([[aLon, aLat], [bLon, bLat]]) =>
			aLat > lat !== bLat > lat && lon < aLon + ((bLon - aLon) * (lat - aLat)) / (bLat - aLat)
	);
	return crossed.length % 2 === 1;
}

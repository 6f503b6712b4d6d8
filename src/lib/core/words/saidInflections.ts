import type { Feature } from './inflected';

type Inflections = readonly (readonly Feature[])[];

/** Readings with these are said only of a form that has no other: `plats`, `utvecklades`. */
const rare: readonly Feature[] = ['genitive', 'masculine'];

/** Returns what to say of a form: all its readings but the rare ones. */
export const saidInflections = (inflections: Inflections): Inflections =>
	rare.reduce((left, feature) => {
		const others = left.filter((features) => !features.includes(feature));
		return others.length > 0 ? others : left;
	}, inflections);

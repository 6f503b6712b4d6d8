/**
 * From the globe to paper: the equidistant conic projection, in which every parallel is an arc of
 * one centre and distances along meridians are true (Snyder, “Map Projections: A Working Manual”,
 * USGS 1987, p. 111; the Earth taken for a sphere).
 */

/** Degrees: east, then north. */
export type Position = readonly [lon: number, lat: number];
/** Kilometres right and down of the projection’s centre, as SVG counts. */
export type Point = readonly [x: number, y: number];

export interface Conic {
	/** Where scale is true in every direction. */
	readonly parallels: readonly [south: number, north: number];
	readonly centre: Position;
}

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function projection({ parallels, centre }: Conic): (position: Position) => Point {
	const [south, north] = [radians(parallels[0]), radians(parallels[1])];
	const cone = (Math.cos(south) - Math.cos(north)) / (north - south);
	const apex = Math.cos(south) / cone + south;
	const radius = (lat: number) => earthRadiusKm * (apex - radians(lat));
	return ([lon, lat]) => {
		const angle = cone * radians(lon - centre[0]);
		const rho = radius(lat);
		return [rho * Math.sin(angle), rho * Math.cos(angle) - radius(centre[1])];
	};
}

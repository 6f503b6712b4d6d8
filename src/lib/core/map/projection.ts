/**
 * Projects the globe to paper with the equidistant conic projection: every parallel is an arc
 * around one centre, and distances along meridians are true (Snyder, “Map Projections: A Working
 * Manual”, USGS 1987, p. 111; the Earth taken as a sphere).
 */

/** Degrees: east, then north. */
export type Position = readonly [lon: number, lat: number];
/** Kilometres right and down from the projection’s centre, as in SVG. */
export type Point = readonly [x: number, y: number];

export interface Conic {
	/** The parallels along which scale is true in every direction. */
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

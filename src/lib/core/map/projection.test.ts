import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projection, type Position } from './projection';

const project = projection({ parallels: [43, 53], centre: [67, 48] });
const distanceOnPaper = (a: Position, b: Position) => {
	const [[ax, ay], [bx, by]] = [project(a), project(b)];
	return Math.hypot(ax - bx, ay - by);
};
const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** Returns the distance by the haversine formula. */
const distanceOnGlobe = ([aLon, aLat]: Position, [bLon, bLat]: Position) => {
	const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
	const chord =
		half(bLat - aLat) + Math.cos(radians(aLat)) * Math.cos(radians(bLat)) * half(bLon - aLon);
	return 2 * 6371 * Math.asin(Math.sqrt(chord));
};

test('the centre is the origin, east is right and north is up', () => {
	expect(project([67, 48]).map(Math.abs)).toEqual([0, 0]);
	expect(project([68, 48])[0]).toBeGreaterThan(0);
	expect(project([67, 49])[1]).toBeLessThan(0);
});

test('a degree of the middle meridian is as long as on the globe', () => {
	expect(distanceOnPaper([67, 43], [67, 53])).toBeCloseTo(distanceOnGlobe([67, 43], [67, 53]), 6);
});

test('short distances in the country are within two per cent of those on the globe', () => {
	const place = fc.tuple(fc.integer({ min: 460, max: 880 }), fc.integer({ min: 400, max: 560 }));
	const step = fc.tuple(fc.constantFrom(-0.5, 0.5), fc.constantFrom(-0.5, 0.5));
	fc.assert(
		fc.property(place.map(tenths), step, ([lon, lat], [east, north]) => {
			const other: Position = [lon + east, lat + north];
			const ratio = distanceOnPaper([lon, lat], other) / distanceOnGlobe([lon, lat], other);
			expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
		})
	);
});

const tenths = ([lon, lat]: readonly [number, number]): Position => [lon / 10, lat / 10];

import { describe, expect, it } from 'vitest';
import { content, filesIn } from '../../cli/content';
import { draw } from '../core/map/drawing';
import { boxes, overlap, type Box } from '../core/map/boxes.fixture';
import { ring, within } from '../core/map/sketch';
import { uiLangs } from '../i18n/langs';
import { readDossiers } from './dossiers';

const files = filesIn('src/dossiers', '.json');
const maps = filesIn('src/maps', '.json');
const dossiers = readDossiers(
	files,
	maps,
	content().map(({ id }) => id)
);

describe.each(dossiers)('the map of $id', ({ sketch }) => {
	const land = ring(sketch);
	const seas = sketch.waters.filter(({ isSea }) => isSea).flatMap(({ outlines }) => outlines);
	const offshore = ({ at }: { at: readonly [number, number] }) =>
		!within(at, land) && seas.some((sea) => within(at, sea));

	it('has every town on land, and every field on land or at sea', () => {
		for (const place of sketch.places) {
			const stands = within(place.at, land) || (place.kind === 'field' && offshore(place));
			expect(stands, place.id).toBe(true);
		}
	});

	it('has Kashagan in the sea, and no other place', () => {
		expect(sketch.places.filter(offshore).map(({ id }) => id)).toEqual(['kashagan']);
	});

	it('has its lakes on the land and its neighbours outside', () => {
		for (const { id, at, isSea } of sketch.waters) expect(within(at, land), id).toBe(!isSea);
		for (const { name, at } of sketch.neighbours)
			expect(within(at, land), JSON.stringify(name)).toBe(false);
	});

	/**
	 * On phones, which have room for names in one language only, and on a wide page; in letters that
	 * are up to 15 per cent wider than ours, as a stand-in's may be.
	 */
	const sizes = [
		{ size: 106, all: false, stretch: 1.15 },
		{ size: 100, all: false, stretch: 1.15 },
		{ size: 76, all: true, stretch: 1.1 },
		{ size: 44, all: true, stretch: 1.15 }
	];

	it.each(uiLangs.flatMap((lang) => sizes.map((size) => ({ lang, ...size }))))(
		'keeps every name clear of everything else ($lang, letters of $size km)',
		({ lang, ...size }) => {
			const others = uiLangs.filter((other) => other !== lang);
			const drawing = draw(sketch, [lang, ...others]);
			const all = boxes(drawing, size);
			const met = all.flatMap((one, at) =>
				all
					.slice(at + 1)
					.filter((other) => !(isMark(one) && isMark(other)) && overlap(one, other))
					.map((other) => `${one.of} and ${other.of}`)
			);
			expect(met).toEqual([]);
			const { x, y, width, height } = drawing.frame;
			const frame = { of: 'frame', left: x, right: x + width, top: y, bottom: y + height };
			expect(all.filter((box) => !holds(frame, box)).map(({ of }) => of)).toEqual([]);
		}
	);
});

/** The marks of two towns 28 kilometres apart may touch at this scale. */
const isMark = ({ of }: Box): boolean => of.endsWith('(mark)');

const holds = (frame: Box, box: Box): boolean =>
	frame.left <= box.left &&
	box.right <= frame.right &&
	frame.top <= box.top &&
	box.bottom <= frame.bottom;

const texts = { sv: 'Havet', en: 'The sea' };
const dossier = {
	id: 'a-walk',
	lang: 'sv',
	title: texts,
	standfirst: texts,
	by: texts,
	issued: '2026-11-21',
	rights: 'CC0',
	map: 'sea',
	articles: [{ id: 'a-boat', paragraph: texts }]
};
const sketch = {
	id: 'sea',
	title: texts,
	description: texts,
	projection: { parallels: [43, 53], centre: [67, 48] },
	outline: [{ along: 'a shore', points: [[60, 45]] }],
	waters: [],
	neighbours: [],
	places: []
};
const read = (changed: object = {}, map: object = {}, name = 'a-walk') =>
	readDossiers(
		{ [`src/dossiers/${name}.json`]: JSON.stringify({ ...dossier, ...changed }) },
		{ 'src/maps/sea.json': JSON.stringify({ ...sketch, ...map }) },
		['a-boat']
	);

it('a dossier is read with its map', () => {
	expect(read()).toEqual([{ ...dossier, sketch }]);
});

it.each<[string, () => unknown, string]>([
	[
		'words missing in a language',
		() => read({ title: { sv: 'Havet' } }),
		'src/dossiers/a-walk.json: title.en'
	],
	[
		'an article that is not there',
		() => read({ articles: [{ id: 'a-ship', paragraph: texts }] }),
		'src/dossiers/a-walk.json: there is no article a-ship'
	],
	[
		'an article that stands in it twice',
		() => read({ articles: [...dossier.articles, ...dossier.articles] }),
		'articles: an article stands in it twice'
	],
	['a map that is not there', () => read({ map: 'sky' }), 'there is no map sky'],
	[
		'a place nowhere on the globe',
		() => read({}, { neighbours: [{ name: texts, at: [460, 45] }] }),
		'src/maps/sea.json: neighbours.0.at.0'
	],
	['a dossier under another name', () => read({}, {}, 'b'), 'must be named after its id, a-walk']
])('%s fails the build with the path to its fault', (_, make, message) => {
	expect(make).toThrow(message);
});

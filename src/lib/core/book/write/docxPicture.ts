import type { Picture } from '../book';
import { element, empty } from './markup';
import { pictureSize } from '../pictureSize';

/** English Metric Units: in a twentieth of a point, and in a pixel at 96 to the inch. */
const unitsInTwip = 635;
const unitsInPixel = 9_525;

/** Writes a picture of at most `width` twentieths of a point; null for one that Word does not show. */
export function pictureXml(
	{
		id,
		number,
		picture
	}: { readonly id: string; readonly number: number; readonly picture: Picture },
	width: number
): string | null {
	const size = pictureSize(picture.bytes);
	if (!size) return null;
	const scale = Math.min(1, (width * unitsInTwip) / (size.width * unitsInPixel));
	const [cx, cy] = [size.width, size.height].map((pixels) =>
		Math.round(pixels * unitsInPixel * scale)
	);
	const named = { id: number + 1, name: `Picture ${number + 1}`, descr: picture.alt };
	const main = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
	const shape =
		element('a:xfrm', {}, empty('a:off', { x: 0, y: 0 }) + empty('a:ext', { cx, cy })) +
		element('a:prstGeom', { prst: 'rect' }, empty('a:avLst'));
	const content = element(
		'pic:pic',
		{},
		element('pic:nvPicPr', {}, empty('pic:cNvPr', named) + empty('pic:cNvPicPr')) +
			element(
				'pic:blipFill',
				{},
				empty('a:blip', { 'r:embed': id }) + element('a:stretch', {}, empty('a:fillRect'))
			) +
			element('pic:spPr', {}, shape)
	);
	const graphic = element('a:graphic', {}, element('a:graphicData', { uri: main }, content));
	const inline = empty('wp:extent', { cx, cy }) + empty('wp:docPr', named) + graphic;
	const edges = { distT: 0, distB: 0, distL: 0, distR: 0 };
	return element('w:r', {}, element('w:drawing', {}, element('wp:inline', edges, inline)));
}

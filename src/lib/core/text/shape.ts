import type { BlockShape } from './article';

/** Returns only the keys of a shape, in the order in which files list them. */
export function shapeOf(shape: BlockShape): BlockShape {
	switch (shape.kind) {
		case 'heading':
			return { kind: shape.kind, level: shape.level };
		case 'caption':
			return {
				kind: shape.kind,
				...(shape.credit !== undefined && { credit: shape.credit }),
				...(shape.picture !== undefined && { picture: shape.picture })
			};
		case 'footnote':
			return { kind: shape.kind, marker: shape.marker };
		default:
			return { kind: shape.kind };
	}
}

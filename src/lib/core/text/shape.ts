import type { BlockShape } from './article';

/** The keys of a shape in the order in which files give them, nothing else of `shape`. */
export function shapeOf(shape: BlockShape): BlockShape {
	switch (shape.kind) {
		case 'heading':
			return { kind: shape.kind, level: shape.level };
		case 'caption':
			return shape.credit === undefined
				? { kind: shape.kind }
				: { kind: shape.kind, credit: shape.credit };
		case 'footnote':
			return { kind: shape.kind, marker: shape.marker };
		default:
			return { kind: shape.kind };
	}
}

/** The kinds of block in the menu: each level of heading is a kind of its own. */
import { blockKinds, type Block, type BlockShape } from '$lib/core/text/article';
import type { T } from '$lib/i18n';

/** `paragraph`, `heading 2`. */
export type KindChoice = string;

const levels = [1, 2, 3, 4] as const;

/** Returns the kinds that a block can have, in the order of the menu. */
export const kindChoices = (
	t: T
): readonly { readonly value: KindChoice; readonly name: string }[] =>
	blockKinds.flatMap((kind) =>
		kind === 'heading'
			? levels.map((level) => ({
					value: `heading ${level}`,
					name: t('add.block.heading', { level })
				}))
			: [{ value: kind, name: t(`app.kind.${kind}`) }]
	);

export const choiceOf = (shape: BlockShape): KindChoice =>
	shape.kind === 'heading' ? `heading ${Math.min(shape.level, levels.length)}` : shape.kind;

export function kindName(shape: BlockShape, t: T): string {
	if (shape.kind === 'heading') return t('add.block.heading', { level: shape.level });
	const isPicture = shape.kind === 'caption' && shape.picture !== undefined;
	return isPicture ? t('add.block.picture') : t(`app.kind.${shape.kind}`);
}

/** Returns the shape of a kind. A new footnote gets the first number that no other has. */
export function shapeOf(choice: KindChoice, blocks: readonly Block[]): BlockShape {
	const [kind, level] = choice.split(' ');
	switch (kind) {
		case 'heading':
			return { kind, level: Number(level) };
		case 'footnote':
			return { kind, marker: freeMarker(blocks) };
		case 'caption':
		case 'standfirst':
		case 'paragraph':
		case 'quote':
		case 'list-item':
			return { kind };
		default:
			throw new RangeError(`no kind of block: ${choice}`);
	}
}

/** Returns whether a text can be a marker in `[^…]`. */
export const isMarker = (text: string): boolean => /^[^\s[\]^]{1,16}$/.test(text);

function freeMarker(blocks: readonly Block[]): string {
	const taken = new Set(blocks.map((block) => (block.kind === 'footnote' ? block.marker : '')));
	let number = 1;
	while (taken.has(String(number))) number++;
	return String(number);
}

/** Translations that tools are tried with, and how they are written and merged. */
import fc from 'fast-check';
import type { BlockShape } from '../../text/article';
import { fingerprint } from '../../text/fingerprint';
import { parseInline } from '../../text/inline';
import type { Inline } from '../../text/inlineTree';
import type { Contributor, Translation, Unit } from '../unit';
import { exported } from './arbitrary';
import type { Originals } from './document';
import type { MergePlan } from './mergePlan';
import { normalForm } from './normal';

const anna: Contributor = { origin: 'human', name: 'Anna Ek & son', date: '2026-11-21' };
const draft: Contributor = { origin: 'ai', name: 'A model', date: '2026-11-20' };
const cia = { by: 'Cia Lind', date: '2026-11-23' };

type Rendering = BlockShape & Pick<Unit, 'text' | 'by' | 'review' | 'spans' | 'note'>;

/** Paragraphs of the original, and the unit that answers them. */
const pairs: readonly (readonly [original: readonly string[], unit: Rendering])[] = [
	[
		['En gång & en väg'],
		{ kind: 'heading', level: 2, text: ['A walk & a road'], by: anna, review: null }
	],
	[
		['Vi gick *hem* **fort**. Det var sent.[^1] [^2] *Ingen* såg oss.'],
		{
			...{ kind: 'paragraph', by: draft, review: cia, note: 'The road is the old one.' },
			text: ['We walked *home* **fast**. It was late.[^1] [^2] *Nobody* saw us.'],
			spans: [
				[[0], [0]],
				[[1], [1]],
				[[2], [2]]
			]
		}
	],
	[
		['Se [kartan](https://example.org/?a=1&b=2) och <https://example.org/x>.'],
		{
			...{ kind: 'quote', by: draft, review: null },
			text: ['See [the *old* map](https://example.org/?a=1&b=2) and <https://example.org/x>.']
		}
	],
	[
		['Ett stycke.', 'Ett till, med “citat” och 2 < 3.'],
		{
			kind: 'paragraph',
			by: anna,
			review: cia,
			text: ['One paragraph.', 'Another, with ”quotes” and 2 < 3.']
		}
	],
	[['Foto'], { kind: 'caption', credit: 'Bo Ek', text: ['*Picture*'], by: anna, review: null }]
];

export const translation: Translation = {
	article: 'a-walk',
	original: { lang: 'sv', title: 'En promenad' },
	translated: { lang: 'en', title: 'A walk' },
	units: pairs.map(([original, unit]) => ({ ...unit, source: original.map(fingerprint) }))
};
const originals: Originals = new Map(
	pairs.flatMap(([original]) => original.map((text) => [fingerprint(text), text] as const))
);

interface Sample {
	readonly translation: Translation;
	readonly originals: Originals;
}

export const walk: Sample = { translation, originals };

/** Some hundred units with whatever marks and characters there are. */
export const seed = Math.floor(Math.random() * 2 ** 31);
export const wild = together(fc.sample(exported, { seed, numRuns: 150 }));

function together(samples: readonly Sample[]): Sample {
	const units = samples.flatMap((one) => one.translation.units);
	const held = samples.flatMap((one) => [...one.originals]);
	return { translation: { ...translation, units }, originals: new Map(held) };
}

/** Tells whether white space other than one space is alone between two marks. */
export function isParted(text: string): boolean {
	const parts = (nodes: readonly Inline[]): boolean =>
		nodes.some((node) =>
			node.type === 'text'
				? /^\s+$/.test(node.text) && node.text !== ' '
				: 'children' in node && parts(node.children)
		);
	return parts(parseInline(normalForm(text)));
}

export const isUnharmed = ({ entries, absent, unsignedReviews }: MergePlan): boolean =>
	entries.every(({ kind }) => kind === 'unchanged') && absent.length + unsignedReviews.length === 0;

export const unharmed = {
	entries: pairs.map((_, at) => ({ kind: 'unchanged', id: translation.units[at]?.source[0] })),
	unsignedReviews: [],
	absent: []
};

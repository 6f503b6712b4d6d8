/** Turns markup into pieces by a list of elements; of all others only the words stay. */
import { isElement, readMarkup, wordsOf, type MarkupElement, type MarkupNode } from './markup';
import { text, tidyPieces, type Piece } from './piece';

/** HTML joins white space; in Pango markup and XDXF a new line is one. */
export type Dialect = 'html' | 'pango' | 'xdxf';

/** Longest markup of an entry that is shown, in UTF-16 units; the rest is left out, marked by “…”. */
const maxMarkup = 200_000;

type Rule =
	'bold' | 'italic' | 'example' | 'class' | 'list' | 'break' | 'block' | 'bold block' | 'none';

const rules: ReadonlyMap<string, Rule> = new Map(
	(
		[
			['bold', 'b strong th k'],
			['italic', 'i em cite var dfn abr abbr co'],
			['example', 'ex'],
			['class', 'pos gr'],
			['list', 'ul ol'],
			['break', 'br'],
			['block', 'p div section article aside blockquote pre dd table tr hr center def sense'],
			['bold block', 'h1 h2 h3 h4 h5 h6 dt'],
			[
				'none',
				'script style head title template textarea select button iframe object embed svg math audio video noscript noembed noframes xmp rref iref'
			]
		] as const
	).flatMap(([rule, names]) => names.split(' ').map((name) => [name, rule] as const))
);

export function markupPieces(markup: string, dialect: Dialect): readonly Piece[] {
	const isCut = markup.length > maxMarkup;
	const nodes = readMarkup(markup.slice(0, maxMarkup), dialect === 'html' ? 'html' : 'xml');
	return tidyPieces([...piecesOf(nodes, dialect), ...(isCut ? [text('…')] : [])]);
}

const piecesOf = (nodes: readonly MarkupNode[], dialect: Dialect): readonly Piece[] =>
	tidyPieces(
		nodes.flatMap((node) => (isElement(node) ? ofElement(node, dialect) : ofText(node, dialect)))
	);

function ofText(words: string, dialect: Dialect): readonly Piece[] {
	if (dialect === 'html') return [text(words.replace(/\s+/g, ' '))];
	return words
		.split('\n')
		.map((line) => text(line.replace(/\s+/g, ' ')))
		.flatMap((line, at): readonly Piece[] => (at === 0 ? [line] : [{ kind: 'break' }, line]));
}

function ofElement(element: MarkupElement, dialect: Dialect): readonly Piece[] {
	const rule = rules.get(element.name);
	const inside = () => piecesOf(element.nodes, dialect);
	switch (rule) {
		case undefined:
			return element.name === 'img' ? alternative(element) : inside();
		case 'none':
			return [];
		case 'break':
			return [{ kind: 'break' }];
		case 'block':
			return [{ kind: 'break' }, ...inside(), { kind: 'break' }];
		case 'bold block':
			return [{ kind: 'break' }, { kind: 'bold', pieces: inside() }, { kind: 'break' }];
		case 'list':
			return [{ kind: 'list', items: itemsOf(element, dialect) }];
		default:
			return [{ kind: rule, pieces: inside() }];
	}
}

/** A picture is not shown; the words that stand for it are. */
const alternative = ({ attributes }: MarkupElement): readonly Piece[] => {
	const alt = attributes.get('alt')?.trim() ?? '';
	return alt === '' ? [] : [text(`[${alt}]`)];
};

/** Each `li` is an item; what else stands in the list is one too. */
const itemsOf = (list: MarkupElement, dialect: Dialect): readonly (readonly Piece[])[] =>
	list.nodes
		.filter((node) => wordsOf([node]) !== '')
		.map((node) => piecesOf(isElement(node) && node.name === 'li' ? node.nodes : [node], dialect))
		.filter((item) => item.length > 0);

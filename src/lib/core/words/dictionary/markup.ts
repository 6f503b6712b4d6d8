/**
 * Reads markup as a tree: HTML, Pango, XDXF, TEI. The tokens are parse5’s; the tree is ours, with
 * limits, since an entry comes from anybody. Nothing runs and nothing is fetched. Tags that do not
 * fit each other are read as well as can be.
 */
import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';

export interface MarkupElement {
	/** In small letters, without a prefix. */
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly nodes: readonly MarkupNode[];
}
export type MarkupNode = MarkupElement | string;

/** Deepest nesting: what is nested deeper stands in the element at this depth. */
const maxDepth = 64;

interface Open {
	readonly name: string;
	readonly nodes: MarkupNode[];
}

const words = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** HTML elements without content, and those whose content is no markup. */
const empty = words('area base br col embed hr img input link meta param source track wbr');
const raw = words('script style textarea title iframe noembed noframes noscript xmp');
/** HTML elements that a new one of the same name ends. */
const endedByNext = words('li p dt dd td th tr option');

export type MarkupLanguage = 'html' | 'xml';

class TreeBuilder implements TokenHandler {
	readonly root: Open = { name: '', nodes: [] };
	readonly #open: Open[] = [this.root];
	tokenizer: Tokenizer | null = null;

	constructor(readonly language: MarkupLanguage) {}

	onStartTag(token: Token.TagToken): void {
		const name = token.tagName.replace(/^.*:/, '');
		const isHtml = this.language === 'html';
		if (isHtml && endedByNext.has(name) && this.#top.name === name) this.#open.pop();
		const nodes: MarkupNode[] = [];
		const attributes = new Map(token.attrs.map(({ name, value }) => [name, value]));
		this.#top.nodes.push({ name, attributes, nodes });
		const isClosed = token.selfClosing || (isHtml && empty.has(name));
		if (!isClosed && this.#open.length < maxDepth) this.#open.push({ name, nodes });
		// What stands in such an element is text to its end, whatever it looks like.
		if (isHtml && !isClosed && raw.has(name) && this.tokenizer)
			this.tokenizer.state = TokenizerMode.RAWTEXT;
	}

	onEndTag(token: Token.TagToken): void {
		const name = token.tagName.replace(/^.*:/, '');
		const at = this.#open.findLastIndex((one) => one.name === name);
		if (at > 0) this.#open.length = at;
	}

	onCharacter({ chars }: Token.CharacterToken): void {
		this.#top.nodes.push(chars);
	}

	onWhitespaceCharacter(token: Token.CharacterToken): void {
		this.onCharacter(token);
	}

	onNullCharacter(): void {}
	onComment(): void {}
	onDoctype(): void {}
	onEof(): void {}

	get #top(): Open {
		return this.#open.at(-1) ?? this.root;
	}
}

/** Reads markup. Time and memory are in proportion to its length. */
export function readMarkup(markup: string, language: MarkupLanguage): readonly MarkupNode[] {
	const builder = new TreeBuilder(language);
	const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, builder);
	builder.tokenizer = tokenizer;
	tokenizer.inForeignNode = language === 'xml'; // CDATA is text there
	tokenizer.write(markup, true);
	return builder.root.nodes;
}

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string';

/** Returns the elements of these names, at any depth, in order; not those inside another of them. */
export const elements = (
	nodes: readonly MarkupNode[],
	...names: readonly string[]
): readonly MarkupElement[] =>
	nodes.flatMap((node) =>
		!isElement(node) ? [] : names.includes(node.name) ? [node] : elements(node.nodes, ...names)
	);

/** Returns the child elements of a name. */
export const children = (element: MarkupElement, name: string): readonly MarkupElement[] =>
	element.nodes.filter((node): node is MarkupElement => isElement(node) && node.name === name);

/** Returns all text, its spaces joined. */
export const wordsOf = (nodes: readonly MarkupNode[]): string =>
	rawText(nodes).replace(/\s+/g, ' ').trim();

const rawText = (nodes: readonly MarkupNode[]): string =>
	nodes.map((node) => (isElement(node) ? rawText(node.nodes) : node)).join('');

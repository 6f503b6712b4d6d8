/**
 * Reads an XML file of a book as a tree. Names have the usual prefix of their namespace whatever the
 * file calls it (`w:p`, `epub:type`), and none in XHTML, OPF and FB2. Nothing outside the file is
 * fetched; a DOCTYPE that declares entities is refused, because a kilobyte of them can fill memory.
 */
import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../result';
import { htmlEntities } from './htmlEntities';
import { innerScope, rootScope, type NameScope } from './nameScope';

export interface TreeElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly TreeNode[];
}

export type TreeNode = TreeElement | string;

/** Why a file is no tree: not well-formed, nested too deeply, or with entities of its own. */
export interface TreeFault {
	readonly message: string;
}

/** Deepest nesting of elements. A deeper file is refused, so that it cannot exhaust the stack. */
const maxDepth = 500;

/** Parses a whole file. Law: the text of the tree is all text between the tags, in order. */
export function readTree(text: string): Result<TreeElement, TreeFault> {
	const parser = new SaxesParser({ xmlns: false, position: false });
	Object.assign(parser.ENTITIES, htmlEntities);
	const open: { children: TreeNode[]; outer: NameScope }[] = [];
	let scope = rootScope();
	let root: TreeElement | null = null;
	parser.on('doctype', (doctype) => {
		if (/<!ENTITY/i.test(doctype)) throw new Unreadable('it declares entities');
	});
	parser.on('opentag', (tag) => {
		const outer = scope;
		scope = innerScope(outer, tag.attributes);
		const children: TreeNode[] = [];
		const element = {
			name: scope.elementName(tag.name),
			attributes: scope.attributes(tag.attributes),
			children
		};
		if (open.length >= maxDepth) throw new Unreadable(`elements are nested over ${maxDepth} deep`);
		open.at(-1)?.children.push(element);
		root ??= element;
		open.push({ children, outer });
	});
	const addText = (words: string) => void open.at(-1)?.children.push(words);
	parser.on('text', addText);
	parser.on('cdata', addText);
	parser.on('closetag', () => {
		scope = open.pop()?.outer ?? scope;
	});
	parser.on('error', ({ message }) => {
		throw new Unreadable(message);
	});
	try {
		parser.write(text).close();
	} catch (error) {
		if (error instanceof Unreadable) return fail({ message: error.message });
		throw error;
	}
	return root ? ok(root) : fail({ message: 'it has no element' });
}

/** Carries a fault out of the parser, which only an error can stop. */
class Unreadable extends Error {}

export const isTreeElement = (node: TreeNode | undefined): node is TreeElement =>
	typeof node === 'object';

/** Returns the child elements, of a name where one is given. */
export const childElements = (element: TreeElement, name?: string): readonly TreeElement[] =>
	element.children.filter(
		(child): child is TreeElement =>
			typeof child !== 'string' && (name === undefined || child.name === name)
	);

export const firstChild = (
	element: TreeElement | undefined,
	name: string
): TreeElement | undefined =>
	element?.children.find(
		(child): child is TreeElement => typeof child !== 'string' && child.name === name
	);

/** Returns the elements of a name inside another, at any depth, in the order of the file. */
export function elementsOf(element: TreeElement, name: string): readonly TreeElement[] {
	const found: TreeElement[] = [];
	const visit = (one: TreeElement) => {
		for (const child of one.children) {
			if (typeof child === 'string') continue;
			if (child.name === name) found.push(child);
			visit(child);
		}
	};
	visit(element);
	return found;
}

/** Returns all text in an element. */
export const treeText = (node: TreeNode): string =>
	typeof node === 'string' ? node : node.children.map(treeText).join('');

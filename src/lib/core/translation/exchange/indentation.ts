/**
 * Some tools (xliff 6) indent the codes of a text as if white space meant nothing: a line for each
 * code, and for the end. Where that is so throughout, it was not in the text.
 */
import type { XmlElement, XmlNode } from './xml';

export function unindented({ children }: Pick<XmlElement, 'children'>): readonly XmlNode[] {
	const isLineEnd = (node: XmlNode | undefined): boolean =>
		typeof node === 'string' && lineEnd.test(node);
	const hasCodes = children.some((child) => typeof child !== 'string');
	const isIndented =
		hasCodes &&
		isLineEnd(children.at(-1)) &&
		children.every((child, at) => typeof child === 'string' || isLineEnd(children[at - 1]));
	return isIndented
		? children.map((child) => (typeof child === 'string' ? child.replace(lineEnd, '') : child))
		: children;
}

const lineEnd = /\n[ \t]*$/;

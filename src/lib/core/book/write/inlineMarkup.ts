import type { Inline } from '../../text/inlineTree';
import { address } from './address';
import { element, empty, escaped } from './markup';

/** Writes the reference to a note; the marker alone where the text has no such note. */
export type WriteReference = (marker: string) => string;

/** Writes inline nodes as XHTML. */
export const inlineMarkup = (nodes: readonly Inline[], reference: WriteReference): string =>
	nodes.map((node) => nodeMarkup(node, reference)).join('');

function nodeMarkup(node: Inline, reference: WriteReference): string {
	switch (node.type) {
		case 'text':
			return escaped(node.text);
		case 'break':
			return empty('br');
		case 'reference':
			return reference(node.marker);
		case 'emphasis':
			return element('em', {}, inlineMarkup(node.children, reference));
		case 'strong':
			return element('strong', {}, inlineMarkup(node.children, reference));
		case 'link':
			return linkMarkup(address(node.href), inlineMarkup(node.children, reference));
	}
}

const linkMarkup = (href: string | null, words: string): string =>
	href === null ? words : element('a', { href }, words);

/** Writes inline nodes as runs of WordprocessingML (ISO/IEC 29500). */
import type { Inline } from '../../text/inlineTree';
import { address } from './address';
import { direction, element, empty, escaped } from './markup';

/** How a run is written: its language, and what it is part of. */
export interface RunStyle {
	readonly lang: string;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly style?: string;
}

export interface RunContext {
	/** Returns the id of the relation that leads to an address outside the file. */
	link(href: string): string;
	/** Writes the reference to a note; null where there is none, or where it was written before. */
	reference(marker: string): string | null;
}

export const runs = (nodes: readonly Inline[], style: RunStyle, context: RunContext): string =>
	nodes.map((node) => nodeRuns(node, style, context)).join('');

function nodeRuns(node: Inline, style: RunStyle, context: RunContext): string {
	switch (node.type) {
		case 'text':
			return textRun(node.text, style);
		case 'break':
			return run(empty('w:br'), style);
		case 'reference':
			return context.reference(node.marker) ?? raised(node.marker, style);
		case 'emphasis':
			return runs(node.children, { ...style, italic: true }, context);
		case 'strong':
			return runs(node.children, { ...style, bold: true }, context);
		case 'link': {
			const href = address(node.href);
			if (href === null) return runs(node.children, style, context);
			const words = runs(node.children, { ...style, style: 'Hyperlink' }, context);
			return element('w:hyperlink', { 'r:id': context.link(href) }, words);
		}
	}
}

export const textRun = (text: string, style: RunStyle): string =>
	text === '' ? '' : run(element('w:t', { 'xml:space': 'preserve' }, escaped(text)), style);

/** Writes a marker without a note behind it. */
const raised = (marker: string, style: RunStyle): string =>
	run(element('w:t', {}, escaped(marker)), style, empty('w:vertAlign', { 'w:val': 'superscript' }));

export function run(content: string, { lang, bold, italic, style }: RunStyle, more = ''): string {
	const isFromRight = direction(lang) === 'rtl';
	// In the order of the schema.
	const properties = [
		style === undefined ? '' : empty('w:rStyle', { 'w:val': style }),
		bold ? empty('w:b') : '',
		italic ? empty('w:i') : '',
		more,
		isFromRight ? empty('w:rtl') : '',
		empty('w:lang', { [isFromRight ? 'w:bidi' : 'w:val']: officeLang(lang) })
	];
	return element('w:r', {}, element('w:rPr', {}, properties.join('')) + content);
}

/** Word checks spelling only in a language with a country. */
const countries = new Map([
	['sv', 'sv-SE'],
	['en', 'en-GB']
]);

export const officeLang = (lang: string): string => countries.get(lang) ?? lang;

/** Writes a paragraph in a style of `docxParts.ts`. */
export function paragraphXml(
	style: string,
	content: string,
	{ lang, more = '' }: { readonly lang: string; readonly more?: string }
): string {
	const bidi = direction(lang) === 'rtl' ? empty('w:bidi') : '';
	const properties = `${empty('w:pStyle', { 'w:val': style })}${more}${bidi}`;
	return element('w:p', {}, element('w:pPr', {}, properties) + content);
}

/**
 * Reads `styles.xml`. A style has what it says itself, and what the styles say that it is based on.
 * It is known by its name, since its identifier changes with the program and its language.
 */
import type { Lang } from '../../text/article';
import { roleOf, type ParagraphRole } from '../office/paragraphRole';
import { childElements, firstChild, type TreeElement } from '../tree';
import { onOff, valueOf } from './onOff';

/** Properties of characters; null where nothing is said. */
export interface CharacterProperties {
	readonly italic: boolean | null;
	readonly bold: boolean | null;
	readonly hidden: boolean | null;
	readonly lang: Lang | null;
	/** The font, where it may be one of symbols. */
	readonly font: string | null;
	/** Whether it stands above or below the line. */
	readonly way: 'sup' | 'sub' | 'line' | null;
}

export interface Style extends CharacterProperties {
	readonly role: ParagraphRole | null;
	readonly isList: boolean;
}

export interface Styles {
	paragraph(id: string | null): Style;
	character(id: string | null): Style;
	/** The document’s language; null where it says none. */
	readonly lang: Lang | null;
}

export const unset: Style = {
	italic: null,
	bold: null,
	hidden: null,
	lang: null,
	font: null,
	way: null,
	role: null,
	isList: false
};

/** Most styles that one may rest on. A longer chain is a circle. */
const maxChain = 30;

export function stylesOf(root: TreeElement | null): Styles {
	const elements = new Map<string, TreeElement>();
	let plain: string | null = null;
	for (const style of root ? childElements(root, 'w:style') : []) {
		const id = style.attributes['w:styleId'] ?? '';
		elements.set(id, style);
		const isDefault = /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '');
		if (isDefault && style.attributes['w:type'] === 'paragraph') plain = id;
	}
	const resolved = new Map<string, Style>();
	const resolve = (id: string, depth: number): Style => {
		const known = resolved.get(id);
		const element = elements.get(id);
		if (known || !element || depth > maxChain) return known ?? unset;
		const base = valueOf(element, 'w:basedOn');
		const style = over(base === null ? unset : resolve(base, depth + 1), styleOf(element));
		resolved.set(id, style);
		return style;
	};
	const named = (id: string | null) => (id === null ? unset : resolve(id, 0));
	const defaults = firstChild(root ?? undefined, 'w:docDefaults');
	const characters = firstChild(firstChild(defaults, 'w:rPrDefault'), 'w:rPr');
	return {
		// A style that is missing counts as the default one.
		paragraph: (id) => named(id !== null && elements.has(id) ? id : plain),
		character: named,
		lang: charactersOf(characters).lang
	};
}

function styleOf(element: TreeElement): Style {
	const paragraph = firstChild(element, 'w:pPr');
	return {
		...charactersOf(firstChild(element, 'w:rPr')),
		role: roleOf(valueOf(element, 'w:name') ?? '') ?? outlineRole(paragraph) ?? null,
		isList: isListItem(paragraph) ?? false
	};
}

const over = (base: Style, own: Style): Style => ({
	italic: own.italic ?? base.italic,
	bold: own.bold ?? base.bold,
	hidden: own.hidden ?? base.hidden,
	lang: own.lang ?? base.lang,
	font: own.font ?? base.font,
	way: own.way ?? base.way,
	role: own.role ?? base.role,
	isList: own.isList || base.isList
});

const nothing: CharacterProperties = {
	italic: null,
	bold: null,
	hidden: null,
	lang: null,
	font: null,
	way: null
};

export function charactersOf(properties: TreeElement | undefined): CharacterProperties {
	if (!properties) return nothing;
	const fonts = firstChild(properties, 'w:rFonts')?.attributes;
	return {
		italic: onOff(properties, 'w:i'),
		bold: onOff(properties, 'w:b'),
		hidden: onOff(properties, 'w:vanish'),
		lang: valueOf(properties, 'w:lang'),
		font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? null,
		way: wayOf(valueOf(properties, 'w:vertAlign'))
	};
}

function wayOf(align: string | null): CharacterProperties['way'] {
	if (align === null) return null;
	return align === 'superscript' ? 'sup' : align === 'subscript' ? 'sub' : 'line';
}

/** The level of body text is 9, counted from 0. */
const bodyLevel = 9;

/** Returns the role that an outline level gives: a heading, none, or undefined for no level. */
function outlineRole(properties: TreeElement | undefined): ParagraphRole | null | undefined {
	const value = valueOf(properties, 'w:outlineLvl');
	if (value === null || !/^\d$/.test(value)) return undefined;
	return Number(value) === bodyLevel ? null : { kind: 'heading', level: Number(value) + 1 };
}

/** Returns whether a paragraph is in a list; null where nothing is said. The list 0 is none. */
export function isListItem(properties: TreeElement | undefined): boolean | null {
	const list = valueOf(firstChild(properties, 'w:numPr'), 'w:numId');
	return list === null ? null : list !== '0';
}

/** An outline level of a paragraph’s own makes a heading of it, or none of one. */
export function paragraphRole(
	style: Style,
	properties: TreeElement | undefined
): ParagraphRole | null {
	const outline = outlineRole(properties);
	if (outline === undefined) return style.role;
	return outline === null && style.role?.kind !== 'heading' ? style.role : outline;
}

/** Whether a paragraph is a drop cap: the next one goes on with its word. */
export const isDropCap = (properties: TreeElement | undefined): boolean =>
	/^(?:drop|margin)$/.test(firstChild(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '');

/** Whether the end of a paragraph was deleted with tracked changes: the next one goes on. */
export function isMarkDeleted(properties: TreeElement | undefined): boolean {
	const mark = firstChild(properties, 'w:rPr');
	return Boolean(firstChild(mark, 'w:del') ?? firstChild(mark, 'w:moveFrom'));
}

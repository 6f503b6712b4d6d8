/**
 * Reads the styles of an ODT file, named and automatic ones. An automatic style (`P1`, `T1`) has what
 * the user set by hand, and rests on a named one.
 */
import type { Lang } from '../../text/article';
import { roleOf, type ParagraphRole } from '../office/paragraphRole';
import { childElements, firstChild, type TreeElement } from '../tree';

/** Null where a style says nothing. */
export interface Style {
	readonly italic: boolean | null;
	readonly bold: boolean | null;
	readonly hidden: boolean | null;
	readonly lang: Lang | null;
	/** Whether it stands above or below the line. */
	readonly way: 'sup' | 'sub' | 'line' | null;
	readonly role: ParagraphRole | null;
}

export interface Styles {
	paragraph(name: string | undefined): Style;
	text(name: string | undefined): Style;
	readonly lang: Lang | null;
}

export const unset: Style = {
	italic: null,
	bold: null,
	hidden: null,
	lang: null,
	way: null,
	role: null
};

/** Most styles that one may rest on. A longer chain is a circle. */
const maxChain = 30;

/** `files`: `styles.xml`, then `content.xml`, whose automatic styles have names of their own. */
export function stylesOf(files: readonly TreeElement[]): Styles {
	const elements = new Map<string, TreeElement>();
	let lang: Lang | null = null;
	for (const file of files)
		for (const group of ['office:styles', 'office:automatic-styles'])
			for (const style of childElements(firstChild(file, group) ?? file)) {
				const family = style.attributes['style:family'] ?? '';
				if (style.name === 'style:style')
					elements.set(`${family} ${style.attributes['style:name'] ?? ''}`, style);
				if (style.name === 'style:default-style' && family === 'paragraph')
					lang = styleOf(style).lang;
			}
	const resolved = new Map<string, Style>();
	const resolve = (key: string, depth: number): Style => {
		const known = resolved.get(key);
		const element = elements.get(key);
		if (known || !element || depth > maxChain) return known ?? unset;
		const { 'style:parent-style-name': parent, 'style:family': family } = element.attributes;
		const base = parent === undefined ? unset : resolve(`${family ?? ''} ${parent}`, depth + 1);
		const style = over(base, styleOf(element));
		resolved.set(key, style);
		return style;
	};
	return {
		// A named style that is missing still has its name.
		paragraph: (name = '') =>
			elements.has(`paragraph ${name}`)
				? resolve(`paragraph ${name}`, 0)
				: { ...unset, role: roleOf(decoded(name)) },
		text: (name) => resolve(`text ${name ?? ''}`, 0),
		lang
	};
}

export const over = (base: Style, own: Style): Style => ({
	italic: own.italic ?? base.italic,
	bold: own.bold ?? base.bold,
	hidden: own.hidden ?? base.hidden,
	lang: own.lang ?? base.lang,
	way: own.way ?? base.way,
	role: own.role ?? base.role
});

function styleOf(element: TreeElement): Style {
	const properties = firstChild(element, 'style:text-properties')?.attributes ?? {};
	const { 'style:display-name': shown, 'style:name': name = '' } = element.attributes;
	return {
		italic: isSet(properties['fo:font-style'], /^(?:italic|oblique)$/),
		bold: isSet(properties['fo:font-weight'], /^(?:bold|[6-9]00)$/),
		hidden: isSet(properties['text:display'], /^none$/),
		lang: languageOf(properties['fo:language'], properties['fo:country']),
		way: wayOf(properties['style:text-position']),
		role: roleOf(shown ?? decoded(name)) ?? outlineRole(element)
	};
}

const isSet = (value: string | undefined, on: RegExp): boolean | null =>
	value === undefined ? null : on.test(value);

/** `super 58%`, `33% 58%`, `-33% 58%`. */
function wayOf(position: string | undefined): Style['way'] {
	if (position === undefined) return null;
	if (/^(?:sub|-)/.test(position)) return 'sub';
	return /^(?:super|[1-9])/.test(position) ? 'sup' : 'line';
}

const languageOf = (language: string | undefined, country: string | undefined): Lang | null => {
	if (language === undefined || /^(?:none|zxx)?$/.test(language)) return null;
	return country === undefined || !/^[A-Z]{2}$/.test(country) ? language : `${language}-${country}`;
};

/** Names have signs by their code: `Heading_20_1`. */
const decoded = (name: string): string =>
	name.replace(/_(?<code>[0-9a-f]{2})_/g, (_, code: string) =>
		String.fromCharCode(parseInt(code, 16))
	);

function outlineRole(element: TreeElement): ParagraphRole | null {
	const level = element.attributes['style:default-outline-level'] ?? '';
	return /^[1-9]$/.test(level) ? { kind: 'heading', level: Number(level) } : null;
}

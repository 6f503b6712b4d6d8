/** Writes XML and XHTML. What XML cannot hold (control characters, lone surrogates) is left out. */
import { withoutIllegalCharacters } from '../../translation/exchange/normal';

/** Attributes in the order in which they are written. One that is undefined or null is left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** Escapes text for an element or an attribute. */
export const escaped = (text: string): string =>
	withoutIllegalCharacters(text).replace(/[&<>"]/g, (one) => escapes[one] ?? one);

/** Writes an element; `content` is markup already. */
export const element = (name: string, attributes: Attributes, content: string): string =>
	`<${name}${written(attributes)}>${content}</${name}>`;

/** Writes an element that has no content: `<br/>`. */
export const empty = (name: string, attributes: Attributes = {}): string =>
	`<${name}${written(attributes)}/>`;

const written = (attributes: Attributes): string =>
	Object.entries(attributes)
		.flatMap(([name, value]) =>
			value === null || value === undefined
				? []
				: [` ${name}="${escaped(String(value)).replace(/[\t\n\r]/g, ' ')}"`]
		)
		.join('');

/** Languages that are written from right to left. */
const fromRight = /^(?:ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)\b/;

export const direction = (lang: string): 'ltr' | 'rtl' => (fromRight.test(lang) ? 'rtl' : 'ltr');

/** Returns the attributes that say an element’s language. */
export const inLang = (lang: string): Attributes => ({
	lang,
	'xml:lang': lang,
	...(direction(lang) === 'rtl' && { dir: 'rtl' })
});

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

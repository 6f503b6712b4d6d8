/**
 * Gives names their usual prefixes, by the namespaces that are declared around them. Each name of a
 * scope is looked up once: saxes’ own namespaces take twice the time for a large file.
 */
import { usualPrefixes } from './namespaces';

type Attributes = Readonly<Record<string, string>>;

/** Prefixes that files use without saying what they mean. */
const undeclared: readonly (readonly [string, string])[] = [
	['xml', 'http://www.w3.org/XML/1998/namespace'],
	['epub', 'http://www.idpf.org/2007/ops'],
	['opf', 'http://www.idpf.org/2007/opf'],
	['dc', 'http://purl.org/dc/elements/1.1/'],
	['dcterms', 'http://purl.org/dc/terms/'],
	['xlink', 'http://www.w3.org/1999/xlink'],
	['svg', 'http://www.w3.org/2000/svg']
];

const none: Attributes = Object.freeze({});

export class NameScope {
	/** Namespaces by the prefixes that the file gives them; `''` for elements without one. */
	readonly namespaces: ReadonlyMap<string, string>;
	readonly #elements = new Map<string, string>();
	readonly #attributes = new Map<string, string | null>();

	constructor(namespaces: ReadonlyMap<string, string>) {
		this.namespaces = namespaces;
	}

	elementName(name: string): string {
		const known = this.#elements.get(name);
		if (known !== undefined) return known;
		const usual = this.#usual(name, this.namespaces.get('') ?? '');
		this.#elements.set(name, usual);
		return usual;
	}

	/** Returns attributes by their usual names, without declarations of namespaces. */
	attributes(source: Attributes): Attributes {
		let values: Record<string, string> | null = null;
		for (const name in source) {
			const usual = this.#attributeName(name);
			if (usual === null) continue;
			values ??= {};
			values[usual] = source[name] ?? '';
		}
		return values ?? none;
	}

	/** Null for a name that is no attribute’s. A file may call one `__proto__`. */
	#attributeName(name: string): string | null {
		const known = this.#attributes.get(name);
		if (known !== undefined) return known;
		const usual = this.#usual(name, '');
		const own = isDeclaration(name) || usual === '__proto__' ? null : usual;
		this.#attributes.set(name, own);
		return own;
	}

	#usual(name: string, plain: string): string {
		const colon = name.indexOf(':');
		const uri = colon < 0 ? plain : (this.namespaces.get(name.slice(0, colon)) ?? '');
		const local = name.slice(colon + 1);
		const prefix = usualPrefixes.get(uri);
		return prefix === undefined ? local : `${prefix}:${local}`;
	}
}

const isDeclaration = (name: string): boolean =>
	name.startsWith('xmlns') && (name.length === 5 || name[5] === ':');

export const rootScope = (): NameScope => new NameScope(new Map(undeclared));

/** Returns the scope inside an element: its own where it declares namespaces. */
export function innerScope(outer: NameScope, attributes: Attributes): NameScope {
	let namespaces: Map<string, string> | null = null;
	for (const name in attributes) {
		if (!isDeclaration(name)) continue;
		namespaces ??= new Map(outer.namespaces);
		namespaces.set(name.slice(6), attributes[name] ?? '');
	}
	return namespaces ? new NameScope(namespaces) : outer;
}

/** The links of a page that lead to places in it, and where they lead. */
import type { HtmlDocument } from './dom/document';
import type { HtmlElement } from './dom/nodes';

export class PageLinks {
	readonly #places = new Map<string, HtmlElement>();
	/** The links to each place. */
	readonly #to = new Map<string, HtmlElement[]>();
	/** The links within the page, in its order. */
	readonly links: HtmlElement[] = [];

	constructor(page: HtmlDocument) {
		for (const element of page.body.elements()) {
			for (const name of namesOf(element))
				if (!this.#places.has(name)) this.#places.set(name, element);
			const goal = goalOf(element);
			if (goal === null) continue;
			this.links.push(element);
			const known = this.#to.get(goal);
			if (known) known.push(element);
			else this.#to.set(goal, [element]);
		}
	}

	/** Returns the element that a link leads to; null if it is not further down in the page. */
	targetBelow(link: HtmlElement): HtmlElement | null {
		const target = this.#places.get(goalOf(link) ?? '');
		return target && target.order > link.order && !link.contains(target) ? target : null;
	}

	/** Tells whether a link in `element` leads to one of `names`. */
	leads(element: HtmlElement, names: Iterable<string>): boolean {
		for (const name of names)
			if (this.#to.get(name)?.some((link) => element.contains(link))) return true;
		return false;
	}
}

/** Returns the name of the place in this page that a link leads to; null for every other element. */
export function goalOf(element: HtmlElement): string | null {
	const href = element.localName === 'a' ? element.getAttribute('href') : null;
	const [, name] = /^(?!https?:)[^#]*#(.+)$/i.exec(href ?? '') ?? [];
	return name === undefined ? null : decoded(name);
}

/** Returns the names by which links may lead to an element. */
export function namesOf(element: HtmlElement): readonly string[] {
	const { id } = element;
	const name = (element.localName === 'a' && element.getAttribute('name')) || '';
	return id === '' && name === '' ? none : [id, name].filter((one) => one !== '');
}

const none: readonly string[] = [];

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

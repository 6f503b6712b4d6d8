/** The attributes of an element, in the order of the page. Most elements have none. */
export class Attributes {
	#values: Map<string, string> | null = null;

	names(): readonly string[] {
		return this.#values === null ? [] : [...this.#values.keys()];
	}

	get(name: string): string | null {
		return this.#values?.get(name) ?? null;
	}

	set(name: string, value: string): void {
		(this.#values ??= new Map()).set(name, value);
	}

	remove(name: string): void {
		this.#values?.delete(name);
	}

	/** Returns the attributes as the DOM has them. */
	list(): readonly HtmlAttribute[] {
		return [...(this.#values ?? [])].map(([name, value]) => {
			const attribute = { name, value, cloneNode: () => attribute };
			return attribute;
		});
	}
}

export interface HtmlAttribute {
	readonly name: string;
	readonly value: string;
	cloneNode(): HtmlAttribute;
}

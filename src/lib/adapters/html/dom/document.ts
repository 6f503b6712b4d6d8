/** The document: the root of the tree in `nodes.ts`, as Readability asks for it. */
import {
	htmlNamespace,
	HtmlElement,
	HtmlParent,
	HtmlText,
	nodeTypes,
	type Markup,
	type Owner
} from './nodes';

export class HtmlDocument extends HtmlParent implements Owner {
	readonly nodeType = nodeTypes.document;
	readonly nodeName = '#document';
	/** The page has no address of its own: links are made absolute before Readability sees them. */
	readonly baseURI = 'about:blank';
	readonly documentURI = 'about:blank';
	elementCount = 0;
	readonly read: Markup['read'];
	readonly write: Markup['write'];

	constructor({ read, write }: Markup) {
		super();
		this.read = read;
		this.write = write;
	}

	get documentElement(): HtmlElement {
		return this.firstElementChild ?? this.appendChild(this.createElement('html'));
	}

	get body(): HtmlElement {
		const { documentElement: root } = this;
		const body = root.children.find(({ localName }) => localName === 'body');
		return body ?? root.appendChild(this.createElement('body'));
	}

	get title(): string {
		return (this.getElementsByTagName('title')[0]?.textContent ?? '').replace(/\s+/g, ' ').trim();
	}

	createElement(name: string): HtmlElement {
		return new HtmlElement(this, name.toLowerCase(), htmlNamespace);
	}

	createTextNode(data: string): HtmlText {
		return new HtmlText(data);
	}

	/** Copies the document without the elements that `leaves` names. */
	clone(leaves: (element: HtmlElement) => boolean = () => false): HtmlDocument {
		const copy = new HtmlDocument(this);
		copy.appendChild(this.documentElement.cloneInto(copy, leaves));
		return copy;
	}
}

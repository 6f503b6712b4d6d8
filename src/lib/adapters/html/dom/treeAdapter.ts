/** Makes the tree of `nodes.ts` while parse5 parses: comments and document types are not kept. */
import { html, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import {
	HtmlElement,
	HtmlText,
	isElement,
	type HtmlChild,
	type HtmlParent,
	type Owner
} from './nodes';

/** A comment: it is made, and never put into the tree. */
class Comment {
	readonly data: string;
	constructor(data: string) {
		this.data = data;
	}
}

type HtmlNode = HtmlParent | HtmlChild;

export type HtmlTree = TreeAdapterTypeMap<
	HtmlNode | Comment,
	HtmlParent,
	HtmlChild | Comment,
	Owner,
	HtmlParent,
	HtmlElement,
	Comment,
	HtmlText,
	HtmlElement,
	never
>;

/** Attributes that hold words or addresses, which may be long. */
const whole = new Set(['alt', 'class', 'content', 'href', 'id', 'name', 'style']);
/**
 * Longest value of any other attribute, in UTF-16 units: pictures as data, lists of their sizes and
 * programs’ data are longer, and no rule reads them.
 */
const maxValue = 200;

const kept = ({ name, value }: Token.Attribute): string =>
	whole.has(name) ? value : value.slice(0, maxValue);

export function treeAdapterOf(document: Owner): TreeAdapter<HtmlTree> {
	/** Contents of `template` elements: a page shows none of them. */
	const templates = new WeakMap<HtmlElement, HtmlParent>();
	let mode = html.DOCUMENT_MODE.NO_QUIRKS;

	const insertText = (parent: HtmlParent, text: string, next: HtmlChild | null) => {
		const before = next === null ? parent.lastChild : next.previousSibling;
		if (before instanceof HtmlText) before.data += text;
		else parent.insertBefore(new HtmlText(text), next);
	};

	return {
		createDocument: () => document,
		createDocumentFragment: () => document.createElement('fragment'),
		createElement(name, namespace, attributes) {
			const element = new HtmlElement(document, name, namespace);
			for (const attribute of attributes) element.setAttribute(attribute.name, kept(attribute));
			return element;
		},
		createCommentNode: (data) => new Comment(data),
		createTextNode: (data) => new HtmlText(data),
		appendChild(parent, child) {
			if (!(child instanceof Comment)) parent.appendChild(child);
		},
		insertBefore(parent, child, next) {
			if (!(child instanceof Comment) && !(next instanceof Comment))
				parent.insertBefore(child, next);
		},
		insertText: (parent, text) => insertText(parent, text, null),
		insertTextBefore(parent, text, next) {
			if (!(next instanceof Comment)) insertText(parent, text, next);
		},
		detachNode(node) {
			if (!(node instanceof Comment)) node.parentNode?.removeChild(node);
		},
		adoptAttributes(element, attributes) {
			for (const attribute of attributes)
				if (!element.hasAttribute(attribute.name))
					element.setAttribute(attribute.name, kept(attribute));
		},
		setTemplateContent: (template, content) => void templates.set(template, content),
		getTemplateContent: (template) => templates.get(template) ?? document.createElement('fragment'),
		setDocumentType: () => {},
		setDocumentMode: (_, found) => void (mode = found),
		getDocumentMode: () => mode,
		getFirstChild: ({ firstChild }) => firstChild,
		getChildNodes: ({ childNodes }) => [...childNodes],
		getParentNode: (node) => (node instanceof Comment ? null : node.parentNode),
		getAttrList: ({ attributes }) => [...attributes],
		getTagName: ({ localName }) => localName,
		getNamespaceURI: ({ namespaceURI }) => namespaceURI as html.NS,
		getTextNodeContent: ({ data }) => data,
		getCommentNodeContent: ({ data }) => data,
		isTextNode: (node): node is HtmlText => node instanceof HtmlText,
		isCommentNode: (node): node is Comment => node instanceof Comment,
		isElementNode: (node): node is HtmlElement => !(node instanceof Comment) && isElement(node),
		isDocumentTypeNode: (_): _ is never => false,
		getDocumentTypeNodeName: () => '',
		getDocumentTypeNodePublicId: () => '',
		getDocumentTypeNodeSystemId: () => '',
		getNodeSourceCodeLocation: () => null,
		setNodeSourceCodeLocation: () => {},
		updateNodeSourceCodeLocation: () => {}
	};
}

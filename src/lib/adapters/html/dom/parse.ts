/**
 * Parses HTML as a browser does (the HTML standard’s algorithm, by parse5), within limits that keep
 * the time and the size of the tree in proportion to the page.
 */
import { Parser, serialize, type html, type Token } from 'parse5';
import { HtmlDocument } from './document';
import { isElement, type Markup, type Owner } from './nodes';
import { treeAdapterOf, type HtmlTree } from './treeAdapter';

/**
 * Deepest nesting of elements. Pages of today reach 40; what is nested deeper stands beside the
 * element that would hold it, as in Chromium from a depth of 512.
 */
const maxDepth = 128;
/**
 * Most elements that are opened again because their end tag is missing: `<b>` before 1,000
 * paragraphs makes 1,000 of them.
 */
const maxReopened = 10_000;

/** Elements whose place in the tree the parser relies on. They are not closed to stay in the limit. */
const fixed = new Set(
	'html head body frameset table tbody thead tfoot tr td th caption colgroup select template'.split(
		' '
	)
);

class BoundedParser extends Parser<HtmlTree> {
	#inserted = 0;
	#reopened = 0;

	override onStartTag(token: Token.TagToken): void {
		if (this.#fits()) super.onStartTag(token);
	}

	override _insertElement(token: Token.TagToken, namespace: html.NS): void {
		this.#fits();
		this.#inserted++;
		super._insertElement(token, namespace);
	}

	override _reconstructActiveFormattingElements(): void {
		if (this.#reopened > maxReopened) return;
		const before = this.#inserted;
		super._reconstructActiveFormattingElements();
		this.#reopened += this.#inserted - before;
	}

	/** Closes elements until one more is within the limit. Returns whether it is. */
	#fits(): boolean {
		const { openElements } = this;
		while (openElements.stackTop >= maxDepth) {
			const { current } = openElements;
			if (!current || !isElement(current) || fixed.has(current.localName)) return false;
			openElements.pop();
		}
		return true;
	}
}

/** As in a document without a window: what stands in `noscript` is parsed. */
const options = (document: Owner) => ({
	treeAdapter: treeAdapterOf(document),
	scriptingEnabled: false
});

const markup: Markup = {
	read(html, within) {
		const parser = BoundedParser.getFragmentParser(within, options(within.ownerDocument));
		parser.tokenizer.write(html, true);
		return parser.getFragment();
	},
	write: (element) => serialize(element, options(element.ownerDocument))
};

export function parseHtml(html: string): HtmlDocument {
	const document = new HtmlDocument(markup);
	const parser = new BoundedParser(options(document), document);
	parser.tokenizer.write(/^\ufeff?\s*<\?xml\b/.test(html) ? closed(html) : html, true);
	return document;
}

/** Closes the empty elements of XHTML, which HTML takes for open ones: `<a id="page12"/>`. */
const closed = (html: string): string =>
	html.replace(
		/<(a|b|div|em|i|iframe|li|p|script|span|strong|sup|td|textarea|th|title)(\s[^<>]*)?\/>/gi,
		(_, name: string, attributes = '') => `<${name}${attributes}></${name}>`
	);

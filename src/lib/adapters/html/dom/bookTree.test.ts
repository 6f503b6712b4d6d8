import { expect, test } from 'vitest';
import { elementsOf, readTree, treeText } from '../../../core/book/tree';
import { bookTree } from './bookTree';

const page = (body: string) =>
	`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;

test('a well-formed page has the names that the reader of XML gives', () => {
	const xhtml = page(
		'<p epub:type="toc" xml:lang="sv" id="x">Ett<br/>två</p><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="a.png"/></svg><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'
	);
	const tree = readTree(xhtml);
	const html = bookTree(xhtml);
	if (!tree.ok) throw new Error(tree.failure.message);
	for (const name of ['p', 'br', 'svg:svg', 'svg:image', 'math:mi'])
		expect(elementsOf(html, name)).toHaveLength(elementsOf(tree.value, name).length);
	expect(elementsOf(html, 'p')[0]?.attributes).toEqual(elementsOf(tree.value, 'p')[0]?.attributes);
	expect(treeText(html)).toBe(treeText(tree.value));
});

test('empty elements hide nothing that follows', () => {
	const html = bookTree(page('<script src="a.js"/><a id="x"/><p/><em/>Ett<img src="a.png"/>'));
	expect(treeText(html)).toBe('Ett');
	expect(elementsOf(html, 'a')[0]?.children).toEqual([]);
});

test('an attribute may be called __proto__, and nesting has a limit', () => {
	expect(Object.keys(bookTree('<html __proto__="x">').attributes)).toEqual(['__proto__']);
	expect(treeText(bookTree(`${'<div>'.repeat(100_000)}Ett`))).toBe('Ett');
});

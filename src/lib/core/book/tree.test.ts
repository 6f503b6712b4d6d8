import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	childElements,
	elementsOf,
	firstChild,
	readTree,
	treeText,
	type TreeElement
} from './tree';

const treeOf = (xml: string): TreeElement => {
	const tree = readTree(xml);
	if (!tree.ok) throw new Error(tree.failure.message);
	return tree.value;
};
const faultOf = (xml: string): string | null => {
	const tree = readTree(xml);
	return tree.ok ? null : tree.failure.message;
};

test('names have the usual prefix of their namespace', () => {
	const tree = treeOf(
		'<x:html xmlns:x="http://www.w3.org/1999/xhtml" xmlns:e="http://www.idpf.org/2007/ops"><x:p e:type="toc" xml:lang="sv"/><s:svg xmlns:s="http://www.w3.org/2000/svg"/></x:html>'
	);
	expect(tree.name).toBe('html');
	const [p, svg] = childElements(tree);
	expect(p?.attributes).toEqual({ 'epub:type': 'toc', 'xml:lang': 'sv' });
	expect(svg?.name).toBe('svg:svg');
});

test('a common prefix is known without its declaration; another is dropped', () => {
	expect(childElements(treeOf('<a><b epub:type="toc"/></a>'))[0]?.attributes).toEqual({
		'epub:type': 'toc'
	});
	expect(childElements(treeOf('<a><x:b/></a>'), 'b')).toHaveLength(1);
});

test('the entities of HTML are characters', () => {
	expect(treeText(treeOf('<a>&aring;&nbsp;&hellip;&#228;&amp;<![CDATA[<b>]]></a>'))).toBe(
		'å\u00a0…ä&<b>'
	);
});

describe('a file that is no tree', () => {
	test.each([
		['unclosed', '<a><b></a>'],
		['empty', ''],
		['with two roots', '<a/><b/>'],
		['with an unknown entity', '<a>&unknown;</a>'],
		['with an attribute twice', '<a b="1" b="2"/>'],
		['with entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
		['nested too deeply', '<a>'.repeat(501) + '</a>'.repeat(501)]
	])('%s', (_, xml) => {
		expect(faultOf(xml)).not.toBeNull();
	});

	test('500 elements may be nested', () => {
		expect(faultOf('<a>'.repeat(500) + '</a>'.repeat(500))).toBeNull();
	});
});

test('an element may be called __proto__; an attribute of that name is dropped', () => {
	const tree = treeOf('<a __proto__="x" constructor="y"><__proto__/></a>');
	expect(Object.entries(tree.attributes)).toEqual([['constructor', 'y']]);
	expect(firstChild(tree, '__proto__')).toBeDefined();
});

test('elements of a name are found at any depth, in order', () => {
	const tree = treeOf('<a><b n="1"><b n="2"/></b><c><b n="3"/></c></a>');
	expect(elementsOf(tree, 'b').map(({ attributes }) => attributes['n'])).toEqual(['1', '2', '3']);
	expect(childElements(tree, 'b')).toHaveLength(1);
	expect(firstChild(undefined, 'b')).toBeUndefined();
});

type Made = string | { readonly name: string; readonly inside: readonly Made[] };
const { tree: made } = fc.letrec<{ tree: Made }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'small' },
		fc.string(),
		fc.record({ name: fc.constantFrom('p', 'b', '__proto__'), inside: fc.array(tie('tree')) })
	)
}));
const escaped = (text: string) => text.replace(/[&<>\r]/g, (char) => `&#${char.charCodeAt(0)};`);
const xmlOf = (node: Made): string =>
	typeof node === 'string'
		? escaped(node)
		: `<${node.name}>${node.inside.map(xmlOf).join('')}</${node.name}>`;
const wordsOf = (node: Made): string =>
	typeof node === 'string' ? node : node.inside.map(wordsOf).join('');

test('law: the text of the tree is all text between the tags, in order', () => {
	fc.assert(
		fc.property(made, (node) => {
			expect(treeText(treeOf(`<a>${xmlOf(node)}</a>`))).toBe(wordsOf(node));
		})
	);
});

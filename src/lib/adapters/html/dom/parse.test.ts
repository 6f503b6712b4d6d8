import { expect, test } from 'vitest';
import type { HtmlDocument } from './document';
import { parseHtml } from './parse';

const bodyOf = (html: string): string => parseHtml(html).body.innerHTML;

function deepest(page: HtmlDocument): number {
	let most = 0;
	for (const element of page.elements()) {
		let depth = 0;
		for (let above = element.parentNode; above; above = above.parentNode) depth++;
		most = Math.max(most, depth);
	}
	return most;
}

test('faulty HTML becomes the tree that a browser makes of it', () => {
	expect(bodyOf('<p>Ett<p>Två')).toBe('<p>Ett</p><p>Två</p>');
	expect(bodyOf('<p>Ett<b>två<p>tre</b>fyra')).toBe('<p>Ett<b>två</b></p><p><b>tre</b>fyra</p>');
	expect(bodyOf('<table><tr>ett<td>två</table>')).toBe(
		'ett<table><tbody><tr><td>två</td></tr></tbody></table>'
	);
	expect(bodyOf('&aring;&#228;&ouml &amp;amp;')).toBe('åäö &amp;amp;');
	expect(bodyOf('Ett<!-- två --><!doctype html>tre')).toBe('Etttre');
});

test('scripts, handlers and addresses stay words in the tree', () => {
	const page = parseHtml('<img src="/hacked" onerror="hacked()"><script>hacked()</script>');
	expect(page.elements().find(({ localName }) => localName === 'img')?.hasHandler).toBe(true);
	expect('hacked' in globalThis).toBe(false);
});

test('elements nested too deeply stand beside each other', () => {
	const page = parseHtml('<div>ord '.repeat(5000));
	expect(deepest(page)).toBeLessThan(150);
	expect(page.body.textContent.match(/ord/g)).toHaveLength(5000);
});

test('marks that are opened again do not nest too deeply either', () => {
	const marks = Array.from({ length: 120 }, (_, at) => `<font color="${at}">`).join('');
	const page = parseHtml(`<div>${marks}ord</div>`.repeat(40));
	expect(deepest(page)).toBeLessThan(150);
	expect(page.body.textContent.match(/ord/g)).toHaveLength(40);
});

test('an empty element of XHTML is closed, one of HTML is open', () => {
	const mark = '<p>Han<a id="p12"/> gick.</p><p>Hem.</p>';
	expect(bodyOf(`<?xml version="1.0"?><html><body>${mark}`)).toBe(
		'<p>Han<a id="p12"></a> gick.</p><p>Hem.</p>'
	);
	expect(bodyOf(mark)).toBe('<p>Han<a id="p12"> gick.</a></p><p><a id="p12">Hem.</a></p>');
});

test('marks without an end are opened again in a bounded number of paragraphs', () => {
	const marks = Array.from({ length: 300 }, (_, at) => `<font color="${at}">`).join('');
	const page = parseHtml(`${marks}${'<p>ord'.repeat(3000)}`);
	expect(page.elements().length).toBeLessThan(100_000);
	expect(page.body.textContent.match(/ord/g)).toHaveLength(3000);
});

test('what is kept of the tree follows its changes', () => {
	const page = parseHtml('<p>Ett <b>två</b> tre</p>');
	const [paragraph] = page.body.children;
	const bold = paragraph?.children[0];
	expect(page.body.textContent).toBe('Ett två tre');
	bold?.remove();
	expect(page.body.textContent).toBe('Ett  tre');
	if (bold) paragraph?.insertBefore(bold, paragraph.firstChild);
	expect(page.body.textContent).toBe('tvåEtt  tre');
	expect(paragraph?.childNodes.map((node) => node.textContent)).toEqual(['två', 'Ett ', ' tre']);
	if (bold) bold.innerHTML = '<i>fyra</i>';
	expect(paragraph?.innerHTML).toBe('<b><i>fyra</i></b>Ett  tre');
});

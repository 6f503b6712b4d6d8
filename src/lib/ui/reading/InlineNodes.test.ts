import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { parseInline, plain } from '$lib/core/text/inline';
import InlineNodes from './InlineNodes.svelte';

test('a line break is a br and one character of the text, as in the plain text', () => {
	const text = 'one\\\ntwo *three\\\nfour*\\\nfive';
	const { body } = render(InlineNodes, {
		props: { nodes: parseInline(text), notes: new Map(), noteLabel: 'Note', noteMissing: 'missing' }
	});
	const words = body.replace(/<!--.*?-->/g, '');
	expect(words).toBe('one<br/>\ntwo <em>three<br/>\nfour</em><br/>\nfive');
	expect(words.replace(/<[^>]*>/g, '')).toBe(plain(text));
});

import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Notice } from '../import/imported';
import { notice } from './schema';

/** One of each kind: a kind that is added does not compile until it is here. */
const all: { readonly [Kind in Notice['kind']]: Extract<Notice, { kind: Kind }> } = {
	unreadable: { kind: 'unreadable', count: 1 },
	encoding: { kind: 'encoding', encoding: 'utf-8', choices: [{ encoding: 'cp850', sample: 'å' }] },
	'missing-notes': { kind: 'missing-notes', count: 1 },
	'loose-notes': { kind: 'loose-notes', count: 1 },
	columns: { kind: 'columns', count: 1 },
	html: { kind: 'html' },
	scripts: { kind: 'scripts', count: 1 },
	endless: { kind: 'endless', characters: 1 },
	'word-list': { kind: 'word-list', blocks: 1 },
	'picture-pages': { kind: 'picture-pages', pages: ['1'] },
	'doubtful-pages': { kind: 'doubtful-pages', pages: ['iv'] }
};

test.each(Object.values(all))('a draft with the notice $kind can be read back', (one) => {
	expect(v.parse(notice, one)).toEqual(one);
});

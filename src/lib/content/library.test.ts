import { expect, test } from 'vitest';
import { content } from '../../cli/content';
import { articleIds, changes, entry, storedEntries } from './library.server';
import { lastChanged } from './about';

test('articles that are read one by one are those that are read together, in the same order', () => {
	const all = content();
	expect(articleIds()).toEqual(all.map(({ id }) => id));
	for (const stored of [...all, ...all.toReversed()]) expect(entry(stored.id)).toEqual(stored);
	expect(storedEntries().map(({ id }) => id)).toEqual(all.map(({ id }) => id));
	expect(changes()).toEqual(all.map((one) => ({ id: one.id, changed: lastChanged(one) })));
});

test('an unknown id is no article', () => {
	expect(entry('no-such-text')).toBeNull();
	expect(entry('../articles/borja-har')).toBeNull();
});

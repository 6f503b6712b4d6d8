import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDiff } from './wordDiff';

/** Writes changes as `same [-removed-] {+added+}`. */
const written = (before: string, after: string): string =>
	wordDiff(before, after)
		.map(({ kind, text }) =>
			kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`
		)
		.join('');

describe('a word diff', () => {
	test.each([
		['The mill burned.', 'The mill burned.', 'The mill burned.'],
		['The mill burned.', 'The old mill burned.', 'The {+old +}mill burned.'],
		['The old mill burned.', 'The mill burned.', 'The [-old -]mill burned.'],
		['He went home at once.', 'He drove off at once.', 'He [-went home-]{+drove off+} at once.'],
		['Åsa kom.', 'Åsa gick.', 'Åsa [-kom-]{+gick+}.'],
		['Yes.', 'Yes!', 'Yes[-.-]{+!+}'],
		['', 'New.', '{+New.+}']
	])('from “%s” to “%s” is %s', (before, after, diff) => {
		expect(written(before, after)).toBe(diff);
	});

	test('gives both versions back', () => {
		fc.assert(
			fc.property(words(), words(), (before, after) => {
				const changes = wordDiff(before, after);
				const without = (left: string) =>
					changes.map(({ kind, text }) => (kind === left ? '' : text)).join('');
				expect(without('added')).toBe(before);
				expect(without('removed')).toBe(after);
			})
		);
	});
});

function words() {
	const word = fc.constantFrom('a', 'the', 'old', 'mill', 'åsa', '.', ',', '—', '’', '\n\n', '  ');
	return fc.oneof(
		fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
		fc.string({ unit: 'grapheme', maxLength: 40 })
	);
}

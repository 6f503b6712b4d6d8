import { expect, test } from 'vitest';
import { answeredText, extentOfRanges } from './answeredText';

const text = 'They called the oil workers’ meeting off.';
const at = (word: string) => {
	const from = text.indexOf(word);
	return { from, to: from + word.length };
};

test('words beside each other are one text', () => {
	expect(answeredText(text, [at('oil'), at('workers')])).toBe('oil workers');
});

test('an ellipsis stands where words are left out', () => {
	expect(answeredText(text, [at('called'), at('off')])).toBe('called … off');
	expect(answeredText(text, [])).toBe('');
});

test('the extent of ranges goes from the first to the last', () => {
	expect(extentOfRanges([at('called'), at('off')])).toEqual({ from: 5, to: 40 });
	expect(extentOfRanges([])).toBeNull();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectBreaks } from './projectBreaks';

test.each([
	[
		'Måne över havet,\nsol över land.',
		'Moon over the sea, sun over land.',
		'Moon over the sea,\nsun over land.'
	],
	['Kom hit\noch sjung\nmed mig.', 'Come here and sing with me.', 'Come here\nand sing\nwith me.'],
	['Hej\ndu', 'Hello', 'Hello'],
	['Storgatan 5\n222 22 Lund', 'Storgatan 5 222 22 Lund', 'Storgatan 5\n222 22 Lund'],
	['En rad.', 'One line.', 'One line.']
])('%j is translated as %j on the lines %j', (original, translation, lines) =>
	expect(projectBreaks(original, translation)).toBe(lines)
);

const word = fc.stringMatching(/^[a-zåäö]{1,8}[,.]?$/);
const text = fc
	.array(fc.tuple(word, fc.constantFrom(' ', ' ', '\n')), { minLength: 1 })
	.map((parts) => parts.flat().slice(0, -1).join(''));

test('a line end that a machine answers with is a space', () => {
	expect(projectBreaks('En rad.', 'One \n line.')).toBe('One line.');
});

test('only spaces become breaks, never more than the original has', () => {
	fc.assert(
		fc.property(text, text, (original, other) => {
			const translation = other.replaceAll('\n', ' ');
			const broken = projectBreaks(original, translation);
			expect(broken.replaceAll('\n', ' ')).toBe(translation);
			expect(broken.split('\n').length).toBeLessThanOrEqual(original.split('\n').length);
		})
	);
});

test('a copy of the original without its breaks gets them back', () => {
	fc.assert(
		fc.property(text, (original) => {
			expect(projectBreaks(original, original.replaceAll('\n', ' '))).toBe(original);
		})
	);
});

import { expect, test } from 'vitest';
import { timeLeft } from './bar';

const page = { minutes: 20, phrases: { left: '# min left' } };

test.each([
	[1, '20 min left'],
	[0.5, '10 min left'],
	[0.01, '1 min left'],
	[0, '']
])('with %f of a text of 20 minutes ahead, the bar says “%s”', (ahead, said) => {
	expect(timeLeft(page, ahead)).toBe(said);
});

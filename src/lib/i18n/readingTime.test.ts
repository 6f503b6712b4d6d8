import { expect, test } from 'vitest';
import { translator } from '.';
import { readingTime } from './readingTime';

test.for([
	[1, '1 minute', '1 minut'],
	[59, '59 minutes', '59 minuter'],
	[60, '1 hour', '1 timme'],
	[80, '1 hour 20 minutes', '1 timme 20 minuter'],
	[898, '15 hours', '15 timmar']
] as const)('%i minutes are %s', async ([minutes, en, sv]) => {
	expect(readingTime(minutes, await translator('en'))).toBe(en);
	expect(readingTime(minutes, await translator('sv'))).toBe(sv);
});

import { expect, test } from 'vitest';
import { shownIdentifier } from './identifier';

test('an ISBN is shown as one, a UUID is not shown', () => {
	const shown = [
		'urn:isbn:978-91-0-012345-6',
		'ISBN 9789100123456',
		'urn:uuid:6d1d9f7a-1111-4222-8333-1234567890ab',
		'6d1d9f7a-1111-4222-8333-1234567890ab',
		'https://example.org/fyren',
		undefined
	].map(shownIdentifier);
	expect(shown).toEqual([
		'ISBN 978-91-0-012345-6',
		'ISBN 9789100123456',
		null,
		null,
		'https://example.org/fyren',
		null
	]);
});

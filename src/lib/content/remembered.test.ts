import { expect, test, vi } from 'vitest';
import { translator } from '../i18n';
import { remembered } from './remembered';

test('every text is as the translator makes it, and is made once', async () => {
	const t = await translator('en');
	const spy = vi.fn(t);
	const texts = remembered(spy as unknown as typeof t);
	for (let round = 0; round < 2; round++) {
		expect(texts('app.nav.library')).toBe(t('app.nav.library'));
		for (const count of [1, 2])
			expect(texts('library.more', { count })).toBe(t('library.more', { count }));
	}
	expect(spy).toHaveBeenCalledTimes(3);
});

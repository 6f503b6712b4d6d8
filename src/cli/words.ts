/** The words of the interface in the shell, which knows no aliases. */
import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import type { T } from '../lib/i18n';
import type { UiLang } from '../lib/i18n/langs';

export async function wordsOf(ui: UiLang): Promise<T> {
	const path = new URL(`../../translations/ui/${ui}.json`, import.meta.url);
	const translation: unknown = JSON.parse(readFileSync(path, 'utf8'));
	const instance = createInstance();
	await instance.init({
		lng: ui,
		resources: { [ui]: { translation: translation as object } },
		initAsync: false,
		interpolation: { escapeValue: false }
	});
	return instance.getFixedT(ui);
}

/**
 * The interface in the reader’s language: one i18next instance per language, made at first use with
 * only that language’s words. Keys are typed by `translations/ui/en.json`.
 */
import { createInstance, type TFunction } from 'i18next';
import type en from '$translations/ui/en.json';
import { uiLangs, type UiLang } from './langs';

declare module 'i18next' {
	interface CustomTypeOptions {
		defaultNS: 'translation';
		resources: { translation: typeof en };
	}
}

export type T = TFunction<'translation'>;

const words: Record<UiLang, () => Promise<{ default: typeof en }>> = {
	sv: () => import('$translations/ui/sv.json') as Promise<{ default: typeof en }>,
	en: () => import('$translations/ui/en.json')
};

const made = new Map<UiLang, Promise<T>>();

/** Returns the words of one language: always the same promise for the same language. */
export function translator(ui: UiLang): Promise<T> {
	const known = made.get(ui);
	if (known) return known;
	const promise = make(ui);
	made.set(ui, promise);
	promise.catch(() => made.delete(ui));
	return promise;
}

async function make(ui: UiLang): Promise<T> {
	const instance = createInstance();
	const { default: translation } = await words[ui]();
	await instance.init({
		lng: ui,
		supportedLngs: uiLangs,
		resources: { [ui]: { translation } },
		initAsync: false,
		interpolation: { escapeValue: false } // Svelte escapes
	});
	return instance.getFixedT(ui);
}

export { isUiLang, preferredUiLang, uiLangs, type UiLang } from './langs';

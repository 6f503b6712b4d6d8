/**
 * The interface's language that the reader chose, here or by following a link to it (src/boot/head.js).
 * Kept apart from the settings: a backup restored on another device should not change the language
 * there.
 */
import { isUiLang, preferredUiLang, type UiLang } from '$lib/i18n/langs';
import { readLocal, writeLocal } from '../localStore';

const key = 'jamsides.ui';

/** Keeps the choice. Without storage the browser's preference decides at every visit. */
export const rememberUiLang = (ui: UiLang): void => writeLocal(key, ui);

/** Returns the language to open in: the reader's choice, else the browser's preference. */
export function uiLangToOpen(): UiLang {
	const kept = readLocal(key) ?? '';
	return isUiLang(kept) ? kept : preferredUiLang(navigator.languages);
}

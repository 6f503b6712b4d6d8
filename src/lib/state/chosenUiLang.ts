/**
 * The interface's language that the reader chose, here or by following a link to it (src/boot/head.js).
 * Kept apart from the settings: a backup restored on another device should not change the language
 * there.
 */
import { isUiLang, preferredUiLang, type UiLang } from '$lib/i18n/langs';

const key = 'jamsides.ui';

export function rememberUiLang(ui: UiLang): void {
	try {
		localStorage.setItem(key, ui);
	} catch {
		// Without storage the browser's own preference decides, every time.
	}
}

/** The language to open in: the reader's choice, else what the browser asks for. */
export function uiLangToOpen(): UiLang {
	try {
		const kept = localStorage.getItem(key) ?? '';
		if (isUiLang(kept)) return kept;
	} catch {
		// As above.
	}
	return preferredUiLang(navigator.languages);
}

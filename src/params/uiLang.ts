import { isUiLang } from '$lib/i18n/langs';

export const match = isUiLang;

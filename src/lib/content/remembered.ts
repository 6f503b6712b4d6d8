import type { T } from '../i18n';

/** Texts that are remembered; beyond it they are forgotten, and made again. */
const limit = 20_000;

/**
 * Returns a translator that makes each text once: most of those round an article are the same in
 * thousands of articles.
 */
export function remembered(t: T): T {
	const texts = new Map<string, string>();
	const translate = (...args: Parameters<T>): string => {
		const name = JSON.stringify(args);
		const known = texts.get(name);
		if (known !== undefined) return known;
		if (texts.size >= limit) texts.clear();
		const text = String(t(...args));
		texts.set(name, text);
		return text;
	};
	return translate as unknown as T;
}

/**
 * The browser’s own translator, as far as we use it (https://developer.mozilla.org/docs/Web/API/Translator).
 * Not in TypeScript’s library yet; there in Chrome and Edge for computers, in pages alone.
 */
import * as v from 'valibot';

export interface LanguagePair {
	readonly sourceLanguage: string;
	readonly targetLanguage: string;
}

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

export interface BrowserTranslator {
	translate(text: string, options: { signal: AbortSignal }): Promise<string>;
	destroy(): void;
}

/** The static side of `Translator`. */
export interface TranslatorApi {
	availability(pair: LanguagePair): Promise<Availability>;
	create(
		options: LanguagePair & { signal?: AbortSignal; monitor?: (monitor: EventTarget) => void }
	): Promise<BrowserTranslator>;
}

/** Null where the browser has none. */
export const translatorApi = (): TranslatorApi | null => {
	const found: unknown = Reflect.get(globalThis, 'Translator');
	return isApi(found) ? found : null;
};

const isApi = (value: unknown): value is TranslatorApi =>
	typeof value === 'function' && 'availability' in value && 'create' in value;

const brands = v.object({
	userAgentData: v.object({
		brands: v.array(v.object({ brand: v.string(), version: v.string() }))
	})
});

/**
 * The browser and its version, as far as it says: `Google Chrome 138`. Which model translates, and
 * when it changes, no browser tells.
 */
export function browserName(of: unknown = Reflect.get(globalThis, 'navigator')): string {
	const parsed = v.safeParse(brands, of);
	const named = parsed.success
		? parsed.output.userAgentData.brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand))
		: [];
	// What the browser calls itself stands beside what it is built on.
	const own = named.find(({ brand }) => brand !== 'Chromium') ?? named[0];
	return own ? `${own.brand} ${own.version}` : '';
}

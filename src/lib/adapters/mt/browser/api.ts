/**
 * The used part of the browser’s own translator
 * (https://developer.mozilla.org/docs/Web/API/Translator). TypeScript’s library does not have it
 * yet. Chrome and Edge for computers offer it, in pages only.
 */
import * as v from 'valibot';

export interface BrowserLanguagePair {
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
	availability(pair: BrowserLanguagePair): Promise<Availability>;
	create(
		options: BrowserLanguagePair & {
			signal?: AbortSignal;
			monitor?: (monitor: EventTarget) => void;
		}
	): Promise<BrowserTranslator>;
}

/** Returns the browser’s translator; null if it has none. */
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
 * Returns the browser’s name and version, as far as it tells: `Google Chrome 138`. No browser tells
 * which model translates, or when that model changes.
 */
export function browserName(of: unknown = Reflect.get(globalThis, 'navigator')): string {
	const parsed = v.safeParse(brands, of);
	const named = parsed.success
		? parsed.output.userAgentData.brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand))
		: [];
	// The list holds both the browser’s own name and that of the engine that it is built on.
	const own = named.find(({ brand }) => brand !== 'Chromium') ?? named[0];
	return own ? `${own.brand} ${own.version}` : '';
}

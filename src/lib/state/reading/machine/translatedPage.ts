/** What translating needs of the device and of the page, and what it shows in a row. */
import type { Drafted, SentenceProgress } from '$lib/core/machine/blockTranslation';
import type { MachineCache } from '$lib/core/machine/cache';
import type { Care, Engine, LanguagePair } from '$lib/core/machine/engine';
import type { CachedUnit } from '$lib/core/machine/fromCache';
import type { ModelFailure } from '$lib/core/machine/modelStore';
import type { TermFinder } from '$lib/core/machine/terms';
import type { InView } from '$lib/core/machine/order';
import type { TranslationContext } from '$lib/core/machine/translateSentences';
import type { Result } from '$lib/core/result';
import type { PageRow } from '../page';
import type { TranslationOutcome } from './asked.svelte';

/** The engines on this device, and the cache of their answers. */
export interface Machinery extends Pick<TranslationContext, 'alone' | 'now'> {
	readonly cache: MachineCache;
	/**
	 * Returns the engine for a pair of languages: always the same one, without starting it. Null
	 * where there is none. Resolves to a failure, and never rejects, where that cannot be found out.
	 */
	engine(pair: LanguagePair): Promise<Result<Engine | null, ModelFailure>>;
	/**
	 * Returns a function that begins to use the browser's own translator, null where the browser has
	 * none for the pair. It must be called from a click of the reader, and returns whether it worked.
	 */
	browser?(pair: LanguagePair): Promise<(() => Promise<boolean>) | null>;
}

/** What translating needs of the page. */
export interface TranslatedPage {
	readonly article: string;
	readonly pair: LanguagePair;
	/** Returns the way that the reader chose; null for none. */
	care(): Care | null;
	/** Returns the terms to ask for; the same function as long as they are the same. Never rejects. */
	terms(): Promise<TermFinder>;
	/** Returns the rows in page order. */
	rows(): readonly PageRow[];
	/** Returns the rows in view, as indices of `rows`. */
	view(): InView;
	/** Returns the machine translations that the page shows. */
	made(): readonly CachedUnit[];
	/** Renders the page with exactly these machine translations. */
	show(made: readonly CachedUnit[]): void;
	/** Keeps rows as full components: `rows` has, or will have, a state for them. */
	unfold(ids: readonly string[]): void;
	/** Called when everything that was asked for is done. */
	done(outcome: TranslationOutcome): void;
}

/** The content of the row of a paragraph that has no translation yet. */
export type RowState =
	| { readonly kind: 'working'; readonly sentences: readonly SentenceProgress[] }
	| { readonly kind: Exclude<Drafted['kind'], 'unit'> };

import type { TranslationCredit } from '../links/draft';
import type { Lang } from '../text/article';
import type { Unit } from '../translation/unit';

/**
 * A person’s translation that the reader has imported, with the credit that the reader gave.
 * `links` keeps, for every span of every unit, how likely its link is: the editor uses it later.
 */
export interface OwnTranslation {
	readonly id: string;
	readonly article: string;
	readonly lang: Lang;
	readonly credit: TranslationCredit;
	readonly units: readonly Unit[];
	readonly links: readonly (readonly number[])[];
	/** How likely it is that a sentence has no counterpart. Older records have none. */
	readonly omissions?: Omissions;
	/** For corrections: true once every unit’s credit says whether it is a draft’s. */
	readonly compared?: true;
	readonly addedAt: string;
	readonly changedAt: string;
	readonly deleted?: true;
}

/**
 * Sentences of each side that have no counterpart, by their number in the whole side, with how likely
 * that is; 1 where the reader has fixed it.
 */
export type Omissions = Readonly<
	Record<'source' | 'target', readonly (readonly [sentence: number, likely: number])[]>
>;

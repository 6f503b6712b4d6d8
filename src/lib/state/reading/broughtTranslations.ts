import type { OwnTranslation } from '$lib/core/library/ownTranslation';
import type { Metadata } from '$lib/core/text/article';
import { asTranslation } from '$lib/core/translation/own';
import type { Translation } from '$lib/core/translation/unit';

/** The translations that the reader brought in, in the form of stored ones. */
export class BroughtTranslations {
	/** Made once each: of a novel it takes a while. */
	readonly #made = new WeakMap<OwnTranslation, Translation>();

	of(
		brought: readonly OwnTranslation[],
		original: Metadata,
		stored: readonly Translation[]
	): readonly Translation[] {
		return brought.map((own) => {
			const made = this.#made.get(own) ?? asTranslation(own, original, stored);
			this.#made.set(own, made);
			return made;
		});
	}
}

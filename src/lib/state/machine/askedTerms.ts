/** The terms that are asked for in a text, as long as the reader wants it. */
import { termsOf, type TermedText } from '$lib/compose/terms';
import { noTerms, type TermFinder } from '$lib/core/machine/terms';
import { settings } from '../settings/settings.svelte';

/** Returns them; none where the setting is off. */
export const wantedTerms = async (text: TermedText): Promise<TermFinder> =>
	settings.values.terms === 'off' ? noTerms : termsOf(text);

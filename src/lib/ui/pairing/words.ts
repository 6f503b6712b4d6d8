import type { T, UiLang } from '$lib/i18n';
import type { ChoosingFailure } from '$lib/state/pairing/pairingSteps';
import type { PairRow } from '$lib/state/pairing/pairRows';
import { failureWords } from '../add/failure';

/** Returns why a row is uncertain; null where it is not, is left out, or is saved already. */
export const doubtOf = ({ pair, doubt }: PairRow): PairRow['doubt'] =>
	pair.outcome === 'saved' || pair.outcome === 'translated' ? null : doubt;

/** Returns what is to be said of a row: what it is, and what speaks against it. */
export function rowNotes(row: PairRow, t: T): readonly string[] {
	const { pair, kind, moved } = row;
	const doubt = doubtOf(row);
	const count = kind === 'joined' ? pair.source.length : pair.target.length;
	return [
		...(kind === 'pair' ? [] : [t(`pairing.kind.${kind}`, { count })]),
		...(moved ? [t('pairing.moved')] : []),
		...(doubt ? [t(`pairing.doubt.${doubt}`)] : []),
		...(pair.outcome === 'translated' ? [t('pairing.translated')] : []),
		...(pair.outcome === 'saved' ? [t('pairing.saved')] : [])
	];
}

export const choosingWords = (name: string, failure: ChoosingFailure, t: T, ui: UiLang): string =>
	failure.kind === 'no-chapters'
		? t('pairing.choose.noChapters', { name })
		: failureWords(name, failure, t, ui);

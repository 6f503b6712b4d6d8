import type { Lang } from '../../text/article';
import type { Result } from '../../result';
import { arrived, type ArrivalFailure, type Arrived, type TitledSide } from './arrival';
import { readExchange } from './exchange';
import type { ExchangeFailure } from './failure';
import { otherSiteLang } from '../../text/languageTag';

export type FileArrival = Result<Arrived, ExchangeFailure | ArrivalFailure>;

/**
 * Reads a file of a translator’s tool as a translation of `source`. `parsed` is called when its units
 * are known and have yet to be put beside the original.
 */
export function arrivedFile(
	bytes: Uint8Array,
	source: TitledSide,
	parsed: () => void = () => {}
): FileArrival {
	const read = (languages: { readonly source: Lang; readonly target?: Lang }) =>
		readExchange(bytes, languages);
	// A memory of other languages is read as well: the reader is asked which language it is.
	const expected = read({ source: source.lang, target: otherSiteLang(source.lang) });
	const isOther = !expected.ok && expected.failure.kind === 'nothing';
	const document = isOther ? read({ source: source.lang }) : expected;
	if (!document.ok) return document;
	parsed();
	return arrived(document.value.document, source);
}

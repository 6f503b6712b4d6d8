/** Which rows wait for a translation. */
import { hasWords } from '../text/words';
import type { Row } from './row';

/**
 * Whether a row has words and no translation. A scene break, a rule or a picture that the
 * translation lacks is nothing to translate.
 */
export const isUntranslated = ({ originals, shown }: Row): boolean =>
	shown.kind === 'missing' && originals.some(({ text }) => hasWords(text));

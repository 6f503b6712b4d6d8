import { fingerprint, type Fingerprint } from '../text/fingerprint';

/**
 * Returns the fingerprint by which an `OwnReview` identifies the translation that was reviewed. The
 * review lapses when the text no longer has it.
 */
export const reviewedText = (text: readonly string[]): Fingerprint =>
	fingerprint(text.join('\n\n'));

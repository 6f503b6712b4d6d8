/** Limits the size of a translator's file. */
import type { ExchangeFailure } from './failure';

/** Most characters in a file. A larger file is refused: 100,000 units have 40 million. */
export const maxCharacters = 200_000_000;

/** Most bytes of a character (a UTF-16 unit, as `length` counts) in UTF-8 or UTF-16. */
const maxCharacterBytes = 3;

export const tooLarge = (characters: number): ExchangeFailure => ({
	kind: 'too-large',
	characters,
	limit: maxCharacters
});

/** Fails if a file of this size must have too many characters. Called before the file is read. */
export function sizeFailure(bytes: number): ExchangeFailure | null {
	const leastCharacters = Math.floor(bytes / maxCharacterBytes);
	return leastCharacters > maxCharacters ? tooLarge(leastCharacters) : null;
}

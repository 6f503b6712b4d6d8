import { plainOf, references } from '../text/inline';
import { oneLine } from '../text/line';
import type { Inline } from '../text/inlineTree';

/** Returns the words of inline text on one line, without marks and references. */
export const flowWords = (nodes: readonly Inline[]): string => oneLine(plainOf(nodes));

/** Returns whether inline text refers to a note, at any depth. */
export const hasReference = (nodes: readonly Inline[]): boolean => references(nodes).length > 0;

/** What a page has round its text and within it. */
import type { LeftOutReason } from '../../core/import/leftOut';
import type { HtmlElement } from './dom/nodes';

/** Elements that are not part of the text, with all that is in them, and the reason. */
export type Furniture = ReadonlyMap<HtmlElement, LeftOutReason>;

export const without: Furniture = new Map();

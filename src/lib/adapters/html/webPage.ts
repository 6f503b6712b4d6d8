import { isHtml } from '../../core/import/charset';
import { isMhtml } from './mhtml';

/**
 * Returns whether a file is a web page, by its name or its beginning: HTML, or a message with HTML
 * in it.
 */
export const isWebPage = (name: string, start: string): boolean =>
	isHtml(name, start) || isMhtml(start);

/** The address of a paragraph, as it is copied. */
import type { PageRow } from './page';

/**
 * Returns the address of a paragraph in the present view. An article of the library has an address
 * without a language: whoever opens it reads the interface in their own (src/boot/open.js).
 */
export function addressOf({ id }: Pick<PageRow, 'id'>, view: string | null): string {
	const url = new URL(location.href);
	url.pathname = url.pathname.replace(/^\/[a-z]+(?=\/read\/)/, '');
	if (view) url.searchParams.set('view', view);
	url.hash = `p-${id}`;
	return url.href;
}

import type { ScrollAnchor } from '$lib/compose/screen';
import type { PageRow, ReadingPage } from './page';
import { Place, type Stopped } from './place.svelte';

/** Returns the place of a page, which begins to follow the reading. */
export function followPlace(
	page: {
		readonly page: ReadingPage;
		readonly anchor: ScrollAnchor | null;
		itemOf(row: Element): PageRow | null;
	},
	root: HTMLElement,
	layOut: () => void,
	stopped: Stopped | null
): Place {
	const place = new Place({
		page: () => page.page,
		root,
		anchor: () => page.anchor,
		itemOf: page.itemOf,
		layOut
	});
	void place.start(stopped);
	return place;
}

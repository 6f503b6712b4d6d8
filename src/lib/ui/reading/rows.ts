import type { Component } from 'svelte';
import type { PageRow, ReadingPage } from '$lib/state/reading/page';
import type { Phrases } from '$lib/state/reading/phrases';

export interface RowsProps {
	items: readonly PageRow[];
	langs: ReadingPage['langs'];
	notes: ReadonlyMap<string, string>;
	phrases: Phrases;
}

/** Shows the rows of a chunk. */
export type RowsPart = Component<RowsProps>;

/**
 * A long text comes to the page in pieces: the first screens at once, the rest while the browser
 * rests, so that a novel opens as soon as an article does. A prerendered page is whole from the
 * beginning: chunks then only bound what the browser lays out.
 */
import { namedRow } from '$lib/state/address';
import type { PageRow } from './page';

/** About two screens: less would be laid out row by row, more would be laid out for nothing. */
const rowsPerChunk = 10;
/** Beyond this a text comes in pieces. */
const longRows = 400;
const chunksAtOnce = 24;

export function inChunks(rows: () => readonly PageRow[]) {
	const all = $derived(chunksOf(rows()));
	const long = $derived(rows().length > longRows);
	let shown = $state(1);
	const count = $derived(long ? Math.min(shown, all.length) : all.length);

	$effect(() => {
		if (!long || shown >= all.length) return;
		const timer = setTimeout(() => (shown = needed(all, shown + chunksAtOnce)));
		return () => clearTimeout(timer);
	});
	return {
		get chunks() {
			return all.slice(0, count);
		},
		get whole() {
			return count === all.length;
		},
		get long() {
			return long;
		}
	};
}

/** As many chunks as planned, or as it takes to reach the paragraph that the address names. */
function needed(all: readonly (readonly PageRow[])[], planned: number): number {
	const named = namedRow();
	const target = all.findIndex((chunk) => chunk.some(({ id }) => `p-${id}` === named));
	return Math.max(planned, target + 1);
}

function chunksOf(rows: readonly PageRow[]): (readonly PageRow[])[] {
	const chunks: (readonly PageRow[])[] = [];
	for (let at = 0; at < rows.length; at += rowsPerChunk)
		chunks.push(rows.slice(at, at + rowsPerChunk));
	return chunks;
}

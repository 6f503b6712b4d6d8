/* eslint-disable svelte/prefer-svelte-reactivity -- these sets are replaced, never changed */
/**
 * Renders a long text in chunks: those that the reader sees at once, the rest in slices of a few
 * milliseconds, the nearest first, so that a novel opens as fast as an article. A chunk that waits
 * is as high as one that the browser skips (css/chunks.css), so that nothing moves. A prerendered
 * page is complete from the start: there chunks only limit what the browser lays out.
 */
import { tick } from 'svelte';
import { browser } from '$app/environment';
import { namedRow } from '$lib/state/reading/address';
import type { PageRow } from '$lib/state/reading/page';

type Chunk = readonly PageRow[];

/** Rows in a chunk: about two screens. Fewer cause more layouts, more are laid out unseen. */
const rowsPerChunk = 10;
/** Number of rows; a longer text is rendered chunk by chunk. */
const longRows = 400;
/** Time that a slice may take, in milliseconds. The next one takes as many chunks as fit into it. */
const sliceMs = 12;

export function inChunks(rows: () => readonly PageRow[]) {
	let before: readonly Chunk[] = [];
	const all = $derived.by(() => (before = chunksOf(rows(), before)));
	const long = $derived(browser && rows().length > longRows);
	let filled = $state.raw<ReadonlySet<number>>(new Set());
	const whole = $derived(!long || filled.size >= all.length);
	let atOnce = 1;

	async function fill() {
		const began = performance.now();
		const next = waiting(all, filled).slice(0, atOnce);
		filled = new Set([...filled, ...next]);
		await tick();
		const perChunk = (performance.now() - began) / next.length;
		atOnce = Math.max(1, Math.min(2 * atOnce, Math.floor(sliceMs / perChunk)));
	}

	$effect.pre(() => {
		if (long && filled.size === 0) filled = new Set([chunkInView(all)]);
	});
	$effect(() => {
		if (whole) return;
		void filled;
		const timer = setTimeout(() => void fill());
		return () => clearTimeout(timer);
	});
	return {
		get chunks() {
			return all;
		},
		isFilled: (at: number) => !long || filled.has(at),
		get whole() {
			return whole;
		},
		get long() {
			return long;
		}
	};
}

/** Returns the chunks that are not in the page, those near the reader first. */
function waiting(all: readonly Chunk[], filled: ReadonlySet<number>): readonly number[] {
	const here = chunkInView(all);
	return [...all.keys()]
		.filter((at) => !filled.has(at))
		.sort((a, b) => distance(a, here) - distance(b, here));
}

/** What is read next comes before what has been read. */
const distance = (at: number, here: number): number => (at < here ? 2 * (here - at) : at - here);

/** Returns the chunk in the middle of the view; at the top of the page the one that the address names. */
function chunkInView(all: readonly Chunk[]): number {
	const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.chunk');
	if (scrollY > 0 && seen) return [...document.querySelectorAll('.chunk')].indexOf(seen);
	const named = namedRow();
	const chunk = named ? all.findIndex((rows) => rows.some(({ id }) => `p-${id}` === named)) : 0;
	return Math.max(0, chunk);
}

/** Cuts rows into chunks. A chunk whose rows are those of before is the same object. */
function chunksOf(rows: readonly PageRow[], before: readonly Chunk[]): readonly Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = 0; at < rows.length; at += rowsPerChunk) {
		const chunk = rows.slice(at, at + rowsPerChunk);
		const known = before[chunks.length];
		const isSame = known?.length === chunk.length && chunk.every((row, i) => row === known[i]);
		chunks.push(isSame && known ? known : chunk);
	}
	return chunks;
}

import type { AlignAction } from './keys';

/** The icons of the tools, as paths in a square of 20; what they do is also written beside them. */
export const icons: Partial<Record<AlignAction, string>> = {
	join: 'M3 4h14M3 16h14M10 4.5v4M10 15.5v-4M8 7l2 2 2-2M8 13l2-2 2 2',
	split: 'M3 10h14M10 8V2.5M10 12v5.5M8 4.5l2-2 2 2M8 15.5l2 2 2-2',
	up: 'M10 16V4M5.5 8.5 10 4l4.5 4.5',
	down: 'M10 4v12M5.5 11.5 10 16l4.5-4.5',
	link: 'M8 6H6a4 4 0 0 0 0 8h2M12 6h2a4 4 0 0 1 0 8h-2M7 10h6',
	unlink: 'M8 6H6a4 4 0 0 0 0 8h2M12 6h2a4 4 0 0 1 0 8h-2M10 3v3M10 14v3',
	omit: 'M4 10h5M15.5 7.5l-4 5M11.5 7.5l4 5',
	drop: 'M4 6h12M8 6V4h4v2M5.5 6l1 11h7l1-11',
	confirm: 'm4 10.5 4 4 8-9',
	undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
	redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5',
	next: 'M10 3v10M5.5 9 10 13.5 14.5 9M5 17h10',
	previous: 'M10 17V7M5.5 11 10 6.5 14.5 11M5 3h10',
	least: 'M7 7.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2.9-1.2 1.8M10 15.5v.01'
};

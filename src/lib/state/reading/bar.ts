/** The bar of a reading page that is scrolled. Loaded at the first scroll. */
import { followScroll } from '$lib/compose/barMotion';
import type { ReadingPage } from './page';

/** Starts the bar’s motion, its title and what is left to read. */
export function followReading(
	root: HTMLElement,
	page: () => Pick<ReadingPage, 'minutes' | 'phrases'>,
	signal: AbortSignal
): void {
	const bar = root.parentElement?.querySelector<HTMLElement>('.bar');
	if (bar && !signal.aborted) followScroll(bar, root, (ahead) => timeLeft(page(), ahead), signal);
}

/** Returns what is left to read, in minutes; empty at the end. */
export function timeLeft(
	{ minutes, phrases }: { minutes: number; phrases: { left: string } },
	ahead: number
): string {
	const left = Math.ceil(minutes * ahead);
	return left > 0 ? phrases.left.replace('#', String(left)) : '';
}

/** Watches whether this is a moment for work in the background. */

/** `hidden`: the tab is not shown; `battery`: the battery is low and not charging. */
export type Hold = 'hidden' | 'battery';

/** The charge below which a battery that is not charging is low, from 0 to 1. */
const low = 0.2;

/** The part of a `BatteryManager` that is read here: https://www.w3.org/TR/battery-status/ */
interface Battery extends EventTarget {
	readonly charging: boolean;
	readonly level: number;
}

/**
 * Calls back at once and after every change with what speaks against it; null for nothing. A browser
 * that does not report its battery (Firefox, Safari) counts as charged. Returns the function that
 * ends it.
 */
export function watchConditions(next: (hold: Hold | null) => void): () => void {
	const ended = new AbortController();
	const { signal } = ended;
	let battery: Battery | null = null;
	const look = () => next(holdOf(document.hidden, battery));
	document.addEventListener('visibilitychange', look, { signal });
	look();
	void batteryOf(navigator).then((found) => {
		if (!found || signal.aborted) return;
		battery = found;
		for (const event of ['chargingchange', 'levelchange'])
			found.addEventListener(event, look, { signal });
		look();
	});
	return () => ended.abort();
}

/** Returns what speaks against work in the background. */
export function holdOf(
	isHidden: boolean,
	battery: Pick<Battery, 'charging' | 'level'> | null
): Hold | null {
	if (isHidden) return 'hidden';
	return battery && !battery.charging && battery.level < low ? 'battery' : null;
}

async function batteryOf(browser: Navigator): Promise<Battery | null> {
	if (!('getBattery' in browser) || typeof browser.getBattery !== 'function') return null;
	try {
		const found: unknown = await browser.getBattery();
		return isBattery(found) ? found : null;
	} catch {
		return null; // a policy forbids it
	}
}

const isBattery = (found: unknown): found is Battery =>
	found instanceof EventTarget &&
	'charging' in found &&
	typeof found.charging === 'boolean' &&
	'level' in found &&
	typeof found.level === 'number';

import { afterEach, expect, test, vi } from 'vitest';
import { layOutAtOnce, layOutInSteps } from './layOut';

/** Idle moments that have been asked for. */
const asked: (() => void)[] = [];
const idle = () => asked.shift()?.();

vi.stubGlobal('document', { readyState: 'complete' });
vi.stubGlobal('requestIdleCallback', (act: () => void) => asked.push(act));
afterEach(() => asked.splice(0));

/** Stands in for the root of an article with parts below its first screen. */
function article(count: number, isLong = false) {
	const parts = Array.from({ length: count }, () => ({ dataset: {} as DOMStringMap }));
	const root = {
		dataset: {} as DOMStringMap,
		matches: () => !isLong && root.dataset.laid === undefined,
		querySelector: () => parts.find(({ dataset }) => dataset.drawn === undefined) ?? null
	};
	const drawn = () => parts.filter(({ dataset }) => dataset.drawn !== undefined).length;
	return { root: root as unknown as HTMLElement, drawn };
}
const now = (change: () => void) => change();

test('an article is laid out a part in each idle moment, and is then laid out whole', () => {
	const { root, drawn } = article(2);
	layOutInSteps(root, now);
	for (const parts of [1, 2]) {
		idle();
		expect([drawn(), root.dataset.laid]).toEqual([parts, undefined]);
	}
	idle();
	expect(root.dataset.laid).toBe('');
	expect(asked).toEqual([]);
});

test('a page that is left, or laid out at once meanwhile, takes no more steps', () => {
	const left = article(2);
	const stop = layOutInSteps(left.root, now);
	idle();
	stop();
	idle();
	expect(left.drawn()).toBe(1);

	const sought = article(2);
	layOutInSteps(sought.root, now);
	layOutAtOnce(sought.root, now);
	idle();
	expect([sought.drawn(), asked.length]).toEqual([0, 0]);
});

test('a long text is never laid out whole', () => {
	const { root, drawn } = article(2, true);
	layOutInSteps(root, now);
	idle();
	layOutAtOnce(root, now);
	expect([drawn(), root.dataset.laid]).toEqual([0, undefined]);
});

test('each change keeps the place', () => {
	const { root } = article(1);
	const keepPlace = vi.fn(now);
	layOutInSteps(root, keepPlace);
	idle();
	idle();
	expect(keepPlace).toHaveBeenCalledTimes(2);
});

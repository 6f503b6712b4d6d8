import { expect, test } from 'vitest';
import { runLanes, type Step } from './lanes.mjs';
import { none } from './tally.mjs';

const passed = { ...none, passed: 1 };
const failed = { ...none, failed: 1 };

/** Makes lanes whose steps record that they began; a step may wait for another's end. */
function lanes() {
	const began: string[] = [];
	const printed: string[] = [];
	const step = (
		name: string,
		tally = passed,
		until: Promise<unknown> = Promise.resolve()
	): Step => ({
		name,
		run: async () => {
			began.push(name);
			await until;
			return { tally, output: `output of ${name}\n` };
		}
	});
	return { began, printed, step, print: (text: string) => void printed.push(text) };
}

test('lanes run side by side, and their counts add up', async () => {
	const { began, step, print } = lanes();
	let release = () => {};
	const blocked = new Promise<void>((resolve) => (release = resolve));
	const total = runLanes(
		[
			[step('a', passed, blocked), step('b')],
			[step('c'), { name: 'd', run: async () => (release(), { tally: passed }) }]
		],
		print
	);
	expect(await total).toEqual({ passed: 4, failed: 0, skipped: 0 });
	expect(began).toEqual(['a', 'c', 'b']);
});

test('after a failure no lane begins another step, and the failure is counted', async () => {
	const { began, printed, step, print } = lanes();
	const later = new Promise((resolve) => setTimeout(resolve, 5));
	const total = await runLanes(
		[
			[step('a', failed), step('b')],
			[step('c', passed, later), step('d')]
		],
		print
	);
	expect(total).toEqual({ passed: 1, failed: 1, skipped: 0 });
	expect(began).toEqual(['a', 'c']);
	expect(printed[0]).toMatch(/^output of a\n── a: failed \(\d+ s\)$/);
});

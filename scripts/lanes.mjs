/** Runs steps in lanes: the lanes run side by side, the steps of a lane one after the other. */
import { add, none } from './tally.mjs';

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {{ tally: Tally, output?: string }} Outcome `output`: what the step kept to itself
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Step
 */

/**
 * Runs all lanes to their ends. After a failure no lane begins another step. A step's output is
 * printed whole when the step ends.
 * @param {readonly (readonly Step[])[]} lanes
 * @param {(text: string) => void} [print]
 * @returns {Promise<Tally>}
 */
export async function runLanes(lanes, print = console.log) {
	let total = none;
	/** @param {readonly Step[]} steps */
	const runLane = async (steps) => {
		for (const { name, run } of steps) {
			if (total.failed > 0) return;
			const started = performance.now();
			const { tally, output = '' } = await run();
			total = add(total, tally);
			const seconds = Math.round((performance.now() - started) / 1000);
			const outcome = tally.failed > 0 ? 'failed' : 'good';
			print(`${output.trim()}\n── ${name}: ${outcome} (${seconds} s)`.trim());
		}
	};
	await Promise.all(lanes.map(runLane));
	return total;
}

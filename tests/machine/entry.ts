/** The translator by itself, within reach of tests: `site.ts` builds it as the site’s own build would. */
import { openOpus } from '../../src/lib/adapters/mt/opus/start';

const machine = { openOpus };
export type Machine = typeof machine;

declare global {
	interface Window {
		machine: Machine;
	}
}

window.machine = machine;

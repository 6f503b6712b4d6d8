/** `tsx bench/align-once.ts SIZE`: aligns a made-up text of that many sentences, in a process alone. */
import { align } from '../src/lib/core/align/align';
import { seedOf } from '../src/lib/core/align/seed';
import { parallel } from './parallel';

const [source, target] = parallel(Number(process.argv[2]));
const seed = await seedOf('sv', 'en');
// What a worker has done when its second text comes: the code is compiled.
const [little, other] = parallel(200);
align(little, other, { seed });
const before = process.memoryUsage().rss;
const cpu = process.cpuUsage();
const start = performance.now();
const result = align(source, target, { seed });
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const linked = result.ok ? result.value.sentences.filter(([a, b]) => a.length && b.length) : [];
process.stdout.write(
	JSON.stringify({
		ms,
		cpuMs: (user + system) / 1000,
		/** Of the whole process at its highest, and before the text was aligned. */
		peakMb: process.resourceUsage().maxRSS / 1000,
		beforeMb: before / 1e6,
		beads: linked.length
	})
);

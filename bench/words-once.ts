/** `tsx bench/words-once.ts FROM TO`: milliseconds of the processor that loading a dictionary takes. */
import { parseEntries, lexicon } from '../src/lib/core/words/lexicon';
import { turned } from '../src/lib/core/words/turned';

const texts = await Promise.all(
	[
		import('../src/lib/core/words/lexicon/a-d'),
		import('../src/lib/core/words/lexicon/e-g'),
		import('../src/lib/core/words/lexicon/h-k'),
		import('../src/lib/core/words/lexicon/l-o'),
		import('../src/lib/core/words/lexicon/p-t'),
		import('../src/lib/core/words/lexicon/s'),
		import('../src/lib/core/words/lexicon/u-o')
	].map(async (shard) => (await shard).entries)
);
const english = process.argv[2] === 'en';
const own = english ? [(await import('../src/lib/core/words/lexicon/english')).entries] : [];
const cpu = process.cpuUsage();
const source = lexicon('sv', parseEntries(texts));
if (english) lexicon('en', turned(source, parseEntries(own)));
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(String((user + system) / 1000));

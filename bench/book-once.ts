/** `tsx bench/book-once.ts FILE`: reads a book twice in a process alone; the second time is warm. */
import { readFileSync } from 'node:fs';
import { readBook } from '../src/lib/adapters/import/bookReader';
import { openPdfInShell } from '../src/lib/adapters/pdf/shellPdf';
import { countWords } from '../src/lib/core/text/words';

const file = readFileSync(process.argv[2] ?? '');
const before = process.memoryUsage().rss;

async function once() {
	const cpu = process.cpuUsage();
	const start = performance.now();
	const book = await readBook(new Uint8Array(file), { lang: null, openPdf: openPdfInShell });
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	if (!book?.ok) throw new Error(JSON.stringify(book));
	const words = book.value.chapters
		.flatMap(({ blocks }) => blocks)
		.reduce((sum, { text }) => sum + countWords(text), 0);
	return { ms, cpuMs: (user + system) / 1000, words };
}

const cold = await once();
const peakMb = process.resourceUsage().maxRSS / 1000;
const warm = await once();
process.stdout.write(
	JSON.stringify({
		cold,
		warm,
		/** Of the whole process at its highest, and before the book was read. */
		peakMb,
		beforeMb: before / 1e6
	})
);

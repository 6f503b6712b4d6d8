import { describe, expect, it } from 'vitest';
import { content } from './content';
import { searchCommand, type ResultJson } from './search';

interface Printed {
	readonly query: string;
	readonly total: number;
	readonly results: readonly ResultJson[];
}

async function search(...args: readonly string[]): Promise<Printed & { said: string }> {
	const said: string[] = [];
	const result = await searchCommand.run([...args, '--json'], (line) => said.push(line));
	if (!result.ok || typeof result.value !== 'string') throw new RangeError(JSON.stringify(result));
	return { ...(JSON.parse(result.value) as Printed), said: said.join('\n') };
}
const lit = ({ text, matches }: ResultJson) =>
	matches.map(([from, to]) => text.slice(from, to).toLowerCase());

describe('search', () => {
	it('prints results with exactly these names', async () => {
		const { said, ...printed } = await search('språk', '--limit', '3');
		expect(said).toBe('');
		expect(Object.keys(printed)).toEqual(['query', 'total', 'results']);
		expect(printed.query).toBe('språk');
		expect(printed.total).toBeGreaterThan(3);
		expect(printed.results).toHaveLength(3);
		for (const result of printed.results) {
			expect(Object.keys(result)).toEqual(
				'article title paragraph side lang text counterpart matches'.split(' ')
			);
			expect(lit(result).every((form) => /språk/.test(form))).toBe(true);
		}
		expect((await search('språk', '--limit', '0')).results).toEqual([]);
	});

	it('finds every paragraph of the site’s originals by three of its words', async () => {
		const entry = content().find(({ id }) => id === 'borja-har');
		const block = entry?.original?.blocks.find(({ kind }) => kind === 'paragraph');
		const words = (block?.text ?? '').match(/\p{L}{5,}/gu)?.slice(0, 3) ?? [];
		const { results } = await search(words.join(' '));
		expect(results[0]).toMatchObject({
			article: 'borja-har',
			paragraph: block?.fingerprint,
			side: 'original',
			lang: 'sv'
		});
		expect(results[0]?.counterpart).not.toBe('');
	});

	it('finds the other language, titles and phrases', async () => {
		const english = await search('police lang:en');
		expect(english.results.every(({ lang }) => lang === 'en')).toBe(true);
		expect(english.results.flatMap(lit)).toContain('police');
		const [title] = (await search('title:Kazakstan januari')).results;
		expect(title?.article).toBe('kazakstan-i-januari-2022');
		const text = 'i Kazakstan';
		const phrase = await search(`"${text}"`);
		expect(phrase.results.length).toBeGreaterThan(0);
		for (const result of phrase.results) expect(lit(result)).toContain(text.toLowerCase());
	});

	it.each([
		['?!', 'no words to look for'],
		['-polisen', 'no words to look for'],
		['polisen lang:de', 'the library has no de'],
		['Qwxyzsch', 'not in the library: qwxyzsch'],
		['<b>Qwxyz</b>', 'not in the library: qwxyz'],
		['ord '.repeat(2500), 'only its beginning'],
		['manniskor', 'read with other marks: '],
		['polisen Qwxyz', 'no paragraph has all the words']
	])('says what became of “%.20s”', async (query, said) => {
		expect((await search(query)).said).toContain(said);
	});

	it('finds small words too', async () => {
		expect((await search('och att det')).total).toBeGreaterThan(0);
	});

	it.each([
		[[], 'name a query'],
		[['bok', '--limit', 'x'], '--limit takes a number'],
		[['bok', '--lmit=3'], 'no such option: --lmit=3']
	])('refuses %j', async (args, message) => {
		const refused = await searchCommand.run(args);
		expect(!refused.ok && refused.failure).toContain(message);
	});

	it('prints lines for people', async () => {
		const printed = await searchCommand.run(['polisen', '--limit', '1']);
		expect(printed.ok && printed.value).toMatch(/^\d+ results, the first 1\n\n.+ \(.+\)\n {2}.*\[/);
	});
});

/** Which words of counterparts answer those that were found. */
import type { SearchAnswer, ShownLine } from '$lib/adapters/search/protocol';
import { askSearch } from '$lib/compose/search';
import { grouped } from '$lib/core/search/grouped';
import type { AnsweredRange } from '$lib/core/words/answer';

export type LinkedLines = ReadonlyMap<ShownLine, readonly AnsweredRange[]>;

/** Links the lines of an answer, those of two languages at a time; none where that fails. */
export async function linked({ texts }: SearchAnswer, signal: AbortSignal): Promise<LinkedLines> {
	const results = texts.flatMap((text) => text.results);
	const all = results.flatMap(({ lang, lines }) => lines.map((line) => ({ lang, line })));
	const found = new Map<ShownLine, readonly AnsweredRange[]>();
	for (const group of grouped(all, ({ lang, line }) => `${lang} ${line.to}`).values()) {
		const [first] = group;
		const lines = group.map(({ line }) => line.line);
		if (!first) continue;
		const pair = { from: first.lang, to: first.line.to };
		const answered = await askSearch({ kind: 'answers', ...pair, lines }, { signal });
		if (!answered.ok) return found;
		const { answers } = answered.value;
		for (const [at, { line }] of group.entries()) found.set(line, answers[at] ?? []);
	}
	return found;
}

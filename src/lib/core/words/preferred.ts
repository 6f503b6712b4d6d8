/**
 * Parses a table of preferences: `form = lemma code, lemma code`, the likeliest first. A code may be
 * absent.
 */
export const parsePreferred = (text: string): ReadonlyMap<string, readonly string[]> =>
	new Map(
		text
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith('#'))
			.map((line) => {
				const [form = '', lemmas = ''] = line.split(' = ');
				return [form, lemmas.split(', ')] as const;
			})
	);

/** Returns the place of a lemma in the preferences of a form, or null if it is not among them. */
export function preference(
	preferred: readonly string[] | undefined,
	lemma: string,
	code: string
): number | null {
	const at = preferred?.findIndex((wanted) => wanted === lemma || wanted === `${lemma} ${code}`);
	return at === undefined || at === -1 ? null : at;
}

/** Parses `husen hus, katter katt`: words with what is expected of them. */
export const pairs = (text: string): readonly (readonly [word: string, expected: string])[] =>
	text
		.trim()
		.split(/,\s*/)
		.map((pair) => {
			const [word = '', expected = ''] = pair.split(' ');
			return [word, expected] as const;
		});

const negated: Readonly<Record<string, string>> = {
	"can't": 'can',
	"won't": 'will',
	"shan't": 'shall',
	"ain't": 'be'
};

const rests = /^(.+)'(ll|re|ve|d|m|s)$/;
const beforeIs =
	/^(?:it|he|she|that|this|there|here|what|who|where|how|when|why|let|everything|nothing|something|everyone|someone|one)$/;

/** Returns the words of a contraction in lower case: `don't`, `do` and `n't`; null if it is none. */
export function englishContraction(form: string): readonly [word: string, rest: string] | null {
	if (/n't$/.test(form)) return [negated[form] ?? form.slice(0, -3), "n't"];
	if (form === 'cannot') return ['can', 'not'];
	const [, word, rest] = rests.exec(form) ?? [];
	if (word === undefined || rest === undefined) return null;
	return rest !== 's' || beforeIs.test(word) ? [word, `'${rest}`] : null;
}

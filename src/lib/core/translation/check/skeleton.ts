/**
 * Reduces a name to a key that is equal for its spellings in Latin script: Tokajev and Tokayev,
 * Zjanaozen and Zhanaozen, Solzjenitsyn and Solzhenitsyn, Erdoğan and Erdogan. The key only decides
 * whether a name has a match, so it may treat different names as one.
 */
const rules: readonly (readonly [RegExp, string])[] = [
	[/sch|sh|sj|sk(?=j)/g, 's'],
	[/zh|zj/g, 'z'],
	[/tch|ch|tj|kh/g, 'k'],
	[/ph/g, 'f'],
	[/th/g, 't'],
	[/[cq]/g, 'k'],
	[/x/g, 'ks'],
	[/w/g, 'v'],
	[/[jy]/g, 'i'],
	[/iu/g, 'u'],
	[/(.)\1+/g, '$1']
];

export const skeleton = (name: string): string =>
	rules.reduce(
		(word, [from, to]) => word.replace(from, to),
		name
			.normalize('NFD')
			.replace(/[\p{M}’']/gu, '')
			.toLowerCase()
	);

import { vowel } from './spelling';

/** Endings of Swedish nouns, verbs and adjectives. Several may stand in a row: the longest is listed. */
const endings =
	`a an ad ade ads ades ande andes anden andet are arens ares aren arna arnas ar ars as ast aste astes at ats
	d da das de des dd dda ddas dde ddes dds e en ens ena enas ende endes er ers eri erna ernas es et ets
	n na nas ne nes ns nd nde ndes nden ndena ndet o or ors orna ornas r rna rnas re res rs s st sta ste stes
	t ta tas te tes ts tt tts tta ttas`.split(/\s+/);

const longest = Math.max(...endings.map((ending) => ending.length));
const known = new Set(endings);

/**
 * Yields what the lemma of a form may be, or a form that its entry lists. Most of them are no words:
 * the lexicon is asked for each, and the entry whether it has that form.
 */
export function* swedishStems(form: string): Iterable<string> {
	yield form;
	const irregular = irregularBases.get(form);
	if (irregular !== undefined) yield irregular;
	const colon = form.search(/[:’'](?:s|n|en|et|er|ar|erna|arna|are)$/);
	if (colon > 0) yield form.slice(0, colon);
	if (form.endsWith('o')) yield* oldPasts(form.slice(0, -1));
	yield* restored(form);
	for (let cut = 1; cut <= Math.min(longest, form.length - 1); cut++)
		if (known.has(form.slice(-cut))) yield* restored(form.slice(0, -cut));
}

const irregularBases: ReadonlyMap<string, string> = new Map([
	['vore', 'vara'],
	['voro', 'vara'],
	['äro', 'vara'],
	['gingo', 'gick'],
	['fingo', 'fick'],
	['gåvo', 'gav'],
	['buro', 'bar'],
	['skuro', 'skar'],
	['stulo', 'stal'],
	['lilla', 'liten'],
	['lillas', 'liten'],
	['lille', 'liten'],
	['lilles', 'liten']
]);

/** Yields the singular that a plural of older texts may have: `funn(o)`, `fann`; `komm(o)`, `kom`. */
function* oldPasts(stem: string): Iterable<string> {
	yield stem.replace(/u(?=[^aeiouyåäö]+$)/, 'a');
	yield stem.replace(/mm$/, 'm');
}

const doubleEnd = /([mn])\1$/;
const consonants = new RegExp(`(?<=[^${vowel}])[lrn]$`);

/** Yields a stem with what inflection takes from a word: `flick(a)`, `ru(m)`, `nyck(e)l`. */
function* restored(stem: string): Iterable<string> {
	for (const form of [stem, ...respelled(stem)]) {
		yield form;
		yield `${form}a`;
		yield `${form}e`;
	}
	yield `${stem}r`;
	yield `${stem}er`;
	yield `${stem}um`;
	yield `${stem}d`;
	yield `${stem}dd`;
	yield `${stem}t`;
	yield `${stem}s`;
	yield `${stem}en`;
	yield `${stem}da`;
	yield `${stem}ta`;
}

function respelled(stem: string): readonly string[] {
	const last = stem.slice(-1);
	if (doubleEnd.test(stem)) return [stem.slice(0, -1)];
	if (/[mn]$/.test(stem) && !consonants.test(stem)) return [stem + last];
	if (!consonants.test(stem)) return [];
	const before = stem.slice(0, -1);
	const twice = /[mn]$/.test(before) ? [`${before}${before.slice(-1)}`] : [];
	return [before, ...twice].flatMap((start) =>
		['e', 'a', 'o'].map((letter) => start + letter + last)
	);
}

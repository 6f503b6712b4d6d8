import { irregularBases } from './irregular';

const endings: readonly (readonly [RegExp, readonly string[]])[] = [
	[/s$/, ['']],
	[/es$/, ['']],
	[/ies$|ied$|ier$|iest$/, ['y']],
	[/ves$/, ['f', 'fe']],
	[/ed$|er$|est$/, ['', 'e']],
	[/ing$/, ['', 'e']],
	[/ying$/, ['ie']]
];

/** How American English spells what the lexicon spells in the British way. */
const american: readonly (readonly [RegExp, string])[] = [
	[/(?<=..)iz(?=e|ing|ation)/, 'is'],
	[/yz(?=e|ing)/, 'ys'],
	[/(?<=^\w{3,})or(?=$|s$|ed$|ing$|able|ful|ite|hood|er)/, 'our'],
	[/ter(?=s?$)/, 'tre'],
	[/(?<=[ae])l(?=ed$|ing$|er$|ers$)/, 'll'],
	[/ense(?=s?$)/, 'ence'],
	[/og(?=s?$)/, 'ogue'],
	[/gray/, 'grey'],
	[/ll(?=$|s$|ment)/, 'l'],
	[/program(?=s?$)/, 'programme'],
	[/(?<=^(?:pa|f|arch|an|p|enc|ma|h)\w*?)e(?=di|tal|olog|emi)/, 'ae'],
	[/skeptic/, 'sceptic'],
	[/mold/, 'mould'],
	[/^plow/, 'plough'],
	[/judgment/, 'judgement'],
	[/^tire(?=s?$)/, 'tyre'],
	[/^curb(?=s?$)/, 'kerb'],
	[/jewelry/, 'jewellery'],
	[/^check(?=s?$)/, 'cheque']
];

/** Returns a form in lower case in the spellings that the lexicon may have, its own first. */
export const englishVariants = (form: string): readonly string[] => [
	form,
	...american.map(([from, to]) => form.replace(from, to)).filter((british) => british !== form)
];

/** Yields what the lemma of a form in lower case may be. */
export function* englishStems(form: string): Iterable<string> {
	yield form;
	for (const bare of new Set([form, form.replace(/'s?$/, '')])) {
		yield bare;
		yield* irregularBases.get(bare) ?? [];
		for (const [ending, replacements] of endings)
			if (ending.test(bare))
				for (const replacement of replacements) yield* undoubled(bare.replace(ending, replacement));
	}
}

/** Yields a stem, and with a single last letter where it has two: `stopp`, `stop`. */
function* undoubled(stem: string): Iterable<string> {
	yield stem;
	if (/([bdfgklmnprstvz])\1$/.test(stem)) yield stem.slice(0, -1);
}

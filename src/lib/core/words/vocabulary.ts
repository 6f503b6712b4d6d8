import { costOf } from './cost';
import { inLexiconOrder, merged, verbsFirst } from './merged';
import { byForm, suffixForms, type SuffixForm } from './affix';
import { ordered, type Analysis } from './analysis';
import { classOf, meaningsOf, type LexiconEntry } from './entry';
import type { WordClass } from './wordClass';
import type { Grammar } from './grammar';
import type { Feature } from './inflected';
import type { LexiconIndex } from './lexicon';

/** Forms whose answers are kept for the next time: those of a long article. */
const mostListed = 4000;

type Inflections = readonly (readonly Feature[])[];

/** A lexicon with the rules of its language: finds the entries that a form may belong to. */
export class Vocabulary {
	readonly lexicon: LexiconIndex;
	readonly grammar: Grammar;
	readonly suffixes: ReadonlyMap<string, readonly SuffixForm[]>;
	readonly cognates: ReadonlyMap<string, readonly SuffixForm[]>;
	readonly #listed = new Map<string, readonly Analysis[]>();
	readonly #forms = new WeakMap<LexiconEntry, ReadonlyMap<string, Inflections>>();

	constructor(lexicon: LexiconIndex, grammar: Grammar) {
		this.lexicon = lexicon;
		this.grammar = grammar;
		this.suffixes = suffixForms(grammar.suffixes, grammar.forms);
		this.cognates = suffixForms(grammar.cognates, grammar.forms);
	}

	/**
	 * Returns what a form may be a form of, the likeliest first. Capitals may differ as they do where
	 * a sentence begins or a heading is set in capitals; otherwise only where no entry is spelt so.
	 */
	listed(form: string): readonly Analysis[] {
		const known = this.#listed.get(form);
		if (known) return known;
		const found = this.candidates(form);
		const near = found.filter(({ cost }) => cost < odd);
		const joined = merged(
			inLexiconOrder(near.length > 0 ? near : found, this.lexicon),
			this.lexicon
		);
		const listed = ordered(this.grammar.participlesAreVerbs ? verbsFirst(joined) : joined);
		if (this.#listed.size >= mostListed) this.#listed.clear();
		this.#listed.set(form, listed);
		return listed;
	}

	/** Forgets the answers that are kept, as before the first look-up. */
	forget(): void {
		this.#listed.clear();
	}

	/** Returns every entry of one word that has this form. */
	candidates(form: string): readonly Analysis[] {
		return [...this.#entries(form.toLowerCase())].flatMap((entry) => this.#analysis(entry, form));
	}

	/** Returns the class of a word’s likeliest entry; null for a word that is not listed. */
	classOf = (word: string): WordClass | null => this.listed(word)[0]?.wordClass ?? null;

	/** Returns every form of an entry but its head. */
	otherForms(entry: LexiconEntry): readonly string[] {
		const forms = this.grammar.forms(entry).map(({ form }) => form);
		return [...new Set(forms)].filter((form) => form !== entry.head);
	}

	#entries(form: string): ReadonlySet<LexiconEntry> {
		const entries = new Set<LexiconEntry>();
		for (const variant of this.grammar.variants(form))
			for (const stem of this.grammar.stems(variant))
				for (const entry of this.lexicon.listed(stem))
					if (form.includes(' ') || !entry.head.includes(' ') || entry.code === 'ab')
						entries.add(entry);
		return entries;
	}

	#analysis(entry: LexiconEntry, form: string): readonly Analysis[] {
		const forms = this.#inflected(entry);
		const spelt = this.#spellings(form).find(([text]) => forms.has(text));
		const inflections = forms.get(spelt?.[0] ?? '');
		if (!spelt || !inflections || (entry.code === 'px' && form.length < 2)) return [];
		const [text, change] = spelt;
		return [
			{
				lemma: entry.head,
				wordClass: classOf(entry),
				entry,
				inflections: inflections.filter(({ length }) => length > 0),
				via: text === entry.head ? 'exact' : 'inflection',
				parts: [],
				meanings: meaningsOf(entry),
				cost: change + costOf(entry, text === entry.head, inflections, this.grammar, this.lexicon)
			}
		];
	}

	#spellings(form: string): readonly (readonly [text: string, cost: number])[] {
		return spellings(form).flatMap(([text, cost]) =>
			this.grammar
				.variants(text)
				.map((variant, at) => [variant, cost + (at === 0 ? 0 : 0.1)] as const)
		);
	}

	#inflected(entry: LexiconEntry): ReadonlyMap<string, Inflections> {
		const known = this.#forms.get(entry) ?? byForm(this.grammar.forms(entry));
		this.#forms.set(entry, known);
		return known;
	}
}

/** Costs of another spelling; one of `odd` or more is taken only where there is no other. */
const odd = 4;

/** Returns what a form may stand for, with the cost: `Is` for `is`, `SVERIGE` for `Sverige`. */
function spellings(form: string): readonly (readonly [text: string, cost: number])[] {
	const lower = form.toLowerCase();
	const first = form.charAt(0);
	const same = [form, 0] as const;
	const begun = [first.toLowerCase() + form.slice(1), 0.01] as const;
	if (form === lower)
		return [same, [first.toUpperCase() + form.slice(1), odd], [form.toUpperCase(), odd]];
	if (form !== form.toUpperCase() || form.length === 1) return [same, begun, [lower, odd]];
	return [same, [lower, 0.5], [first + lower.slice(1), 0.6]];
}

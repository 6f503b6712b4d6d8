/** What a form says beside its word: number, tense and so on, as grammars name them. */
export type Feature =
	| 'singular'
	| 'plural'
	| 'indefinite'
	| 'definite'
	| 'genitive'
	| 'infinitive'
	| 'imperative'
	| 'present'
	| 'past'
	| 'subjunctive'
	| 'supine'
	| 'past participle'
	| 'present participle'
	| 'passive'
	| 'third person'
	| 'neuter'
	| 'masculine'
	| 'comparative'
	| 'superlative';

export interface Inflected {
	readonly form: string;
	/** In the order in which they are said; empty for a word that is not inflected. */
	readonly features: readonly Feature[];
}

export const inflected = (form: string, ...features: readonly Feature[]): Inflected => ({
	form,
	features
});

/** Returns each form with the same features. */
export const each = (
	forms: readonly string[],
	...features: readonly Feature[]
): readonly Inflected[] => forms.map((form) => inflected(form, ...features));

/** Returns the same forms with one more feature, changed by `change`. */
export const further = (
	forms: readonly Inflected[],
	feature: Feature,
	change: (form: string) => string
): readonly Inflected[] =>
	forms.map(({ form, features }) => inflected(change(form), ...features, feature));

import { classOf, type LexiconEntry } from '../entry';
import { each, further, inflected, type Inflected } from '../inflected';
import { irregular } from './irregular';
import { compared, participles, pasts, withS } from './spelling';

/**
 * Returns every form of an English entry with what the form says, the head among them. A form may
 * come twice, with other features. Where writers differ, every way of writing is given.
 */
export function englishForms(entry: LexiconEntry): readonly Inflected[] {
	switch (classOf(entry)) {
		case 'noun':
			return nounForms(entry.head);
		case 'verb':
			return verbForms(entry.head);
		case 'adjective':
			return comparedForms(entry.head);
		case 'adverb':
			return comparable.has(entry.head) ? comparedForms(entry.head) : [inflected(entry.head)];
		case 'name':
		case 'abbreviation':
		case 'pronoun':
			return owned(given(entry).map((form) => inflected(form)));
		case 'numeral':
			return owned([...each(given(entry)), inflected(withS(entry.head), 'plural')]);
		default:
			return each(given(entry));
	}
}

const given = ({ head, forms }: LexiconEntry): readonly string[] => [
	head,
	...forms.filter((form) => form !== null)
];

/** Returns the same forms with their genitives. */
const owned = (forms: readonly Inflected[]): readonly Inflected[] => [
	...forms,
	...further(forms, 'genitive', (form) => (/s$/.test(form) ? `${form}'` : `${form}'s`)),
	...further(forms, 'genitive', (form) => `${form}'s`)
];

function nounForms(head: string): readonly Inflected[] {
	const plurals = irregular('noun', head)[0] ?? [withS(head), ...changedF(head)];
	return owned([inflected(head, 'singular'), ...each(plurals, 'plural')]);
}

/** `housewife`, `bookshelf`, `roof`: writers and words differ. */
const changedF = (head: string): readonly string[] =>
	/(?:[aeol]f|fe)$/.test(head) ? [`${head.replace(/fe?$/, '')}ves`] : [];

function verbForms(head: string): readonly Inflected[] {
	if (head === 'be') return beForms;
	const [past = pasts(head), participle = past] = irregular('verb', head);
	return [
		inflected(head, 'infinitive'),
		inflected(head, 'present'),
		inflected(thirdPerson[head] ?? withS(head), 'present', 'third person'),
		...each(past, 'past'),
		...each(participle, 'past participle'),
		...each(participles(head), 'present participle')
	];
}

/** Adverbs with forms of their own; others are compared with more and most. */
const comparable = new Set(
	'well badly far little much late early fast hard soon near long high low deep close often quick slow loud'.split(
		' '
	)
);

const thirdPerson: Readonly<Record<string, string>> = { have: 'has', do: 'does', go: 'goes' };

const beForms: readonly Inflected[] = [
	inflected('be', 'infinitive'),
	...each(['am', 'are'], 'present'),
	inflected('is', 'present', 'third person'),
	...each(['was', 'were'], 'past'),
	inflected('been', 'past participle'),
	inflected('being', 'present participle')
];

function comparedForms(head: string): readonly Inflected[] {
	const [more = compared(head, 'er'), most = compared(head, 'est')] = irregular('adjective', head);
	return [inflected(head), ...each(more, 'comparative'), ...each(most, 'superlative')];
}

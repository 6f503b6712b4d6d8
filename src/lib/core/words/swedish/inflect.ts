import { classOf, type LexiconEntry } from '../entry';
import { each, further, inflected, type Inflected } from '../inflected';
import { adjectiveForms, compared } from './adjective';
import { genitive, nounForms } from './noun';
import { verbForms } from './verb';

/**
 * Returns every form of a Swedish entry with what the form says, the head among them. A form may
 * come twice, with other features. Where writers differ, every way of writing is given.
 */
export function swedishForms(entry: LexiconEntry): readonly Inflected[] {
	switch (classOf(entry)) {
		case 'noun':
			return nounForms(entry);
		case 'verb':
			return verbForms(entry);
		case 'adjective':
			return adjectiveForms(entry);
		case 'adverb':
			return [inflected(entry.head), ...compared(entry.forms[0], entry.forms[1])];
		case 'name':
		case 'abbreviation':
			return possessed(entry, (form) => (/^\p{Lu}+$/u.test(form) ? `${form}:s` : genitive(form)));
		case 'pronoun':
			return withoutGenitive.has(entry.head)
				? each([entry.head, ...given(entry)])
				: possessed(entry, genitive);
		case 'numeral':
			return possessed(entry, genitive);
		default:
			return each([entry.head, ...given(entry)]);
	}
}

/** Returns the head and the forms that are written, all of them with a genitive. */
function possessed(entry: LexiconEntry, owner: (form: string) => string): readonly Inflected[] {
	const forms = each([entry.head, ...given(entry)]);
	const plain = further(forms, 'genitive', genitive);
	return [...forms, ...plain, ...further(forms, 'genitive', owner)];
}

const given = ({ forms }: LexiconEntry): readonly string[] => forms.filter((form) => form !== null);

/** Pronouns that have possessives instead, and the possessives. */
const withoutGenitive = new Set(
	`jag mig mej du dig dej han honom hon henne den det vi oss ni er de dem dom sig sej som vad min mitt mina
	din ditt dina sin sitt sina vår vårt våra ert era ho ens hans hennes dess deras`.split(/\s+/)
);

import type { LexiconEntry } from '../entry';
import { each, further, type Inflected } from '../inflected';
import { base, dropped, vowelEnd, withEnding } from './spelling';

/** Returns the forms of a Swedish noun. Where writers differ, every way of writing is given. */
export function nounForms(entry: LexiconEntry): readonly Inflected[] {
	const [definite, plural, definitePlural] = entry.forms;
	const { head, code } = entry;
	const singular = code === 'np' ? [] : [head];
	const theSingular = code === 'np' ? [] : definite ? [definite] : definiteSingular(head, code);
	const many = code === 'np' ? [head] : plural ? [plural] : plurals(head, code);
	const given = code === 'np' ? definite : definitePlural;
	const theMany = given ? [given] : many.flatMap((form) => definitePlurals(form, code));
	const forms = [
		...each(singular, 'singular', 'indefinite'),
		...each(theSingular, 'singular', 'definite'),
		...each(many, 'plural', 'indefinite'),
		...each(theMany, 'plural', 'definite')
	];
	return [...forms, ...further(forms, 'genitive', genitive)];
}

/** Returns the genitive: an `s`, where the word does not end in its sound. */
export const genitive = (form: string): string => (/[sxz]$/.test(form) ? form : `${form}s`);

function definiteSingular(head: string, code: string): readonly string[] {
	if (code.startsWith('t')) return theNeuter(head);
	if (/en$/.test(head)) return [head, `${dropped(head)}en`, `${head}en`];
	if (/(?:el|er|or|ar|um|us)$/.test(head)) return [`${head}n`, `${head}en`, `${dropped(head)}en`];
	if (/[iéy]$/.test(head)) return [`${head}n`, `${head}en`];
	if (vowelEnd.test(head)) return [`${head}n`];
	return withEnding(head, 'en');
}

function theNeuter(head: string): readonly string[] {
	if (/(?:el|er|en)$/.test(head))
		return [`${dropped(head)}et`, `${head}et`, ...(/en$/.test(head) ? [] : [`${head}t`])];
	if (/um$/.test(head)) return [`${head.slice(0, -2)}et`, ...withEnding(head, 'et'), head];
	if (/e$/.test(head)) return [`${head}t`];
	if (vowelEnd.test(head)) return [`${head}t`, `${head}et`];
	return withEnding(head, 'et');
}

function plurals(head: string, code: string): readonly string[] {
	const stem = base(head);
	switch (code) {
		case 'n1':
			return [...withEnding(stem, 'or'), `${dropped(stem)}or`];
		case 'n2':
			return [...withEnding(stem, 'ar'), `${dropped(stem)}ar`];
		case 'n3':
		case 't3':
			return threePlurals(head);
		case 't4':
			return [`${head}n`, ...(/e$/.test(head) ? [] : [`${head}en`])];
		case 'n5':
		case 't5':
			return [head];
		default:
			return [];
	}
}

function threePlurals(head: string): readonly string[] {
	if (/um$/.test(head)) return [`${head.slice(0, -2)}er`];
	if (/e$/.test(head)) return [`${head}r`, `${head.slice(0, -1)}er`];
	if (/a$/.test(head)) return [`${head.slice(0, -1)}er`, `${head}er`];
	if (vowelEnd.test(head)) return [`${head}r`, `${head}er`];
	return [...withEnding(head, 'er'), ...(/e[lr]$/.test(head) ? [`${dropped(head)}er`] : [])];
}

function definitePlurals(plural: string, code: string): readonly string[] {
	if (/are$/.test(plural) && code === 'n5') return [`${plural.slice(0, -1)}na`];
	if (code === 't4') return [`${plural}a`];
	if (/r$/.test(plural) && code !== 't5') return [`${plural}na`];
	if (vowelEnd.test(plural)) return [`${plural}na`, `${plural}n`];
	return [...withEnding(plural, 'en'), `${dropped(plural)}en`];
}

import type { LexiconEntry } from '../entry';
import { each, further, inflected, type Feature, type Inflected } from '../inflected';
import { inflectedWeak, neuters } from './adjective';
import { undoubled } from './spelling';

/** What dictionaries list of a verb, each in every way of writing it. */
interface Parts {
	readonly present: readonly string[];
	readonly past: readonly string[];
	readonly supine: readonly string[];
	readonly participle: readonly string[];
}

/** Returns the forms of a Swedish verb, its participles with theirs. */
export function verbForms(entry: LexiconEntry): readonly Inflected[] {
	if (entry.code === 'vs') return deponentForms(entry);
	const { head } = entry;
	const parts = partsOf(entry);
	return [
		inflected(head, 'infinitive'),
		...each(parts.present, 'present'),
		...each(parts.past, 'past'),
		...each(parts.supine, 'supine'),
		...each(imperatives(head, parts.present, entry.code), 'imperative'),
		...passives(head, parts),
		...parts.participle.flatMap(participleForms),
		...each(presentParticiples(head), 'present participle'),
		...further(
			each(presentParticiples(head), 'present participle'),
			'genitive',
			(form) => `${form}s`
		),
		...(entry.code === 'v4' ? oldForms(head, parts) : [])
	];
}

/** Returns the plural of the past in older texts: `togo`, `kommo`, `funno`. */
function oldForms(head: string, { past, supine: [supine = ''] }: Parts): readonly Inflected[] {
	if (head === 'vara') return oldFormsOfBe;
	const plurals = past
		.filter((form) => /[^aeiouyåäö]$/.test(form))
		.map((form) => oldPlurals.get(form) ?? oldPlural(form, supine));
	return each(plurals, 'past', 'plural');
}

const oldPlural = (past: string, supine: string): string =>
	/a[^aeiouyåäö]+$/.test(past) && /u[^aeiouyåäö]+it$/.test(supine)
		? supine.replace(/it$/, 'o')
		: `${past.replace(/(?<=[aeiouyåäö])m$/, 'mm')}o`;

const oldPlurals: ReadonlyMap<string, string> = new Map([
	['gick', 'gingo'],
	['fick', 'fingo'],
	['gav', 'gåvo'],
	['bar', 'buro'],
	['skar', 'skuro'],
	['stal', 'stulo']
]);

/** The subjunctive, and the plural of older texts. */
const oldFormsOfBe: readonly Inflected[] = [
	inflected('vore', 'past', 'subjunctive'),
	inflected('voro', 'past', 'plural'),
	inflected('äro', 'present', 'plural')
];

function deponentForms({
	head,
	forms: [present, past, supine]
}: LexiconEntry): readonly Inflected[] {
	const named: readonly (readonly [string | null | undefined, Feature])[] = [
		[head, 'infinitive'],
		[present, 'present'],
		[past, 'past'],
		[supine, 'supine']
	];
	return [
		...named.flatMap(([form, feature]) => (form ? [inflected(form, feature)] : [])),
		...each(presentParticiples(head.slice(0, -1)), 'present participle')
	];
}

function partsOf(entry: LexiconEntry): Parts {
	const { forms } = entry;
	const rule = ruleOf(entry);
	const part = (at: number, byRule: readonly string[]) => {
		const given = forms[at];
		return given ? [given] : byRule;
	};
	return {
		present: part(0, rule.present),
		past: part(1, rule.past),
		supine: part(2, rule.supine),
		participle: part(3, rule.participle)
	};
}

const nothing: Parts = { present: [], past: [], supine: [], participle: [] };

function ruleOf({ head, code }: LexiconEntry): Parts {
	switch (code) {
		case 'v1':
			return {
				present: [`${head}r`],
				past: [`${head}de`],
				supine: [`${head}t`],
				participle: [`${head}d`]
			};
		case 'v2':
			return second(head.replace(/a$/, ''));
		case 'v3':
			return {
				present: [`${head}r`],
				past: [`${head}dde`],
				supine: [`${head}tt`],
				participle: [`${head}dd`]
			};
		default:
			return nothing;
	}
}

/** `ring`, `köp`, `hyr`, `känn`, `använd`, `möt`, `led`. */
function second(stem: string): Parts {
	const present = /(?<=[aeiouyåäö])[rl]$/.test(stem) ? [stem, `${stem}er`] : [`${stem}er`];
	const short = undoubled(stem);
	const bare = short.replace(/(?<=[^aeiouyåäö])[dt]$|(?<=[td])[td]$/, '');
	if (/[dt]$/.test(stem)) return dental(stem, bare, present);
	const soft = !/[kpsxt]$/.test(stem);
	return {
		present,
		past: soft ? [`${short}de`] : [`${short}te`],
		supine: [`${short}t`],
		participle: soft ? [`${short}d`] : [`${short}t`]
	};
}

function dental(stem: string, bare: string, present: readonly string[]): Parts {
	const letter = stem.slice(-1);
	if (bare !== stem)
		return {
			present,
			past: [`${bare}${letter}e`],
			supine: [`${bare}t`],
			participle: [`${bare}${letter}`]
		};
	return {
		present,
		past: [`${stem}${letter}e`],
		supine: [`${stem.slice(0, -1)}tt`],
		participle: [`${stem}${letter}`]
	};
}

function imperatives(head: string, present: readonly string[], code: string): readonly string[] {
	if (code === 'v1' || code === 'v3' || !/a$/.test(head)) return [head];
	const stem = undoubled(head.slice(0, -1));
	return [...new Set([stem, ...present.flatMap((form) => presentStem(form, head))])];
}

/** The passive ends in `s`. In the present an `r` or `er` gives way: `skrivs`, `skrives`, `ses`. */
function passives(head: string, { present, past, supine }: Parts): readonly Inflected[] {
	const withS = (forms: readonly string[]) =>
		forms.filter((form) => !/s$/.test(form)).map((form) => `${form}s`);
	const shortened = present.flatMap((form) => passivePresents(form, head));
	return [
		...each(withS([head]), 'infinitive', 'passive'),
		...each(shortened, 'present', 'passive'),
		...each(withS(past), 'past', 'passive'),
		...each(withS(supine), 'supine', 'passive')
	];
}

function passivePresents(present: string, head: string): readonly string[] {
	if (present === `${head}r`) return [`${head}s`];
	if (!/er$/.test(present)) return [`${present}s`];
	const short = presentStem(present, head).filter((stem) => !/s$/.test(stem));
	return [...short, present.slice(0, -1)].map((form) => `${form}s`);
}

/** `väljer`, `välj`. Nothing for the short present of a long verb: `medgiva`, `medger`. */
const presentStem = (present: string, head: string): readonly string[] =>
	/er$/.test(present) && present.length >= head.length ? [present.slice(0, -2)] : [];

/** Returns the forms of a past participle: `skriven skrivet skrivna`, `köpt`, `ställd`, `talad`. */
function participleForms(participle: string): readonly Inflected[] {
	const forms = [
		inflected(participle),
		...each(neuters(participle).slice(0, 1), 'neuter'),
		...inflectedWeak(participlePlurals(participle))
	];
	return forms.map(({ form, features }) => inflected(form, 'past participle', ...features));
}

function participlePlurals(participle: string): readonly string[] {
	if (/ad$/.test(participle)) return [`${participle}e`];
	if (/en$/.test(participle)) return [`${undoubled(participle.slice(0, -2))}na`];
	return [`${participle}a`];
}

const presentParticiples = (head: string): readonly string[] =>
	/a$/.test(head) ? [`${head}nde`] : [`${head}ende`];

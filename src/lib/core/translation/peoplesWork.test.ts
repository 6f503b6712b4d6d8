/**
 * The law of “Human translations only”: a draft’s or a machine’s words never pass it, whichever way
 * they come in and whoever corrected them; what a person writes anew does.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothing } from '../library/arbitrary';
import { formatBackup, parseBackup } from '../library/backup';
import type { Dump, OwnTranslation, OwnWords } from '../library/store';
import { block } from '../text/block';
import { correctionsId } from './correctionsId';
import { corrections, keepable, seenTranslation, type SeenArticle } from './corrected';
import { Drafts } from './credited';
import { arrived } from './exchange/arrival';
import { exchangeDocument, type ExchangeDocument } from './exchange/document';
import { exportTranslation, formats, readExchange, type Format } from './exchange/exchange';
import { applyPlan, mergePlan } from './exchange/mergePlan';
import { formatTranslation } from './format';
import { withKeptAuthor } from './keptAuthors';
import { asTranslation, draftBegunFrom } from './own';
import { resolve } from './resolve';
import { parseTranslation } from './schema';
import { shownTrustLevel } from './trust';
import type { Contributor, Origin, Translation, Unit } from './unit';

const now = '2026-11-22T09:00:00.000Z';
const original = block({ kind: 'paragraph' }, 'Katten satt på trappan.');
const source = [original.fingerprint];
const bo: Contributor = { origin: 'human', name: 'Bo Prov', date: '2026-11-22' };

const unitOf = (text: string, by: Contributor): Unit => ({
	kind: 'paragraph',
	source,
	text: [text],
	by,
	review: null
});
const translationOf = (...units: Unit[]): Translation => ({
	article: 'katten',
	original: { lang: 'sv', title: 'Katten' },
	translated: { lang: 'en', title: 'The cat' },
	units
});
const brought = (id: string, ...units: Unit[]): OwnTranslation => ({
	...{ id, article: 'katten', lang: 'en', units, links: units.map(() => []) },
	credit: { translator: bo.name, title: '', publication: '', date: '', rights: '' },
	...{ addedAt: now, changedAt: now }
});
const wordsOf = (text: string, more: Partial<OwnWords> = {}): OwnWords => ({
	...{ article: 'katten', source, lang: 'en', text: [text], name: bo.name },
	...{ from: null, changedAt: now },
	...more
});

interface Shelf {
	readonly stored?: readonly Translation[];
	readonly device?: readonly Unit[];
	readonly words?: readonly OwnWords[];
	readonly brought?: readonly OwnTranslation[];
}

const seenOf = ({ stored = [], device = [], words = [], brought: own = [] }: Shelf) =>
	({
		...{ article: 'katten', original: { lang: 'sv', title: 'Katten' }, blocks: [original] },
		...{ lang: 'en', title: 'The cat' },
		sources: { stored, device, words, brought: own, reviews: [] }
	}) satisfies SeenArticle;

/** Returns the class in which the page counts the paragraph, and the text that it shows. */
function classOf(shelf: Shelf): string {
	const { sources, original: metadata } = seenOf(shelf);
	const own = sources.brought.map((one) => asTranslation(one, metadata, sources.stored));
	const all = { ...sources, stored: [...own, ...sources.stored] };
	const [row] = resolve([original], all, { lang: 'en' });
	return row ? shownTrustLevel(row.shown) : 'none';
}

/** A draft that is stored, or made by this device’s machine. */
interface Draft {
	readonly unit: Unit;
	readonly shelf: Shelf;
}

function draftOf(text: string, origin: Exclude<Origin, 'human'>): Draft {
	const unit = unitOf(text, { origin, name: 'A model', date: '2026-01-01' });
	return { unit, shelf: origin === 'ai' ? { stored: [translationOf(unit)] } : { device: [unit] } };
}

/** Saves an edit on the page. */
const edited = ({ unit, shelf }: Draft, text: string): OwnWords => {
	const draft = draftBegunFrom([text], source, {
		...{ shown: unit, base: null },
		drafts: new Drafts([...(shelf.stored?.flatMap(({ units }) => units) ?? []), unit])
	});
	return wordsOf(text, { from: unit.by.origin, ...(draft && { draft }) });
};

function restored(library: Partial<Dump>): Dump {
	const file = formatBackup({ made: now, settings: {}, library: { ...nothing, ...library } });
	const parsed = parseBackup(file);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
	return parsed.value.library;
}

/** Sends a translation out, has `person` change its words, and reads the file that comes back. */
function returned(
	translation: Translation,
	text: string,
	format: Format,
	person: string | null
): ExchangeDocument {
	const file = exportTranslation(format, exchangeDocument(translation, new Map()));
	const read = readExchange(file, { source: 'sv', target: 'en' });
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	const { document } = read.value;
	const changer = person === null ? null : { name: person, date: null, certain: true };
	const units = document.units.map((one) =>
		one.id === 'title' ? one : { ...one, text: [text], changer }
	);
	return { ...document, units };
}

function takenBack(shelf: Shelf, text: string, format: Format, person: string | null): Shelf {
	const seen = seenOf(shelf);
	const document = returned(seenTranslation(seen), text, format, person);
	const plan = mergePlan(seenTranslation(seen), document, { today: '2026-11-22', by: bo.name });
	if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
	const { translations, words } = corrections(seen, keepable(seen, plan.value), now);
	return {
		...shelf,
		words: words.length > 0 ? words : (shelf.words ?? []),
		brought: translations.length > 0 ? translations : (shelf.brought ?? [])
	};
}

/** Every way in which corrected words come in, as what is then in the library. */
const ways: Readonly<Record<string, (draft: Draft, text: string) => Shelf>> = {
	'an edit on the page': (draft, text) => ({ ...draft.shelf, words: [edited(draft, text)] }),
	'an edit, its draft gone': (draft, text) => ({ words: [edited(draft, text)] }),
	'an edit of before drafts were kept': ({ unit, shelf }, text) => ({
		...shelf,
		words: [wordsOf(text, { from: unit.by.origin })]
	}),
	'such an edit, its draft gone': ({ unit }, text) => ({
		words: [wordsOf(text, { from: unit.by.origin })]
	}),
	'a backup of an edit': (draft, text) => ({
		...draft.shelf,
		words: restored({ words: [edited(draft, text)] }).words
	}),
	'an older backup of an edit': ({ unit, shelf }, text) => ({
		...shelf,
		words: restored({ words: [wordsOf(text, { from: unit.by.origin })] }).words
	}),
	'an older backup of corrections from a file': ({ shelf }, text) => {
		const old = brought(correctionsId('katten', 'en'), unitOf(text, bo));
		return { ...shelf, brought: restored({ translations: [old] }).translations };
	},
	'the file of a merge in the shell': ({ unit }, text) => {
		const before = translationOf(unit);
		const plan = mergePlan(before, returned(before, text, 'xliff2', bo.name), {
			today: '2026-11-22'
		});
		if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
		const merged = formatTranslation(applyPlan(before, plan.value));
		const parsed = parseTranslation(JSON.parse(merged));
		if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
		return { stored: [parsed.value] };
	},
	'a translation that was aligned again': ({ unit }, text) => {
		const before = brought('ida', { ...unit, text: [text] });
		const units = [withKeptAuthor(unitOf(text, bo), before)];
		return { brought: [{ ...before, units }] };
	},
	...Object.fromEntries(
		formats.flatMap((format) => [
			[
				`${format}, signed in the file`,
				({ shelf }: Draft, text: string) => takenBack(shelf, text, format, bo.name)
			],
			[
				`${format}, signed here`,
				({ shelf }: Draft, text: string) => takenBack(shelf, text, format, null)
			],
			[
				`${format}, twice`,
				({ shelf }: Draft, text: string) =>
					takenBack(takenBack(shelf, text, format, bo.name), `${text} Again.`, format, 'Eva')
			],
			[
				`${format}, over an edit`,
				(draft: Draft, text: string) =>
					takenBack(
						{ ...draft.shelf, words: [edited(draft, text)] },
						`${text} Again.`,
						format,
						'Eva'
					)
			]
		])
	)
};

const vocabulary = Array.from({ length: 400 }, (_, at) => `w${at}`);
const draftWords = fc
	.shuffledSubarray(vocabulary, { minLength: 20, maxLength: 60 })
	.chain((words) =>
		fc.tuple(fc.constant(words), fc.constantFrom('ai' as const, 'machine' as const))
	);

/** A draft, and a correction that keeps at least a quarter of its words, in their order. */
const correctedDraft = draftWords.chain(([words, origin]) =>
	fc
		.record({
			kept: fc.shuffledSubarray([...words.keys()], { minLength: Math.ceil(words.length / 4) }),
			cuts: fc.boolean(),
			own: fc.array(fc.constantFrom('x1', 'x2', 'x3'), { maxLength: 20 })
		})
		.map(({ kept, cuts, own }) => {
			const stays = new Set(kept);
			const text = words.flatMap((word, at) => (stays.has(at) ? [word] : cuts ? [] : [`y${at}`]));
			return { draft: draftOf(words.join(' '), origin), text: [...own, ...text].join(' ') };
		})
);

describe('a draft’s words never count as a person’s', () => {
	test.each(Object.entries(ways))('by %s', (_, way) => {
		fc.assert(
			fc.property(correctedDraft, ({ draft, text }) => {
				expect(['corrected', draft.unit.by.origin]).toContain(classOf(way(draft, text)));
			}),
			{ numRuns: 25 }
		);
	});

	test('brought in as a person’s translation', () => {
		fc.assert(
			fc.property(draftWords, fc.nat(), ([words, origin], at) => {
				const draft = draftOf(words.join(' '), origin);
				const copy = words.with(at % words.length, 'x').join(' ');
				const shelf = { stored: [translationOf(draft.unit)] };
				expect(classOf({ ...shelf, brought: [brought('bo', unitOf(copy, bo))] })).not.toBe('human');
				expect(classOf({ ...shelf, words: [wordsOf(copy)] })).not.toBe('human');
				const document = returned(translationOf(draft.unit), copy, 'xliff2', bo.name);
				expect(arrived(document, { lang: 'sv', blocks: [original] })).toMatchObject({ ok: false });
			}),
			{ numRuns: 25 }
		);
	});
});

test('what a person writes anew is theirs, by every way that knows its draft', () => {
	const lost = ['such an edit, its draft gone', 'a translation that was aligned again'];
	const written = ['The animal', 'had chosen', 'a step to rest on'].join(' ');
	for (const [name, way] of Object.entries(ways)) {
		if (lost.includes(name) || name.includes('older backup of corrections')) continue;
		const draft = draftOf(vocabulary.slice(0, 30).join(' '), 'ai');
		expect([name, classOf(way(draft, written))]).toEqual([name, 'human']);
	}
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnReview, OwnWords } from '../library/store';
import type { Block, BlockShape } from '../text/article';
import { block } from '../text/block';
import { fingerprint } from '../text/fingerprint';
import { reviewedText, type Sources } from './candidate';
import { leftovers, resolve } from './resolve';
import type { Row } from './row';
import { rank, standing, standingOf } from './standing';
import type { Origin, Translation, Unit } from './unit';

const en = { lang: 'en' };
const nothing: Sources = { stored: [], words: [], reviews: [] };

/** A paragraph that says one thing at some length: `ett` → `ett ett ett ett`. */
const long = (word: string, times = 4) => Array(times).fill(word).join(' ');
const paragraphs = (...words: string[]): Block[] =>
	words.map((word) => block({ kind: 'paragraph' }, long(word)));

const contributor = (origin: Origin) => ({ origin, name: `${origin} one`, date: '2026-11-21' });

/** `ett+två` translated by `origin`: the text is in capitals, as many paragraphs as sources. */
function unit(words: string, origin: Origin = 'ai', rest: Partial<Unit> = {}): Unit {
	const source = words.split('+');
	return {
		kind: 'paragraph',
		source: source.map((word) => fingerprint(long(word))),
		text: source.map((word) => long(word.toUpperCase())),
		by: contributor(origin),
		review: null,
		...rest
	} as Unit;
}

const translation = (units: readonly Unit[], lang = 'en'): Translation => ({
	article: 'numbers',
	original: { lang: 'sv' },
	translated: { lang, title: 'Numbers' },
	units
});
const stored = (...units: Unit[]): Sources => ({ ...nothing, stored: [translation(units)] });

const own = (words: string, text = 'MY WORDS', rest: Partial<OwnWords> = {}): OwnWords => ({
	article: 'numbers',
	source: words.split('+').map((word) => fingerprint(long(word))),
	lang: 'en',
	text: [text],
	name: 'Eva',
	from: null,
	changedAt: '2026-11-22T10:00:00.000Z',
	...rest
});
const review = (word: string, text: string, rest: Partial<OwnReview> = {}): OwnReview => ({
	article: 'numbers',
	source: [fingerprint(long(word))],
	lang: 'en',
	reviewed: reviewedText([text]),
	name: 'Eva',
	changedAt: '2026-11-22T10:00:00.000Z',
	...rest
});

/** Rows in a line each: what stands beside what. */
const shown = (rows: readonly Row[]): string[] =>
	rows.map(({ originals, shown }) => {
		const left = originals.map(({ text }) => text.split(' ')[0]).join('+');
		if (shown.kind === 'missing') return `${left} | –`;
		const marks = [
			standing(shown),
			...(shown.own ? ['own'] : []),
			...(shown.stale ? ['stale'] : [])
		];
		const right = shown.text.map((text) => text.split(' ')[0]).join('+');
		return `${left} | ${right} (${marks.join(', ')})`;
	});
const beside = (blocks: readonly Block[], sources: Sources) => shown(resolve(blocks, sources, en));

describe('an unchanged article', () => {
	it('shows its translation beside every paragraph', () => {
		expect(beside(paragraphs('ett', 'två'), stored(unit('ett'), unit('två')))).toEqual([
			'ett | ETT (ai)',
			'två | TVÅ (ai)'
		]);
	});

	it('says what is missing', () => {
		expect(beside(paragraphs('ett', 'två'), stored(unit('ett')))).toEqual([
			'ett | ETT (ai)',
			'två | –'
		]);
	});

	it('gives a run of paragraphs translated together one row', () => {
		const rows = resolve(paragraphs('ett', 'två', 'tre'), stored(unit('ett+två'), unit('tre')), en);
		expect(shown(rows)).toEqual(['ett+två | ETT+TVÅ (ai)', 'tre | TRE (ai)']);
		expect(rows[0]?.source).toEqual(['ett', 'två'].map((word) => fingerprint(long(word))));
	});

	it('translates a paragraph that comes back as it was translated there, or the first time', () => {
		const blocks = paragraphs('ett', 'två', 'ett', 'ett');
		expect(beside(blocks, stored(unit('ett'), unit('två')))).toEqual([
			'ett | ETT (ai)',
			'två | TVÅ (ai)',
			'ett | ETT (ai)',
			'ett | ETT (ai)'
		]);
		const again = unit('ett', 'ai', { text: ['AGAIN'] });
		expect(beside(blocks, stored(unit('ett'), unit('två'), again))[2]).toBe('ett | AGAIN (ai)');
	});

	it('finds paragraphs that moved', () => {
		const sources = stored(unit('ett'), unit('två'), unit('tre'));
		expect(beside(paragraphs('tre', 'ett', 'två'), sources)).toEqual([
			'tre | TRE (ai)',
			'ett | ETT (ai)',
			'två | TVÅ (ai)'
		]);
	});

	it('passes over other languages', () => {
		const german = { ...nothing, stored: [translation([unit('ett')], 'de')] };
		expect(beside(paragraphs('ett'), german)).toEqual(['ett | –']);
		expect(
			beside(paragraphs('ett'), { ...nothing, words: [own('ett', 'MEIN', { lang: 'de' })] })
		).toEqual(['ett | –']);
	});
});

describe('who comes first', () => {
	const all: [string, Sources][] = [
		['human, own', { ...nothing, words: [own('ett', 'EIGEN')] }],
		['human', stored(unit('ett', 'human'))],
		['reviewed', stored(unit('ett', 'ai', { review: { by: 'Cia', date: '2026-11-22' } }))],
		['ai', stored(unit('ett'))],
		['machine', { ...nothing, device: [unit('ett', 'machine')] }]
	];
	const together = (parts: readonly Sources[]): Sources => ({
		stored: parts.flatMap((part) => part.stored),
		words: parts.flatMap((part) => part.words),
		reviews: [],
		device: parts.flatMap((part) => part.device ?? [])
	});

	it.each(all.map(([name], index) => [name, index] as const))(
		'%s before all that follow, in whatever order they are given',
		(name, index) => {
			const rest = all.slice(index).map(([, sources]) => sources);
			for (const parts of [rest, rest.toReversed()])
				expect(beside(paragraphs('ett'), together(parts))[0]).toContain(`(${name})`);
		}
	);
});

describe('a paragraph that changed', () => {
	const whole = stored(unit('ett'), unit('två'), unit('tre'));

	it('shows the old translation and says so', () => {
		expect(beside(paragraphs('ett', 'tvåa', 'tre'), whole)).toEqual([
			'ett | ETT (ai)',
			'tvåa | TVÅ (ai, stale)',
			'tre | TRE (ai)'
		]);
	});

	it('shows it at the beginning and at the end too', () => {
		expect(beside(paragraphs('etta', 'två', 'trea'), whole)).toEqual([
			'etta | ETT (ai, stale)',
			'två | TVÅ (ai)',
			'trea | TRE (ai, stale)'
		]);
	});

	it('is not mixed up with one that moved', () => {
		const sources = stored(...['ett', 'två', 'tre', 'fyra', 'fem'].map((word) => unit(word)));
		const changed = block({ kind: 'paragraph' }, long('tvåa', 6));
		const blocks = [...paragraphs('ett', 'fem'), changed, ...paragraphs('tre', 'fyra')];
		expect(beside(blocks, sources)).toEqual([
			'ett | ETT (ai)',
			'fem | FEM (ai)',
			'tvåa | TVÅ (ai, stale)',
			'tre | TRE (ai)',
			'fyra | FYRA (ai)'
		]);
	});

	it('shows what was translated from just this text, where another translation has it', () => {
		const both = [...whole.stored, translation([unit('tvåa', 'ai', { text: ['NEW'] })])];
		const blocks = paragraphs('ett', 'tvåa', 'tre');
		expect(beside(blocks, { ...nothing, stored: both })[1]).toBe('tvåa | NEW (ai)');
	});

	it('does not take one that was added for one that changed', () => {
		expect(beside(paragraphs('ett', 'två', 'ny', 'tre'), whole)[2]).toBe('ny | –');
	});

	it('does not give a long paragraph the translation of a heading', () => {
		const blocks = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('ny', 60)),
			...paragraphs('tre')
		];
		const heading = unit('rubrik', 'ai', { kind: 'heading', level: 2, text: ['HEADING'] });
		const sources = stored(unit('ett'), heading, unit('tre'));
		expect(beside(blocks, sources)[1]).toBe('ny | –');
		expect(leftovers(blocks, sources, en).units).toEqual([heading]);
	});

	it('pairs by length where one went and another changed', () => {
		const short = unit('kort', 'ai', { kind: 'heading', level: 2, text: ['SHORT'] });
		const longer = unit('lång', 'ai', { text: [long('LONG', 40)] });
		const blocks = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('långa', 44)),
			...paragraphs('tre')
		];
		expect(beside(blocks, stored(unit('ett'), short, longer, unit('tre')))[1]).toBe(
			'långa | LONG (ai, stale)'
		);
	});

	it('pairs by words where lengths would mislead', () => {
		const told = (text: string) => unit(text, 'ai', { text: [text] });
		const norrland = told(
			'Bo Alm moved to Umeå in 1950. He bought 12 horses from Ylva Lind there.'
		);
		const rome = told('Gustav Ek died in Rome.');
		const blocks = [
			...paragraphs('ett'),
			block(
				{ kind: 'paragraph' },
				'Gustav Ek dog i Rom, där han hade bott i många år, gammal och mätt.'
			),
			...paragraphs('tre')
		];
		const sources = stored(unit('ett'), norrland, rome, unit('tre'));
		expect(beside(blocks, sources)[1]).toBe('Gustav | Gustav (ai, stale)');
		expect(leftovers(blocks, sources, en).units).toEqual([norrland]);
	});

	it('keeps the old translation over both where one was split, over one where two were joined', () => {
		const two = unit('två', 'ai', { text: [long('TVÅ', 20)] });
		const split = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('a', 10)),
			block({ kind: 'paragraph' }, long('b', 10)),
			...paragraphs('tre')
		];
		expect(beside(split, stored(unit('ett'), two, unit('tre')))).toEqual([
			'ett | ETT (ai)',
			'a+b | TVÅ (ai, stale)',
			'tre | TRE (ai)'
		]);
		const joined = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('ab', 8)),
			...paragraphs('fyra')
		];
		const four = stored(unit('ett'), unit('två'), unit('tre'), unit('fyra'));
		expect(beside(joined, four)[1]).toBe('ab | TVÅ+TRE (ai, stale)');
	});

	it('never joins two people’s words under one name', () => {
		const joined = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('ab', 8)),
			...paragraphs('fyra')
		];
		const sources = stored(unit('ett'), unit('två'), unit('tre', 'human'), unit('fyra'));
		expect(beside(joined, sources)[1]).toBe('ab | TRE (human, stale)');
	});

	it('loses its review with its original', () => {
		const reviewed = unit('två', 'ai', { review: { by: 'Cia', date: '2026-11-22' } });
		expect(beside(paragraphs('ett', 'tvåa'), stored(unit('ett'), reviewed))[1]).toBe(
			'tvåa | TVÅ (ai, stale)'
		);
	});

	it('is settled by a review of the old translation beside the new original', () => {
		const sources = { ...whole, reviews: [review('tvåa', long('TVÅ'))] };
		expect(beside(paragraphs('ett', 'tvåa', 'tre'), sources)[1]).toBe('tvåa | TVÅ (reviewed)');
	});

	it('is not guessed where nothing of the translation is anchored', () => {
		expect(beside(paragraphs('fyra', 'fem'), whole)).toEqual(['fyra | –', 'fem | –']);
		expect(leftovers(paragraphs('fyra', 'fem'), whole, en).units).toHaveLength(3);
	});
});

describe('own words', () => {
	it('stand before stored ones, which are there again when they are deleted', () => {
		const sources = { ...stored(unit('ett', 'human')), words: [own('ett')] };
		expect(beside(paragraphs('ett'), sources)).toEqual(['ett | MY (human, own)']);
		const deleted = { ...sources, words: [own('ett', 'MY WORDS', { deleted: true })] };
		expect(beside(paragraphs('ett'), deleted)).toEqual(['ett | ETT (human)']);
	});

	it('are the work of the name that the reader gave', () => {
		const [row] = resolve(paragraphs('ett'), { ...nothing, words: [own('ett')] }, en);
		expect(row?.shown).toMatchObject({
			by: { origin: 'human', name: 'Eva', date: '2026-11-22' },
			review: null,
			spans: null
		});
	});

	it('keep a caption’s translated credit', () => {
		const caption = unit('ett', 'ai', { kind: 'caption', credit: 'Photo: B' } as Partial<Unit>);
		const blocks = [block({ kind: 'caption', credit: 'Foto: B' }, long('ett'))];
		const [row] = resolve(blocks, { ...stored(caption), words: [own('ett')] }, en);
		expect(row?.shown).toMatchObject({ credit: 'Photo: B', own: true });
	});

	it('follow the stored translation of their paragraph when it changed', () => {
		const sources = { ...stored(unit('ett'), unit('två')), words: [own('två')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)[1]).toBe('tvåa | MY (human, own, stale)');
	});

	it('stay with what still stands of their run', () => {
		const sources = { ...nothing, words: [own('ett+två')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)).toEqual([
			'ett | MY (human, own, stale)',
			'tvåa | –'
		]);
	});

	it('stand before stored ones even where their run has changed', () => {
		const sources = { ...stored(unit('ett', 'human')), words: [own('ett+två')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)[0]).toBe('ett | MY (human, own, stale)');
	});

	it('meet the one paragraph that has none, when they are the only ones without', () => {
		const sources = { ...nothing, words: [own('ett'), own('två', 'OTHER')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)[1]).toBe('tvåa | OTHER (human, own, stale)');
	});

	it('are not guessed a place where several have none', () => {
		const sources = { ...nothing, words: [own('ett'), own('två', 'A'), own('tre', 'B')] };
		const blocks = paragraphs('ett', 'tvåa', 'trea');
		expect(beside(blocks, sources)).toEqual(['ett | MY (human, own)', 'tvåa | –', 'trea | –']);
		expect(leftovers(blocks, sources, en).words).toHaveLength(2);
	});

	it('do not take a paragraph out of a run that is translated as one', () => {
		const sources = { ...stored(unit('ett+två')), words: [own('tre'), own('fyra', 'LOST')] };
		expect(beside(paragraphs('ett', 'två', 'tre'), sources)).toEqual([
			'ett+två | ETT+TVÅ (ai)',
			'tre | MY (human, own)'
		]);
	});

	it('are reported where they find no place', () => {
		const sources = { ...nothing, words: [own('tre'), own('fyra')] };
		const left = leftovers(paragraphs('ett', 'två'), sources, en).words;
		expect(left).toEqual(sources.words);
	});
});

describe('own reviews', () => {
	it('make a draft reviewed, by the reader', () => {
		const sources = { ...stored(unit('ett')), reviews: [review('ett', long('ETT'))] };
		const [row] = resolve(paragraphs('ett'), sources, en);
		expect(row?.shown).toMatchObject({ review: { by: 'Eva', date: '2026-11-22' } });
	});

	it('lapse when the text changed', () => {
		const sources = { ...stored(unit('ett')), reviews: [review('ett', 'ETT, as it was')] };
		expect(beside(paragraphs('ett'), sources)).toEqual(['ett | ETT (ai)']);
	});

	it('are taken back by their deletion', () => {
		const taken = review('ett', long('ETT'), { deleted: true });
		expect(beside(paragraphs('ett'), { ...stored(unit('ett')), reviews: [taken] })).toEqual([
			'ett | ETT (ai)'
		]);
	});
});

describe('a translation without its original', () => {
	it('is read in the order of its units', () => {
		const sources = stored(unit('två'), unit('ett+tre'));
		const rows = resolve([], sources, en);
		expect(shown(rows)).toEqual([' | TVÅ (ai)', ' | ETT+TRE (ai)']);
		expect(rows.map(({ shape }) => shape.kind)).toEqual(['paragraph', 'paragraph']);
		expect(rows[1]?.source).toHaveLength(2);
	});

	it('takes in what only another translation has, where it stands there', () => {
		const sources = {
			...nothing,
			stored: [
				translation([unit('ett'), unit('tre')]),
				translation([unit('ett', 'human'), unit('två', 'human'), unit('fyra', 'human')])
			]
		};
		expect(shown(resolve([], sources, en))).toEqual([
			' | ETT (human)',
			' | TVÅ (human)',
			' | FYRA (human)',
			' | TRE (ai)'
		]);
	});

	it('shows own words in their place', () => {
		const sources = { ...stored(unit('ett'), unit('två')), words: [own('två')] };
		expect(shown(resolve([], sources, en))[1]).toBe(' | MY (human, own)');
	});
});

describe('laws', () => {
	const word = fc.constantFrom(...'abcdefgh');
	const shape: fc.Arbitrary<BlockShape> = fc.constantFrom(
		{ kind: 'paragraph' } as const,
		{ kind: 'heading', level: 2 } as const,
		{ kind: 'caption', credit: 'Foto' } as const
	);
	const blocks = fc.array(
		fc.tuple(shape, word).map(([kind, text]) => block(kind, long(text))),
		{ maxLength: 12 }
	);
	const origin = fc.constantFrom<Origin[]>('human', 'ai', 'machine');
	const reviewed = fc.constantFrom(null, { by: 'Cia', date: '2026-11-22' });
	const units = (by: fc.Arbitrary<Origin>) =>
		fc.array(
			fc
				.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), by, reviewed)
				.map(([words, who, review]) => unit(words.join('+'), who, { review })),
			{ maxLength: 10 }
		);
	const sources: fc.Arbitrary<Sources> = fc.record({
		stored: fc.array(
			units(origin).map((made) => translation(made)),
			{ maxLength: 2 }
		),
		words: fc
			.uniqueArray(word, { maxLength: 4 })
			.map((words) => words.map((one) => own(one, `MY ${one}`))),
		reviews: fc.array(
			word.map((one) => review(one, long(one.toUpperCase()))),
			{ maxLength: 3 }
		),
		device: units(fc.constant('machine'))
	});

	it('every block stands in exactly one row, in order', () => {
		fc.assert(
			fc.property(
				blocks.filter(({ length }) => length > 0),
				sources,
				(text, all) => {
					expect(resolve(text, all, en).flatMap(({ originals }) => originals)).toEqual(text);
				}
			)
		);
	});

	it('no row shows less than what is known of just its paragraph', () => {
		fc.assert(
			fc.property(blocks, sources, (text, all) => {
				const known = [...all.stored.flatMap((one) => one.units), ...(all.device ?? [])];
				for (const { originals, shown } of resolve(text, all, en)) {
					const [first] = originals;
					if (!first || originals.length > 1) continue;
					const best = known
						.filter(({ source }) => source.length === 1 && source[0] === first.fingerprint)
						.map(({ by, review }) => rank(standingOf(by, review)));
					// A paragraph that comes back is translated in turn, so the worst of them may be shown.
					if (best.length > 0) expect(rank(standing(shown))).toBeLessThanOrEqual(Math.max(...best));
				}
			})
		);
	});

	it('a machine never beats a person', () => {
		fc.assert(
			fc.property(blocks, sources, units(fc.constant('machine')), (text, all, machine) => {
				const without = resolve(text, { ...all, device: [] }, en);
				const given = resolve(text, { ...all, device: machine }, en);
				const people = (rows: readonly Row[]) =>
					rows.filter(({ shown }) => ['human', 'reviewed', 'ai'].includes(standing(shown)));
				const reviewedMachine = machine.some(({ review }) => review) || all.reviews.length > 0;
				if (!reviewedMachine) expect(people(given)).toEqual(people(without));
			})
		);
	});

	it('own words are shown or left over, never both, never neither', () => {
		fc.assert(
			fc.property(blocks, sources, (text, all) => {
				const left = leftovers(text, all, en).words;
				const kept = resolve(text, all, en).flatMap(({ shown }) =>
					shown.kind === 'translated' && shown.own ? shown.text : []
				);
				for (const words of all.words)
					expect(kept.includes(words.text.join())).toBe(!left.includes(words));
			})
		);
	});

	it('a translation of every paragraph leaves none missing, nothing stale, nothing over', () => {
		fc.assert(
			fc.property(blocks, (text) => {
				const made = text.map(({ fingerprint, text }) => ({
					...unit('x'),
					source: [fingerprint],
					text: [text.toUpperCase()]
				}));
				const rows = resolve(text, stored(...made), en);
				expect(rows.map(({ shown }) => shown)).toEqual(
					text.map(({ text }) =>
						expect.objectContaining({
							kind: 'translated',
							stale: false,
							text: [text.toUpperCase()]
						})
					)
				);
				expect(leftovers(text, stored(...made), en)).toEqual({ units: [], words: [] });
			})
		);
	});

	it('stays within its time on a novel with a changed chapter', () => {
		const novel = Array.from({ length: 5000 }, (_, index) => long(`p${index}`));
		const made = novel.map((text) => ({ ...unit('x'), source: [fingerprint(text)], text: [text] }));
		const changed = novel.map((text, index) =>
			block({ kind: 'paragraph' }, index >= 1000 && index < 1200 ? `${text} ny` : text)
		);
		const rows = resolve(changed, stored(...made), en);
		expect(rows.filter(({ shown }) => shown.kind === 'translated' && shown.stale)).toHaveLength(
			200
		);
	});
});

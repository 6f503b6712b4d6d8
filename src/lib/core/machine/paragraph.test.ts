import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInline, parseInline, plain, references } from '../text/inline';
import type { Inline } from '../text/inlineTree';
import { sentences } from '../text/sentence';
import { spansFault } from '../translation/spans';
import { assemble, prepare, type Assembled } from './paragraph';

/** A list of words to translate by; words that are not in it stay. */
const words: Readonly<Record<string, string>> = {
	...{ hus: 'house', röda: 'red', det: 'the', ligger: 'lies', vid: 'by', havet: 'the sea' },
	...{ vi: 'we', gick: 'walked', dit: 'there', i: 'on', söndags: 'Sunday', huset: 'house' }
};
const say = (text: string): string =>
	text.replace(/\p{L}+/gu, (word) => {
		const said = words[word.toLowerCase()] ?? word;
		return /^\p{Lu}/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
	});

function translated(text: string, by: (sentence: string) => string | null = say): Assembled {
	const prepared = prepare(text, 'sv');
	const phrases = new Map(prepared.phrases.map((phrase) => [phrase, by(phrase) ?? phrase]));
	return assemble(prepared, prepared.sentences.map(by), phrases, 'en');
}

describe('a paragraph', () => {
	it.each([
		['of one sentence', 'Det röda huset ligger vid havet.', 'The red house lies by the sea.'],
		['of two', 'Vi gick dit. Det ligger vid havet.', 'We walked there. The lies by the sea.'],
		['with marks on words', 'Det *röda* huset ligger.', 'The *red* house lies.'],
		['all in marks', '*Vi gick dit.*', '*We walked there.*'],
		['with marks but for the stop', '**Vi gick dit**.', '**We walked there**.'],
		['with marks over two sentences', '*Vi gick dit. Det ligger.*', '*We walked there. The lies.*'],
		[
			'with a link',
			'Det [röda huset](https://example.org/) ligger.',
			'The [red house](https://example.org/) lies.'
		],
		[
			'with emphasis in a link',
			'[Det *röda*](https://e.org/) huset',
			'[The *red*](https://e.org/) house'
		],
		['with a name marked', 'Vi gick dit, *Anna* och Bo.', 'We walked there, *Anna* och Bo.'],
		[
			'with a reference at the end',
			'Vi gick dit.[^1] Det ligger.',
			'We walked there.[^1] The lies.'
		],
		['with one before the stop', 'Vi gick dit[^1].', 'We walked there[^1].'],
		['with one after a comma', 'Vi gick dit,[^1] vid havet.', 'We walked there,[^1] by the sea.'],
		['with one after a word', 'Det röda[^a] huset.', 'The red[^a] house.'],
		[
			'with one after a link',
			'Det [röda](https://e.org/)[^1] huset',
			'The [red](https://e.org/)[^1] house'
		],
		['with one at the start', '[^1] Vi gick dit.', '[^1] We walked there.'],
		['of figures alone', '1986.', '1986.'],
		['of nothing', '', ''],
		[
			'of a verse',
			'Vi gick dit.\\\n*Det röda*\\\nhuset.',
			'We walked there.\\\n*The red*\\\nhouse.'
		]
	])('%s', (_, text, expected) => {
		expect(translated(text).text).toBe(expected);
	});

	it('keeps the white space between its sentences', () => {
		expect(translated('Vi gick dit.  Det ligger.').text).toBe('We walked there.  The lies.');
	});

	it('keeps a sentence without an answer in the original, and lists it', () => {
		const made = translated('Vi gick dit. *Det röda* huset. Vi gick.', (text) =>
			text.startsWith('Det') ? null : say(text)
		);
		expect(made).toMatchObject({
			text: 'We walked there. *Det röda* huset. We walked.',
			untranslated: [1]
		});
	});

	it('links its sentences, however the machine cuts them', () => {
		const cut = (text: string) =>
			text === 'Vi gick dit.'
				? 'We walked. We went there.'
				: text === 'Och hem?'
					? 'And home'
					: text;
		const { text, spans } = translated('Vi gick dit. Och hem? Ja. Nej.', cut);
		expect(text).toBe('We walked. We went there. And home Ja. Nej.');
		expect(spans).toEqual([
			[[0], [0, 1]],
			[[1, 2], [2]],
			[[3], [3]]
		]);
	});

	it('asks only for texts with words, and for marked words once', () => {
		const prepared = prepare('12 %. *Hej* och *hej* och *Hej*. **Allt detta.**', 'sv');
		expect(prepared.sentences).toEqual(['Hej och hej och Hej.', 'Allt detta.']);
		expect(prepared.phrases).toEqual(['Hej', 'hej']);
	});

	it('asks for the sentences of a verse without its line breaks', () => {
		const prepared = prepare('Hon *gick\\\nhem*.\\\nSedan\\\nsov hon.', 'sv');
		expect(prepared.sentences).toEqual(['Hon gick hem.', 'Sedan sov hon.']);
		expect(prepared.phrases).toEqual(['gick hem']);
	});
});

describe('laws', () => {
	const word = fc.constantFrom('hus', 'röda', 'Anna', 'havet', 'gick', 'år', '1986', 'T.ex.', '–');
	const run = fc
		.tuple(fc.array(word, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '.', '!', ',', '…'))
		.map(([said, stop]) => said.join(' ') + stop);
	const href = fc.constantFrom('https://example.org/a', 'https://example.org/b');
	const node: fc.Arbitrary<Inline> = fc.oneof(
		{ weight: 4, arbitrary: run.map((text): Inline => ({ type: 'text', text: ` ${text} ` })) },
		run.map((text): Inline => ({ type: 'emphasis', children: [{ type: 'text', text }] })),
		run.map((text): Inline => ({ type: 'strong', children: [{ type: 'text', text }] })),
		fc
			.tuple(run, href)
			.map(([text, href]): Inline => ({ type: 'link', href, children: [{ type: 'text', text }] })),
		fc.nat({ max: 9 }).map((n): Inline => ({ type: 'reference', marker: String(n) })),
		fc.constant<Inline>({ type: 'break' })
	);
	/** Generates a paragraph with each reference once, as in a text. */
	const paragraph = fc.array(node, { maxLength: 8 }).map((nodes) => {
		const seen = new Set<string>();
		const once = nodes.filter(
			(one) => one.type !== 'reference' || (!seen.has(one.marker) && seen.add(one.marker))
		);
		return formatInline(parseInline(formatInline(once)));
	});
	const answer = fc.oneof(run, fc.constant(null), fc.constant(''), fc.string());

	it('gets the paragraph back from a machine that copies', () => {
		fc.assert(
			fc.property(paragraph, (text) => {
				const made = translated(text, (sentence) => sentence);
				// White space beside a line break is no part of a line.
				const lines = (markdown: string) => plain(markdown).replace(/ *\n */g, '\n');
				expect(lines(made.text)).toBe(lines(text));
				expect(references(parseInline(made.text))).toEqual(references(parseInline(text)));
			})
		);
	});

	it('keeps words, references and spans whole, whatever the machine answers', () => {
		fc.assert(
			fc.property(paragraph, fc.array(answer, { maxLength: 12 }), (text, answers) => {
				const prepared = prepare(text, 'sv');
				const given = prepared.sentences.map((_, at) => answers[at] ?? null);
				const made = assemble(prepared, given, new Map(), 'en');
				const marks = references(parseInline(made.text));
				expect([...marks].sort()).toEqual(references(parseInline(text)).sort());
				const words = plain(made.text).replaceAll('\n', ' ');
				for (const said of given) expect(words).toContain(said?.trim() ?? '');
				const sides = [sentences(plain(text), 'sv'), sentences(plain(made.text), 'en')] as const;
				expect(spansFault(made.spans, sides[0].length, sides[1].length)).toBeNull();
			})
		);
	});
});

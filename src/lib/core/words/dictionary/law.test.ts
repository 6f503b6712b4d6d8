import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dear } from '../../laws.fixture';
import { ok } from '../../result';
import { formats, named, type Word, type WrittenFile } from './dictionary.fixture';
import type { ReadDictionary } from './dictionary';
import { openDictionary } from './lookUp';
import { pieceText } from './piece';
import { readDictionaries, type ReadOutcome } from './read';
import { fold } from './text';

async function read(files: readonly WrittenFile[]): Promise<ReadOutcome[]> {
	const outcomes: ReadOutcome[] = [];
	for await (const one of readDictionaries(named(files))) outcomes.push(one);
	return outcomes;
}

/** Returns the texts of a word, as they are shown. */
async function textsOf({ about, files }: ReadDictionary, word: string): Promise<readonly string[]> {
	const found = await openDictionary(about.name, files).lookUp(word);
	if (!found.ok) throw new Error(found.failure.kind);
	return (found.value?.entries ?? []).map(({ pieces }) => shown(pieceText(pieces)));
}

/** Leaves out what the formats add or cannot tell: spaces, breaks, brackets, other fields. */
const shown = (text: string): string => text.replace(/\s+/g, ' ').trim();

const letters = fc.constantFrom(...'abcdeåäöÅÄÖéXYZß’ ');
const word = fc
	.string({ unit: letters, minLength: 1, maxLength: 12 })
	.map(shown)
	.filter((text) => text !== '');
const meaning = fc
	.string({ unit: fc.constantFrom(...'abc xyzåö&<>",.;0'), minLength: 1, maxLength: 60 })
	.map(shown)
	.filter((text) => text !== '');
const words = fc.uniqueArray(fc.record({ word, meaning }), {
	selector: (one) => fold(one.word),
	minLength: 1,
	maxLength: 40
});

describe.each(Object.entries(formats))('%s', (_, write) => {
	test('every word is found with its own text, in any order of the file', async () => {
		await fc.assert(
			fc.asyncProperty(words, async (all) => {
				const [outcome, ...others] = await read(write(all));
				expect(others).toEqual([]);
				if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
				expect(outcome.value.about.entries).toBe(all.length);
				for (const one of all) {
					const texts = await textsOf(outcome.value, one.word);
					expect(texts).toHaveLength(1);
					expect(texts[0]).toContain(one.meaning);
				}
				expect(await textsOf(outcome.value, 'qqq')).toEqual([]);
			}),
			dear()
		);
	});

	test('a file cut short is refused, or its words have their own text or less', async () => {
		await fc.assert(
			fc.asyncProperty(
				words,
				fc.nat(),
				fc.double({ min: 0, max: 1, noNaN: true }),
				async (all, which, share) => {
					const files = write(all);
					const cut = which % files.length;
					const torn = files.map((file, i) =>
						i === cut
							? { ...file, bytes: file.bytes.slice(0, Math.floor(share * file.bytes.length)) }
							: file
					);
					for (const outcome of await read(torn)) {
						if (!outcome.ok) continue;
						for (const one of all) expect(await isHonest(outcome.value, one)).toBe(true);
					}
				}
			),
			dear()
		);
	});
});

/** Whether a word has its own text, the start of it, or is not there, or is said to be damaged. */
async function isHonest(
	{ about, files }: ReadDictionary,
	{ word, meaning }: Word
): Promise<boolean> {
	const found = await openDictionary(about.name, files).lookUp(word);
	if (!found.ok || found.value === null) return true;
	return found.value.entries.every(({ pieces }) => {
		const text = shown(pieceText(pieces));
		// Without the other field that a format writes first; a meaning may begin with an x of its own.
		return [text, text.replace(/^\[x\] |^x /, '')].some(
			(one) => meaning.startsWith(one) || one.includes(meaning)
		);
	});
}

test('a lemma is found only where the word is not there in any case', async () => {
	const all = [
		{ word: 'Polish', meaning: 'av Polen' },
		{ word: 'polish', meaning: 'putsa' },
		{ word: 'Oslo', meaning: 'en stad' }
	];
	const [outcome] = await read(formats.TEI?.(all) ?? []);
	if (!outcome?.ok) throw new Error('not read');
	const dictionary = openDictionary('test', outcome.value.files);
	const found = async (word: string, lemmas: readonly string[] = []) => {
		const one = await dictionary.lookUp(word, lemmas);
		return one.ok && one.value ? [one.value.via, one.value.word] : one;
	};
	expect(await found('polish', ['Polish'])).toEqual(['exact', 'polish']);
	expect(await found('OSLO')).toEqual(['case', 'Oslo']);
	expect(await found('polishing', ['polis', 'polish'])).toEqual(['lemma', 'polish']);
	expect(await found('x'.repeat(3000))).toEqual(ok(null));
});

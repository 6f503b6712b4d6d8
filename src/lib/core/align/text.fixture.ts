/** Generates texts and their translations word by word, for the laws of the aligner. */
import fc from 'fast-check';
import type { AlignText } from './align';

/** Swedish words with their English; most of them are in the seed. */
export const dictionary =
	`hund dog,katt cat,hus house,skog forest,vatten water,berg mountain,kvinna woman,
	pojke boy,bok book,brev letter,häst horse,fågel bird,stad city,kyrka church,bord table,fönster window,
	dörr door,väg road,båt boat,fisk fish,kung king,krig war,fred peace,bröd bread,mjölk milk,sten stone,
	eld fire,snö snow,sol sun,måne moon,träd tree,blomma flower,dotter daughter,broder brother,läkare doctor,
	lärare teacher,fabrik factory,nyckel key,spegel mirror,klocka clock,kniv knife,sked spoon,tåg train,
	flod river,strand beach,ö island,gräns border,polis police,domare judge,tidning newspaper,skola school`
		.split(',')
		.map((pair) => pair.trim().split(' '))
		.map(([sv = '', en = '']) => [sv, en] as const);

type Words = readonly number[];

const sentence = (words: Words, lang: 0 | 1): string =>
	`${words.map((word) => dictionary[word]?.[lang] ?? '').join(' ')}.`.replace(/^./, (first) =>
		first.toUpperCase()
	);

/** A text in both languages, with the same sentences and paragraphs. */
export interface TextPair {
	readonly source: AlignText;
	readonly target: AlignText;
}

/** Builds a pair from paragraphs of sentences of words, by number in the dictionary. */
export const pairOf = (paragraphs: readonly (readonly Words[])[]): TextPair => ({
	source: {
		lang: 'sv',
		paragraphs: paragraphs.map((all) => all.map((words) => sentence(words, 0)))
	},
	target: {
		lang: 'en',
		paragraphs: paragraphs.map((all) => all.map((words) => sentence(words, 1)))
	}
});

const words = fc.uniqueArray(fc.nat(dictionary.length - 1), { minLength: 4, maxLength: 12 });

/** Generates paragraphs with no two sentences alike, so that there is one right answer. */
export const paragraphs = (least: number, most: number) =>
	fc
		.uniqueArray(words, {
			minLength: least,
			maxLength: most,
			selector: (all) => all.toSorted((a, b) => a - b).join()
		})
		.chain((all) =>
			fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }).map((breaks) =>
				all.reduce<Words[][]>(
					(made, next, at) => {
						if (at > 0 && breaks[at]) made.push([]);
						made.at(-1)?.push(next);
						return made;
					},
					[[]]
				)
			)
		);

/** Generates any text: words, marks, numbers, nothing. */
export const anyText: fc.Arbitrary<AlignText> = fc.record({
	lang: fc.constantFrom('sv', 'en', 'de', 'zh', 'xx'),
	paragraphs: fc.array(
		fc.array(
			fc.oneof(
				fc.constantFrom('Ja.', 'Nej!', '…', '', 'År 1900 kom 40 000.', 'In 1900 came 40,000.', '—'),
				fc.string({ unit: 'binary', maxLength: 20 }),
				words.map((all) => sentence(all, 0))
			),
			{ maxLength: 5 }
		),
		{ maxLength: 4 }
	)
});

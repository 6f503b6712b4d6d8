/**
 * A novel that nobody wrote: Swedish words in Swedish proportions, the same at every run, so that
 * two runs measure the same text. Some 2 MB in 5,000 paragraphs.
 */
import { block } from '../src/lib/core/text/block';
import type { Article } from '../src/lib/core/text/article';

export const novelParagraphs = 5000;
const charactersPerParagraph = 400;
const paragraphsPerChapter = 100;

const words =
	`och i att det som en på är av för med till den har inte om ett han men var jag sig från vi så kan när
hon ska år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket
mer här då sedan över bara in blir upp även vad få två vill ha många hur mellan säger några sitt göra någon
genom tre samma måste första nya stora lilla kvällen morgonen trädgården fönstret järnvägen sjön skogen huset
gatan människor berättade gick kom såg hörde tänkte skrev väntade långsamt plötsligt fortfarande ändå kanske
ljuset mörkret brevet dörren händerna vägen staden byn vintern sommaren åskan snön blåsten tystnaden`.split(
		/\s+/
	);

/** A linear congruential generator (Numerical Recipes): 0 ≤ x < 1, the same for the same seed. */
function chances(seed: number): () => number {
	let state = seed;
	return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function sentence(chance: () => number): string {
	const length = 5 + Math.floor(chance() * 14);
	const picked = Array.from({ length }, () => words[Math.floor(chance() * words.length)] ?? 'och');
	const text = picked.map((word, i) => (i > 3 && chance() < 0.08 ? `${word},` : word)).join(' ');
	return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/,$/, '')}.`;
}

function paragraph(chance: () => number): string {
	let text = sentence(chance);
	while (text.length < charactersPerParagraph * (0.5 + chance())) text += ` ${sentence(chance)}`;
	return text;
}

/**
 * The novel as an article: a heading at every hundredth paragraph. `seed`: another number gives
 * another text.
 */
export function novel(paragraphs = novelParagraphs, seed = 2022): Article {
	const chance = chances(seed);
	return {
		lang: 'sv',
		title: 'Den långa vintern',
		blocks: Array.from({ length: paragraphs }, (_, i) =>
			i % paragraphsPerChapter === 0
				? block({ kind: 'heading', level: 2 }, `Kapitel ${i / paragraphsPerChapter + 1}`)
				: block({ kind: 'paragraph' }, paragraph(chance))
		)
	};
}

/** The novel as the text file that a reader would import. */
export const novelText = ({ title, blocks }: Article): string =>
	`${[title, ...blocks.map(({ text }) => text)].join('\n\n')}\n`;

/**
 * Converts a page saved from a browser to an article. It is parsed into a tree that is no document
 * of the browser’s: no script runs, and no image or style is fetched. Mozilla’s Readability finds
 * the main text; only what our text model can hold is kept, and the rest is listed as left out.
 */
import type { Steps } from '../../core/steps';
import type { Imported } from '../../core/import/imported';
import type { LeftOut } from '../../core/import/leftOut';
import type { Block } from '../../core/text/article';
import { block } from '../../core/text/block';
import { plain } from '../../core/text/inline';
import { oneLine } from '../../core/text/line';
import { blockMaker, blocksOf, pageBlocksOf, type PageBlock } from './blocks';
import { parseHtml } from './dom/parse';
import { joinDropCaps } from './dropCaps';
import { furnitureOf } from './findFurniture';
import type { Furniture } from './furniture';
import { addressOf, settleLinks } from './links';
import { mainTextOf } from './mainText';
import { metadataOf } from './metadata';
import { takeNotes, type Note } from './notes';
import { breakPreformatted } from './preformatted';
import { prepare } from './prepare';

type ReadPage = Omit<Imported, 'article'> & {
	readonly article: Omit<Imported['article'], 'lang'>;
	/** The language that the page declares; null for none. */
	readonly lang: string | null;
};

/** Progress of reading a page: `done` rises from 0 to 1. */

/** `from`: the address that the file says it was saved from. */
export function* pageSteps(html: string, from: string | null): Steps<ReadPage> {
	yield { done: 0.1 };
	const page = parseHtml(html);
	yield { done: 0.3 };
	const active = prepare(page);
	const address = addressOf(page, html) ?? from;
	settleLinks(
		page,
		[address, from].filter((one) => one !== null)
	);
	joinDropCaps(page);
	const notes = takeNotes(page);
	const { text, furniture, about } = furnitureOf(page);
	breakPreformatted(page, furniture);
	yield { done: 0.4 };
	const make = blockMaker();
	const all = pageBlocksOf(page.body, furniture, make);
	yield { done: 0.6 };
	const found = mainTextOf(page, furniture);
	yield { done: 0.9 };
	const metadata = metadataOf(
		page,
		{
			...found,
			title: about.title ?? found.title,
			byline: about.author ?? found.byline
		},
		address
	);
	const main = text
		? blocksOf(text, furniture, make)
		: found.content
			? blocksOf(found.content, furniture, make)
			: [];
	const whole = all.flatMap(({ block, reason }) => (reason === null ? [block] : []));
	const isTitle = isText(metadata.title);
	const body = (main.length > 0 ? main : whole).filter(({ text }) => !isTitle(text));
	return {
		article: {
			...metadata,
			blocks: [...body, ...notes.flatMap((note) => noteBlock(note, furniture))]
		},
		leftOut: leftOut(all, body, isTitle),
		notices: active > 0 ? [{ kind: 'scripts', count: active }] : [],
		lang:
			/^[a-z]{2,3}/i.exec(page.documentElement.getAttribute('lang') ?? '')?.[0].toLowerCase() ??
			null
	};
}

function noteBlock({ marker, element }: Note, furniture: Furniture): Block[] {
	const text = blocksOf(element, furniture)
		.map((one) => one.text)
		.join(' ')
		.trim();
	return text === '' ? [] : [block({ kind: 'footnote', marker }, text)];
}

/** Returns a test for inline text with these words. */
const isText =
	(words: string | undefined) =>
	(text: string): boolean =>
		words !== undefined && text.length >= words.length && oneLine(plain(text)) === words;

/** Lists what the page has and the article lacks, each before the block that follows it. */
function leftOut(
	all: readonly PageBlock[],
	body: readonly Block[],
	isTitle: (text: string) => boolean
): readonly LeftOut[] {
	const at = new Map(body.map(({ fingerprint }, index) => [fingerprint, index]));
	let before = 0;
	return all.flatMap(({ block: { text, fingerprint }, reason }): LeftOut[] => {
		const index = reason === null ? at.get(fingerprint) : undefined;
		if (index !== undefined) before = Math.max(before, index + 1);
		if (index !== undefined || isTitle(text)) return [];
		return [{ text, reason: reason ?? 'navigation', before }];
	});
}

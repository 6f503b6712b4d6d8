/**
 * The novel with a translation that nobody wrote either: every sentence has as many sentences beside
 * it, word for word from a list, so that the aligner finds them and two runs measure the same text.
 */
import { beads } from '../src/lib/core/align/bead';
import type { AlignmentDraft } from '../src/lib/core/links/draft';
import type { OwnTranslation } from '../src/lib/core/library/store';
import { block } from '../src/lib/core/text/block';
import { sentences } from '../src/lib/core/text/sentence';
import type { Article, Block } from '../src/lib/core/text/article';
import { novel } from './novel';
import { backupOf, changedAt, novelId as translatedId } from './own-novel';

export { translatedId };
export const translatedParagraphs = 3000;
const draftId = 'vintern-in-english';

const known: Readonly<Record<string, string>> = Object.fromEntries(
	`och:and i:in att:to det:it som:which en:one på:on är:is av:of för:for med:with till:till den:the har:has
inte:not om:about ett:a han:he men:but var:was jag:I sig:himself från:from vi:we så:so kan:can när:when
hon:she ska:shall år:year under:under också:also efter:after eller:or nu:now sin:his där:there vid:by mot:against
skulle:would kommer:comes ut:out får:gets finns:exists vara:be hade:had alla:all andra:others mycket:much
mer:more här:here då:then sedan:since över:over bara:only in:inside blir:becomes upp:up även:even vad:what
få:few två:two vill:wants många:many hur:how mellan:between säger:says några:some sitt:its göra:do någon:someone
genom:through tre:three samma:same måste:must första:first nya:new stora:great lilla:little kvällen:evening
morgonen:morning trädgården:garden fönstret:window järnvägen:railway sjön:lake skogen:forest huset:house
gatan:street människor:people berättade:told gick:went kom:came såg:saw hörde:heard tänkte:thought skrev:wrote
väntade:waited långsamt:slowly plötsligt:suddenly fortfarande:still ändå:yet kanske:perhaps ljuset:light
mörkret:darkness brevet:letter dörren:door händerna:hands vägen:road staden:town byn:village vintern:winter
sommaren:summer åskan:thunder snön:snow blåsten:wind tystnaden:silence kapitel:chapter`
		.split(/\s+/)
		.map((pair) => pair.split(':'))
);

function english(text: string): string {
	const said = text.replace(/\p{L}+/gu, (word) => known[word.toLowerCase()] ?? word);
	return said.replace(/(?:^|(?<=\. ))\p{L}/gu, (first) => first.toUpperCase());
}

export const translatedBlock = (source: Block): Block => {
	const { text, fingerprint: _, ...shape } = source;
	return block(shape, english(text));
};

const credit = {
	translator: 'Ingen Alls',
	title: 'The Long Winter',
	publication: '',
	date: '1901',
	rights: ''
};

/** Every twentieth link is doubtful. */
const confidences = (count: number): readonly number[] =>
	Array.from({ length: count }, (_, at) => (at % 20 === 7 ? 0.4 : 0.99));

/** Returns a translation of an article, which is the novel unless its id says otherwise. */
export function translationOf(
	{ blocks }: Article,
	id = draftId,
	article = translatedId
): OwnTranslation {
	const found = blocks.map((one) => {
		const count = sentences(one.text, 'sv').length;
		const { text: _, fingerprint, ...shape } = one;
		const unit = {
			...shape,
			source: [fingerprint],
			text: [translatedBlock(one).text],
			by: { origin: 'human' as const, name: credit.translator, date: credit.date },
			review: null,
			spans: beads(Array.from({ length: count }, () => '1-1').join(' '))
		};
		return { unit, links: confidences(count) };
	});
	return {
		...{ id, article, lang: 'en', credit, addedAt: changedAt, changedAt },
		units: found.map(({ unit }) => unit),
		links: found.map(({ links }) => links)
	};
}

export const translatedNovel = (): Article => novel(translatedParagraphs);

/** A draft of the two texts that waits to be aligned. */
export function unaligned({ lang, blocks }: Article): AlignmentDraft {
	return {
		...{ id: 'vintern-som-utkast', article: translatedId, credit, links: [], changedAt },
		source: { lang, blocks },
		target: { lang: 'en', blocks: blocks.map(translatedBlock) }
	};
}

/** Returns a backup of the novel and its translation. */
export const translatedBackup = (article: Article): string =>
	backupOf(translatedId, article, [translationOf(article)]);

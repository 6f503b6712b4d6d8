/** FreeDict’s TEI: an `entry` with forms, grammar, senses, translations and examples. */
import { elements, children, isElement, readMarkup, wordsOf, type MarkupElement } from './markup';
import { directionIn, languageTag } from './languages';
import { text, tidyPieces, type Piece } from './piece';
import type { XmlFormat } from './xmlFormat';
import { xmlValues } from './xmlText';

export const tei: XmlFormat = {
	format: 'tei',
	entry: 'entry',
	is: (start) => /<(?:\w+:)?TEI(?:\.2)?[\s>]/.test(start),
	words: (entry) => xmlValues(entry, 'orth'),
	about(head, file) {
		const [title] = elements(head, 'title').map(({ nodes }) => wordsOf(nodes));
		const [terms] = elements(head, 'licence', 'availability').map(({ nodes }) => wordsOf(nodes));
		const [body] = elements(head, 'body');
		const from = languageTag(body?.attributes.get('xml:lang'));
		const direction = directionIn(file, title);
		return {
			name: title || file.replace(/\.(?:tei|xml)$/i, ''),
			from: direction.from ?? from,
			to: direction.to,
			licence: terms?.slice(0, 200) || null
		};
	},
	pieces(entry) {
		const [root] = readMarkup(entry, 'xml').filter(isElement);
		if (!root) return [];
		const head: Piece[] = [...soundOf(root), ...classOf(root)];
		const senses = elements(root.nodes, 'sense');
		const whole = senses.length > 0 ? sensesOf(senses) : contentOf(root);
		const notes = noteOf(root);
		return tidyPieces([...head, ...(head.length > 0 ? [text(' ')] : []), ...whole, ...notes]);
	}
};

const soundOf = (entry: MarkupElement): readonly Piece[] =>
	children(entry, 'form')
		.flatMap((form) => elements(form.nodes, 'pron'))
		.map(({ nodes }) => ({ kind: 'italic', pieces: [text(`[${wordsOf(nodes)}] `)] }));

const classOf = (element: MarkupElement): readonly Piece[] =>
	children(element, 'gramgrp')
		.map(({ nodes }) => wordsOf(nodes.filter((node) => wordsOf([node]) !== '')))
		.filter((words) => words !== '')
		.map((words) => ({ kind: 'class', pieces: [text(words)] }));

function sensesOf(senses: readonly MarkupElement[]): readonly Piece[] {
	const items = senses.map((sense) =>
		tidyPieces([...classOf(sense), ...contentOf(sense), ...noteOf(sense)])
	);
	const [only = []] = items;
	return items.length === 1
		? only
		: [{ kind: 'list', items: items.filter((one) => one.length > 0) }];
}

/** Returns translations, definitions and examples of an entry or a sense. */
function contentOf(element: MarkupElement): readonly Piece[] {
	const quotes = children(element, 'cit');
	const isExample = (cit: MarkupElement) => cit.attributes.get('type') === 'example';
	const translations = quotes.filter((cit) => !isExample(cit)).map(({ nodes }) => wordsOf(nodes));
	const definitions = children(element, 'def').map(({ nodes }) => wordsOf(nodes));
	const examples = quotes
		.filter(isExample)
		.flatMap((cit): readonly Piece[] => [
			{ kind: 'break' },
			{ kind: 'example', pieces: [text(exampleText(cit))] }
		]);
	const nested = children(element, 'sense');
	const words = [...translations, ...definitions].filter((one) => one !== '');
	return [text(words.join(', ')), ...examples, ...(nested.length > 0 ? sensesOf(nested) : [])];
}

/** Returns a sentence and its translation. */
const exampleText = ({ nodes }: MarkupElement): string =>
	elements(nodes, 'quote')
		.map((quote) => wordsOf(quote.nodes))
		.join(' – ');

const noteOf = (element: MarkupElement): readonly Piece[] =>
	['usg', 'note', 'xr']
		.flatMap((name) => children(element, name))
		.map(({ nodes }) => ({ kind: 'italic', pieces: [text(` (${wordsOf(nodes)})`)] }));

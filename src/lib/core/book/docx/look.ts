/** How the words of a run are set, against the paragraph that they stand in. */
import type { Lang } from '../../text/article';
import { shifted } from '../epub/raised';
import type { Marks } from '../flowWriter';
import { firstChild, type TreeElement } from '../tree';
import { valueOf } from './onOff';
import { charactersOf, unset, type CharacterProperties, type Style, type Styles } from './styles';
import { withSymbols } from './symbols';

export interface Look {
	readonly marks: Marks;
	readonly isHidden: boolean;
	readonly lang: Lang | null;
	readonly font: string | null;
	readonly way: CharacterProperties['way'];
}

export const plainLook: Look = { marks: {}, isHidden: false, lang: null, font: null, way: null };

/** Returns the words of a run as they are shown: symbols, and figures above or below the line. */
export function shownText(words: string, { font, way }: Look): string {
	const text = withSymbols(words, font);
	return way === 'sup' || way === 'sub' ? shifted(text, way) : text;
}

export function lookOf(run: TreeElement, paragraph: Style, styles: Styles): Look {
	const properties = firstChild(run, 'w:rPr');
	const style = properties ? styles.character(valueOf(properties, 'w:rStyle')) : unset;
	const own = charactersOf(properties);
	const is = (name: Toggle) => own[name] ?? toggled(paragraph, style, name);
	const isHeading = paragraph.role?.kind === 'heading';
	// A paragraph that is bold as a whole emphasises nothing; upright words in italics are emphasised.
	const italic = is('italic');
	const emphasis = isHeading ? italic && !paragraph.italic : italic !== (paragraph.italic ?? false);
	const strong = !isHeading && is('bold') && !paragraph.bold;
	return {
		marks: { ...(emphasis && { emphasis }), ...(strong && { strong }) },
		isHidden: is('hidden'),
		lang: own.lang ?? style.lang ?? paragraph.lang ?? styles.lang,
		font: own.font ?? style.font ?? paragraph.font,
		way: own.way ?? style.way
	};
}

type Toggle = keyof CharacterProperties & ('italic' | 'bold' | 'hidden');

/** Styles toggle: italics in italics are upright (ECMA-376, part 1, 17.7.3). */
const toggled = (paragraph: Style, style: Style, name: Toggle): boolean =>
	(paragraph[name] ?? false) !== (style[name] ?? false);

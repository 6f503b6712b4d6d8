/** Made-up pages, and what is read in them. */
import { importHtml } from './importHtml';

/** Long enough to be taken for running text. */
export const prose = [
	'Kvarnen byggdes av ek och sten, och varje höst kom bönderna från hela socknen med sin säd för att få den malen.',
	'Mjölnaren hette Nils Ekman, och han hade tre döttrar som alla kunde sköta stenarna när han själv låg sjuk.',
	'Sedan kom elektriciteten till dalen, och den gamla kvarnen stod tom i många år utan att någon brydde sig.'
] as const;

export const paragraphs = prose.map((text) => `<p>${text}</p>`).join('\n');

export const pageOf = (body: string, title = 'Kvarnen vid ån – Dalbladet'): string =>
	`<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** Reads a page. `blocks`: kind or marker and text; `left`: reason and text. */
export function read(html: string) {
	const imported = importHtml(new TextEncoder().encode(html), 'sv');
	if (!imported.ok) throw new Error(imported.failure.kind);
	const { article, leftOut } = imported.value;
	return {
		...article,
		texts: article.blocks.map(({ text }) => text),
		body: article.blocks.flatMap(({ kind, text }) => (kind === 'footnote' ? [] : [text])),
		notes: article.blocks.flatMap((block) =>
			block.kind === 'footnote' ? [[block.marker, block.text]] : []
		),
		left: leftOut.map(({ reason, text }) => [reason, text])
	};
}

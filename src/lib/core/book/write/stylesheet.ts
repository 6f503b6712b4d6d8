/**
 * The style of written books. It names no font, size or colour of text: these are the reader’s own
 * on every e-reader, by day and by night. What tells the languages apart also shows without it.
 */
const common = `
h1, h2, h3, h4, h5, h6, .heading, .title { line-height: 1.25; text-align: left; margin: 1.4em 0 0.5em; page-break-after: avoid; break-after: avoid; hyphens: none; -webkit-hyphens: none; }
h1 { font-size: 1.5em; }
h2 { font-size: 1.25em; }
h3, h4, h5, h6 { font-size: 1.1em; }
h1 + .title, .row > .heading { margin-top: 0; }
.title, .heading { font-weight: bold; }
p { margin: 0 0 0.5em; orphans: 2; widows: 2; overflow-wrap: break-word; }
.row { margin: 0 0 1em; }
.translation { font-style: normal; }
blockquote { margin: 0 0 0.5em 1.5em; }
.standfirst { font-weight: bold; }
.caption { font-size: 0.9em; }
.credit { font-size: 0.9em; font-style: italic; }
.lines { text-align: left; margin-left: 1.5em; text-indent: -1.5em; padding-left: 1.5em; }
.picture { text-align: center; margin: 1em 0 0.5em; page-break-inside: avoid; break-inside: avoid; }
img { max-width: 100%; max-height: 100%; }
.by { font-size: 0.8em; font-style: italic; margin: 0 0 0.3em; }
.by + .about, .by + .columns { margin-top: 1em; }
ul { margin: 0 0 1em; padding-left: 1.5em; }
sup { font-size: 0.75em; line-height: 0; vertical-align: super; }
.to-translation { margin-left: 0.25em; }
.notes { margin-top: 2em; padding-top: 1em; border-top: 1px solid; font-size: 0.9em; }
.note { margin: 0 0 0.8em; }
.columns { table-layout: fixed; width: 100%; border-collapse: collapse; }
.columns th, .columns td { width: 50%; vertical-align: top; padding: 0.4em 1em 0.4em 0; text-align: left; }
.columns th + th, .columns td + td { padding: 0.4em 0 0.4em 1em; }
.columns [dir=rtl] { text-align: right; }
.columns th { font-size: 0.8em; border-bottom: 1px solid; }
.columns th + th { padding-left: 1.25em; }
.columns h1, .columns h2, .columns h3, .columns h4, .columns h5, .columns h6, .columns .heading { font-size: 1.15em; margin: 0.5em 0 0.2em; }
.title-page p { margin: 0 0 0.6em; }
.credits { margin-top: 2em; font-size: 0.85em; }
`;

/** A rule beside the second language, where one stands under the other. */
const stacked = `
.row > p + .translation, .row > .by + .translation, .row > h2 + .translation { padding-left: 0.8em; border-left: 2px solid; }
.row > .translation + .by + .original, .row > .translation + .original { padding-left: 0.8em; border-left: 2px solid; }
`;

export const epubStyle = (common + stacked).trimStart();

/** Rules for a printed page. A row does not break over two pages, unless it is longer than one. */
export const printStyle = (title: string): string =>
	`${epubStyle}
html { font: 12pt/1.45 Georgia, "Times New Roman", serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section + section { page-break-before: always; break-before: page; }
@media screen {
	div.row, section > ul, .notes, .title-page p, nav { max-width: 40rem; }
}
@media screen and (max-width: 40rem) {
	.columns, .columns tbody, .columns tr, .columns td, .columns td + td { display: block; width: auto; padding: 0; }
	.columns thead { display: none; }
	.columns td + td:not(:empty) { padding-left: 0.8em; border-left: 2px solid; }
}
@media print {
	body { max-width: none; margin: 0; padding: 0; }
	.row, .note { page-break-inside: avoid; break-inside: avoid; }
	thead { display: table-header-group; }
	a { color: inherit; text-decoration: none; }
	.credits { page-break-inside: avoid; break-inside: avoid; }
}
@page {
	margin: 18mm 16mm 20mm;
	@top-center { content: ${cssString(title)}; font-size: 9pt; }
	@bottom-center { content: counter(page); font-size: 9pt; }
}
@page :first { @top-center { content: none; } }
`;

/** Writes a string of CSS that can stand in a \`style\` element: nothing in it ends either. */
const cssString = (text: string): string =>
	`"${text.replace(/[^\p{L}\p{N} .,:;!?()–-]/gu, (one) => `\\${(one.codePointAt(0) ?? 0).toString(16)} `)}"`;

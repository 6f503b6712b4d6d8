/**
 * The page to compare with: plain HTML that holds the same text, set in the same font files, with
 * nothing else. It is served by the same server, compressed the same way.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface PlainText {
	readonly title: string;
	/** HTML, one paragraph each. */
	readonly paragraphs: readonly { readonly lang: string; readonly html: string }[];
}

const escape = (text: string) =>
	text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);

export const paragraphOf = (lang: string, text: string) => ({ lang, html: escape(text) });

/** The upright faces, as files or within the page, as a reading page has them. */
const fontFolder = join('src', 'lib', 'ui', 'fonts');
const fonts = { serif: 'upright-serif.woff2', sans: 'upright-sans.woff2' };

const preload = (name: string) =>
	`<link rel="preload" href="/${name}" as="font" type="font/woff2" crossorigin="anonymous">\n`;

const dataAddress = (name: string) =>
	`data:font/woff2;base64,${readFileSync(join(fontFolder, name)).toString('base64')}`;

/** `isWhole`: the page brings its faces, as a reading page does. */
function html({ title, paragraphs }: PlainText, isWhole: boolean): string {
	const [serif, sans] = [fonts.serif, fonts.sans].map((name) =>
		isWhole ? dataAddress(name) : `/${name}`
	);
	const links = isWhole ? '' : preload(fonts.serif) + preload(fonts.sans);
	return `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
${links}<style>
@font-face { font-family: Serif; src: url(${serif}) format('woff2'); font-weight: 200 900; font-display: swap }
@font-face { font-family: Sans; src: url(${sans}) format('woff2'); font-weight: 200 900; font-display: swap }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.1875rem/1.6 Serif, serif }
[lang=en] { font-family: Sans, sans-serif }
</style></head><body>
<h1>${escape(title)}</h1>
${paragraphs.map(({ lang, html }) => `<p lang="${lang}">${html}</p>`).join('\n')}
</body></html>
`;
}

/**
 * Writes plain pages as a site that `serve` can serve: `/<name>.html` for each, and
 * `/<name>-whole.html`, which holds its faces.
 */
export function writePlainSite(dir: string, pages: Readonly<Record<string, PlainText>>): void {
	mkdirSync(dir, { recursive: true });
	for (const name of Object.values(fonts)) copyFileSync(join(fontFolder, name), join(dir, name));
	writeFileSync(join(dir, '404.html'), '<!doctype html><title>404</title>');
	for (const [name, text] of Object.entries(pages))
		for (const isWhole of [false, true]) {
			const page = html(text, isWhole);
			const path = join(dir, `${name}${isWhole ? '-whole' : ''}.html`);
			writeFileSync(path, page);
			writeFileSync(`${path}.br`, brotliCompressSync(page));
			writeFileSync(`${path}.gz`, gzipSync(page));
		}
}

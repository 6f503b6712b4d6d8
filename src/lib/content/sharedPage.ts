/**
 * The page of an article’s address without a language, which readers share: script goes on at once to
 * the reader’s language. Without script it has the article’s titles, as links. It is one for each
 * article, so it is written here, in two kilobytes, and not as a page of the app in sixty.
 */
import { createHash } from 'node:crypto';
import { escaped } from './xml';

export interface SharedPage {
	readonly id: string;
	readonly choices: readonly {
		readonly ui: string;
		/** What the language’s version is called: “Read in English”. */
		readonly name: string;
		readonly title: string;
	}[];
	/** The script that goes on (src/boot/open.js). */
	readonly script: string;
}

/** The colours of src/lib/ui/tokens.css. */
const style = [
	':root{color-scheme:light dark;--paper:#fcfaf5;--ink:#211d18;--ink-2:#5a534a;--falu:#8c2f22;--fjord:#26506b}',
	'@media(prefers-color-scheme:dark){:root{--paper:#16171a;--ink:#e6e1d8;--ink-2:#b3aca1;--falu:#e08c7b;--fjord:#8fbdd8}}',
	'body{display:grid;align-content:center;gap:2rem;box-sizing:border-box;max-width:40rem;min-height:100svh;margin:0 auto;padding:1.5rem 1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 Arial,Helvetica,sans-serif}',
	'main,ul{display:grid;gap:1.5rem;margin:0;padding:0;list-style:none}',
	'li{padding-left:1rem;border-left:2px solid var(--falu)}',
	'li+li{border-color:var(--fjord)}',
	'a{display:inline-block;padding-block:.3rem;color:inherit;font:600 1.5rem/1.2 Georgia,serif}',
	'main>a{font-size:1rem;text-decoration:none}',
	'p{margin:0;color:var(--ink-2)}'
].join('');

export function sharedPage({ id, choices, script }: SharedPage): string {
	const title = escaped(choices[0]?.title ?? id);
	const link = (ui: string) => `/${ui}/read/${id}/`;
	const policy = `default-src 'none'; script-src '${hash(script)}'; style-src '${hash(style)}'; img-src 'self'; base-uri 'none'; form-action 'none'`;
	return [
		'<!doctype html><html lang="en"><head><meta charset="utf-8">',
		`<meta http-equiv="content-security-policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${title} · Jämsides</title>`,
		'<link rel="icon" href="/icon.svg" type="image/svg+xml">',
		...choices.map(({ ui }) => `<link rel="alternate" hreflang="${ui}" href="${link(ui)}">`),
		`<meta property="og:title" content="${title}"><meta property="og:type" content="article">`,
		'<meta property="og:site_name" content="Jämsides">',
		`<script>${script}</script><style>${style}</style></head>`,
		'<body><main><a href="/">Jämsides</a><ul>',
		...choices.map(
			({ ui, name, title }) =>
				`<li lang="${ui}"><a href="${link(ui)}" hreflang="${ui}">${escaped(title)}</a><p>${escaped(name)}</p></li>`
		),
		'</ul></main></body></html>\n'
	].join('');
}

const hash = (text: string): string =>
	`sha256-${createHash('sha256').update(text).digest('base64')}`;

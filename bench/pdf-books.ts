/**
 * A made-up Swedish book with chapters, notes, dialogue, verse and quotations, as the sources of the
 * tools that make PDFs of it. The same at every run.
 */
export type Part =
	| { readonly kind: 'heading' | 'quote'; readonly text: string }
	| {
			readonly kind: 'paragraph';
			readonly text: string;
			readonly note: string | null;
			readonly at: number;
	  }
	| { readonly kind: 'verse'; readonly lines: readonly string[] };

const nouns =
	`järnvägsstationen trädgårdsmästaren kvällsljuset skolföreståndarinnan landsvägen fiskehamnen
snöstormen bergsprediktionen arbetarrörelsen sommarnatten spårvagnskonduktören vinterfodret huset sjön skogen
brevet fönstret klockan folkbiblioteket grannkvinnan hamnmagasinet livsberättelsen tidningsredaktionen
missväxtåren svensk-norska 1700-talet e-posten handelsträdgården köksdörren människorna ångbåtsbryggan`.split(
		/\s+/
	);
const verbs =
	`såg hörde skrev väntade återvände berättade försvann glömde byggde undersökte öppnade betraktade
förklarade överlämnade misslyckades kommenterade`.split(/\s+/);
const small =
	`och i att det som en på är av för med till den har inte om ett han men var sig från vi så kan när
hon under också efter eller nu sin där vid mot hade alla andra mycket mer här då sedan över bara mellan genom
långsamt plötsligt fortfarande ändå kanske åter aldrig ofta`.split(/\s+/);

/** A linear congruential generator (Numerical Recipes): 0 ≤ x < 1. */
function chances(seed: number): () => number {
	let state = seed;
	return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

type Chance = () => number;
const pick = (chance: Chance, of: readonly string[]): string =>
	of[Math.floor(chance() * of.length)] ?? 'och';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(chance: Chance, end = '.'): string {
	const length = 5 + Math.floor(chance() * 13);
	const words = Array.from({ length }, (_, i) => {
		const roll = chance();
		const word = pick(chance, roll < 0.2 ? nouns : roll < 0.35 ? verbs : small);
		return i > 2 && i < length - 1 && chance() < 0.09 ? `${word},` : word;
	});
	return capital(words.join(' ')) + end;
}

const sentences = (chance: Chance, count: number): string =>
	Array.from({ length: count }, () => sentence(chance)).join(' ');

export function pdfBook(chapters: number, seed = 14): readonly Part[] {
	const chance = chances(seed);
	const parts: Part[] = [];
	for (let chapter = 1; chapter <= chapters; chapter++) {
		parts.push({ kind: 'heading', text: `Kapitel ${chapter}: ${capital(pick(chance, nouns))}` });
		for (let i = 0; i < 22; i++) parts.push(part(chance));
	}
	return parts;
}

function part(chance: Chance): Part {
	const roll = chance();
	if (roll < 0.06) return { kind: 'quote', text: sentences(chance, 3 + Math.floor(chance() * 3)) };
	if (roll < 0.1)
		return {
			kind: 'verse',
			lines: Array.from({ length: 4 }, () =>
				capital(Array.from({ length: 4 }, () => pick(chance, small)).join(' '))
			)
		};
	if (roll < 0.35) {
		const text = `– ${sentence(chance, chance() < 0.5 ? '?' : '.')}`;
		return { kind: 'paragraph', text, note: null, at: 0 };
	}
	const count = 2 + Math.floor(chance() * 6);
	const note = chance() < 0.15 ? sentences(chance, 1 + Math.floor(chance() * 3)) : null;
	return {
		kind: 'paragraph',
		text: sentences(chance, count),
		note,
		at: 1 + Math.floor(chance() * (count - 1))
	};
}

/** Returns a paragraph before and after its note’s reference, which follows a sentence. */
export function cutAtNote(text: string, at: number): readonly [string, string] {
	let end = 0;
	for (let i = 0; i < at; i++) end = text.indexOf('. ', end) + 1 || text.length;
	return [text.slice(0, end), text.slice(end)];
}

const escaped = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** `style`: more rules, which set how paragraphs are parted. */
export function asHtml(parts: readonly Part[], style: string): string {
	const body = parts.map((part) => {
		switch (part.kind) {
			case 'heading':
				return `<h1>${escaped(part.text)}</h1>`;
			case 'quote':
				return `<blockquote><p>${escaped(part.text)}</p></blockquote>`;
			case 'verse':
				return `<p class="verse">${part.lines.map(escaped).join('<br>')}</p>`;
			case 'paragraph':
				return `<p>${escaped(part.text)}</p>`;
		}
	});
	return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Boken</title><style>
body { margin: 0; font: 11pt/1.35 serif } h1 { font-size: 16pt; break-after: avoid } ${style}
</style></head><body>${body.join('\n')}</body></html>`;
}

const office = 'urn:oasis:names:tc:opendocument:xmlns:';

/** A flat ODT for LibreOffice: A5, with a running head, page numbers and footnotes. */
export function asFodt(parts: readonly Part[], indent: boolean): string {
	let notes = 0;
	const note = (text: string): string =>
		`<text:note text:id="ftn${++notes}" text:note-class="footnote"><text:note-citation>${notes}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${escaped(text)}</text:p></text:note-body></text:note>`;
	const p = (style: string, xml: string): string =>
		`<text:p text:style-name="${style}">${xml}</text:p>`;
	const body = parts.map((part) => {
		switch (part.kind) {
			case 'heading':
				return `<text:h text:style-name="Heading_20_1" text:outline-level="1">${escaped(part.text)}</text:h>`;
			case 'quote':
				return p('Quotations', escaped(part.text));
			case 'verse':
				return p('Verse', part.lines.map(escaped).join('<text:line-break/>'));
			case 'paragraph': {
				if (part.note === null) return p('Text_20_body', escaped(part.text));
				const [before, after] = cutAtNote(part.text, part.at);
				return p('Text_20_body', escaped(before) + note(part.note) + escaped(after));
			}
		}
	});
	const paragraph = indent
		? 'fo:text-indent="0.5cm" fo:text-align="justify"'
		: 'fo:margin-bottom="0.2cm"';
	const style = (name: string, properties: string, text = '', parent = 'Standard') =>
		`<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${properties}/><style:text-properties ${text}/></style:style>`;
	return `<?xml version="1.0" encoding="UTF-8"?><office:document ${['office', 'style', 'text']
		.map((name) => `xmlns:${name}="${office}${name}:1.0"`)
		.join(
			' '
		)} xmlns:fo="${office}xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>${style('Standard', '', 'fo:font-size="11pt" fo:language="sv" fo:country="SE" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"', '')}${style('Text_20_body', paragraph)}${style('Verse', 'fo:margin-left="1cm" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm"')}${style('Quotations', 'fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm"')}${style('Heading_20_1', 'fo:margin-top="0.6cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"', 'fo:font-size="16pt" fo:font-weight="bold"')}${style('Footnote', '', 'fo:font-size="9pt"')}</office:styles><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="21cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header><text:p>Boken om staden</text:p></style:header><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles><office:body><office:text>${body.join('\n')}</office:text></office:body></office:document>`;
}

/** Source for `groff -k -ms`: hyphenated in Swedish, with notes at the foot of the page or column. */
export function asRoff(parts: readonly Part[], size: number, columns: 1 | 2): string {
	let notes = 0;
	const body = parts.map((part) => {
		switch (part.kind) {
			case 'heading':
				return `.SH\n.LG\n${line(part.text)}\n.NL`;
			case 'quote':
				return `.QP\n${line(part.text)}`;
			case 'verse':
				return `.QP\n.nf\n${part.lines.map(line).join('\n')}\n.fi`;
			case 'paragraph': {
				if (part.note === null) return `.PP\n${line(part.text)}`;
				const [before, after] = cutAtNote(part.text, part.at);
				notes++;
				return `.PP\n${line(before)}\\*{${notes}\\*}\n.FS\n\\*{${notes}\\*}\\ ${line(part.note)}\n.FE${after === '' ? '' : `\n${line(after.trim())}`}`;
			}
		}
	});
	return `.mso sv.tmac\n.nr PS ${size}\n.nr VS ${Math.round(size * 1.2)}\n.nr LL 14.5c\n.nr PO 3c\n.ds LH Boken om staden\n.ds CH\n.ds RH \\\\n%\n.ds CF\n.LP\n${columns === 2 ? '.2C\n' : ''}${body.join('\n')}\n`;
}

/** A line of roff begins with no dot or apostrophe. */
const line = (text: string): string =>
	text
		.replace(/\\/g, '\\e')
		.replace(/-/g, '\\-')
		.replace(/^(?=[.'])/, '\\&');

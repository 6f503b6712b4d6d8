/** `export`: articles, a series or files as a book in two languages. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
	layouts,
	sidesFirst,
	type Layout,
	type Side,
	type WriteOptions
} from '../lib/core/book/write/bilingualBook';
import {
	bookFormats,
	defaultLayout,
	writeBook,
	type BookFormat
} from '../lib/core/book/write/write';
import { messageOf } from '../lib/core/errorMessage';
import { fail, ok, type Result } from '../lib/core/result';
import { uiLangs, type UiLang } from '../lib/i18n/langs';
import { bookToWrite } from '../lib/state/exchange/bookToWrite';
import type { Command } from './command';
import { namedWork } from './namedWork';
import { isFolder } from './originals';
import { wordsOf } from './words';

export const exportBookCommand: Command = {
	summary: 'write a text and its translation as a book: EPUB, DOCX or HTML',
	help: [
		'Usage: jamsides export ID|FILE… --format epub|docx|html --out FILE',
		'                       [--layout stacked|columns|notes] [--first original|translation]',
		'                       [--translation FILE …] [--originals DIR …] [--title TITLE] [--ui sv|en]',
		'',
		'Writes articles by their ids, a series (dossier/ID) or files that `import` reads as one book in',
		'two languages. It says of each paragraph whose work its translation is; a text without a',
		'translation is written alone. A file is given the stored translation that knows its',
		'paragraphs. Equal texts give equal bytes, and e-readers replace a book by its next export.',
		'For translators’ formats (XLIFF, TMX, JSON) see `jamsides translations export`.',
		'',
		'  --format       epub is EPUB 3, docx is for Word and LibreOffice, html is one page to print',
		'  --layout       stacked: the translation under each paragraph (EPUB where nothing is said);',
		'                 columns: side by side (DOCX and HTML); notes: the original alone, with the',
		'                 translation of each paragraph as a note',
		'  --first        the side that stands above or on the left: the original where nothing is said',
		'  --translation  a translation of your own, in the form of a stored one (.json)',
		'  --originals    where originals lie that are not in the repository; ../shared/articles is',
		'                 always looked into',
		'  --title        the title of a book of several texts',
		'  --ui           the language of the book’s own words (Contents, AI draft …): en where nothing',
		'                 is said',
		'  --out FILE     the file to write'
	].join('\n'),
	async run(args, remark) {
		const asked = parseExportBookArgs(args);
		if (!asked.ok) return asked;
		const { names, translations, folders, title, format, options, ui, out } = asked.value;
		const t = await wordsOf(ui);
		const work = await namedWork({ names, translations, folders, title, ui });
		if (!work.ok) return work;
		const book = bookToWrite(work.value, ui, t);
		if (book.translated === null)
			remark?.('no translation is known: the original is written alone');
		return writeBytes(out, writeBook(format, book, options));
	}
};

interface ExportBookArgs {
	readonly names: readonly string[];
	readonly translations: readonly string[];
	readonly folders: readonly string[];
	readonly title: string | null;
	readonly format: BookFormat;
	readonly options: WriteOptions;
	readonly ui: UiLang;
	readonly out: string;
}

function parseExportBookArgs(args: readonly string[]): Result<ExportBookArgs, string> {
	try {
		const { values, positionals: names } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				format: { type: 'string' },
				layout: { type: 'string' },
				first: { type: 'string', default: 'original' },
				translation: { type: 'string', multiple: true, default: [] },
				originals: { type: 'string', multiple: true, default: [] },
				title: { type: 'string' },
				ui: { type: 'string', default: 'en' },
				out: { type: 'string' }
			}
		});
		if (names.length === 0) return fail('name a text: the id of an article, dossier/ID, or a file');
		const format = choice('--format', bookFormats, values.format);
		if (!format.ok) return format;
		const layout = choice<Layout>(
			'--layout',
			layouts,
			values.layout ?? defaultLayout[format.value]
		);
		if (!layout.ok) return layout;
		const first = choice<Side>('--first', sidesFirst, values.first);
		if (!first.ok) return first;
		const ui = choice<UiLang>('--ui', uiLangs, values.ui);
		if (!ui.ok) return ui;
		const { out, translation: translations, originals: folders, title = null } = values;
		if (out === undefined) return fail('say which file to write: --out FILE');
		const missing = folders.find((folder) => !isFolder(folder));
		if (missing !== undefined) return fail(`${missing}: no such folder`);
		const options = { layout: layout.value, first: first.value };
		return ok({
			names,
			translations,
			folders,
			title,
			format: format.value,
			options,
			ui: ui.value,
			out
		});
	} catch (error) {
		return fail(messageOf(error));
	}
}

function choice<Name extends string>(
	option: string,
	names: readonly Name[],
	value: string | undefined
): Result<Name, string> {
	const found = names.find((name) => name === value);
	const said = value === undefined ? '' : `, not ${value}`;
	return found === undefined ? fail(`${option} is one of ${names.join(', ')}${said}`) : ok(found);
}

function writeBytes(path: string, bytes: Uint8Array): Result<string, string> {
	try {
		writeFileSync(path, bytes);
		return ok(path);
	} catch (error) {
		return fail(messageOf(error));
	}
}

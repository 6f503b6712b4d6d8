/** `translations export`: a stored translation as a file for a translator’s tool. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../lib/core/result';
import { exchangeDocument, type Originals } from '../lib/core/translation/exchange/document';
import { exportTranslation, formats, type Format } from '../lib/core/translation/exchange/exchange';
import type { Translation } from '../lib/core/translation/unit';
import { bundled } from './checked';
import { write } from './file';
import { named } from './named';
import { isFolder, originalOf, originalsIn, sharedArticles } from './originals';
import { messageOf } from '../lib/core/errorMessage';

export const exportHelp = [
	'Usage: jamsides translations export ID|FILE [--format xliff2|xliff12|tmx|json] [--sentences]',
	'                                    [--originals DIR …] [--out FILE]',
	'',
	'Prints a stored translation, by its article’s id or its file, as XLIFF 2.1, XLIFF 1.2, TMX 1.4b',
	'or JSON: for a translator to correct in a tool of their own. What they send back goes in with',
	'`translations merge`.',
	'',
	'  --format         xliff2 where nothing is said; OmegaT 3.6 loads it but shows nothing: xliff12',
	'  --sentences      XLIFF 2.1 and TMX: a segment for each sentence, not for each paragraph; some',
	'                   tools (the npm package xliff) read only one segment a unit',
	'  --originals DIR  where originals lie that are not in the repository; ../shared/articles is',
	'                   always looked into. Without its original a translation’s source is empty',
	'  --out FILE       write the file instead of printing it'
].join('\n');

interface ExportArgs {
	readonly name: string;
	readonly format: Format;
	readonly sentences: boolean;
	readonly folders: readonly string[];
	readonly out: string | null;
}

export function runExport(args: readonly string[]): Result<string, string> {
	const asked = parseExportArgs(args);
	if (!asked.ok) return asked;
	const { name, format, sentences, folders, out } = asked.value;
	const found = named([name]);
	if (!found.ok) return found;
	const [translation, ...others] = found.value;
	if (!translation) return fail(`${name} has no translation`);
	if (others.length > 0) return fail(`${name} has several translations: name a file`);
	const document = exchangeDocument(translation, originalsOf(translation, folders));
	const written = exportTranslation(format, document, { sentences });
	return out === null ? ok(written.trimEnd()) : write(out, written);
}

function parseExportArgs(args: readonly string[]): Result<ExportArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				format: { type: 'string', default: 'xliff2' },
				sentences: { type: 'boolean', default: false },
				originals: { type: 'string', multiple: true, default: [] },
				out: { type: 'string' }
			}
		});
		const [name, ...more] = positionals;
		if (name === undefined) return fail('name a translation: the id of an article, or a file');
		if (more.length > 0) return fail(`one translation at a time, not also ${more.join(', ')}`);
		const format = formats.find((one) => one === values.format);
		if (!format) return fail(`--format is one of ${formats.join(', ')}, not ${values.format}`);
		const missing = values.originals.find((folder) => !isFolder(folder));
		if (missing !== undefined) return fail(`${missing}: no such folder`);
		const { sentences, originals: folders, out = null } = values;
		return ok({ name, format, sentences, folders, out });
	} catch (error) {
		return fail(messageOf(error));
	}
}

/** The paragraphs of the original, if it is at hand. */
function originalsOf(translation: Translation, folders: readonly string[]): Originals {
	const files = [...bundled(), ...[...folders, sharedArticles].flatMap(originalsIn)];
	const original = originalOf(translation, files);
	const blocks = original?.article.blocks ?? [];
	return new Map(blocks.map(({ fingerprint, text }) => [fingerprint, text]));
}

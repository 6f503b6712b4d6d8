/** The arguments of `translations create`. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { messageOf } from '../lib/core/errorMessage';
import { fail, ok, type Result } from '../lib/core/result';
import type { Lang } from '../lib/core/text/article';
import { daySchema, langSchema } from '../lib/core/text/schema';
import { origins, type Origin } from '../lib/core/translation/unit';

export const createHelp = [
	'Usage: jamsides translations create ORIGINAL TRANSLATION --lang LANG --by NAME',
	'                                    [--origin human|machine|ai] [--title TITLE] [--date DAY]',
	'                                    [--publication NAME] [--licence TEXT] [--force]',
	'                                    (--json | --out FILE)',
	'',
	'Makes a stored translation (translations/article.schema.json) of a file: ORIGINAL is the id of an',
	'article or a file that `import` reads, TRANSLATION a text or a web page, or a file of a',
	'translator’s tool (XLIFF, TMX, JSON of this project). Its sentences are matched with the original’s. What is doubtful is',
	'printed to standard error, the most doubtful first, with the probability of each match.',
	'',
	'  --lang LANG         the language of the translation, such as en',
	'  --by NAME           who translated it',
	'  --origin            whose words they are, where the file does not say it: human where nothing',
	'                      is said. A file that says it is a machine’s is refused as a person’s',
	'  --title TITLE       the title in translation, where the file has none',
	'  --date DAY          when it was translated, such as 2014-10-02; today where nothing is said',
	'  --publication NAME  where it was published',
	'  --licence TEXT      its licence or permission',
	'  --force             match them also where they do not look like translations of each other',
	'  --json              print the translation',
	'  --out FILE          write it to a file'
].join('\n');

export interface CreateArgs {
	readonly original: string;
	readonly translation: string;
	readonly lang: Lang;
	readonly by: string;
	/** Null if the caller has not said it. */
	readonly origin: Origin | null;
	readonly title: string | null;
	readonly date: string;
	readonly publication: string | null;
	readonly licence: string | null;
	/** Match the texts also where they do not look like translations of each other. */
	readonly force: boolean;
	/** Null if it is printed. */
	readonly out: string | null;
}

const options = {
	lang: { type: 'string' },
	by: { type: 'string' },
	origin: { type: 'string' },
	title: { type: 'string' },
	date: { type: 'string' },
	publication: { type: 'string' },
	licence: { type: 'string' },
	force: { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
	out: { type: 'string' }
} as const;

export function parseCreateArgs(args: readonly string[]): Result<CreateArgs, string> {
	try {
		const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
		const [original, translation, ...more] = positionals;
		if (original === undefined || translation === undefined)
			return fail('name the original and the file with its translation');
		if (more.length > 0) return fail(`one translation at a time, not also ${more.join(', ')}`);
		const lang = v.safeParse(langSchema, values.lang);
		if (!lang.success) return fail('say in which language the translation is: --lang en');
		const line = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim() || null;
		const by = line(values.by);
		if (by === null) return fail('say who translated it: --by NAME');
		const origin = origins.find((one) => one === values.origin) ?? null;
		if (values.origin !== undefined && origin === null)
			return fail(`--origin is one of ${origins.join(', ')}, not ${values.origin}`);
		const date = v.safeParse(daySchema, values.date ?? new Date().toISOString().slice(0, 10));
		if (!date.success) return fail(`--date is a day such as 2014-10-02, not ${values.date}`);
		const { json, force, out = null } = values;
		if (json === (out !== null)) return fail('say --json to print it, or --out FILE to write it');
		return ok({
			...{ original, translation, lang: lang.output, by, origin, date: date.output, force, out },
			title: line(values.title),
			publication: line(values.publication),
			licence: line(values.licence)
		});
	} catch (error) {
		return fail(messageOf(error));
	}
}

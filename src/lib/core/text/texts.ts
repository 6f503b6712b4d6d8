import * as v from 'valibot';
import type { Lang } from './article';
import { lineSchema } from './schema';

/** The same text in several languages. */
export type Texts = Readonly<Record<Lang, string>>;

/** Returns a schema for one line in each of `langs`: a missing or unknown language is an error. */
export const textsSchema = (langs: readonly Lang[]): v.GenericSchema<unknown, Texts> =>
	v.strictObject(Object.fromEntries(langs.map((lang) => [lang, lineSchema])));

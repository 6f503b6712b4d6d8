import * as v from 'valibot';
import type { Lang } from './article';
import { lineSchema } from './schema';

/** The same words in several languages. */
export type Texts = Readonly<Record<Lang, string>>;

/** A line in each of `langs`, and in no other: one that is missing or misspelt is a fault. */
export const textsSchema = (langs: readonly Lang[]): v.GenericSchema<unknown, Texts> =>
	v.strictObject(Object.fromEntries(langs.map((lang) => [lang, lineSchema])));

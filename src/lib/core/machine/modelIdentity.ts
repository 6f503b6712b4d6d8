/**
 * Checks a model by files that every model has: whether it is of the kind that runs here, and which
 * languages it translates. Many models state neither, which is accepted.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../result';
import type { LanguagePair } from './engine';
import type { Model } from './model';

/**
 * `unreadable`: a file is not even JSON; `other`: it is a different model, described by the value.
 */
export type NatureFailure =
	| { readonly kind: 'unreadable'; readonly name: string }
	| { readonly kind: 'other'; readonly says: string };

/** The files that identify a model. */
export const natureFiles = ['config.json', 'tokenizer_config.json'] as const;

const text = v.fallback(v.optional(v.string()), undefined);
const plain = v.custom<object>((value) => !Array.isArray(value));
const config = v.pipe(plain, v.object({ model_type: text, _name_or_path: text }));
const tokenizer = v.object({ source_lang: text, target_lang: text });

/** Compares a model’s files with the expected model. */
export function checkNature(
	{ pair }: Model,
	texts: Readonly<Record<(typeof natureFiles)[number], string>>
): Result<void, NatureFailure> {
	const about = parse(config, texts['config.json']);
	if (!about) return fail({ kind: 'unreadable', name: 'config.json' });
	const words = parse(tokenizer, texts['tokenizer_config.json']);
	if (!words) return fail({ kind: 'unreadable', name: 'tokenizer_config.json' });
	const { model_type: type = 'marian' } = about;
	if (type !== 'marian') return fail({ kind: 'other', says: type });
	const said = pairOf(words.source_lang, words.target_lang) ?? pairNamed(about._name_or_path);
	return !said || (said.from === pair.from && said.to === pair.to)
		? ok(undefined)
		: fail({ kind: 'other', says: `${said.from}–${said.to}` });
}

function parse<T>(schema: v.GenericSchema<unknown, T>, json: string): T | null {
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), json);
	return parsed.success ? parsed.output : null;
}

/** Maps the three-letter codes that OPUS-MT uses for some languages. */
const short: Readonly<Record<string, string>> = { swe: 'sv', eng: 'en' };
const lang = (tag: string): string => short[tag] ?? tag;

const pairOf = (from?: string, to?: string): LanguagePair | null =>
	from && to ? { from: lang(from), to: lang(to) } : null;

/** `Helsinki-NLP/opus-mt-sv-en` */
function pairNamed(name?: string): LanguagePair | null {
	const [, from, to] = /opus-mt-([a-z]{2,3})-([a-z]{2,3})$/.exec(name ?? '') ?? [];
	return pairOf(from, to);
}

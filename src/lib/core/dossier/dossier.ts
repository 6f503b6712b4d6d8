/**
 * A dossier: articles of the library that belong together, in reading order, with a paragraph on
 * each in every language of the interface. `src/dossiers/<id>.json`.
 */
import * as v from 'valibot';
import type { Result } from '../result';
import type { Lang } from '../text/article';
import { daySchema, idSchema, langSchema, lineSchema } from '../text/schema';
import { textsSchema, type Texts } from '../text/texts';
import { check, type SchemaFailure } from '../translation/schema';

export interface Dossier {
	readonly id: string;
	/** The language of its own words that is shown on the original’s side. */
	readonly lang: Lang;
	readonly title: Texts;
	readonly standfirst: Texts;
	/** The author of the dossier’s own text. */
	readonly by: Texts;
	/** A day in ISO 8601. */
	readonly issued: string;
	readonly rights: string;
	/** The id of the sketch of its map. */
	readonly map: string;
	readonly articles: readonly DossierArticle[];
}

export interface DossierArticle {
	readonly id: string;
	readonly paragraph: Texts;
}

const dossierSchema = (langs: readonly Lang[]): v.GenericSchema<unknown, Dossier> => {
	const texts = textsSchema(langs);
	return v.strictObject({
		id: idSchema,
		lang: v.pipe(
			langSchema,
			v.check((lang) => langs.includes(lang), 'must be a language that its texts have')
		),
		title: texts,
		standfirst: texts,
		by: texts,
		issued: daySchema,
		rights: lineSchema,
		map: idSchema,
		articles: v.pipe(
			v.array(v.strictObject({ id: idSchema, paragraph: texts })),
			v.minLength(1),
			v.check(
				(articles) => new Set(articles.map(({ id }) => id)).size === articles.length,
				'an article stands in it twice'
			)
		)
	});
};

export const parseDossier = (
	json: unknown,
	langs: readonly Lang[]
): Result<Dossier, SchemaFailure> => check(dossierSchema(langs), json);

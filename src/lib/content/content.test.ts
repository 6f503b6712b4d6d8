/** Checks every content file of the project as a whole. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { content, filesIn } from '../../cli/content';
import type { Article } from '../core/text/article';
import { parseInline, plain, references } from '../core/text/inline';
import { formatArticle, parseArticle } from '../core/text/markdown';
import { sentences } from '../core/text/sentence';
import { coverage } from '../core/translation/coverage';
import { formatTranslation } from '../core/translation/format';
import { knownArticle, recognise } from '../core/translation/recognise';
import { leftovers, resolve } from '../core/translation/resolve';
import { parseTranslation } from '../core/translation/schema';
import { spansFault } from '../core/translation/spans';
import type { Translation, Unit } from '../core/translation/unit';
import { others } from './others.fixture';

const articles = filesIn('src/articles', '.md');
const translations = filesIn('translations/articles', '.json');
const stored = content();

/** Compiled once: it takes longer than checking a file. */
const isValid = new Ajv({ strict: false }).compile(
	JSON.parse(readFileSync('translations/article.schema.json', 'utf8')) as object
);

describe.each(Object.entries(translations))('%s', (_, text) => {
	const json: unknown = JSON.parse(text);

	it('is valid by its JSON schema and by the parser', () => {
		expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true);
		expect(parseTranslation(json)).toMatchObject({ ok: true });
	});

	it('is formatted (npm run --silent jamsides -- format FILE formats it)', () => {
		const parsed = parseTranslation(json);
		expect(parsed.ok && formatTranslation(parsed.value)).toBe(text);
	});
});

it.each(Object.entries(articles))(
	'%s is formatted (npm run --silent jamsides -- format FILE formats it)',
	(_, text) => {
		const parsed = parseArticle(text);
		expect(parsed.ok && formatArticle(parsed.value)).toBe(text);
	}
);

const pairs = stored.flatMap(({ id, original, translations }) =>
	original ? translations.map((translation) => ({ id, original, translation })) : []
);

describe.each(pairs)('$id in $translation.translated.lang', ({ original, translation }) => {
	it('translates every paragraph, and nothing else', () => {
		const sources = { stored: [translation], words: [], reviews: [] };
		const wanted = { lang: translation.translated.lang };
		const rows = resolve(original.blocks, sources, wanted);
		expect(rows.filter(({ shown }) => shown.kind === 'missing' || shown.stale)).toEqual([]);
		expect(leftovers(original.blocks, sources, wanted).units).toEqual([]);
	});

	it('has the same metadata of the original as the original', () => {
		const { blocks: _blocks, reads: _reads, written: _written, ...metadata } = original;
		expect(translation.original).toEqual(metadata);
	});

	it('links every sentence of both sides, in order', () => {
		expect(spanFaults(original, translation)).toEqual([]);
	});

	it('keeps kinds, levels and markers', () => {
		expectKept(original, translation);
	});
});

function expectKept(original: Article, translation: Translation) {
	for (const [block, unit] of joined(original, translation)) {
		expect(unit).toMatchObject(block.kind === 'heading' ? { level: block.level } : {});
		expect([unit.kind, ...unit.text.flatMap(markers)]).toEqual([
			block.kind,
			...markers(block.text)
		]);
	}
}

const markers = (text: string) => references(parseInline(text));

/** Returns each block with its unit, where one unit translates one block. */
const joined = (original: Article, { units }: Translation) =>
	original.blocks.flatMap((block) => {
		const unit = units.find(({ source }) => source.join() === block.fingerprint);
		return unit ? [[block, unit] as const] : [];
	});

/** Returns the units whose spans do not cover both sides: the fault, and its place. */
function spanFaults(original: Article, translation: Translation): string[] {
	const texts = new Map(original.blocks.map(({ fingerprint, text }) => [fingerprint, text]));
	const count = (text: string, lang: string) => sentences(plain(text), lang).length;
	const total = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);
	const faultOf = ({ source, text, spans }: Unit) =>
		spansFault(
			spans ?? [],
			total(source.map((one) => count(texts.get(one) ?? '', original.lang))),
			total(text.map((one) => count(one, translation.translated.lang)))
		);
	return translation.units.flatMap((unit) => {
		const fault = faultOf(unit);
		return fault ? `${unit.text[0]?.slice(0, 40)}…: ${fault}` : [];
	});
}

const known = stored.map((one) => knownArticle(one.id, one.translations, one.original));

describe.each(others())('$name', ({ id, article }) => {
	const recognised = recognise(article.blocks, known)?.article;
	const translations = stored.find((one) => one.id === recognised)?.translations ?? [];

	it('is recognised by its stored translation', () => {
		expect(recognised).toBe(id);
		expect(translations).not.toEqual([]);
	});

	it.each(translations)(
		'is translated whole in $translated.lang, and no unit is left over',
		(one) => {
			const sources = { stored: translations, words: [], reviews: [] };
			const wanted = { lang: one.translated.lang };
			const rows = resolve(article.blocks, sources, wanted);
			expect(coverage(rows)).toMatchObject({ none: 0, stale: 0, total: article.blocks.length });
			expect(leftovers(article.blocks, sources, wanted).units).toEqual([]);
		}
	);

	it.each(translations)('is in the order of $translated.lang', ({ units }) => {
		const sources = units.flatMap(({ source }) => source);
		expect(sources).toEqual(article.blocks.map(({ fingerprint }) => fingerprint));
	});

	it.each(translations)('has every sentence linked in $translated.lang, in order', (one) => {
		expect(spanFaults(article, one)).toEqual([]);
	});

	it.each(translations)('keeps its kinds, levels and markers in $translated.lang', (one) => {
		expectKept(article, one);
	});
});

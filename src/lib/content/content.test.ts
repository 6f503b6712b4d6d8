/** The content that the project carries: every file of it, checked whole. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { content, filesIn } from '../../cli/content';
import { importText } from '../core/import/import';
import type { Article, BlockShape } from '../core/text/article';
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

const articles = filesIn('src/articles', '.md');
const translations = filesIn('translations/articles', '.json');
const stored = content();

describe.each(Object.entries(translations))('%s', (_, text) => {
	const json: unknown = JSON.parse(text);
	const schema = JSON.parse(readFileSync('translations/article.schema.json', 'utf8')) as object;

	it('is as both schemas have it', () => {
		const valid = new Ajv({ strict: false }).compile(schema);
		expect(valid(json), JSON.stringify(valid.errors)).toBe(true);
		expect(parseTranslation(json)).toMatchObject({ ok: true });
	});

	it('is in the written form (npm run --silent jamsides -- format FILE puts it right)', () => {
		const parsed = parseTranslation(json);
		expect(parsed.ok && formatTranslation(parsed.value)).toBe(text);
	});
});

it.each(Object.entries(articles))(
	'%s is in the written form (npm run --silent jamsides -- format FILE puts it right)',
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

	it('says of the original what the original says', () => {
		const { blocks: _blocks, reads: _reads, ...metadata } = original;
		expect(translation.original).toEqual(metadata);
	});

	it('links every sentence of both sides, in order', () => {
		expect(spanFaults(original, translation)).toEqual([]);
	});

	it('keeps kinds, levels, markers and figures', () => {
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
		// What a note to the reader explains, such as 764 mil for 7,640 km, may differ.
		const explained = figures(unit.note ?? '');
		const told = (text: string) => figures(text).filter((figure) => !explained.includes(figure));
		expect(told(unit.text.join(' '))).toEqual(told(block.text));
	}
}

/** Figures of two digits and more: smaller ones may be words in the other language. */
const figures = (text: string): string[] =>
	(plain(text).match(/\d[\d\s,.\u00a0\u202f]*\d/g) ?? [])
		.map((one) => one.replace(/\D/g, ''))
		.sort();

const markers = (text: string) => references(parseInline(text));

/** Each block with the unit that translates it, where that is one and one. */
const joined = (original: Article, { units }: Translation) =>
	original.blocks.flatMap((block) => {
		const unit = units.find(({ source }) => source.join() === block.fingerprint);
		return unit ? [[block, unit] as const] : [];
	});

/** Units whose spans do not cover both sides, with the fault and where. */
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

const shared = new URL('../../../../shared/articles/', import.meta.url);
const sharedTexts = existsSync(shared)
	? readdirSync(shared).filter((name) => name.endsWith('.txt'))
	: [];
if (sharedTexts.length === 0)
	console.log('skipped: ../shared/articles is not here, so nothing is compared with it');

describe.runIf(sharedTexts.length > 0)('the articles of others', () => {
	const runLength = 8;
	const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const runs = (text: string) => {
		const all = words(text);
		return all.slice(runLength - 1).map((_, at) => all.slice(at, at + runLength).join(' '));
	};
	/** Addresses, and what works are called, may be said. */
	const cited = /https?:\/\/[^\s)]+|“[^”]+”|”[^”]+”/g;
	const said = ({ kind }: BlockShape, text: string) =>
		kind === 'footnote' ? text.replace(cited, '|') : text;

	const imported = (name: string): Article => {
		const made = importText(readFileSync(new URL(name, shared)));
		if (!made.ok) throw new Error(`${name}: ${made.failure.kind}`);
		return made.value.article;
	};
	const texts = sharedTexts.map((name) => [name, imported(name)] as const);
	const known = stored.map((one) => knownArticle(one.id, one.translations, one.original));
	const translated = texts.flatMap(([name, article]) => {
		const id = recognise(article.blocks, known)?.article;
		const found = stored.find((one) => one.id === id);
		return found ? [{ name, article, found }] : [];
	});

	it('are known: each has its stored translation', () => {
		expect(translated.map(({ name, found }) => [name, found.id])).toEqual(
			sharedTexts.map((name) => [name, name.replace(/\.\w+\.txt$/, '')])
		);
	});

	it.each(translated)(
		'$name is translated whole, and nothing is left over',
		({ article, found }) => {
			const lang = article.lang === 'sv' ? 'en' : 'sv';
			const sources = { stored: found.translations, words: [], reviews: [] };
			const rows = resolve(article.blocks, sources, { lang });
			expect(coverage(rows)).toMatchObject({ none: 0, stale: 0, total: article.blocks.length });
			expect(leftovers(article.blocks, sources, { lang }).units).toEqual([]);
		}
	);

	it.each(translated)('$name has every sentence linked, in order', ({ article, found }) => {
		for (const translation of found.translations)
			expect(spanFaults(article, translation)).toEqual([]);
	});

	it.each(translated)(
		'$name has its kinds, levels, markers and figures kept',
		({ article, found }) => {
			for (const translation of found.translations) expectKept(article, translation);
		}
	);

	it.each(stored)(`hold no ${runLength} words in a row that stand in $id`, (article) => {
		const theirs = new Set(
			sharedTexts.flatMap((name) => runs(readFileSync(new URL(name, shared), 'utf8')))
		);
		const ours = [
			...(article.original?.blocks ?? []).map((block) => said(block, block.text)),
			...article.translations.flatMap(({ units }) =>
				units.flatMap((unit) => [...unit.text, unit.note ?? ''].map((text) => said(unit, text)))
			)
		];
		expect(ours.flatMap(runs).filter((run) => theirs.has(run))).toEqual([]);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dear } from '../laws.fixture';
import type { Result } from '../result';
import { spansFault } from '../translation/spans';
import { align, type AlignFailure, type AlignText } from '../align/align';
import type { Link } from './draft';
import { anyLinks } from './link.fixture';
import { realigning, type Realigned } from './realign';
import { seedOf } from '../align/seed';
import { anyText, pairOf, paragraphs } from '../align/text.fixture';

const seed = await seedOf('sv', 'en');

function realign(source: AlignText, target: AlignText, links: readonly Link[]) {
	const told: number[] = [];
	const steps = realigning(source, target, links, { seed });
	let step = steps.next();
	for (; !step.done; step = steps.next()) told.push(step.value);
	return { result: step.value as Result<Realigned, AlignFailure>, told };
}
function linksOf(source: AlignText, target: AlignText, links: readonly Link[]): readonly Link[] {
	const { result } = realign(source, target, links);
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value.links;
}
const beadsOf = (links: readonly Link[]) =>
	links.map(({ source, target }) => [source, target] as const);
const count = ({ paragraphs }: AlignText): number => paragraphs.flat().length;

describe('laws:', () => {
	test('fixed links survive; links are monotone and cover each sentence once', () => {
		fc.assert(
			fc.property(anyLinks, ({ texts: { source, target }, links }) => {
				const { result } = realign(source, target, links);
				fc.pre(result.ok); // fails for an empty side and for texts that have nothing in common
				if (!result.ok) return;
				const { links: again } = result.value;
				expect(spansFault(beadsOf(again), count(source), count(target))).toBeNull();
				for (const link of links) if (link.fixed) expect(again).toContain(link);
				expect(again.filter(({ fixed }) => fixed)).toHaveLength(
					links.filter(({ fixed }) => fixed).length
				);
			})
		);
	});

	test('without fixed links the result is that of align', () => {
		fc.assert(
			fc.property(anyText, anyText, (source, target) => {
				const { result } = realign(source, target, []);
				const plain = align(source, target, { seed });
				expect(result.ok ? beadsOf(result.value.links) : result.failure).toEqual(
					plain.ok ? plain.value.sentences : plain.failure
				);
			})
		);
	});

	test('if the fixed links are right, the others stay as they were', () => {
		fc.assert(
			fc.property(paragraphs(6, 24), fc.nat(50), (made, at) => {
				const { source, target } = pairOf(made);
				const found = linksOf(source, target, []);
				const confirmed = found.map((link, index) =>
					index === at % found.length ? { ...link, confidence: 1, fixed: true } : link
				);
				expect(linksOf(source, target, confirmed)).toEqual(confirmed);
			}),
			dear()
		);
	});

	test('around one sentence linked wrongly on purpose the rest is aligned', () => {
		fc.assert(
			fc.property(paragraphs(12, 24), fc.nat(8), (made, at) => {
				const { source, target } = pairOf(made);
				const right = linksOf(source, target, []);
				const wrong = right.flatMap((link, index): readonly Link[] => {
					const first = 2 + (at % 8);
					const [i] = link.source;
					if (index === first + 1) return [];
					if (index !== first || i === undefined) return [link];
					const both = [i, i + 1];
					return [{ source: both, target: both, confidence: 1, fixed: true }];
				});
				fc.pre(right.every((link) => link.source.length === 1 && link.target.length === 1));
				expect(beadsOf(linksOf(source, target, wrong))).toEqual(beadsOf(wrong));
			}),
			dear()
		);
	});
});

test('progress rises, and stays within 0 and 1', () => {
	const { source, target } = pairOf(
		Array.from({ length: 90 }, (_, at) => [[at % 51, (at * 7) % 51, (at * 11 + 3) % 51]])
	);
	const links = linksOf(source, target, []).map((link, at) => ({ ...link, fixed: at === 44 }));
	const { told } = realign(source, target, links);
	expect(told.length).toBeGreaterThan(4);
	expect(told).toEqual(told.toSorted((a, b) => a - b));
	expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
});

test('an empty side is reported, whatever is fixed', () => {
	const empty = { lang: 'en', paragraphs: [] };
	const links = [{ source: [0], target: [], confidence: 1, fixed: true }];
	const { result } = realign({ lang: 'sv', paragraphs: [['Ja.']] }, empty, links);
	expect(result).toEqual({ ok: false, failure: { kind: 'empty', side: 'target' } });
});

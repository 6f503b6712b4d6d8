import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlignmentDraft, Link } from '$lib/core/links/draft';
import { block } from '$lib/core/text/block';
import { linksPerPiece, partsChange, type PartRow, type StoredParts } from './alignmentParts';

const link = (at: number): Link => ({ source: [at], target: [at], confidence: 1, fixed: false });
const side = { lang: 'sv', blocks: [block({ kind: 'paragraph' }, 'En mening.')] };
const credit = { translator: '', title: '', publication: '', date: '', rights: '' };
const draft = (links: readonly Link[]): AlignmentDraft => ({
	...{ id: 'd', article: 'a', source: side, target: side, credit, links, changedAt: '' }
});

/** Stands in for the table. */
class Table {
	readonly rows = new Map<string, PartRow>();
	stored: StoredParts | null = null;
	#next = 0;

	/** Returns the number of links and texts that were written. */
	put(next: AlignmentDraft): { links: number; texts: number } {
		const { added, removed, stored, head } = partsChange(
			next,
			this.stored,
			() => `${this.#next++}`
		);
		for (const name of removed) this.rows.delete(name);
		for (const row of added) this.rows.set(row.part, row);
		this.stored = stored;
		expect([...this.rows.keys()].sort()).toEqual(
			[head.parts.source, head.parts.target, ...head.parts.links].sort()
		);
		const lists = added.flatMap(({ value }) => ('lang' in value ? [] : [value.length]));
		return { links: lists.reduce((a, b) => a + b, 0), texts: added.length - lists.length };
	}

	get links(): readonly Link[] {
		return (this.stored?.links ?? []).flatMap(({ name }) => {
			const value = this.rows.get(name)?.value ?? [];
			return 'lang' in value ? [] : value;
		});
	}
}

const many = Array.from({ length: 10_000 }, (_, at) => link(at));

describe('a draft in parts', () => {
	test('is written whole the first time, and without its texts after that', () => {
		const table = new Table();
		expect(table.put(draft(many))).toEqual({ links: 10_000, texts: 2 });
		expect(table.put({ ...draft(many), credit: { ...credit, title: 'A' } })).toEqual({
			links: 0,
			texts: 0
		});
		expect(table.put({ ...draft(many), target: { ...side, lang: 'en' } }).texts).toBe(1);
	});

	test('is written where its links change, however many there are', () => {
		const table = new Table();
		table.put(draft(many));
		const joined = many.toSpliced(5000, 2, { ...link(5000), source: [5000, 5001] });
		expect(table.put(draft(joined)).links).toBeLessThanOrEqual(2 * linksPerPiece);
		expect(table.links).toEqual(joined);
		expect(table.put(draft(many)).links).toBeLessThanOrEqual(2 * linksPerPiece);
		expect(table.links).toEqual(many);
	});

	test('law: after any changes the parts are the links', () => {
		const change = fc.record({
			at: fc.nat(1200),
			gone: fc.nat(700),
			come: fc.nat(700)
		});
		fc.assert(
			fc.property(fc.nat(1000), fc.array(change, { maxLength: 8 }), (length, changes) => {
				const table = new Table();
				let links: readonly Link[] = many.slice(0, length);
				table.put(draft(links));
				for (const { at, gone, come } of changes) {
					links = links.toSpliced(at, gone, ...Array.from({ length: come }, (_, n) => link(n)));
					table.put(draft(links));
					expect(table.links).toEqual(links);
				}
			}),
			{ numRuns: 50 }
		);
	});
});

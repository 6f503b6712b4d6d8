import * as v from 'valibot';
import type { AlignmentDraft } from '$lib/core/links/draft';
import { alignmentAbout, alignmentDraft } from '$lib/core/library/schema';
import type { Store } from '$lib/core/library/store';
import type { Access } from './access';
import { namesOf, partsChange, type HeadRow, type StoredParts } from './alignmentParts';
import { read, readable } from './rows';
import type { Database, PartKey } from './schema';
import { one } from './translations';

type Alignments = Pick<Store, 'watchAlignments' | 'alignment' | 'putAlignment' | 'removeAlignment'>;

/** The parts that a row names; the rows of earlier versions hold a whole draft. */
export const headRow = v.object({
	id: v.string(),
	parts: v.object({ source: v.string(), target: v.string(), links: v.array(v.string()) })
});
export const partRow = v.object({ draft: v.string(), part: v.string(), value: v.unknown() });

/** Stores the unfinished alignments, each in parts (`alignmentParts.ts`). */
export function alignments(access: Access): Alignments {
	const { db } = access;
	/** The parts of each draft, as this tab has written or read them last. */
	const known = new Map<string, StoredParts>();
	return {
		watchAlignments: (next, failed) =>
			access.watch(
				async () => readable(alignmentAbout, await db.alignments.toArray()),
				next,
				failed
			),
		alignment: (id) =>
			access.read(async () => {
				const row = await db.transaction('r', db.alignments, db.alignmentParts, () =>
					wholeRow(db, id)
				);
				const draft = one(alignmentDraft, row.whole);
				if (draft && row.names) known.set(id, partsOf(draft, row.names, row.lengths));
				return draft;
			}),
		putAlignment: async (draft) => {
			const written = await access.write(() => put(db, draft, known.get(draft.id) ?? null));
			if (written.ok) known.set(draft.id, written.value);
			return written.ok ? { ok: true, value: undefined } : written;
		},
		removeAlignment: (id) => {
			known.delete(id);
			return access.write(() =>
				Promise.all([
					db.alignments.delete(id),
					db.alignmentParts.where('draft').equals(id).delete()
				]).then(() => undefined)
			);
		}
	};
}

interface WholeRow {
	/** The draft as one value, not checked; undefined for none. */
	readonly whole: unknown;
	/** The names of its parts; null for a draft that an earlier version has written whole. */
	readonly names: HeadRow['parts'] | null;
	/** Number of links in each piece. */
	readonly lengths: readonly number[];
}

async function wholeRow(db: Database, id: string): Promise<WholeRow> {
	const [row, parts] = await Promise.all([
		db.alignments.get(id),
		db.alignmentParts.where('draft').equals(id).toArray()
	]);
	return assembled(row, parts);
}

function assembled(row: unknown, parts: readonly unknown[]): WholeRow {
	const head = read(headRow, row);
	if (!head.ok) return { whole: row, names: null, lengths: [] };
	const values = new Map(readable(partRow, parts).map(({ part, value }) => [part, value]));
	const { source, target, links } = head.value.parts;
	const pieces = links.map((name) => values.get(name));
	return {
		whole: {
			...Object(row),
			source: values.get(source),
			target: values.get(target),
			// A piece that is missing or no list makes the draft unreadable.
			links: pieces.flatMap((piece) => (Array.isArray(piece) ? piece : [piece]))
		},
		names: head.value.parts,
		lengths: pieces.map((piece) => (Array.isArray(piece) ? piece.length : 1))
	};
}

/** Returns the parts of a draft that has just been read. */
function partsOf(
	{ source, target, links }: AlignmentDraft,
	names: HeadRow['parts'],
	lengths: readonly number[]
): StoredParts {
	let from = 0;
	return {
		source: { name: names.source, value: source },
		target: { name: names.target, value: target },
		links: names.links.map((name, at) => {
			const value = links.slice(from, (from += lengths[at] ?? 0));
			return { name, value };
		})
	};
}

/** Writes the parts that have changed; all where another tab has written meanwhile. */
async function put(
	db: Database,
	draft: AlignmentDraft,
	known: StoredParts | null
): Promise<StoredParts> {
	const row = await db.alignments.get(draft.id);
	const head = read(headRow, row);
	const isKnown =
		known && head.ok && JSON.stringify(head.value.parts) === JSON.stringify(namesOf(known));
	if (isKnown) return write(db, draft, known, []);
	const parts = await db.alignmentParts.where('draft').equals(draft.id).toArray();
	const { whole } = assembled(row, parts);
	const found = read(alignmentDraft, whole);
	// A transaction ends where nothing is asked of it: this and the rest are requested together.
	const aside =
		whole === undefined || found.ok
			? []
			: [{ table: db.alignments.name, row: whole, fault: found.failure }];
	const old = readable(partRow, parts).map(({ draft, part }): PartKey => [draft, part]);
	const [stored] = await Promise.all([
		write(db, draft, null, old),
		...aside.map((damaged) => db.damaged.add(damaged))
	]);
	return stored;
}

async function write(
	db: Database,
	draft: AlignmentDraft,
	known: StoredParts | null,
	old: readonly PartKey[]
): Promise<StoredParts> {
	const change = partsChange(draft, known, newName);
	await Promise.all([
		db.alignmentParts.bulkDelete([
			...old,
			...change.removed.map((part): PartKey => [draft.id, part])
		]),
		db.alignmentParts.bulkPut(change.added),
		db.alignments.put(change.head)
	]);
	return change.stored;
}

/** Returns a name that no other part has: browsers give no UUID to a site without https. */
const newName = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsOf } from './searched.fixture';
import { fileOf, readTable, tableStamp, writeTable, type ListedForm } from './wordTable';

const word = fc.oneof(
	fc.string({ unit: 'binary', minLength: 1 }),
	fc.string({ unit: fc.constantFrom(...'abåäö'), minLength: 1, maxLength: 5 })
);
const forms = fc.uniqueArray(
	fc.record({
		form: word,
		keys: fc.array(word, { maxLength: 3 }).map((lemmas) => lemmas.map((lemma) => `=${lemma}`))
	}),
	{ selector: ({ form }) => form }
);
const stamp = tableStamp('sv', '1');

test('each form is in the file of its letters, with its keys', () => {
	fc.assert(
		fc.property(forms, (some) => {
			const { table, files } = writeTable('sv', '1', some);
			for (const one of some) expect(read(files[fileOf(one.form, table)])).toContainEqual(one);
			expect(files.flatMap((file) => read(file))).toHaveLength(some.length);
		})
	);
});

test('forms that differ in their marks are in one file, however many there are', async () => {
	const terms = await termsOf('sv');
	const bare = ['bocker', 'backen', 'mote', 'halla', 'ar'];
	const some = [...bare, ...bare.map((form) => form.replace(/[ao]/, 'ö'))];
	const many = Array.from({ length: 4000 }, (_, nth) => `ord${nth * 7919}`);
	const listed = [...some, ...many].map((form) => ({ form, keys: terms.wholeKeys(form) }));
	const { table, files } = writeTable('sv', '1', listed);
	expect(files.length).toBeGreaterThan(1);
	for (const form of some) expect(fileOf(form, table)).toBe(fileOf(form.replace('ö', 'o'), table));
	for (const form of some)
		expect(read(files[fileOf(form, table)]).map((one) => one.form)).toContain(form);
});

test('any change of the bytes is a failure, and so is a file of another version', () => {
	const { files } = writeTable('sv', '1', [{ form: 'böcker', keys: ['=bok'] }]);
	const bytes = files[0] ?? new Uint8Array();
	expect(readTable(bytes, tableStamp('sv', '2'), '')).toMatchObject({
		failure: { kind: 'other version' }
	});
	for (const at of bytes.keys())
		expect(readTable(bytes.with(at, (bytes[at] ?? 0) ^ 1), stamp, '').ok).toBe(false);
	expect(readTable(bytes.subarray(0, 3), stamp, '').ok).toBe(false);
});

function read(file: Uint8Array | undefined): readonly ListedForm[] {
	const found = readTable(file ?? new Uint8Array(), stamp, 'sv');
	if (!found.ok) throw new Error(found.failure.kind);
	return found.value;
}

import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openArchive, type Archive } from './archive';
import { isZip } from './zipDirectory';
import { crc32 } from './crc32';
import { maxFiles } from './failure';

const opened = (bytes: Uint8Array): Archive => {
	const archive = openArchive(bytes);
	if (!archive.ok) throw new Error(archive.failure.kind);
	return archive.value;
};
const failureOf = (bytes: Uint8Array) => {
	const archive = openArchive(bytes);
	return archive.ok ? null : archive.failure;
};
const zip = (files: Zippable) => zipSync(files);
const words = strToU8('ett hus och ett hus och ett hus');

/** Changes bytes of the record in the directory, or of the last record, at these places. */
function altered(bytes: Uint8Array, record: 'entry' | 'end', at: number, ...values: number[]) {
	const copy = bytes.slice();
	const sign = record === 'entry' ? 'PK\u0001\u0002' : 'PK\u0005\u0006';
	copy.set(values, strFromU8(copy, true).indexOf(sign) + at);
	return copy;
}

test('files are unpacked, whether they are stored or deflated', () => {
	const archive = opened(zip({ 'a/b.txt': words, 'c.txt': [words, { level: 0 }] }));
	expect(archive.names).toEqual(['a/b.txt', 'c.txt']);
	for (const name of archive.names) {
		expect(archive.read(name)).toEqual({ ok: true, value: words });
		expect(archive.start(name)).toEqual(words);
		expect(archive.has(name)).toBe(true);
	}
	expect(archive.read('d.txt')).toBeNull();
	expect(archive.text('d.txt')).toBeNull();
	expect(archive.start('d.txt')).toEqual(new Uint8Array());
});

test('only the start of a large file is unpacked for its type', () => {
	const large = new Uint8Array(3_000_000).fill(7);
	const start = opened(zip({ a: large })).start('a');
	expect(start.subarray(0, 16)).toEqual(large.subarray(0, 16));
	expect(start.length).toBeLessThan(large.length);
});

test('text is UTF-8, or what its mark or its declaration says', () => {
	const latin = '<?xml version="1.0" encoding="iso-8859-1"?><a>å</a>';
	const archive = opened(
		zip({
			a: strToU8('å\r\nb'),
			b: Uint8Array.of(0xff, 0xfe, 0xe5, 0),
			c: Uint8Array.of(0xfe, 0xff, 0, 0xe5),
			d: Uint8Array.from(latin, (char) => char.charCodeAt(0)),
			e: strToU8('<?xml version="1.0" encoding="unknown"?>å')
		})
	);
	const text = (name: string) => archive.text(name);
	expect(text('a')).toEqual({ ok: true, value: 'å\nb' });
	expect(text('b')).toEqual({ ok: true, value: 'å' });
	expect(text('c')).toEqual({ ok: true, value: 'å' });
	expect(text('d')).toEqual({ ok: true, value: latin });
	expect(text('e')).toMatchObject({ value: expect.stringMatching(/å$/) });
});

test('names are those of the archive, with the separator of the web', () => {
	const archive = opened(zip({ __proto__: words, 'OPS\\å.txt': words } as Zippable));
	expect(archive.has('OPS/å.txt')).toBe(true);
	expect(archive.has('constructor')).toBe(false);
});

test('a comment at the end of the archive hides nothing', () => {
	const bytes = zip({ a: words });
	const comment = strToU8('hej');
	const whole = new Uint8Array([...altered(bytes, 'end', 20, comment.length), ...comment]);
	expect(opened(whole).names).toEqual(['a']);
});

describe('an archive that is refused', () => {
	const bytes = zip({ a: words });

	test('bytes of any kind', () => {
		expect(isZip(words)).toBe(false);
		expect(isZip(bytes)).toBe(true);
		for (const one of [words, new Uint8Array(), strToU8('PK\u0003\u0004')])
			expect(failureOf(one)).toEqual({ kind: 'damaged', file: null });
	});

	test('cut short anywhere, it is damaged, or its file is', () => {
		for (let length = 4; length < bytes.length; length++)
			expect(failureOf(bytes.subarray(0, length))).toEqual({ kind: 'damaged', file: null });
		const later = bytes.slice(9);
		const archive = openArchive(later);
		expect(archive).toMatchObject({ ok: false });
	});

	test('a checksum that does not fit', () => {
		const stored = zip({ a: [words, { level: 0 }] });
		stored.fill(0xff, 40, 41);
		const failure = { ok: false, failure: { kind: 'damaged', file: 'a' } };
		expect(opened(stored).read('a')).toEqual(failure);
		expect(opened(altered(bytes, 'entry', 16, 1, 2, 3, 4)).read('a')).toEqual(failure);
	});

	test('a method that is unknown, a size that is not the file’s, content that is no packed data', () => {
		const failure = { ok: false, failure: { kind: 'damaged', file: 'a' } };
		expect(opened(altered(bytes, 'entry', 10, 12)).read('a')).toEqual(failure);
		expect(opened(altered(bytes, 'entry', 24, 5)).read('a')).toEqual(failure);
		expect(opened(altered(bytes, 'entry', 24, 0, 1)).read('a')).toEqual(failure);
		expect(opened(altered(bytes, 'entry', 42, 3)).read('a')).toEqual(failure);
		const broken = bytes.slice();
		broken.fill(0xff, 31, 40);
		expect(opened(broken).read('a')).toEqual(failure);
		expect(opened(broken).start('a')).toEqual(new Uint8Array());
	});

	test('a file that claims to be too large, before it is unpacked', () => {
		const claimed = opened(altered(bytes, 'entry', 24, 0, 0, 0, 0x10));
		const failure = { kind: 'unpacks-too-large', bytes: 0x10000000 };
		expect(claimed.read('a')).toMatchObject({ failure: { ...failure, limit: 100_000_000 } });
		expect(claimed.text('a')).toMatchObject({ failure: { ...failure, limit: 60_000_000 } });
	});

	test('text that is too large together', () => {
		const claimed = opened(altered(bytes, 'entry', 24, 0, 0, 0, 2));
		expect(claimed.text('a')).toMatchObject({ failure: { kind: 'damaged' } });
		expect(claimed.text('a')).toMatchObject({ failure: { kind: 'unpacks-too-large' } });
	});

	test('too many files', () => {
		const [low, high] = [(maxFiles + 1) & 0xff, (maxFiles + 1) >> 8];
		expect(failureOf(altered(bytes, 'end', 10, low, high))).toEqual({
			kind: 'too-many-files',
			files: maxFiles + 1,
			limit: maxFiles
		});
	});

	test('a password', () => {
		expect(failureOf(altered(bytes, 'entry', 8, 1))).toEqual({ kind: 'locked', by: 'password' });
	});
});

test('the checksum is that of the standard', () => {
	expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
	expect(crc32(new Uint8Array())).toBe(0);
});

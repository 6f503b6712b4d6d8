import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	commitAddress,
	fileAddress,
	hostOf,
	listAddress,
	parseCommit,
	parseHub,
	parseListing
} from './hub';

const sha = 'a'.repeat(40);
const hub = parseHub('https://hub.example');
if (!hub) throw new Error('no hub');

describe('the address of a hub', () => {
	test.each([
		['https://huggingface.co', 'https://huggingface.co'],
		[' hf-mirror.example/ ', 'https://hf-mirror.example'],
		['http://127.0.0.1:4640', 'http://127.0.0.1:4640'],
		['https://nexus.example/repository/hf//', 'https://nexus.example/repository/hf']
	])('%j is %s', (raw, address) => expect(parseHub(raw)).toBe(address));

	test.each([
		'',
		'  ',
		'ftp://hub.example',
		'https://',
		'https://a b',
		'https://me@hub.example',
		'hub.example/?q',
		'hub.example/#x',
		'javascript:alert(1)',
		'hub.example\\x'
	])('%j is no hub', (raw) => expect(parseHub(raw)).toBeNull());

	test('requests only go to the hub, whatever is typed', () => {
		fc.assert(
			fc.property(fc.webUrl(), fc.string(), (address, tail) => {
				const parsed = parseHub(address + tail);
				fc.pre(parsed !== null && URL.canParse(parsed));
				if (!parsed) return;
				const asked = new URL(fileAddress(parsed, 'x/y', sha, 'config.json'));
				expect(asked.host).toBe(new URL(parsed).host);
				expect(asked.username + asked.search + asked.hash).toBe('');
			})
		);
	});

	test('leads to the addresses of its API', () => {
		expect(hostOf(hub)).toBe('hub.example');
		expect(commitAddress(hub, 'x/y')).toBe('https://hub.example/api/models/x/y');
		expect(listAddress(hub, 'x/y', sha)).toBe(
			`https://hub.example/api/models/x/y/tree/${sha}?recursive=true`
		);
		expect(fileAddress(hub, 'x/y', sha, 'onnx/a.onnx')).toBe(
			`https://hub.example/x/y/resolve/${sha}/onnx/a.onnx`
		);
	});
});

describe('an answer of the hub', () => {
	test('names a commit', () => {
		expect(parseCommit({ id: 'x/y', sha, tags: [] })).toEqual({ ok: true, value: sha });
		for (const other of [null, [], {}, { sha: 'main' }, { sha: sha.toUpperCase() }])
			expect(parseCommit(other).ok, JSON.stringify(other)).toBe(false);
	});

	const oid = 'b'.repeat(40);
	const sha256 = 'c'.repeat(64);
	const list = [
		{ type: 'directory', path: 'onnx', oid, size: 0 },
		{ type: 'file', path: 'README.md', oid: 7 },
		{ type: 'file', path: 'config.json', oid, size: 12 },
		{
			type: 'file',
			path: 'onnx/a.onnx',
			oid,
			size: 56,
			lfs: { oid: sha256, size: 56, pointerSize: 133 },
			xetHash: 'x'
		}
	];

	test('lists large files by their SHA-256, small ones by git’s hash', () => {
		expect(parseListing(list, ['onnx/a.onnx', 'config.json'])).toEqual({
			ok: true,
			value: [
				{ name: 'onnx/a.onnx', bytes: 56, digest: { kind: 'sha256', hex: sha256 } },
				{ name: 'config.json', bytes: 12, digest: { kind: 'git-blob', hex: oid } }
			]
		});
	});

	test('may lack files, or not be a list', () => {
		expect(parseListing(list, ['config.json', 'b', 'c'])).toEqual({
			ok: false,
			failure: { kind: 'lacking', names: ['b', 'c'] }
		});
		expect(parseListing({ error: 'x' }, [])).toMatchObject({ failure: { kind: 'unclear' } });
		expect(parseListing(list, ['README.md'])).toMatchObject({
			failure: { kind: 'unclear', fault: expect.stringContaining('README.md') as string }
		});
	});

	/** Generates mostly plausible values of a hub, and any other. */
	const anySize = fc.oneof({ weight: 3, arbitrary: fc.nat() }, fc.double(), fc.jsonValue());
	const anyLfs = fc.oneof(
		fc.record({ oid: fc.constantFrom(sha256, 'c', null), size: anySize }),
		fc.constant(undefined),
		fc.jsonValue()
	);

	test('never gives a file without a size and a digest, whatever it is', () => {
		fc.assert(
			fc.property(anySize, anyLfs, (size, lfs) => {
				const parsed = parseListing([{ path: 'a', oid, size, lfs }], ['a']);
				fc.pre(parsed.ok);
				if (!parsed.ok) return;
				for (const { bytes, digest } of parsed.value) {
					expect(Number.isSafeInteger(bytes)).toBe(true);
					expect(digest?.hex).toMatch(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
				}
			})
		);
	});
});

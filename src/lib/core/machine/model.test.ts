import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pickModelFiles } from './pickModelFiles';
import { announced, parseManifest, type Manifest } from './manifest';
import { formatManifest } from './manifest.fixture';
import { modelById, modelFor, models, sum, type Model } from './model';
import { checkNature } from './modelIdentity';
import { recentMoments, secondsLeft, type Moment } from './eta';
import { revision } from './revision';

const svEn = modelFor({ from: 'sv', to: 'en' }) as Model;
const enSv = modelFor({ from: 'en', to: 'sv' }) as Model;

test('there is a model for each direction, and each names its makers', () => {
	expect(models.map(({ id }) => id)).toEqual(['Xenova/opus-mt-sv-en', 'Xenova/opus-mt-en-sv']);
	expect(modelById('Xenova/opus-mt-en-sv')).toBe(enSv);
	expect(modelFor({ from: 'fi', to: 'en' })).toBeNull();
	for (const { credit, licence } of models) {
		expect(credit.maker).toContain('Helsinki-NLP');
		expect(licence.name).toBe('CC-BY 4.0');
	}
});

test('the sum of file sizes is unknown if one of them is', () => {
	expect(sum([])).toBe(0);
	expect(sum([{ bytes: 2 }, { bytes: 3 }])).toBe(5);
	expect(sum([{ bytes: 2 }, { bytes: null }])).toBeNull();
});

describe('a manifest', () => {
	const hex = (digits: number) =>
		fc
			.uint8Array({ minLength: digits / 2, maxLength: digits / 2 })
			.map((bytes) => Buffer.from(bytes).toString('hex'));
	const manifests: fc.Arbitrary<Manifest> = fc.record({
		model: fc.string(),
		commit: fc.option(hex(40)),
		files: fc.array(fc.record({ name: fc.string(), bytes: fc.nat(), sha256: hex(64) }))
	});

	test('stays the same when formatted and parsed again', () => {
		fc.assert(
			fc.property(manifests, (manifest) => {
				expect(parseManifest(formatManifest(manifest))).toEqual({ ok: true, value: manifest });
			})
		);
	});

	test('of another format or version is rejected', () => {
		const whole = formatManifest({ model: 'x', commit: null, files: [] });
		expect(parseManifest(whole).ok).toBe(true);
		for (const torn of ['', '{', whole.replace('jamsides-model', 'x'), whole.replace('1', '2')])
			expect(parseManifest(torn).ok, torn).toBe(false);
	});

	test('announces the files it lists, and no others', () => {
		const sha256 = 'd'.repeat(64);
		const files = [{ name: 'config.json', bytes: 3, sha256 }];
		const [first, second] = announced(svEn, { model: svEn.id, commit: null, files });
		expect(first).toEqual({
			name: 'config.json',
			bytes: 3,
			digest: { kind: 'sha256', hex: sha256 }
		});
		expect(second).toEqual({ name: 'generation_config.json', bytes: null, digest: null });
	});
});

describe('the identity of a model', () => {
	const texts = (config: unknown, tokenizer: unknown) => ({
		'config.json': JSON.stringify(config),
		'tokenizer_config.json': JSON.stringify(tokenizer)
	});
	const said = (config: unknown, tokenizer: unknown) => {
		const checked = checkNature(svEn, texts(config, tokenizer));
		return checked.ok
			? 'ok'
			: 'says' in checked.failure
				? checked.failure.says
				: checked.failure.name;
	};

	test.each([
		[{ model_type: 'marian' }, { source_lang: 'sv', target_lang: 'en' }, 'ok'],
		[{ model_type: 'marian' }, { source_lang: 'swe', target_lang: 'eng' }, 'ok'],
		[{ model_type: 'marian' }, {}, 'ok'],
		[{ _name_or_path: 'Helsinki-NLP/opus-mt-sv-en' }, {}, 'ok'],
		[{ _name_or_path: 7 }, { source_lang: null }, 'ok'],
		[{ model_type: 'marian' }, { source_lang: 'en', target_lang: 'sv' }, 'en–sv'],
		[{ _name_or_path: 'Helsinki-NLP/opus-mt-sv-fi' }, {}, 'sv–fi'],
		[{ model_type: 'bert' }, {}, 'bert'],
		[[], {}, 'config.json'],
		[{}, 'x', 'tokenizer_config.json']
	])('%j with %j: %s', (config, tokenizer, expected) =>
		expect(said(config, tokenizer)).toBe(expected)
	);

	test('is unreadable if a file is not JSON', () => {
		expect(checkNature(svEn, { 'config.json': '<html>', 'tokenizer_config.json': '{}' })).toEqual({
			ok: false,
			failure: { kind: 'unreadable', name: 'config.json' }
		});
	});
});

describe('from the files that a reader gives', () => {
	const given = (paths: readonly string[]) => paths.map((path) => ({ path, file: path }));
	const chosen = (paths: readonly string[], model = svEn) => {
		const result = pickModelFiles(model, given(paths));
		return result.ok ? Object.fromEntries(result.value.files) : result.failure.names;
	};
	const inFolder = (folder: string) => svEn.files.map((name) => `${folder}/${name}`);
	const loose = svEn.files.map((name) => name.split('/').at(-1) ?? '');

	test('a folder’s files are found by their paths, loose ones by their names', () => {
		expect(chosen(inFolder('my models/x'))).toMatchObject({
			'onnx/encoder_model_quantized.onnx': 'my models/x/onnx/encoder_model_quantized.onnx'
		});
		expect(chosen(loose)).toMatchObject({
			'onnx/encoder_model_quantized.onnx': 'encoder_model_quantized.onnx'
		});
	});

	test('the right one of two models is taken, with its own manifest', () => {
		const both = [
			...inFolder('m/opus-mt-en-sv'),
			'm/opus-mt-en-sv/manifest.json',
			...inFolder('m/opus-mt-sv-en')
		];
		expect(chosen(both)).toMatchObject({ 'config.json': 'm/opus-mt-sv-en/config.json' });
		expect(chosen(both, enSv)).toMatchObject({ 'config.json': 'm/opus-mt-en-sv/config.json' });
		const manifest = (model: Model) => {
			const result = pickModelFiles(model, given(both));
			return result.ok && result.value.manifest;
		};
		expect(manifest(svEn)).toBeNull();
		expect(manifest(enSv)).toBe('m/opus-mt-en-sv/manifest.json');
	});

	test('missing files are named', () => {
		expect(chosen([])).toEqual(svEn.files);
		expect(chosen(loose.filter((name) => name !== 'tokenizer.json'))).toEqual(['tokenizer.json']);
	});

	test('no file is taken for another, whatever else there is', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), fc.shuffledSubarray([...loose]), (others, some) => {
				const result = chosen([...others, ...some]);
				if (Array.isArray(result)) return;
				for (const [name, path] of Object.entries(result))
					expect(path.split('/').at(-1)).toBe(name.split('/').at(-1));
			})
		);
	});
});

describe('a revision', () => {
	const file = (name: string, hex: string) =>
		({ name, bytes: 1, digest: { kind: 'sha256', hex } }) as const;

	test('is the commit if there is one', () => expect(revision('abc', [])).toBe('abc'));

	test('is otherwise the files’, in any order, and differs if a file does', () => {
		const one = [file('a', '1'), file('b', '2')];
		expect(revision(null, one)).toBe(revision(null, [...one].reverse()));
		expect(revision(null, one)).not.toBe(revision(null, [file('a', '1'), file('b', '3')]));
		expect(revision(null, one)).toMatch(/^files-[0-9a-f]{16}$/);
	});
});

describe('the time left', () => {
	const at = (seconds: number, bytes: number): Moment => ({ atMs: seconds * 1000, bytes });

	test('is estimated from the recent pace', () => {
		expect(secondsLeft([at(0, 0), at(4, 400)], 1000)).toBe(6);
		expect(secondsLeft([at(0, 0), at(1, 400)], 1000)).toBeNull();
		expect(secondsLeft([at(0, 5), at(4, 5)], 1000)).toBeNull();
		expect(secondsLeft([], 1000)).toBeNull();
	});

	test('ignores the distant past, and the time before a file began anew', () => {
		const slow = recentMoments([at(0, 0), at(5, 10)], at(16, 1000));
		expect(slow).toEqual([at(16, 1000)]);
		expect(recentMoments([at(0, 0), at(1, 900)], at(2, 100))).toEqual([at(0, 0), at(2, 100)]);
	});

	test('is never less than a second, nor infinite', () => {
		const steps = fc.array(fc.tuple(fc.nat(5000), fc.nat(1_000_000)), { maxLength: 50 });
		fc.assert(
			fc.property(steps, (list) => {
				let moments: readonly Moment[] = [];
				let [atMs, bytes] = [0, 0];
				for (const [ms, more] of list) {
					atMs += ms;
					bytes += more;
					moments = recentMoments(moments, { atMs, bytes });
					const left = secondsLeft(moments, 50_000_000);
					if (left !== null) expect(left >= 1 && Number.isFinite(left)).toBe(true);
				}
			})
		);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose } from './given';
import { announced, formatManifest, parseManifest, type Manifest } from './manifest';
import { modelById, modelFor, models, sum, type Model } from './model';
import { checkNature } from './nature';
import { paced, secondsLeft, type Moment } from './pace';
import { revision } from './revision';

const svEn = modelFor({ from: 'sv', to: 'en' }) as Model;
const enSv = modelFor({ from: 'en', to: 'sv' }) as Model;

test('there is a model for each direction, and each says whose it is', () => {
	expect(models.map(({ id }) => id)).toEqual(['Xenova/opus-mt-sv-en', 'Xenova/opus-mt-en-sv']);
	expect(modelById('Xenova/opus-mt-en-sv')).toBe(enSv);
	expect(modelFor({ from: 'fi', to: 'en' })).toBeNull();
	for (const { credit, licence } of models) {
		expect(credit.maker).toContain('Helsinki-NLP');
		expect(licence.name).toBe('CC-BY 4.0');
	}
});

test('files weigh together what each weighs, and nobody knows what one of them hides', () => {
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

	test('written and read again is the same', () => {
		fc.assert(
			fc.property(manifests, (manifest) => {
				expect(parseManifest(formatManifest(manifest))).toEqual({ ok: true, value: manifest });
			})
		);
	});

	test('of another format or version is none', () => {
		const whole = formatManifest({ model: 'x', commit: null, files: [] });
		expect(parseManifest(whole).ok).toBe(true);
		for (const torn of ['', '{', whole.replace('jamsides-model', 'x'), whole.replace('1', '2')])
			expect(parseManifest(torn).ok, torn).toBe(false);
	});

	test('announces what it lists, and nothing of the rest', () => {
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

describe('what a model says of itself', () => {
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

	test('is nothing where a file is no JSON', () => {
		expect(checkNature(svEn, { 'config.json': '<html>', 'tokenizer_config.json': '{}' })).toEqual({
			ok: false,
			failure: { kind: 'unreadable', name: 'config.json' }
		});
	});
});

describe('of the files that a reader gives', () => {
	const given = (paths: readonly string[]) => paths.map((path) => ({ path, file: path }));
	const chosen = (paths: readonly string[], model = svEn) => {
		const result = choose(model, given(paths));
		return result.ok ? Object.fromEntries(result.value.files) : result.failure.names;
	};
	const inFolder = (folder: string) => svEn.files.map((name) => `${folder}/${name}`);
	const loose = svEn.files.map((name) => name.split('/').at(-1) ?? '');

	test('a folder’s are found by their paths, loose ones by their names', () => {
		expect(chosen(inFolder('my models/x'))).toMatchObject({
			'onnx/encoder_model_quantized.onnx': 'my models/x/onnx/encoder_model_quantized.onnx'
		});
		expect(chosen(loose)).toMatchObject({
			'onnx/encoder_model_quantized.onnx': 'encoder_model_quantized.onnx'
		});
	});

	test('of two models’ the right one’s are taken, with its own manifest', () => {
		const both = [
			...inFolder('m/opus-mt-en-sv'),
			'm/opus-mt-en-sv/manifest.json',
			...inFolder('m/opus-mt-sv-en')
		];
		expect(chosen(both)).toMatchObject({ 'config.json': 'm/opus-mt-sv-en/config.json' });
		expect(chosen(both, enSv)).toMatchObject({ 'config.json': 'm/opus-mt-en-sv/config.json' });
		const manifest = (model: Model) => {
			const result = choose(model, given(both));
			return result.ok && result.value.manifest;
		};
		expect(manifest(svEn)).toBeNull();
		expect(manifest(enSv)).toBe('m/opus-mt-en-sv/manifest.json');
	});

	test('those that are missing are named', () => {
		expect(chosen([])).toEqual(svEn.files);
		expect(chosen(loose.filter((name) => name !== 'tokenizer.json'))).toEqual(['tokenizer.json']);
	});

	test('none is taken for another, whatever else there is', () => {
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

	test('is the commit where there is one', () => expect(revision('abc', [])).toBe('abc'));

	test('is else the files’, in any order, and another where a file is', () => {
		const one = [file('a', '1'), file('b', '2')];
		expect(revision(null, one)).toBe(revision(null, [...one].reverse()));
		expect(revision(null, one)).not.toBe(revision(null, [file('a', '1'), file('b', '3')]));
		expect(revision(null, one)).toMatch(/^files-[0-9a-f]{16}$/);
	});
});

describe('the time left', () => {
	const at = (seconds: number, bytes: number): Moment => ({ atMs: seconds * 1000, bytes });

	test('is what is left at the pace of late', () => {
		expect(secondsLeft([at(0, 0), at(4, 400)], 1000)).toBe(6);
		expect(secondsLeft([at(0, 0), at(1, 400)], 1000)).toBeNull();
		expect(secondsLeft([at(0, 5), at(4, 5)], 1000)).toBeNull();
		expect(secondsLeft([], 1000)).toBeNull();
	});

	test('forgets what was long ago, and what was before a file began anew', () => {
		const slow = paced([at(0, 0), at(5, 10)], at(16, 1000));
		expect(slow).toEqual([at(16, 1000)]);
		expect(paced([at(0, 0), at(1, 900)], at(2, 100))).toEqual([at(0, 0), at(2, 100)]);
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
					moments = paced(moments, { atMs, bytes });
					const left = secondsLeft(moments, 50_000_000);
					if (left !== null) expect(left >= 1 && Number.isFinite(left)).toBe(true);
				}
			})
		);
	});
});

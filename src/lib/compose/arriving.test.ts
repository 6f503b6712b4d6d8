import { expect, test, vi } from 'vitest';
import { fail, ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import { maxCharacters } from '$lib/core/translation/exchange/limit';
import { arrivalEnvironment } from './arriving';

const texts = vi.hoisted(() => ({
	own: { about: { recognised: false }, article: { lang: 'sv', title: 'Min', blocks: [] } },
	site: { metadata: {}, original: { lang: 'sv', title: 'Fyren', blocks: [] } }
}));
vi.mock('./store', () => ({
	store: async () => ({ article: async () => ({ ok: true, value: texts.own }) }),
	loadStoredArticle: async () => texts.site
}));

test('a text of the reader’s that only has the id of one of the site’s is another text', async () => {
	const { article } = arrivalEnvironment(() => 'read');
	expect(await article('fyren')).toEqual(ok(texts.site.original));
	expect(await article('fyren', 'own')).toEqual(ok(texts.own.article));
	texts.own.about.recognised = true;
	expect(await article('fyren')).toEqual(ok(texts.own.article));
});

const worker = vi.hoisted(() => ({ answer: null as unknown, asked: [] as unknown[] }));
vi.mock('./files', () => ({
	inFileWorker: async (...asked: unknown[]) => {
		worker.asked.push(asked);
		return worker.answer;
	}
}));

const memory =
	'<tmx version="1.4"><header srclang="sv" segtype="sentence" creationtool="a" creationtoolversion="1" o-tmf="a" adminlang="en" datatype="plaintext"/><body><tu><tuv xml:lang="sv"><seg>Fyren byggdes 1871.</seg></tuv><tuv xml:lang="en"><seg>The lighthouse was built in 1871.</seg></tuv></tu></body></tmx>';
const fyren = {
	lang: 'sv',
	blocks: [block({ kind: 'paragraph' }, 'Fyren byggdes 1871.')]
};

test('a memory is placed in the worker of files, with its progress and its end', async () => {
	const { exchange } = arrivalEnvironment(() => 'own');
	const file = new Blob([memory]);
	const running = { signal: new AbortController().signal, progress: () => {} };
	const outcome = { ok: false, failure: { kind: 'nothing' } };
	worker.answer = ok({ kind: 'arrival', outcome });
	expect(await exchange('a.tmx', file, fyren, running)).toEqual(outcome);
	expect(worker.asked).toEqual([[{ kind: 'arrival', file, source: fyren }, running]]);
	worker.answer = fail({ kind: 'aborted' });
	expect(await exchange('a.tmx', file, fyren, running)).toBeNull();
});

test('a memory is placed on the page where the worker does not load', async () => {
	const { exchange } = arrivalEnvironment(() => 'own');
	worker.answer = fail({ kind: 'broken', message: 'no network' });
	const read = await exchange('a.tmx', new Blob([memory]), fyren);
	expect(read?.ok && read.value.target.blocks.map(({ text }) => text)).toEqual([
		'The lighthouse was built in 1871.'
	]);
});

test("a translator's file that is too large is not read", async () => {
	const file = new File(['<xliff version="2.0">'], 'a.xlf');
	Object.defineProperty(file, 'size', { value: 3 * maxCharacters + 3 });
	const arrayBuffer = vi.spyOn(file, 'arrayBuffer');
	const text = vi.spyOn(file, 'text');
	const { exchange } = arrivalEnvironment(() => 'own');
	expect(await exchange('a.xlf', file, { lang: 'sv', blocks: [] })).toEqual(
		fail({ kind: 'too-large', characters: maxCharacters + 1, limit: maxCharacters })
	);
	expect(arrayBuffer).not.toHaveBeenCalled();
	expect(text).not.toHaveBeenCalled();
});

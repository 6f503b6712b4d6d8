import { describe, expect, it } from 'vitest';
import { importSteps, importText } from './import';
import { maxImportBytes } from './failure';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const failure = (bytes: Uint8Array) => {
	const result = importText(bytes);
	return result.ok ? null : result.failure;
};

describe('importText refuses', () => {
	it('an empty file and a file of white space', () => {
		expect(failure(utf8(''))).toEqual({ kind: 'empty' });
		expect(failure(utf8(' \n\r\n\t\f'))).toEqual({ kind: 'empty' });
	});

	it('a file over the size limit, without reading it', () => {
		const bytes = maxImportBytes + 1;
		expect(failure(new Uint8Array(bytes))).toEqual({
			kind: 'too-large',
			bytes,
			limit: maxImportBytes
		});
	});

	it('a binary file, and names its format if known', () => {
		expect(failure(utf8('%PDF-1.7 …'))).toEqual({ kind: 'binary', format: 'pdf' });
		expect(failure(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toEqual({
			kind: 'binary',
			format: 'zip'
		});
		expect(failure(Uint8Array.of(1, 0, 2, 0, 0, 7))).toEqual({ kind: 'binary', format: null });
	});

	it('a text in a third language, with a guess', () => {
		expect(failure(utf8('Das ist ein Text, der nicht auf Englisch ist.'))).toEqual({
			kind: 'language',
			guess: 'de'
		});
		expect(failure(utf8('xyz'))).toEqual({ kind: 'language', guess: null });
	});
});

it('importText keeps the language that the reader has chosen', () => {
	const result = importText(utf8('xyz'), { lang: 'sv' });
	expect(result.ok && result.value.article.lang).toBe('sv');
});

describe('importSteps', () => {
	it('reports progress from 0 towards 1 and ends with the result of importText', () => {
		const bytes = utf8('Det här är en text, och den är kort.\n\n'.repeat(2000));
		const steps = importSteps(bytes);
		const done: number[] = [];
		let step = steps.next();
		for (; !step.done; step = steps.next()) done.push(step.value.done);
		expect(done[0]).toBe(0);
		expect(done.length).toBeGreaterThan(8);
		expect(done).toEqual([...done].sort((a, b) => a - b));
		expect(Math.max(...done)).toBeLessThan(1);
		expect(step.value).toEqual(importText(bytes));
	});

	it('can be abandoned at any step', () => {
		const steps = importSteps(utf8('Det här är en text, och den är kort.'));
		steps.next();
		expect(steps.return(importText(utf8(''))).done).toBe(true);
		expect(steps.next().done).toBe(true);
	});
});

describe('a text with little prose is imported with a notice', () => {
	const imported = (text: string) => {
		const result = importText(utf8(text), { lang: 'sv' });
		if (!result.ok) throw new Error(result.failure.kind);
		return result.value;
	};

	it('one endless line becomes one paragraph with a notice', () => {
		const { article, notices } = imported('Det här är en mening, och den är kort. '.repeat(2000));
		expect(article.blocks).toHaveLength(1);
		expect(notices).toEqual([{ kind: 'endless', characters: 77_999 }]);
	});

	it('100,000 one-word lines get a notice of a word list', () => {
		const { article, notices } = imported('Ord\n'.repeat(100_000));
		expect(article.blocks.length).toBeGreaterThan(99_000);
		expect(notices).toMatchObject([{ kind: 'word-list' }]);
		expect(failure(utf8('Ord\n'.repeat(100_000)))).toEqual({ kind: 'language', guess: null });
	}, 60_000);

	it('unreadable characters are counted', () => {
		const bytes = Uint8Array.from([...utf8('Åäö och å '), 0xed, 0xa0, 0x80]);
		const result = importText(bytes, { lang: 'sv' });
		expect(result.ok && result.value.notices).toEqual([{ kind: 'unreadable', count: 3 }]);
	});

	it('too many lines are refused', () => {
		expect(failure(utf8('det är\n'.repeat(500_001)))).toEqual({
			kind: 'too-many-lines',
			lines: 500_001,
			limit: 500_000
		});
	}, 60_000);
});

import { describe, expect, it } from 'vitest';
import { byteOf, codePageNames, type CodePageName } from './codePage';
import { decode } from './decode';
import { importText } from './import';

const encode = (text: string, name: CodePageName): Uint8Array =>
	Uint8Array.from([...text].map((char) => byteOf(name, char) ?? 0x3f));

const swedish =
	'Båten låg kvar vid kajen när vi gick hem. Ångan steg ur vattnet, och Örjan sade att det skulle bli kallt i natt. Två fåglar flög över ön.\n\nÄven på land var det stilla. Ingen sade något på vägen, för alla tänkte på kaféet som skulle stänga.';
const english =
	'She couldn’t believe it. “The boat is still here,” he said – and it was, three years after the café had closed. They walked home… and nobody spoke about it.';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => {
	const result = decode(bytes);
	if (!result.ok) throw new Error(result.failure.kind);
	return result.value;
};

describe('a text in an encoding of one byte a character is read right', () => {
	it.each(codePageNames)('Swedish in %s', (name) => {
		expect(read(encode(swedish, name))).toEqual({ encoding: name, text: swedish });
	});

	it.each(['windows-1252', 'macintosh'] as const)('English in %s', (name) => {
		expect(read(encode(english, name)).text).toBe(english);
	});

	it.each(codePageNames)('each sentence alone, in %s', (name) => {
		for (const sentence of swedish.split(/(?<=\.)\s+/).filter((text) => /[åäö]/.test(text)))
			expect(read(encode(sentence, name)).text).toBe(sentence);
	});

	it('in capitals', () => {
		for (const name of codePageNames)
			expect(read(encode('PÅ ÖN VAR ÄVEN HÄSTAR OCH FÅGLAR', name)).encoding).toBe(name);
	});
});

describe('UTF-8 that was read in another encoding is repaired', () => {
	const twice = (text: string, name: CodePageName): string =>
		new TextDecoder('latin1').decode(new Uint8Array()) +
		[...utf8(text)].map((byte) => misread(byte, name)).join('');
	const misread = (byte: number, name: CodePageName): string => {
		for (let code = 0; code < 0x2600; code++)
			if (byteOf(name, String.fromCharCode(code)) === byte) return String.fromCharCode(code);
		return '\ufffd';
	};

	it.each(codePageNames)('in %s', (name) => {
		for (const text of [swedish, english])
			expect(read(utf8(twice(text, name)))).toEqual({ encoding: 'utf-8-twice', text });
	});

	it('also twice', () => {
		const text = twice(twice(swedish, 'windows-1252'), 'windows-1252');
		expect(read(utf8(text)).text).toBe(swedish);
	});

	it('also a single letter', () => {
		expect(read(utf8('En Ã¥ och en bro.')).text).toBe('En å och en bro.');
	});

	it.each([
		'Ångström är Å, och Ã är en annan.',
		'São Paulo, IRMÃ och É» i en rad med åäö.',
		'√2 är ett tal.'
	])('not where the characters are meant: %s', (text) => {
		expect(read(utf8(text)).text).toBe(text);
	});
});

describe('the reader is asked', () => {
	const notices = (bytes: Uint8Array, encoding?: 'cp850' | 'utf-8-twice') => {
		const result = importText(bytes, { lang: 'sv', ...(encoding ? { encoding } : {}) });
		if (!result.ok) throw new Error(result.failure.kind);
		return result.value;
	};

	it('where a letter could be another', () => {
		const bytes = encode('Det står ß på skylten i Straßburg.', 'windows-1252');
		expect(notices(bytes).notices).toMatchObject([
			{
				kind: 'encoding',
				encoding: expect.anything() as string,
				choices: [{ encoding: expect.anything() as string }, {}, {}]
			}
		]);
	});

	it('where some characters are wrong and others right, with both to see', () => {
		const bytes = utf8('Två båtar på ån är här.\n\nDet här är från en annan fil: bÃ¥tar.');
		expect(notices(bytes).notices).toEqual([
			{
				kind: 'encoding',
				encoding: 'utf-8',
				choices: [
					{ encoding: 'utf-8', sample: 'Det här är från en annan fil: bÃ¥tar.' },
					{ encoding: 'utf-8-twice', sample: 'Det här är från en annan fil: båtar.' }
				]
			}
		]);
	});

	it('and not again, once they have answered', () => {
		const bytes = utf8('Två båtar på ån är här.\n\nDet här är från en annan fil: bÃ¥tar.');
		const { article, notices: found } = notices(bytes, 'utf-8-twice');
		expect(found).toEqual([]);
		expect(article.blocks.at(-1)?.text).toBe('Det här är från en annan fil: båtar.');
	});
});

it('ligatures are letters', () => {
	expect(read(utf8('Det ﬁnns en oﬃciell ﬂagga, och en ﬀ i oﬀer.')).text).toBe(
		'Det finns en officiell flagga, och en ff i offer.'
	);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exported } from './arbitrary';
import { exchangeDocument } from './document';
import { wholeElements } from './reader';
import { childrenOf, readXml, type XmlElement } from './xml';
import { exportTranslation, formats, readExchange, type Format } from './exchange';

describe.each(formats)('%s', (format: Format) => {
	it('gives every unit back, to the byte', () => {
		fc.assert(
			fc.property(exported, ({ translation, originals }) => {
				const document = exchangeDocument(translation, originals);
				const read = readExchange(exportTranslation(format, document));
				expect(read).toMatchObject({ ok: true, value: { format } });
				if (read.ok) expect(read.value.document.units).toEqual(document.units);
			})
		);
	});
});

describe.each(['xliff2', 'tmx'] as const)('%s by sentences', (format) => {
	it('gives every unit back, to the byte', () => {
		fc.assert(
			fc.property(exported, ({ translation, originals }) => {
				const document = exchangeDocument(translation, originals);
				const written = exportTranslation(format, document, { sentences: true });
				const read = readExchange(written);
				if (!read.ok) throw new Error(JSON.stringify(read.failure));
				expect(read.value.document.units).toEqual(document.units);
			})
		);
	});
});

describe('XLIFF 2', () => {
	/** Returns name and id of each code in the texts under an element. */
	const codesIn = ({ children }: XmlElement): readonly string[] =>
		children.flatMap((child) =>
			typeof child === 'string'
				? []
				: [
						...(child.attributes.has('id')
							? [`${child.name} ${child.attributes.get('id') ?? ''}`]
							: []),
						...codesIn(child)
					]
		);
	const parts = ({ children }: XmlElement): readonly XmlElement[] =>
		children
			.filter((child): child is XmlElement => typeof child !== 'string')
			.filter(({ name }) => /^(segment|ignorable)$/.test(name));
	const side = (part: XmlElement, name: string) => childrenOf(part, name).flatMap(codesIn);
	const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

	// Rules K6 of the standard’s Schematron, which the core schema cannot check.
	it.each([[{}], [{ sentences: true }]])(
		'with options %j uses a code’s number only in its own segment, on both sides',
		(options) => {
			const check = (unit: XmlElement) => {
				const all = parts(unit);
				expect(isUnique(all.flatMap((part) => side(part, 'source')))).toBe(true);
				expect(isUnique(all.flatMap((part) => side(part, 'target')))).toBe(true);
				for (const part of all) {
					const others = all.filter((one) => one !== part).flatMap((one) => side(one, 'source'));
					for (const code of side(part, 'target')) expect(others).not.toContain(code);
				}
				return null;
			};
			fc.assert(
				fc.property(exported, ({ translation, originals }) => {
					const written = exportTranslation(
						'xliff2',
						exchangeDocument(translation, originals),
						options
					);
					readXml(written, { whole: wholeElements, open: () => null, take: check });
				})
			);
		}
	);
});

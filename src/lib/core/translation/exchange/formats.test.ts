import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exported } from './arbitrary';
import { exchangeDocument } from './document';
import { exportTranslation, formats, readExchange, type Format } from './exchange';

describe.each(formats)('%s', (format: Format) => {
	it('gives every unit back, to the byte', () => {
		fc.assert(
			fc.property(exported, ({ translation, originals }) => {
				const document = exchangeDocument(translation, originals);
				const read = readExchange(exportTranslation(format, document));
				expect(read).toMatchObject({ ok: true, value: { format } });
				if (read.ok) expect(read.value.document.units).toEqual(document.units);
			}),
			{ numRuns: 300 }
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
			}),
			{ numRuns: 300 }
		);
	});
});

/** Tells from a font’s name whether its letters are bold or italic. TeX’s fonts say it in their own way. */
import type { PdfFont } from '../../core/book/pdf/document';

/** Computer Modern and its descendants: `CMBX10`, `SFTI1000`. Nimbus calls its bold `Medi`. */
const tex = {
	bold: /(?:^|\+)(?:CM|SF|EC)(?:BX|B\d|SSBX|SX)|-Medi(?:Ital)?$/,
	italic: /(?:^|\+)(?:CM|SF|EC)(?:BX)?(?:TI|SL|IT)\d/
};

export const styleOfName = (name: string): PdfFont => ({
	bold: /bold|black|heavy|-bd|demi/i.test(name) || tex.bold.test(name),
	italic: /ital|obli|-it\b/i.test(name) || tex.italic.test(name)
});

#!/usr/bin/env bash
# npm pdfjs-dist 6.5.438 (https://www.npmjs.com/package/pdfjs-dist): a page's text does not say which
# words are bold.
#
# `getTextContent` gives each item the name of a font and each font a family, an ascent and a
# descent. Whether the font is bold or italic is known only once the page's drawing has been asked
# for: before `getOperatorList` the font's object has not arrived, and `commonObjs.get` throws.
# Without ArrayBuffer.prototype.transferToFixedLength (Node 20) it never arrives: the operator list
# comes short, without an error, and only `verbosity: 5` says why.
#
# Seen: before: none; after: bold; without transferToFixedLength: none
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund --omit=optional pdfjs-dist@6.5.438
cat >try.mjs <<'JS'
const has = process.argv[2] === 'has';
for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) globalThis[name] ??= function absent() {};
Promise.withResolvers ??= function withResolvers() {
	const made = {};
	made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
	return made;
};
delete ArrayBuffer.prototype.transferToFixedLength;
if (has)
	ArrayBuffer.prototype.transferToFixedLength = function transfer(length = this.byteLength) {
		const copy = new Uint8Array(length);
		copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
		return copy.buffer;
	};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
const content = 'BT /F1 12 Tf 50 350 Td (Hej) Tj ET';
const data = new TextEncoder().encode(
	[
		'%PDF-1.4',
		'1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
		'2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
		'3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R',
		'/Resources << /Font << /F1 5 0 R >> >> >> endobj',
		`4 0 obj << /Length ${content.length} >>\nstream\n${content}\nendstream endobj`,
		'5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >> endobj',
		'trailer << /Root 1 0 R /Size 6 >>',
		'%%EOF'
	].join('\n')
);
const task = getDocument({ data, verbosity: 0 });
const page = await (await task.promise).getPage(1);
const { items } = await page.getTextContent();
const weight = () => {
	const { fontName } = items.find(({ str }) => str === 'Hej');
	return page.commonObjs.has(fontName) && page.commonObjs.get(fontName).bold ? 'bold' : 'none';
};
const before = weight();
await page.getOperatorList();
console.log(before, weight());
await task.destroy();
JS
read -r before after <<<"$(node try.mjs has 2>/dev/null)"
read -r _ without <<<"$(node try.mjs lacks 2>/dev/null)"
said="before: $before; after: $after; without transferToFixedLength: $without"
echo "$said"
[ "$said" = 'before: none; after: bold; without transferToFixedLength: none' ]

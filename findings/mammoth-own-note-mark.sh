#!/usr/bin/env bash
# npm mammoth 1.13.0 (https://www.npmjs.com/package/mammoth): a note with a mark of its own gets two.
#
# A Word document may give a note its own mark (an asterisk, a dagger): the reference then says
# w:customMarkFollows, and the mark stands as text after it, in the text and in the note (ECMA-376
# part 1, 17.11.7 and 17.11.14). mammoth ignores the attribute: it writes its own number and then
# the mark, and counts the note, so that the numbers of all later notes differ from the author's.
#
# Seen: Ett[1]* två[2]
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund mammoth@1.13.0 jszip@3.10.1
cat >try.mjs <<'JS'
import JSZip from 'jszip';
import mammoth from 'mammoth';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const related = (type, target) =>
	`<Relationships xmlns="${packaged}/relationships"><Relationship Id="r" Type="${relations}/${type}" Target="${target}"/></Relationships>`;
const file = new JSZip();
file.file(
	'[Content_Types].xml',
	`<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${types}.footnotes+xml"/></Types>`
);
file.file('_rels/.rels', related('officeDocument', 'word/document.xml'));
file.file('word/_rels/document.xml.rels', related('footnotes', 'footnotes.xml'));
file.file(
	'word/document.xml',
	`<w:document ${word}><w:body><w:p><w:r><w:t>Ett</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r><w:r><w:t xml:space="preserve"> två</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p></w:body></w:document>`
);
file.file(
	'word/footnotes.xml',
	`<w:footnotes ${word}><w:footnote w:id="2"><w:p><w:r><w:t>* Stjärnan.</w:t></w:r></w:p></w:footnote><w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Siffran.</w:t></w:r></w:p></w:footnote></w:footnotes>`
);
const { value } = await mammoth.convertToHtml({
	buffer: await file.generateAsync({ type: 'nodebuffer' })
});
console.log(/<p>(.*?)<\/p>/.exec(value)[1].replace(/<[^>]+>/g, ''));
JS
seen=$(node try.mjs) && echo "$seen"
[ "$seen" = 'Ett[1]* två[2]' ]

#!/usr/bin/env bash
# npm xliff 6.4.0 (https://www.npmjs.com/package/xliff): XLIFF 1.2 there and back loses the state
# of a target and puts white space into its text.
#
# `xliff12ToJs` gives no field for the `state` of a <target>, so that after `jsToXliff12` a unit
# that needed translation looks like a finished one. The writer indents: before an inline element
# and before the end tag of a source or target with one it puts a line break and blanks, which are
# part of the text, for it writes no xml:space. And `&amp;amp;` in the file, the five signs “&amp;”,
# comes back as `&amp;`, the one sign “&”.
#
# Seen: state 0, a line break before <g> 1, &amp;amp; 0
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund xliff@6.4.0
cat >try.mjs <<'JS'
import xliff from 'xliff';
const file = `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="f" source-language="sv" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Skriv &amp;amp; <g id="1">här</g>.</source>
<target state="needs-translation">Write &amp;amp; <g id="1">here</g>.</target></trans-unit>
</body></file></xliff>`;
const back = await xliff.jsToXliff12(await xliff.xliff12ToJs(file));
const count = (pattern) => (pattern.test(back) ? 1 : 0);
console.log(`state ${count(/state=/)}, a line break before <g> ${count(/\n\s*<g /)}, &amp;amp; ${count(/&amp;amp;/)}`);
JS
seen=$(node try.mjs) && echo "$seen"
[ "$seen" = 'state 0, a line break before <g> 1, &amp;amp; 0' ]

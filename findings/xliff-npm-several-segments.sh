#!/usr/bin/env bash
# npm xliff 6.4.0 (https://www.npmjs.com/package/xliff): xliff2js keeps one segment of a unit.
#
# XLIFF 2.0 lets a unit hold several <segment>s, with <ignorable> between them (2.2.2.5: a unit
# holds one or more). `xliff2js` gives one `source` and one `target` for a unit: those of its last
# segment. The segments before it and the space between are gone, with no error, and writing the
# result with `js2xliff` gives a file without them. A unit that a tool has cut into sentences
# therefore comes back as its last sentence.
#
# Seen: {"source":"Två.","target":"Two."}
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund xliff@6.4.0
cat >try.mjs <<'JS'
import xliff from 'xliff';
const file = `<?xml version="1.0"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="sv" trgLang="en">
<file id="f"><unit id="u">
<segment id="a"><source>Ett.</source><target>One.</target></segment>
<ignorable><source> </source></ignorable>
<segment id="b"><source>Två.</source><target>Two.</target></segment>
</unit></file></xliff>`;
const { resources } = await xliff.xliff2js(file);
console.log(JSON.stringify(resources.f.u));
JS
seen=$(node try.mjs) && echo "$seen"
[ "$seen" = '{"source":"Två.","target":"Two."}' ]

#!/usr/bin/env bash
# npm franc-min 6.2.0 (https://www.npmjs.com/package/franc-min): a sentence of a novel is too short
# to be told as Swedish.
#
# Ten everyday Swedish sentences of 11 to 50 letters. Asked freely, franc names a language that is
# not Swedish for half of them (Madurese, Dutch twice, German, Hungarian), with å, ä and ö in the
# sentence too. Given only Swedish, its neighbours and English to choose from, it still takes one of
# them for English. `minLength` (10) does not stop it: it answers rather than saying “und”.
# Languages of paragraphs, headings and replies cannot be told by it one at a time.
#
# Seen: freely 5 of 10; of five languages 9 of 10
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund franc-min@6.2.0
cat >try.mjs <<'JS'
import { franc } from 'franc-min';
const sentences = [
	'Hon gick hem.',
	'Det var en kall morgon i mars och snön låg kvar.',
	'Han kom inte tillbaka.',
	'Vi såg havet från bron.',
	'Jag vet inte vad du menar med det.',
	'Solen gick ner bakom bergen.',
	'Barnen lekte i trädgården hela dagen.',
	'De sålde huset och flyttade till staden.',
	'Kapitel ett',
	'Ingen svarade när hon ropade.'
];
const few = { only: ['swe', 'nob', 'nno', 'dan', 'eng'] };
const right = (options) => sentences.filter((text) => franc(text, options) === 'swe').length;
for (const text of sentences) console.error(franc(text), franc(text, few), text);
console.log(`freely ${right()} of 10; of five languages ${right(few)} of 10`);
JS
seen=$(node try.mjs) && echo "$seen"
[ "$seen" = 'freely 5 of 10; of five languages 9 of 10' ]

#!/usr/bin/env bash
# npm snowball-stemmers 0.6.0 (https://www.npmjs.com/package/snowball-stemmers), its Swedish
# stemmer: the definite form in -an
# keeps its ending, and so does -et.
#
# Words of the first declension (flicka, gata, skola) get one stem for flicka, flickor and
# flickorna, and another for flickan: the list of endings has -en, -or and -orna, but not -an. Nor
# has it -et, so the definite singular of neuters (huset) is parted from hus and husen. A search by
# this stem for “flickan” finds no “flicka”, and the other way round.
#
# Seen: flick flickan flick flick | hus huset hus
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund snowball-stemmers@0.6.0
cat >try.mjs <<'JS'
import snowball from 'snowball-stemmers';
const stemmer = snowball.newStemmer('swedish');
const stems = (words) => words.map((word) => stemmer.stem(word)).join(' ');
console.log(
	`${stems(['flicka', 'flickan', 'flickor', 'flickorna'])} | ${stems(['hus', 'huset', 'husen'])}`
);
JS
seen=$(node try.mjs) && echo "$seen"
[ "$seen" = 'flick flickan flick flick | hus huset hus' ]

#!/usr/bin/env bash
# npm fflate 0.8.3 (https://www.npmjs.com/package/fflate): a zip's dates are those of the local zone.
#
# Zip keeps a date without a zone (APPNOTE 6.3.10, 4.4.6). fflate writes the local hours of the Date
# that it is given, so the same files with the same `mtime` make other bytes in another time zone.
# A writer whose bytes must repeat gives hours instead: a Date made of local parts.
#
# Seen: one moment differs; the same local hours are equal
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund fflate@0.8.3
cat >try.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
const made = (mtime) => Buffer.from(zipSync({ 'a.txt': strToU8('ett') }, { mtime })).toString('hex');
console.log(made(new Date(Date.UTC(2020, 5, 1, 12))), made(new Date(2020, 5, 1, 12)));
JS
read -r moment hours <<<"$(TZ=UTC node try.mjs)"
read -r otherMoment otherHours <<<"$(TZ=Asia/Tokyo node try.mjs)"
said='' && [ "$moment" != "$otherMoment" ] && said='one moment differs'
[ "$hours" = "$otherHours" ] && said="$said; the same local hours are equal"
echo "$said"
[ "$said" = 'one moment differs; the same local hours are equal' ]

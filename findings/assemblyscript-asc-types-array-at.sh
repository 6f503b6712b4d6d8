#!/usr/bin/env bash
# npm assemblyscript 0.28.20 (https://www.npmjs.com/package/assemblyscript): the types of its compiler
# change those of JavaScript's arrays, for every file of a project in which one file imports it.
#
# `assemblyscript/asc`, the compiler as a library, brings declarations of the language's own globals
# (dist/asc.generated.d.ts) beside those of its functions. With them in a TypeScript project,
# `at()` of an array is never undefined, so that strict checks pass where they must not. An import by a
# name in a variable keeps them out.
#
# Seen: alone TS2322; with the import 0 errors
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund assemblyscript@0.28.20 typescript@5.9.3
cat >last.ts <<'TS'
const words: string[] = [];
export const last: string = words.at(-1);
TS
echo "import 'assemblyscript/asc';" >compiler.ts
check() { npx tsc --noEmit --strict --skipLibCheck --module nodenext --target es2022 "$@" || true; }
alone=$(check last.ts | grep -o 'TS2322')
together=$(check last.ts compiler.ts | grep -c 'error' || true)
echo "alone $alone; with the import $together errors"
[ "$alone; $together" = 'TS2322; 0' ]

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Opens HTML pages of gouji in headless Chromium and checks them: tests/html/check.sh GOUJI GENERATOR [SCREENSHOT-FOLDER]
# Exit status: 0 right, 1 wrong, 77 not checked, because Chromium, a Chinese font, node or npm's registry is not to be had.
# The packages are installed once by npm into .cache/html-tools (or $GOUJI_HTML_TOOLS); no browser is downloaded.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
tools=${GOUJI_HTML_TOOLS:-$root/.cache/html-tools}
gouji=$1
generator=$2

not_checked() {
    echo "HTML NOT CHECKED: $1" >&2
    exit 77
}

browser=$(command -v chromium || command -v google-chrome || true)
[ -n "$browser" ] || not_checked "chromium is not installed"
command -v node >/dev/null || not_checked "node is not installed"
command -v npm >/dev/null || not_checked "npm is not installed"
[ -n "$(fc-list :lang=zh family 2>/dev/null)" ] || not_checked "no Chinese font is installed (fonts-noto-cjk)"

if ! cmp -s "$here/package-lock.json" "$tools/installed-lock.json"; then
    mkdir -p "$tools"
    cp "$here/package.json" "$here/package-lock.json" "$tools/"
    (cd "$tools" && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
        not_checked "npm ci failed; is the npm registry reachable?"
    cp "$here/package-lock.json" "$tools/installed-lock.json"
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd "$root" && "$gouji" check --isolated --quiet --format html --output "$scratch/few.html" fixtures/reports) || [ $? = 1 ]
"$generator" --count 500 --seed 7 --shape tabbed --noise --out "$scratch/many"
python3 "$here/spoil.py" "$scratch/many"
(cd "$scratch" && "$gouji" check --isolated --quiet --format html --output many.html many) || [ $? = 1 ]
node "$here/check.mjs" "$(cd "$tools" && pwd)" "$browser" "$scratch/few.html" "$scratch/many.html" "${3:-$scratch}"

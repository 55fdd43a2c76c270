#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks SARIF files by schema and by the SARIF multitool: tests/sarif/validate.sh FILE…
# The tools are installed once by npm into .cache/sarif-tools (or $GOUJI_SARIF_TOOLS). Exit status: 0 right, 1 wrong,
# 77 not checked, because node or npm's registry is not to be had. SARIF_ROOT=FOLDER also compares the line hashes.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tools=${GOUJI_SARIF_TOOLS:-$here/../../.cache/sarif-tools}

not_checked() {
    echo "SARIF NOT CHECKED: $1" >&2
    exit 77
}

[ $# -gt 0 ] || { echo "usage: $0 FILE..." >&2; exit 2; }
command -v node >/dev/null || not_checked "node is not installed"
command -v npm >/dev/null || not_checked "npm is not installed"

if ! cmp -s "$here/package-lock.json" "$tools/installed-lock.json"; then
    mkdir -p "$tools"
    cp "$here/package.json" "$here/package-lock.json" "$tools/"
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
        not_checked "npm ci failed; is the npm registry reachable?"
    cp "$here/package-lock.json" "$tools/installed-lock.json"
fi
node "$here/check.mjs" "$(cd "$tools" && pwd)" "$@"

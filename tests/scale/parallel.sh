#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Several processes under GNU parallel against one: the lines have to be the same, byte for byte after sorting, and so has
# what `gouji cross` makes of their records.   parallel.sh GOUJI GENERATE
set -euo pipefail
gouji=$1 generate=$2
if ! command -v parallel >/dev/null || ! parallel --version 2>/dev/null | grep -q 'GNU parallel'; then
    echo "skipped: GNU parallel is not installed"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$generate" --count 200 --shape tabbed --out "$work/r"
rm "$work/r/truth.tsv"
cd "$work"
find r -name '*.txt' | sort >list

sorted() { LC_ALL=C sort; }
only_reports() { grep '^{"path":' || true; }

"$gouji" check --files-from list --format jsonl --ignore X --fail-on never --records one.records -q | only_reports | sorted >one
mkdir part
parallel --will-cite --jobs 2 -n 20 \
    "$gouji" check --format jsonl --ignore X --fail-on never --records part/{#}.records -q {} <list | only_reports | sorted >many
cmp one many
cmp <(sorted <one.records) <(cat part/*.records | sorted)
"$gouji" cross one.records --fail-on never -q --format sarif >one.sarif
"$gouji" cross part/*.records --fail-on never -q --format sarif >many.sarif
cmp one.sarif many.sarif
"$gouji" check --files-from list --select X --fail-on never -q --format sarif >whole.sarif
"$gouji" cross one.records --select X --fail-on never -q --format sarif | cmp - whole.sarif
echo "one process and ten are the same: $(wc -l <one) reports, $(grep -o '"ruleId"' one.sarif | wc -l) findings across reports"

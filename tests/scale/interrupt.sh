#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Ends runs half-way: kill -9 leaves no output file and nothing aside that looks like one; SIGINT and SIGTERM leave complete files
# that say how far the run came, whatever it was doing.   interrupt.sh GOUJI GENERATE
set -euo pipefail
gouji=$1 generate=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$generate" --count 600 --shape tabbed --out "$work/r"
rm "$work/r/truth.tsv"
cd "$work"
fail() { echo "$*" >&2; exit 1; }

for pause in 0.05 0.2 0.6 1.2 2.0; do
    rm -rf out && mkdir out
    "$gouji" check r --jobs 1 --format sarif --output out/a.sarif -q 2>err & pid=$!
    sleep "$pause"
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    if [ -e out/a.sarif ]; then python3 -m json.tool out/a.sarif >/dev/null || fail "broken file after kill -9 at $pause s"; fi
    for signal in INT TERM; do
        rm -rf out && mkdir out
        # A shell starts background commands with SIGINT ignored; the program sets its own answer.
        "$gouji" check r --jobs 2 --format json --output out/a.json 2>err & pid=$!
        sleep "$pause"
        kill -s "$signal" "$pid" 2>/dev/null || true
        status=0
        wait "$pid" || status=$?
        if [ "$status" -gt 2 ]; then
            [ ! -e out/a.json ] || fail "a file although the program ended before its run began ($signal at $pause s)"
            continue
        fi
        python3 - "$status" <<'PY' || fail "$signal at $pause s"
import json, sys
run = json.load(open("out/a.json", encoding="utf-8"))
said = open("err", encoding="utf-8").read()
status = int(sys.argv[1])
assert run["exitCode"] == status, (run["exitCode"], status)
stopped = any("中断" in json.dumps(problem, ensure_ascii=False) for problem in run["problems"])
assert stopped == ("被中断" in said), said
assert stopped == (status == 2), status
if not stopped:
    assert len(run["reports"]) == 600
PY
        [ "$(ls out)" = a.json ] || fail "left aside: $(ls out)"
    done
done
# timeout(1) signals twice.
rm -rf out && mkdir out
status=0
timeout 0.4 "$gouji" check r r r/../r --jobs 1 --format json --output out/a.json -q 2>err || status=$?
[ -e out/a.json ] && python3 -m json.tool out/a.json >/dev/null || fail "no whole file after timeout(1), status $status"
echo "every ended run left whole files"

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the build, moves the tree elsewhere and uses it; makes the Debian package and uses what is in it:
# tests/package/check.sh BUILD-FOLDER. Exit status 77 where dpkg-deb is not to be had.
set -euo pipefail

build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "WRONG: $1" >&2
    exit 1
}

# The program in this tree, on a report outside the source tree, with an empty environment.
use() {
    local tree=$1 status=0
    cp "$root/fixtures/reports/hekou-2023.txt" "$scratch/report.txt"
    (cd "$scratch" && env -i "$tree/bin/gouji" --version --lang en) >"$scratch/version" || fail "--version in $tree"
    for word in "^gouji [0-9]" "^pack official [0-9]" "^format 2019" "^format 2021"; do
        grep -q "$word" "$scratch/version" || fail "--version lacks $word"
    done
    (cd "$scratch" && env -i "$tree/bin/gouji" check --isolated --format csv report.txt) >"$scratch/out" 2>"$scratch/err" || status=$?
    [ "$status" = 1 ] || { cat "$scratch/err" >&2; fail "check in $tree: status $status"; }
    grep -q T301 "$scratch/out" || fail "check in $tree finds nothing"
    for file in bin/gouji share/gouji/rules/official/pack.toml share/gouji/rules/gouji.meta.lua share/gouji/gouji.schema.json \
        share/bash-completion/completions/gouji share/zsh/vendor-completions/_gouji share/fish/vendor_completions.d/gouji.fish \
        share/man/man1/gouji.1.gz share/man/zh_CN/man1/gouji.1.gz share/doc/gouji/README.md share/doc/gouji/configuration.md; do
        [ -s "$tree/$file" ] || fail "$file is missing in $tree"
    done
}

cmake --install "$build" --prefix "$scratch/first" >/dev/null
mv "$scratch/first" "$scratch/moved elsewhere"
use "$scratch/moved elsewhere"
echo "installed tree: ok"

command -v dpkg-deb >/dev/null || { echo "PACKAGE NOT CHECKED: dpkg-deb is not installed" >&2; exit 77; }
(cd "$build" && cpack -G DEB -B "$scratch/package") >"$scratch/log" 2>&1 || { cat "$scratch/log" >&2; fail "cpack"; }
deb=$(ls "$scratch/package"/*.deb)
dpkg-deb -x "$deb" "$scratch/root"
use "$scratch/root/usr"
dpkg-deb -f "$deb" Depends | grep -q libicu || fail "the package does not name its libraries"
[ -z "$(dpkg-deb -c "$deb" | awk '{print $6}' | grep -v '^\./usr/\|^\./$\|^\./usr$')" ] || fail "the package has files outside /usr"
echo "$(basename "$deb"): $(dpkg-deb -c "$deb" | grep -c '^-') files, ok"

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes the sample SARIF files with the program given, and checks them, line hashes included.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" "$folder"
SARIF_ROOT="$folder" "$(dirname "$0")/validate.sh" "$folder"/*.sarif

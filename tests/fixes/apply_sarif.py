#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Applies the fixes of a SARIF file, knowing nothing of gouji but the SARIF standard: apply_sarif.py FILE.sarif ROOT [--unsafe]

Results are taken in their order; the first fix of each is applied whole, unless it overlaps one that was taken before.
Prints how many were applied. Run gouji and this script in turn until that is 0.
"""
import codecs
import json
import pathlib
import sys
import urllib.parse

MARKS = [(codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
         (b"\x84\x31\x95\x33", "gb18030"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]


def read(path, encoding):
    raw = path.read_bytes()
    for mark, name in MARKS:
        if raw.startswith(mark) and name == encoding.lower():
            return mark, raw[len(mark):].decode(name)
    return b"", raw.decode(encoding)


def line_starts(text):
    """Offsets of lines in UTF-16 code units: LF, CR and CRLF end a line."""
    units = text.encode("utf-16-le")
    starts, i = [0], 0
    while i < len(units):
        unit = units[i:i + 2]
        i += 2
        if unit == b"\r\0" and units[i:i + 2] == b"\n\0":
            i += 2
            starts.append(i)
        elif unit in (b"\n\0", b"\r\0"):
            starts.append(i)
    return units, starts


def edits_of(fix, starts):
    edits = []
    for change in fix["artifactChanges"]:
        for each in change["replacements"]:
            region = each["deletedRegion"]
            begin = starts[region["startLine"] - 1] + 2 * (region["startColumn"] - 1)
            end = starts[region["endLine"] - 1] + 2 * (region["endColumn"] - 1)
            edits.append((begin, end, each.get("insertedContent", {}).get("text", "")))
    return edits


def clashes(edit, others):
    return any((edit[0] < o[1] and o[0] < edit[1]) or edit[0] == o[0] for o in others)


def apply(sarif, root, unsafe):
    run = json.loads(pathlib.Path(sarif).read_text(encoding="utf-8"))["runs"][0]
    by_file = {}
    for result in run["results"]:
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        by_file.setdefault((location["uri"], location["index"]), []).append(result)
    applied = 0
    for (uri, index), results in by_file.items():
        path = pathlib.Path(root) / urllib.parse.unquote(uri)
        encoding = run["artifacts"][index].get("encoding", "utf-8")
        fixes = [next((f for f in r.get("fixes", []) if unsafe or f["properties"]["safe"]), None) for r in results]
        if not any(fixes):
            continue
        mark, text = read(path, encoding)
        units, starts = line_starts(text)
        chosen = []
        for fix in filter(None, fixes):
            trial = list(chosen)
            for edit in edits_of(fix, starts):
                if clashes(edit, trial):
                    break
                trial.append(edit)
            else:
                chosen, applied = trial, applied + 1
        for begin, end, new in sorted(chosen, reverse=True):
            units = units[:begin] + new.encode("utf-16-le") + units[end:]
        path.write_bytes(mark + units.decode("utf-16-le").encode(encoding))
    return applied


if __name__ == "__main__":
    print(apply(sys.argv[1], sys.argv[2], "--unsafe" in sys.argv[3:]))

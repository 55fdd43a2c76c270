#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Properties of --fix over made-up reports with flaws put in: check.py GOUJI GENERATOR [COUNT] [SEED]

No figure, section or claim that was read before reads differently after; a second run has nothing to do; the SARIF fixes,
applied by an independent script, give the same bytes; encoding, byte order mark and line ends stay.
"""
import codecs
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import apply_sarif  # noqa: E402

gouji, generator = (str(pathlib.Path(each).resolve()) for each in sys.argv[1:3])
count = int(sys.argv[3]) if len(sys.argv) > 3 else 60
seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
dice = random.Random(seed)

SHAPES = ["tabbed", "cell_per_line", "stream", "piped", "aligned"]
ENCODINGS = [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("gb18030", b""), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]
NUMBERS = "一二三四五六"


def run(*arguments):
    done = subprocess.run([gouji, *arguments], capture_output=True)
    assert done.returncode in (0, 1, 2), (arguments, done.returncode, done.stderr[-500:])
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), done.returncode


def in_prose(text, at):
    line = text[text.rfind("\n", 0, at) + 1: text.find("\n", at)]
    return text[at] not in "\r\n" and "\t" not in line and "|" not in line and "  " not in line and len(line) > 30


def flaw(text):
    """One flaw at a place chosen by chance."""
    kind = dice.choice(["double", "double", "narrow", "narrow", "heading", "invisible", "markup", "bookmark", "radical", "blank"])
    if kind == "heading":
        at = [i for i, c in enumerate(text) if c in NUMBERS and text[i + 1:i + 2] == "、" and text[i - 1:i] == "\n"]
        if not at:
            return text
        i = dice.choice(at)
        new = dice.choice([str(NUMBERS.index(text[i]) + 1) + "、", "第" + text[i] + "部分 ", "（" + text[i] + "）"])
        return text[:i] + new + text[i + 2:]
    if kind == "blank":
        at = [i for i in range(1, len(text) - 1) if text[i] == "0" and text[i - 1] == "\t" and text[i + 1] in "\t\n"]
        return text if not at else (lambda i: text[:i] + text[i + 1:])(dice.choice(at))
    pool = {"double": "，。、；", "narrow": "，；：（）"}.get(kind)
    at = [i for i, c in enumerate(text) if (pool is None or c in pool) and in_prose(text, i)]
    if not at:
        return text
    i = dice.choice(at)
    if kind == "double":
        return text[:i] + text[i] + text[i:]
    if kind == "narrow":
        return text[:i] + {"，": ",", "；": ";", "：": ":", "（": "(", "）": ")"}[text[i]] + text[i + 1:]
    if kind == "radical":
        return text.replace("方", "⽅", 1)
    return text[:i] + {"invisible": "\u200b", "markup": "**", "bookmark": "[bookmark: _GoBack]"}[kind] + text[i:]


def reading(path):
    out, _, _ = run("parse", "--isolated", str(path))
    parsed = json.loads(out)
    figures = {name: (f["state"], f.get("value")) for name, f in (parsed["figures"] or {}).items()}
    claims = [(c["quantity"], c["value"], c["unit"]) for c in parsed["claims"]]
    return figures, [s["id"] for s in parsed["sections"]], claims


def make(folder):
    for i, shape in enumerate(SHAPES):
        made = folder / shape
        subprocess.run([generator, "--count", str(max(1, count // len(SHAPES))), "--seed", str(seed * 10 + i), "--shape", shape, "--noise", "--out", str(made)], check=True)
        (made / "truth.tsv").unlink()
        for file in sorted(made.iterdir()):
            text = file.read_bytes().decode("utf-8")
            for _ in range(dice.randint(1, 12)):
                text = flaw(text)
            encoding, mark = dice.choice(ENCODINGS)
            file.write_bytes(mark + text.encode(encoding))
            yield file, encoding, mark, text


def line_ends(text):
    return text.count("\r\n"), text.count("\n"), text.count("\r")


def main():
    wrong, corrected, zeros = [], 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "in"
        files = list(make(folder))
        before = {file: reading(file) for file, *_ in files}
        original = {file: file.read_bytes() for file, *_ in files}
        other = pathlib.Path(scratch) / "other"
        shutil.copytree(folder, other)
        options = ["--isolated", "--fix", "--unsafe-fixes"]
        _, said, _ = run("check", *options, str(folder))
        refused = "会改变读出的内容" in said
        for file, encoding, mark, text in files:
            after = reading(file)
            now = file.read_bytes()
            corrected += now != original[file]
            for name, (state, value) in before[file][0].items():
                filled = state == "blank" and after[0][name] == ("value", 0)
                zeros += filled
                if after[0][name] != (state, value) and not filled:
                    wrong.append(f"{file.name}: {name} was {state} {value}, is {after[0][name]}")
            # What residue hid may come to light; nothing that was read goes or changes.
            later = iter(after[2])
            if before[file][1] != after[1] or not all(claim in later for claim in before[file][2]):
                wrong.append(f"{file.name}: sections or claims differ: {before[file][1:]} {after[1:]}")
            if not now.startswith(mark) or line_ends(now[len(mark):].decode(encoding)) != line_ends(text):
                wrong.append(f"{file.name}: encoding or line ends differ")
        again, _, _ = run("check", "--isolated", "--diff", "--unsafe-fixes", str(folder))
        if again:
            wrong.append(f"a second run would still change: {again[:400]}")
        rounds = 0
        while rounds < 20:
            sarif = pathlib.Path(scratch) / "a.sarif"
            subprocess.run([gouji, "check", "--isolated", "--format", "sarif", "--output", str(sarif), "."], cwd=other, capture_output=True)
            if apply_sarif.apply(sarif, other, True) == 0:
                break
            rounds += 1
        for file, *_ in files:
            if (other / file.relative_to(folder)).read_bytes() != file.read_bytes():
                wrong.append(f"{file.name}: SARIF fixes give other bytes than --fix")
        print(f"{len(files)} reports, {corrected} corrected, {zeros} zeros filled in, {rounds} rounds by SARIF"
              + (", some corrections refused" if refused else ""))
    print("\n".join(wrong[:20]))
    if corrected * 2 < len(files):
        wrong.append("hardly anything was corrected: the flaws put in are not the ones that are fixed")
        print(wrong[-1])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

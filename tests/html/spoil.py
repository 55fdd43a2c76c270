#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts a wrong number or two, and a doubled mark, into made-up reports: spoil.py FOLDER"""
import pathlib
import random
import re
import sys

dice = random.Random(1)
folder = pathlib.Path(sys.argv[1])
(folder / "truth.tsv").unlink(missing_ok=True)
for file in sorted(folder.iterdir()):
    text = file.read_text(encoding="utf-8")
    cells = [m for m in re.finditer(r"(?<=\t)\d+(?=\t)", text)]
    for cell in sorted(dice.sample(cells, min(len(cells), dice.randint(0, 3))), key=lambda m: -m.start()):
        text = text[:cell.start()] + str(int(cell.group()) + 1) + text[cell.end():]
    if dice.random() < 0.4:
        text = text.replace("。", "。。", 1)
    file.write_text(text, encoding="utf-8", newline="")

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every option of the program, key of the configuration and variable has its line in docs/configuration.md: check.py GOUJI"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import jsonschema

root = pathlib.Path(__file__).resolve().parents[2]
docs = (root / "docs/configuration.md").read_text(encoding="utf-8")


def gouji(*arguments):
    return subprocess.run([sys.argv[1], *arguments], capture_output=True, check=True).stdout.decode("utf-8")


page = gouji("man", "--lang", "en").replace("\\-", "-")
words = set(re.findall(r"--[a-z][a-z-]+", page)) | set(re.findall(r"GOUJI_[A-Z_]+", page))
for schema in ("configuration", "waivers"):
    properties = json.loads(gouji("config", "--schema", schema))["properties"]
    for name, each in properties.items():
        words |= {name} | set(each.get("items", {}).get("properties", {}))
def is_valid(toml, schema):
    plain = json.loads(json.dumps(tomllib.loads(toml), default=str))
    try:
        jsonschema.validate(plain, json.loads(gouji("config", "--schema", schema)))
    except jsonschema.ValidationError as error:
        return error.message
    return True


# What `gouji init` writes, with its examples in force, is valid; a wrong key or value is not.
with tempfile.TemporaryDirectory() as folder:
    gouji("init", "--waivers", folder)
    for name, schema in (("gouji.toml", "configuration"), ("gouji.waivers.toml", "waivers")):
        lines = (pathlib.Path(folder) / name).read_text(encoding="utf-8").splitlines()
        used = [line[2:] for line in lines if re.match(r"# (\w+ = |\[)", line)]
        if (said := is_valid("\n".join(used), schema)) is not True:
            sys.exit(f"{name} of gouji init does not fit its schema: {said}")
for wrong in ('slect = ["T"]', 'lang = "cn"', "jobs = 0", 'years = "x"', "[[overrides]]\nfils = []", '[rules.T301]\nseverity = "high"'):
    if is_valid(wrong, "configuration") is True:
        sys.exit(f"the schema lets pass: {wrong}")
if is_valid('[[waivers]]\nrule = "T301"', "waivers") is True:
    sys.exit("the schema lets pass a waiver without its reason")

missing = sorted(word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", docs))
print(f"{len(words)} options, keys and variables" + "".join(f"\nnot in docs/configuration.md: {word}" for word in missing))
sys.exit(1 if missing else 0)

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the house in order: who may include whom, where third-party libraries may stand, and no official wording in C++.

What a layer may use is read from CMakeLists.txt (gouji_layer), so that build and test cannot disagree.
"""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Third-party headers → the folders that may include them. What is not listed here is the standard library or POSIX.
CONFINED = {
    r"tao/pegtl": ["grammar"],
    r"unicode/": ["grammar/text"],
    r"(lua|lualib|lauxlib)\.(h|hpp)": ["engine/script"],
    r"toml\+\+/": ["engine/config"],
    r"rapidjson/": ["engine/output", "engine/policy", "engine/cross"],
    r"(oneapi/)?tbb/": ["engine/app"],
    r"CLI/": ["engine/app"],
    r"(gumbo|zip)\.h|pugixml\.hpp|nettle/": ["engine/readers"],
    r"fmt/": ["grammar/text", "grammar", "engine"],
    r"tl/": ["grammar/text", "grammar", "engine"],
    r"doctest/": [],
}
HAN = re.compile(r"[\u4e00-\u9fff]")

# Only the app speaks to the user; nothing is matched with std::regex.
FORBIDDEN = [
    (r"\bstd::(cout|cerr|clog)\b|\b(printf|puts|fputs)\s*\(|fmt::print\b", ["engine/app"], "prints; only engine/app may"),
    (r"\bstd::regex\b", [], "uses std::regex"),
]


def sources():
    for top in ("grammar", "engine"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in (".cpp", ".hpp"):
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def layers():
    """folder → folders it may include from, itself included."""
    text = re.sub(r"#.*", "", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
    folder_of, uses = {}, {}
    for name, folder, rest in re.findall(r"gouji_layer\((\w+)\s+(\S+)([^)]*)\)", text):
        folder_of[name] = folder
        uses[name] = re.findall(r"gouji_(\w+)", rest)

    def reach(name, seen):
        if name not in seen:
            seen.add(name)
            for other in uses[name]:
                reach(other, seen)
        return seen

    return {folder_of[name]: {folder_of[each] for each in reach(name, set())} for name in folder_of}


def layer_of(path, folders):
    inside = [folder for folder in folders if path.startswith(folder + "/")]
    return max(inside, key=len) if inside else None


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


def include_troubles(path, text, allowed):
    layer = layer_of(path, allowed)
    if layer is None:
        yield "stands in no layer of CMakeLists.txt"
        return
    for system, header in re.findall(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', text, flags=re.M):
        if system == '"':
            other = layer_of(header, allowed)
            if other is None:
                yield f'"{header}" is no full path from the root'
            elif other not in allowed[layer]:
                yield f'"{header}": {layer} may not use {other}'
            continue
        for pattern, folders in CONFINED.items():
            if re.match(pattern, header) and not any(path.startswith(folder + "/") for folder in folders):
                yield f"<{header}> belongs to {' or '.join(folders) or 'tests'}"


def forbidden_troubles(path, text):
    for pattern, folders, what in FORBIDDEN:
        found = re.search(pattern, without_comments(text))
        if found and not any(path.startswith(folder + "/") for folder in folders):
            yield f"{what}: {found.group(0).strip()}"


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in ("name", "report_name", "report_name_accepted", "unit"):  # the notice, the kind of report, a measure: not titles
                yield from strings_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)


def official_wording():
    words = set()
    for path in sorted((ROOT / "rules/official/formats").glob("*.toml")):
        for text in strings_in(tomllib.loads(path.read_text(encoding="utf-8"))):
            if len(HAN.findall(text)) >= 3:  # 其他, 总计 and the like are everyday words
                words.add(text)
    return words


def wording_troubles(text, words):
    for literal in re.findall(r'"((?:[^"\\\n]|\\.)*)"', without_comments(text)):
        for word in words:
            if literal == word or (len(HAN.findall(word)) >= 4 and word in literal):
                yield f'official wording "{word}"'


def main():
    allowed, words = layers(), official_wording()
    if not words:
        sys.exit("no official wording found in rules/official/formats")
    troubles = []
    for path, text in sources():
        for trouble in [*include_troubles(path, text, allowed), *forbidden_troubles(path, text), *wording_troubles(text, words)]:
            troubles.append(f"{path}: {trouble}")
    print("\n".join(troubles) or f"{len(allowed)} layers, {len(words)} official wordings: all in order")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())

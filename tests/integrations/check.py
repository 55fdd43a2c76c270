#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs what docs/integrations defines, as far as it goes without a network: check.py GOUJI

The script of the GitHub Action, as its runner would start it; the pre-commit hooks, with pre-commit itself where it is installed,
else by starting their entries on the files that they would get. Exit status 77 where PyYAML is not to be had.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    print("INTEGRATIONS NOT CHECKED: PyYAML is not installed", file=sys.stderr)
    sys.exit(77)

root = pathlib.Path(__file__).resolve().parents[2]
gouji = pathlib.Path(sys.argv[1]).resolve()
reports = root / "fixtures/reports"
environment = {**os.environ, "PATH": f"{gouji.parent}:{os.environ['PATH']}"}


def check(holds, said):
    if not holds:
        sys.exit(f"WRONG: {said}")


def action(folder):
    definition = yaml.safe_load((root / "docs/integrations/github-action/action.yml").read_text(encoding="utf-8"))
    check(definition["runs"]["using"] == "composite", "the action is composite")
    defaults = {name: each["default"] for name, each in definition["inputs"].items()}
    for fail_on, expected in (("warning", 1), ("never", 0)):
        inputs = {**defaults, "paths": "reports/hekou-2023.txt\nreports/qingshi-2022.txt", "fail-on": fail_on}
        output = folder / f"output-{fail_on}"
        for step in definition["runs"]["steps"]:
            variables = {name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()}
            done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=folder, text=True,
                                  env={**environment, **variables, "GITHUB_OUTPUT": str(output)}, capture_output=True)
            check(done.returncode == expected, f"the action ends with {done.returncode}: {done.stderr}")
            check("::error file=reports/hekou-2023.txt" in done.stdout, f"annotations: {done.stdout[:300]}")
        check(output.read_text() == f"status={expected}\n", "the output of the action")
        check(json.loads((folder / "gouji.sarif").read_text(encoding="utf-8"))["runs"][0]["results"], "SARIF has results")
        check((folder / "gouji.html").stat().st_size > 10000, "the page is there")
    return "action: ok"


def by_pre_commit(folder, hooks):
    (folder / ".pre-commit-hooks.yaml").write_text((root / "docs/integrations/pre-commit-hooks.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    local = [{**hook, "files": "^reports/"} for hook in hooks]
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}), encoding="utf-8")
    for command in (["git", "init", "-q"], ["git", "add", "-A"]):
        subprocess.run(command, cwd=folder, check=True, env=environment)
    done = subprocess.run(["pre-commit", "run", "--all-files"], cwd=folder, capture_output=True, text=True, env=environment)
    check(done.returncode == 1 and "T301" in done.stdout and "files were modified by this hook" in done.stdout, f"pre-commit: {done.stdout} {done.stderr}")
    check(subprocess.run(["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"], cwd=folder, env=environment).returncode == 0, "the manifest")
    return "hooks: ok, run by pre-commit"


def hooks_of(folder):
    hooks = yaml.safe_load((root / "docs/integrations/pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        check({"id", "name", "entry", "language"} <= hook.keys(), f"hook {hook} is whole")
    if shutil.which("pre-commit"):
        return by_pre_commit(folder, hooks)
    for hook in hooks:
        done = subprocess.run([*hook["entry"].split(), "reports/hekou-2023.txt"], cwd=folder, capture_output=True, text=True, env=environment)
        check(done.returncode == 1 and "T301" in done.stdout, f"{hook['id']}: {done.stderr}")
    check("一、总体情况" in (folder / "reports/hekou-2023.txt").read_text(encoding="utf-8"), "gouji-fix corrects")
    return "hooks: ok, started by hand since pre-commit is not installed"


with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    shutil.copytree(reports, folder / "reports")
    print(action(folder))
    print(hooks_of(folder))

// SPDX-License-Identifier: Apache-2.0
// Checks SARIF files: by the published schema, by the multitool's own rules (Sarif and Ghas), and for what neither notices.
// Usage: node check.mjs TOOLS FILE…   TOOLS is a folder with node_modules. Exit status 1 if anything is wrong.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [tools, ...files] = process.argv.slice(2);
const load = createRequire(join(tools, "package.json"));
const multitoolFolder = join(tools, "node_modules/@microsoft/sarif-multitool-linux");
const multitool = join(multitoolFolder, "Sarif.Multitool");
chmodSync(multitool, 0o755);

const scratch = mkdtempSync(join(tmpdir(), "gouji-sarif-"));
const environment = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
const run = (...args) => execFileSync(multitool, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });

// A file too broken for the multitool to load is wrong, not a reason to stop.
function attempt(check) {
  try {
    return check();
  } catch (error) {
    const said = String(error.stdout ?? "").split("\n").find((line) => line.includes("Exception")) ?? error.message;
    return { errors: [`multitool failed: ${said.split("\n")[0]}`], others: new Map(), compared: 0 };
  }
}

const schemaCheck = (() => {
  const Ajv = load("ajv/dist/2020").default;
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
  load("ajv-formats").default(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(multitoolFolder, "sarif-2.1.0.json"), "utf8")));
})();

function bySchema(log) {
  if (schemaCheck(log)) return [];
  return schemaCheck.errors.slice(0, 20).map((e) => `schema: ${e.instancePath} ${e.message}`);
}

// The multitool exits 0 even on errors: its report has to be read. A result without a level has its rule's default.
function byMultitool(file) {
  const report = join(scratch, "report.sarif");
  run("validate", file, "--rule-kind", "Sarif;Ghas", "--output", report, "--log", "ForceOverwrite");
  const found = { errors: [], others: new Map() };
  for (const each of JSON.parse(readFileSync(report, "utf8")).runs) {
    const rules = each.tool.driver.rules ?? [];
    for (const note of each.invocations?.flatMap((i) => i.toolExecutionNotifications ?? []) ?? []) {
      if (note.level === "error") found.errors.push(`multitool: ${note.message.text}`);
    }
    for (const result of each.results ?? []) {
      const rule = rules[result.ruleIndex] ?? rules.find((r) => r.id === result.ruleId) ?? {};
      const level = result.level ?? rule.defaultConfiguration?.level ?? "warning";
      const said = result.message.text ?? rule.messageStrings?.[result.message.id]?.text ?? result.message.id;
      const args = result.message.arguments ?? [];
      const text = `${result.ruleId} ${rule.name ?? ""}: ${said.replace(/\{(\d+)\}/g, (_, i) => args[i] ?? "")}`;
      if (level === "error") found.errors.push(`multitool: ${text}`);
      else found.others.set(`${level} ${result.ruleId} ${rule.name ?? ""}`, (found.others.get(`${level} ${result.ruleId} ${rule.name ?? ""}`) ?? 0) + 1);
      if (process.env.SARIF_VERBOSE && level !== "error") console.log(`  ${level} ${text}`);
    }
  }
  return found;
}

// The code hosts' line hash, computed independently by the multitool over the same files, where they can be found.
function byRollingHash(file, log) {
  const root = process.env.SARIF_ROOT;
  if (!root) return { errors: [], compared: 0 };
  const based = structuredClone(log);
  for (const each of based.runs) {
    each.originalUriBaseIds = { SRCROOT: { uri: `file://${root.replace(/\/?$/, "/")}` } };
    for (const result of each.results) delete result.partialFingerprints?.primaryLocationLineHash;
  }
  const input = join(scratch, "based.sarif");
  const output = join(scratch, "hashed.sarif");
  writeFileSync(input, JSON.stringify(based));
  run("rewrite", input, "--insert", "RollingHashPartialFingerprints", "--output", output, "--log", "ForceOverwrite");
  const errors = [];
  let compared = 0;
  JSON.parse(readFileSync(output, "utf8")).runs.forEach((each, r) =>
    (each.results ?? []).forEach((result, i) => {
      const theirs = result.partialFingerprints?.primaryLocationLineHash;
      const ours = log.runs[r].results[i].partialFingerprints.primaryLocationLineHash;
      if (!theirs) return;
      ++compared;
      if (theirs !== ours) errors.push(`line hash of result ${i} (${result.ruleId}): ours ${ours}, multitool ${theirs}`);
    }),
  );
  return { errors, compared };
}

// What the validators do not look at.
function byOwnChecks(log) {
  const errors = [];
  const expect = (holds, said) => holds || errors.push(said);
  expect(log.runs.length === 1, "there is one run");
  const text = JSON.stringify(log);
  expect(!/"[A-Za-z]*Time[A-Za-z]*Utc"/.test(text), "there are no time stamps");
  expect(!text.includes("file://"), "there are no absolute paths");
  for (const each of log.runs) {
    expect(each.columnKind === "utf16CodeUnits", "columnKind is utf16CodeUnits");
    const components = [each.tool.driver, ...(each.tool.extensions ?? [])];
    for (const [i, result] of each.results.entries()) {
      const where = `result ${i} (${result.ruleId})`;
      const component = result.rule?.toolComponent ? components[result.rule.toolComponent.index + 1] : components[0];
      expect(component?.rules[result.ruleIndex]?.id === result.ruleId, `${where}: ruleId and ruleIndex agree`);
      for (const key of ["gouji/v1", "primaryLocationLineHash"]) expect(result.partialFingerprints?.[key], `${where}: has ${key}`);
      expect(result.locations.length === 1, `${where}: one location`);
      const region = result.locations[0].physicalLocation.region;
      for (const key of ["startLine", "startColumn", "endLine", "endColumn"]) expect(region[key] >= 1, `${where}: ${key}`);
      expect(region.snippet !== undefined, `${where}: snippet`);
      expect((result.relatedLocations ?? []).length <= 1000, `${where}: at most 1,000 related locations`);
      expect(result.kind === "fail" || result.level === "none", `${where}: only a failure has a level`);
    }
    for (const uri of text.matchAll(/"uri":"([^"]*)"/g)) expect(/^(?:[!-~])*$/.test(uri[1]) && !uri[1].startsWith("/"), `uri ${uri[1]}`);
  }
  return errors;
}

let failed = false;
for (const file of files) {
  const log = JSON.parse(readFileSync(file, "utf8"));
  const multi = attempt(() => byMultitool(file));
  const hashes = attempt(() => byRollingHash(file, log));
  const errors = [...bySchema(log), ...multi.errors, ...byOwnChecks(log), ...hashes.errors];
  const others = [...multi.others].map(([name, count]) => `${name} ×${count}`).join(", ");
  console.log(`${errors.length === 0 ? "ok" : "WRONG"} ${file}: ${log.runs[0].results.length} results` +
    (hashes.compared ? `, ${hashes.compared} line hashes compared` : "") + (others ? `; advice: ${others}` : ""));
  for (const error of errors) console.log(`  ${error}`);
  failed ||= errors.length > 0;
}
rmSync(scratch, { recursive: true });
process.exit(failed ? 1 : 0);

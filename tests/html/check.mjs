// SPDX-License-Identifier: Apache-2.0
// Opens pages in headless Chromium: no script error, no request, readable without JavaScript, every finding reached by the
// keyboard, calculation on focus, axe without a serious violation, many reports within the limit; pictures of light, dark, print.
// Usage: node check.mjs TOOLS BROWSER FEW.html MANY.html PICTURES
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, browserPath, few, many, pictures] = process.argv.slice(2);
const load = createRequire(join(tools, "package.json"));
const puppeteer = await import(pathToFileURL(load.resolve("puppeteer-core")).href).then((m) => m.default ?? m);
const axeSource = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
const openLimit = 30000;  // ms for many reports: no measurement, which other tests at work would disturb, but no page that hangs

const wrong = [];
const expect = (holds, said) => { if (!holds) wrong.push(said); };
const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-dev-shm-usage"], headless: true });

async function open(file, { scheme = "light", script = true } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setJavaScriptEnabled(script);
  const url = pathToFileURL(file).href;
  page.on("pageerror", (error) => wrong.push(`script error: ${error.message}`));
  page.on("console", (message) => { if (["error", "warn"].includes(message.type())) wrong.push(`console: ${message.text()}`); });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url && !request.url().startsWith("data:")) wrong.push(`request: ${request.url()}`);
  });
  const begin = performance.now();
  await page.goto(url, { waitUntil: "load" });
  if (script) await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  return { page, time: performance.now() - begin };
}

// Evaluates axe in the page; the page's own policy forbids scripts from outside, so its source is handed over.
async function axe(page, name) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const each of found.violations) {
    const said = `axe ${name}: ${each.impact} ${each.id} ×${each.nodes.length}: ${each.help} ${each.nodes[0].html.slice(0, 160)}`;
    if (["serious", "critical"].includes(each.impact)) wrong.push(said);
    else console.log(`  ${said}`);
  }
}

async function keyboard(page) {
  const all = await page.$$eval("li[data-severity]", (items) => items.map((item) => item.id));
  const reached = new Set();
  let tips = 0, marks = 0;
  await page.evaluate(() => { document.querySelectorAll("details").forEach((d) => { d.open = true; }); document.activeElement.blur(); });
  for (let i = 0; i < 5000; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const now = document.activeElement;
      if (!now || now === document.body) return null;
      const tip = now.parentElement?.querySelector(":scope > .tip");
      const outline = getComputedStyle(now).outlineStyle;
      return { href: now.getAttribute("href"), mark: !!tip, tip: tip ? getComputedStyle(tip).display !== "none" && tip.textContent.length > 0 : false,
        inside: tip ? tip.getBoundingClientRect().right <= innerWidth + 1 && tip.getBoundingClientRect().left >= 0 : true, outline };
    });
    if (at === null) break;
    if (at.href?.startsWith("#f")) reached.add(at.href.slice(1));
    if (at.mark) { ++marks; if (at.tip) ++tips; expect(at.inside, `a tip leaves the window: ${at.href}`); }
    expect(at.outline !== "none", `focus cannot be seen: ${at.href}`);
  }
  for (const id of all) expect(reached.has(id), `keyboard does not reach ${id}`);
  expect(marks > 0 && tips === marks, `${marks - tips} of ${marks} marks tell nothing on focus`);
  return `${all.length} findings by keyboard, ${tips} marks tell on focus`;
}

async function sorting(page) {
  const before = await page.$$eval("#list tbody tr", (rows) => rows.map((r) => r.cells[1].textContent));
  await page.click("#list thead th:nth-child(2) button");
  const after = await page.$$eval("#list tbody tr", (rows) => rows.map((r) => r.cells[1].textContent));
  expect(JSON.stringify(after) === JSON.stringify([...before].sort()), "the list does not sort by rule");
  expect(await page.$eval("#list thead th:nth-child(2)", (th) => th.getAttribute("aria-sort")) === "ascending", "aria-sort");
  await page.type("#list input[type=search]", before[0]);
  const filtered = await page.$$eval("#list tbody tr", (rows) => rows.map((r) => r.textContent));
  expect(filtered.length > 0 && filtered.length <= before.length && filtered.every((t) => t.includes(before[0])), "the list does not filter");
}

{
  const { page } = await open(few);
  await axe(page, "light");
  await page.screenshot({ path: join(pictures, "html.png"), clip: { x: 0, y: 0, width: 1280, height: 1500 }, captureBeyondViewport: true });
  const text = await page.$("#r0 .text");
  await text.screenshot({ path: join(pictures, "text.png") });
  await sorting(page);
  console.log(await keyboard(page));
  const tables = await page.$$eval("#r0 .text table", (all) => all.map((t) => t.rows.length));
  expect(tables.length >= 3 && Math.max(...tables) > 20, `tables are drawn as tables: ${tables}`);
  expect((await page.$$("#r0 td.hit.subject")).length > 0 && (await page.$$("#r0 td.hit.operand")).length > 0, "cells of broken identities are highlighted");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the window");
  await page.pdf({ path: join(pictures, "print.pdf"), format: "A4" });
}
{
  const { page } = await open(few, { scheme: "dark" });
  await axe(page, "dark");
  await page.screenshot({ path: join(pictures, "dark.png"), clip: { x: 0, y: 0, width: 1280, height: 1500 }, captureBeyondViewport: true });
}
{
  const { page } = await open(few, { script: false });
  // Without the script the order comes from the style alone.
  const seen = await (async () => {
    const client = await page.createCDPSession();
    const { root } = await client.send("DOM.getDocument", { depth: -1 });
    const { outerHTML } = await client.send("DOM.getOuterHTML", { nodeId: root.nodeId });
    return outerHTML;
  })();
  expect(seen.includes('class="findings"') && seen.includes("T301"), "findings stand in the page itself");
  await page.screenshot({ path: join(pictures, "no-script.png") });
}
{
  const { page, time } = await open(many);
  const findings = await page.$$eval("li[data-severity]", (items) => items.length);
  const reports = await page.$$eval("section.report", (items) => items.length);
  console.log(`${reports} reports, ${findings} findings, ${(statSync(many).size / 1e6).toFixed(1)} MB: open in ${Math.round(time)} ms`);
  expect(reports === 500, `${reports} reports`);
  expect(time < openLimit, `opens in ${Math.round(time)} ms, more than ${openLimit}`);
}
await browser.close();
for (const each of new Set(wrong)) console.log(`WRONG ${each}`);
process.exit(wrong.length ? 1 : 0);

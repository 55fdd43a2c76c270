// SPDX-License-Identifier: Apache-2.0
#include "engine/output/html_page.hpp"

namespace gouji::output {

// Contrast of every pair of colours is at least 4.5 : 1, in both schemes.
std::string_view page_style() {
    return R"css(
:root { color-scheme: light dark; --page: #fff; --ink: #1c1f23; --soft: #565d66; --line: #d5d9de; --panel: #f5f6f8;
  --error: #b3141d; --error-bg: #fde4e4; --warning: #8a5300; --warning-bg: #fdf0d5; --note: #0b5c8a; --note-bg: #def0fa;
  --review: #6c2fa0; --review-bg: #efe3f9; }
@media (prefers-color-scheme: dark) { :root { --page: #15181c; --ink: #e6e8eb; --soft: #a7afb8; --line: #3a4048; --panel: #1e2227;
  --error: #ff9b95; --error-bg: #4c1c1e; --warning: #ffc46b; --warning-bg: #46320d; --note: #86ccf5; --note-bg: #10374c;
  --review: #d5b3f5; --review-bg: #392150; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.65 system-ui, "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { display: flex; flex-direction: column; max-width: 80rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
.masthead { order: -2; border-bottom: 4px solid var(--note); padding: 1.5rem 0 .75rem; margin: 0 0 1.25rem; } #summary { order: -1; }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 0 0 .2rem; } h2 { font-size: 1.2rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
a { color: var(--note); } .soft { color: var(--soft); } p { margin: .25rem 0; }
:focus-visible { outline: 3px solid var(--note); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .25rem .75rem; z-index: 9; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.cards { display: flex; flex-wrap: wrap; gap: .75rem; margin: .75rem 0 1.25rem; padding: 0; list-style: none; }
.cards li { flex: 1 1 7rem; background: var(--panel); border-top: .3rem solid var(--c, var(--soft)); border-radius: .5rem; padding: .6rem 1rem .7rem; color: var(--soft); }
.cards b { display: block; font-size: 2rem; line-height: 1.25; color: var(--c, var(--ink)); font-variant-numeric: tabular-nums; }
.share { display: flex; gap: 2px; height: .7rem; margin: -.4rem 0 1.5rem; } .share i { flex: var(--w) 0 0; background: var(--c); border-radius: .35rem; }
.scroll { overflow: auto; max-height: 34rem; border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1.5rem; }
.scroll table { border-collapse: collapse; width: 100%; font-size: .92rem; }
.scroll th, .scroll td { text-align: left; vertical-align: top; padding: .3rem .7rem; border-bottom: 1px solid var(--line); }
.scroll thead th { position: sticky; top: 0; background: var(--panel); z-index: 1; white-space: nowrap; }
.scroll th button { all: unset; cursor: pointer; font-weight: 600; } .scroll th button:focus-visible { outline: 3px solid var(--note); }
th[aria-sort=ascending] button::after { content: " ▲"; } th[aria-sort=descending] button::after { content: " ▼"; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.count { display: flex; align-items: center; gap: .7rem; } .count b { min-width: 2.2rem; text-align: right; font-variant-numeric: tabular-nums; }
.bar { display: flex; flex: 1; min-width: 6rem; max-width: 18rem; height: .7rem; }
.bar i { width: var(--w); background: var(--c); } .bar i:first-child { border-radius: .35rem 0 0 .35rem; } .bar i:last-child { border-radius: 0 .35rem .35rem 0; }
.bar i:only-child { border-radius: .35rem; }
.report { border-top: 3px solid var(--line); padding: 1.25rem 0 .5rem; margin-top: 1rem; content-visibility: auto; contain-intrinsic-size: auto 60rem; }
.findings, .also { list-style: none; margin: .75rem 0; padding: 0; }
.f { border: 1px solid var(--line); border-left: .35rem solid var(--c); border-radius: .4rem; padding: .5rem .9rem; margin: 0 0 .6rem; }
.also .f { margin: .5rem 0 0; }
.f.suppressed { opacity: .75; }
.error { --c: var(--error); --bg: var(--error-bg); } .warning { --c: var(--warning); --bg: var(--warning-bg); }
.note { --c: var(--note); --bg: var(--note-bg); } .review { --c: var(--review); --bg: var(--review-bg); }
.badge { background: var(--bg); color: var(--c); border-radius: .3rem; padding: .05rem .5rem; margin-right: .3rem; font-size: .9rem; white-space: nowrap; }
.message { font-size: 1.04rem; } .nowrap { white-space: nowrap; }
.f dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .35rem 0 0; font-size: .94rem; }
.f dt { color: var(--soft); } .f dd { margin: 0; overflow-wrap: anywhere; } .calc { font-variant-numeric: tabular-nums; font-weight: 600; }
details > summary { cursor: pointer; padding: .3rem 0; font-weight: 600; }
.text { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1.25rem; }
.text p, .text pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .45rem 0; font: inherit; }
.text .grid { margin: .75rem 0; }
.text table { border-collapse: collapse; background: var(--page); font-size: .88rem; }
.text td { border: 1px solid var(--line); padding: .2rem .45rem; vertical-align: top; min-width: 2rem; }
.text td.hit { background: var(--bg); box-shadow: inset 0 0 0 1px var(--c); } .text td.hit.subject { box-shadow: inset 0 0 0 3px var(--c); }
.text td.hit.subject a { font-weight: 700; } .text tr:hover > td { border-bottom-color: var(--soft); }
.k { position: relative; } .k > a { background: var(--bg); color: var(--c); text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: 3px; }
.k.related > a { text-decoration-style: dotted; }
.tip { display: none; position: absolute; left: 0; top: 1.9em; z-index: 5; width: max-content; max-width: min(26rem, 80vw); background: var(--page);
  color: var(--ink); border: 2px solid var(--c); border-radius: .4rem; padding: .4rem .7rem; font-size: .88rem; white-space: pre-line; }
.k:hover > .tip, .k:focus-within > .tip { display: block; box-shadow: 0 .3rem 1rem #0004; }
td:nth-child(n+4):nth-last-child(-n+7) .tip { left: auto; right: 0; }
.flag { color: var(--c); border-left: .3rem solid var(--c); padding-left: .6rem; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: 0 0 .6rem; }
.controls input[type=search] { font: inherit; padding: .25rem .6rem; min-width: 18rem; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: .3rem; }
@media (max-width: 60rem) { .text .grid { overflow-x: auto; } }
@media print { :root { color-scheme: light; --page: #fff; --ink: #000; --soft: #444; --line: #aaa; --panel: #fff; --error: #a00; --error-bg: #fff; --warning: #740;
  --warning-bg: #fff; --note: #046; --note-bg: #fff; --review: #508; --review-bg: #fff; } .report { content-visibility: visible; }
  .text { border: 0; padding: 0; } .text .grid { overflow: visible; } .text table { font-size: 8pt; } .bar i, .share i { print-color-adjust: exact; } .controls, .skip { display: none; } .scroll { max-height: none; overflow: visible; } .f, tr { break-inside: avoid; } .f:has(.also) { break-inside: auto; }
  .tip { display: none !important; } body { font-size: 11pt; } main { max-width: none; } }
)css";
}

}  // namespace gouji::output

-- SPDX-License-Identifier: Apache-2.0
local across = require("across")
local law = require("law")

return {
  id = "X703",
  name = "text-copied",
  severity = "warning",
  title = { zh = "正文雷同", en = "Text copied" },
  basis = { law.regulation_50 },
  what = {
    zh = "两份报告（不同年度或不同单位）的正文几乎相同，数字不计。",
    en = "The prose of two reports (of other years or agencies) is nearly the same, digits left out.",
  },
  why = {
    zh = "报告应当写本单位本年度的实际情况；整篇沿用，说明没有总结当年的工作。",
    en = "A report tells what its agency did in its year; one that repeats another tells nothing.",
  },
  bad = { zh = "2023年报告除年份和数字外与2022年报告一字不差" },
  good = { zh = "各节按当年的工作重新撰写" },
  advice = { zh = "对照两份报告，按本单位本年度的情况改写。", en = "Compare the two and write what was done this year by this agency." },
  options = {
    threshold = { type = "number", default = 0.9, zh = "相似度达到多少才报告（0.5 到 1）", en = "likeness from which it is reported (0.5 to 1)" },
    least_length = { type = "integer", default = 400, zh = "正文少于这么多字的不比较", en = "prose with fewer characters is not compared" },
  },
  messages = {
    copied = {
      zh = "正文与{original}报告（{path}）相似度约 {percent}%。",
      en = "The prose is about {percent} % like that of {original} ({path}).",
    },
  },
  groups = "similar",
  check_group = function(group, report, options)
    local pair = group:reports()
    local original, copy = pair[1], pair[2]
    if group.likeness < options.threshold or math.min(original.length, copy.length) < options.least_length then return end
    report({
      at = copy, message = "copied", related = { original },
      data = { original = across.name(original), path = original.path, percent = math.floor(group.likeness * 100 + 0.5) },
    })
  end,
}

-- SPDX-License-Identifier: CC0-1.0
-- 总体情况不能只有几句话。字数是选项，各市可以改。
return {
  id = "L003",
  name = "overview-too-short",
  severity = "warning",
  title = { zh = "总体情况过短", en = "Overview too short" },
  basis = {
    {
      id = "province-4", instrument = "某省政务公开工作规定（示例）", instrument_en = "Provincial rules on openness (example)",
      article = "第四条", since = "2024-01-01",
      zh = "总体情况应当具体，不得敷衍。", en = "The overview is concrete, not perfunctory.",
    },
  },
  what = { zh = "总体情况的字数少于选项所定。", en = "The overview has fewer characters than the option asks for." },
  why = { zh = "几句套话看不出一年做了什么。", en = "A few set phrases tell nothing of the year." },
  bad = { zh = "一、总体情况：本年度工作有序开展。" },
  good = { zh = "分五个方面，各写一段，带数字" },
  advice = { zh = "按五个方面补写做了什么、数量多少。", en = "Write what was done under the five themes, with numbers." },
  options = {
    least = { type = "integer", default = 200, zh = "最少字数", en = "fewest characters" },
  },
  messages = {
    short = { zh = "“{title}”只有 {length} 字，不足 {least} 字。", en = "“{title}” has {length} characters, fewer than {least}." },
  },
  check = function(doc, report, options)
    local section = doc:section("overview")
    if not section or section.block_count == 0 then return end  -- S101、S105 报告
    if section.length < options.least then
      report({ at = section, message = "short", data = { title = section.title, length = section.length, least = options.least } })
    end
  end,
}

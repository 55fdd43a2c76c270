-- SPDX-License-Identifier: Apache-2.0
local across = require("across")
local law = require("law")
local text = require("text")

-- The figures that both have read and that are not the same, as pairs.
local function differences(one, other)
  local pairs_found = {}
  if not one.format or not other.format then return pairs_found end
  for _, figure in ipairs(other:figures()) do
    local mine, theirs = across.values(one, { figure.id }), across.values(other, { figure.id })
    if mine and theirs and mine[1].value ~= theirs[1].value then pairs_found[#pairs_found + 1] = { mine[1], theirs[1] } end
  end
  return pairs_found
end

return {
  id = "X706",
  name = "report-duplicate",
  severity = "warning",
  title = { zh = "同一单位同一年度有两份不同的报告", en = "Two different reports of one agency and year" },
  basis = { law.regulation_50 },
  what = {
    zh = "同一单位同一年度有两份报告，表中数字不同。",
    en = "There are two reports of one agency and year whose tables differ.",
  },
  why = {
    zh = "公众和评估不知道以哪一份为准；多半是更正后旧版没有撤下。",
    en = "Nobody can tell which one counts; often an earlier version was not taken down.",
  },
  bad = { zh = "石桥镇2023年报告有两份，新收申请一份 28 件，一份 27 件" },
  good = { zh = "只保留更正后的一份" },
  advice = { zh = "确认以哪一份为准，撤下另一份。", en = "Find out which one counts and take down the other." },
  messages = {
    differs = {
      zh = "与 {other} 同为 {agency} {year}年报告，但有 {count} 个数不同：{examples}。",
      en = "Like {other} this is the {year} report of {agency}, but {count} figures differ: {examples}.",
    },
  },
  check_series = function(series, report)
    local first = {}
    for _, each in ipairs(series:reports()) do
      local other = first[each.year]
      first[each.year] = other or each
      local found = other and other.content ~= each.content and differences(other, each) or {}
      if #found > 0 then
        local examples, related = {}, { other }
        for i = 1, math.min(#found, 3) do
          examples[i] = found[i][1].label .. " " .. text.number(found[i][1].value) .. " / " .. text.number(found[i][2].value)
          related[#related + 1] = found[i][1]
          related[#related + 1] = found[i][2]
        end
        report({
          at = each, message = "differs", related = related,
          data = { other = other.path, count = #found, examples = table.concat(examples, "；") },
        })
      end
    end
  end,
}

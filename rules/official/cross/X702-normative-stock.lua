-- SPDX-License-Identifier: Apache-2.0
local across = require("across")
local law = require("law")
local text = require("text")

return {
  id = "X702",
  name = "normative-stock",
  severity = "warning",
  title = { zh = "现行有效件数与上年不衔接", en = "Documents in force do not follow from last year" },
  basis = { law.notice_2021.disclosure },
  what = {
    zh = "规章、行政规范性文件的现行有效件数应当等于上年现行有效件数，加本年制发，减本年废止。",
    en = "Documents in force equal those of last year, plus those issued, minus those repealed this year.",
  },
  why = {
    zh = "制发和废止之外没有别的增减；不相等，多半是其中一年漏计，或者把累计数当成了当年数。",
    en = "Nothing else changes the stock; a difference means that one year's count is wrong.",
  },
  bad = { zh = "上年现行有效 12，本年制发 3、废止 1，本年现行有效 15（12 + 3 − 1 = 14）" },
  good = { zh = "上年现行有效 12，本年制发 3、废止 1，本年现行有效 14" },
  advice = { zh = "对照文件台账核对两年的件数；有清理、补录的，在报告中说明。", en = "Check both years against the register; explain corrections in the report." },
  messages = { differs = across.differs },
  check_series = function(series, report)
    for _, pair in ipairs(series:pairs()) do
      for _, row in ipairs({ "rules", "normative" }) do
        local prefix = "disclosure." .. row .. "."
        local old = across.values(pair.earlier, { prefix .. "in_force" })
        local new = across.values(pair.later, { prefix .. "issued", prefix .. "repealed", prefix .. "in_force" })
        if old and new then
          local sum = old[1].value + new[1].value - new[2].value
          local written = text.number(old[1].value) .. " + " .. text.number(new[1].value) .. " − " .. text.number(new[2].value)
          across.compare(report, pair, old, new, { value = sum, written = written .. " = " .. text.number(sum) })
        end
      end
    end
  end,
}

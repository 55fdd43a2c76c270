-- SPDX-License-Identifier: Apache-2.0
local across = require("across")
local law = require("law")
local text = require("text")

return {
  id = "X707",
  name = "previous-items",
  severity = "warning",
  title = { zh = "上一年项目数量与上年不衔接", en = "Last year's number of items does not follow" },
  basis = { law.notice_2019.disclosure },
  what = {
    zh = "2019年格式：本年报告的“上一年项目数量”应当等于上年报告的“上一年项目数量”加“本年增/减”。",
    en = "2019 format: the previous year's items equal those of last year's report plus its change.",
  },
  why = {
    zh = "两份报告说的是同一年的项目数；不相等，其中一份填错。",
    en = "Both reports speak of one and the same year's items; where they differ one is wrong.",
  },
  bad = { zh = "2019年报告：上一年 40，增 2；2020年报告：上一年 45（40 + 2 = 42）" },
  good = { zh = "2019年报告：上一年 40，增 2；2020年报告：上一年 42" },
  advice = { zh = "对照项目清单，改正填错的一份。", en = "Check the list of items and correct the wrong report." },
  messages = { differs = across.differs },
  check_series = function(series, report)
    for _, pair in ipairs(series:pairs()) do
      for _, row in ipairs({ "licensing", "services", "penalty", "coercion", "fees" }) do
        local prefix = "disclosure." .. row .. "."
        local old = across.values(pair.earlier, { prefix .. "previous", prefix .. "change" })
        local new = across.values(pair.later, { prefix .. "previous" })
        if old and new then
          local sum = old[1].value + old[2].value
          local sign = old[2].value < 0 and " − " or " + "
          local written = text.number(old[1].value) .. sign .. text.number(math.abs(old[2].value)) .. " = " .. text.number(sum)
          across.compare(report, pair, old, new, { value = sum, written = written })
        end
      end
    end
  end,
}

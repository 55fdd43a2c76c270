-- SPDX-License-Identifier: Apache-2.0
local agency = require("agency")
local law = require("law")

local function later(date, month, day)
  if date.month ~= month then return date.month > month end
  return date.day > day
end

return {
  id = "P508",
  name = "published-late",
  severity = "warning",
  title = { zh = "超过期限公布", en = "Published late" },
  basis = { law.regulation_49 },
  what = {
    zh = "写明的公布日期晚于期限：部门、乡镇、街道为次年1月31日，县级以上人民政府为次年3月31日。",
    en = "The date of publication is after 31 January (departments, townships) or 31 March (governments of county level and above).",
  },
  why = {
    zh = "条例第四十九条规定了公布年度报告的期限。",
    en = "Article 49 of the Regulation sets these days.",
  },
  bad = { zh = "青河县水务局2022年度报告，发布日期：2023-02-20" },
  good = { zh = "青河县水务局2022年度报告，发布日期：2023-01-28" },
  advice = {
    zh = "核实首次公布的日期；网页迁移或重新发布造成的，可不处理。",
    en = "Verify the date of first publication; a page that was moved or published anew needs nothing.",
  },
  applies = { from_year = 2018 },
  needs = { "published.stated" },
  messages = {
    late = {
      zh = "公布日期为{found}，晚于期限{due}。",
      en = "Published on {found}, after the last day {due}.",
    },
  },
  check = function(doc, report)
    local date = doc.published
    if not date or date.year == 0 or date.month == 0 then return end
    local month, day = agency.deadline(doc.agency)
    local due_year = doc.year + 1
    if date.year < due_year then return end
    if date.year == due_year and not later(date, month, day) then return end
    local found = date.year .. "年" .. date.month .. "月" .. (date.day > 0 and date.day .. "日" or "")
    report({
      at = doc.published_place,
      message = "late",
      data = { found = found, due = due_year .. "年" .. month .. "月" .. day .. "日" },
      logical = "document",
    })
  end,
}

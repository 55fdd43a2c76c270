-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- Words of a clause that look back, or say what the plan rests on.
local backward = {
  "以来", "以前", "之前", "了", "已", "曾", "根据", "按照", "依据", "依照", "结合", "针对", "对照", "基础上", "总结", "回顾", "考核", "评估", "评议",
  "测评", "通报", "反馈", "自查", "年度报告", "年报", "存在", "问题", "不足", "成绩", "往年", "历年", "去年", "上年", "相比", "较20",
}
-- A clause that plans work for a year: 部署2020年政务公开工作, 计划在2020年开展…; and words that follow a year it opens with.
local plans = {
  "部署20", "安排20", "制定20", "制订20", "开展20", "做好20", "推进20", "完成20", "谋划20", "落实20", "抓好20", "启动20", "计划20",
  "计划在20", "计划于20", "拟在20", "拟于20", "力争20", "力争在20", "预计20", "将在20", "将于20", "定于20",
}
local will = { "将进一步", "将继续", "将着力", "我们将" }

-- Years planned for in a clause that are not after `year`: the text that shows it.
local function stale(clause, year)
  local lead = clause:match("^(20%d%d)年")
  if lead and tonumber(lead) <= year and text.has_any(clause, will) then return lead end
  if text.has_any(clause, backward) then return end
  for _, plan in ipairs(plans) do
    local start, stop = clause:find(plan, 1, true)
    local digits = start and clause:match("^(20%d%d)年", stop - 1)
    if digits and not clause:find("^20%d%d年%d", stop - 1) and tonumber(digits) <= year then return digits end
  end
end

local function looks_ahead(sentence, year)
  local next_year = (year + 1) .. "年"
  return #sentence:hits("future") > 0
    or sentence.text:find(next_year, 1, true) and text.without_quotes(sentence.text):find(next_year, 1, true) ~= nil
end

local function plans_something(sentence)
  return #sentence:hits("plans") > 0 or #sentence:hits("will") > 0
end

-- The first past year that the sentence plans for. `planning`: it or one before it looks ahead.
local function stale_year(sentence, year, planning)
  for clause in text.clauses(text.without_quotes(sentence.text)) do
    local found = (planning or clause:find("^20")) and clause:find("20", 1, true) and stale(clause, year)
    if found then return found end
  end
end

return {
  id = "P504",
  name = "stale-year",
  severity = "warning",
  title = { zh = "计划、措施写成了已经过去的年份", en = "A plan for the future names a past year" },
  basis = { law.notice_2021.problems, law.notice_2019.problems },
  what = {
    zh = "第五、六部分中下一步的计划或措施，写的年份是报告年度或更早。书名号内的文件名、文号和对过去的回顾不算。",
    en = "A plan in section five or six names the report year or an earlier one. Titles, document numbers and reviews of the past do not count.",
  },
  why = {
    zh = "多半是照抄了上一年的措施，改进情况不得年年雷同。",
    en = "Mostly last year's measures were copied; they must not read the same every year.",
  },
  bad = { zh = "（2020年度报告）下一步：召开专题会议部署2020年政务公开工作。" },
  good = { zh = "（2020年度报告）下一步：召开专题会议部署2021年政务公开工作。" },
  advice = { zh = "核实措施是否沿用旧稿，把年份改为下一年度。", en = "See whether the text was copied, and name the coming year." },
  applies = { from_year = 2008 },
  phrases = {
    future = { "下一步", "下步", "今后", "接下来", "明年", "下年度", "下一年", "新的一年" },
    plans = plans,
    will = will,
  },
  needs = { "plans", "will" },
  messages = {
    stale = {
      zh = "{report}年度报告的下一步措施写的是{found}年。原句：“{text}”。",
      en = "A measure for the future in the report for {report} names {found}: “{text}”.",
    },
  },
  check = function(doc, report)
    for _, id in ipairs({ "problems", "other" }) do
      local section, planning = doc:section(id), false
      for _, paragraph in ipairs(section and section:paragraphs() or {}) do
        for _, sentence in ipairs(paragraph:sentences()) do
          planning = planning or looks_ahead(sentence, doc.year)
          local found = plans_something(sentence) and stale_year(sentence, doc.year, planning)
          if found then
            report({
              at = sentence, message = "stale", data = { report = doc.year, found = found, text = text.excerpt(sentence.text, 30) },
            })
          end
        end
      end
    end
  end,
}

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
local planned = table.move(will, 1, #will, #plans + 1, table.move(plans, 1, #plans, 1, {}))

-- Years planned for in a clause that are not after `year`: the text that shows it.
local function stale(clause, year)
  local lead = clause:match("^(20%d%d)年")
  if lead and tonumber(lead) <= year and clause:has_any(will) then return lead end
  if not clause:has_any(plans) or clause:has_any(backward) then return end
  for _, plan in ipairs(plans) do
    local start, stop = clause:find(plan, 1, true)
    local digits = start and clause:match("^(20%d%d)年", stop - 1)
    if digits and not clause:find("^20%d%d年%d", stop - 1) and tonumber(digits) <= year then return digits end
  end
end

-- Whether the sentence, or one before it in these paragraphs, looks ahead: says so, or names the year after `year`.
local function is_planning(doc, paragraphs, sentence)
  for _, hit in ipairs(doc:hits("future")) do
    if paragraphs[hit.paragraph] and hit.sentence.index <= sentence.index then return true end
  end
  local next_year = (doc.year + 1) .. "年"
  for _, paragraph in ipairs(paragraphs) do
    for _, one in ipairs(paragraph.text:find(next_year, 1, true) and paragraph:sentences() or {}) do
      local names_it = one.index <= sentence.index and one.text:find(next_year, 1, true)
      if names_it and text.without_quotes(one.text):find(next_year, 1, true) then return true end
    end
  end
  return false
end

-- The first past year that the sentence plans for.
local function stale_year(doc, paragraphs, sentence)
  if not sentence.text:find("20", 1, true) then return end
  local planning = is_planning(doc, paragraphs, sentence)
  for clause in text.clauses(text.without_quotes(sentence.text)) do
    local found = (planning or clause:find("^20")) and clause:find("20", 1, true) and stale(clause, doc.year)
    if found then return found end
  end
end

-- The paragraphs of a section, as a list and as a set.
local function paragraphs_of(section)
  local paragraphs = section:paragraphs()
  for i = 1, #paragraphs do paragraphs[paragraphs[i]] = true end
  return paragraphs
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
    planned = planned,
  },
  needs = { "planned" },
  messages = {
    stale = {
      zh = "{report}年度报告的下一步措施写的是{found}年。原句：“{text}”。",
      en = "A measure for the future in the report for {report} names {found}: “{text}”.",
    },
  },
  check = function(doc, report)
    local planned_hits = doc:hits("planned")
    for _, id in ipairs({ "problems", "other" }) do
      local section = doc:section(id)
      local paragraphs, last = section and paragraphs_of(section) or {}, nil
      for _, hit in ipairs(planned_hits) do
        local sentence = hit.sentence
        local found = sentence ~= last and paragraphs[hit.paragraph] and stale_year(doc, paragraphs, sentence)
        last = sentence
        if found then
          report({
            at = sentence, message = "stale", data = { report = doc.year, found = found, text = text.excerpt(sentence.text, 30) },
          })
        end
      end
    end
  end,
}

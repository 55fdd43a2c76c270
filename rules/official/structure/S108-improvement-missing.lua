-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- A clause that opens with one of these tells what is done, not what is wrong.
local actions = {
  "加强", "加大", "加快", "提高", "提升", "完善", "健全", "强化", "推进", "推动", "优化", "规范", "落实", "深化", "拓展", "拓宽", "丰富",
  "建立", "组织", "开展", "严格", "压实", "细化", "明确", "配强", "配齐", "改进", "抓好", "做好", "着力", "持续", "继续", "切实", "积极",
  "充分", "及时", "定期", "认真", "通过", "进一步", "全面", "不断", "扎实", "制定", "创新", "增强", "坚持", "紧盯", "聚焦", "注重", "狠抓",
}

local is_action = {}
for _, action in ipairs(actions) do is_action[action] = true end

-- All of them have two or three characters.
local function opens_with_action(clause) return is_action[clause:sub(1, 6)] or is_action[clause:sub(1, 9)] end

-- Whether a number may stand before the first word: （一）, 1., 一是. Seen from the first bytes, since it is asked of every clause.
local function may_be_numbered(clause)
  local first = clause:byte()
  return first < 0xE0 or first >= 0xF0 or clause:sub(4, 6) == "是"
end

local function acts(clause)
  if opens_with_action(clause) then return true end
  if not may_be_numbered(clause) then return false end
  clause = clause:gsub("^%s+", "")
  for _, numbering in ipairs({ "^%(.-%)", "^%d+[%.、]", "^" .. utf8.charpattern .. "是", "^" .. utf8.charpattern .. "、" }) do
    clause = clause:gsub(numbering, "")
  end
  return opens_with_action(clause)
end

local function speaks_of_measures(section)
  if section:has("measures") then return true end
  for clause in section.text:gsub("\xE3\x80[\x81\x82]", "\n"):gmatch("[^\n,;:]+") do  -- 、 and 。 part clauses, too
    if acts(clause) then return true end
  end
  return false
end

local fillers = {
  "存在的", "存在", "主要问题", "问题", "不足", "改进情况", "改进措施", "及", "和", "%(.-%)", "[%p%s]", "。", "、", "一是", "二是",
}

local function is_none(prose)
  local rest = prose
  for _, words in ipairs(fillers) do
    rest = rest:gsub(words, "")
  end
  return rest == "无" or rest == "无无" or rest == "暂无" or rest == "没有" or rest == "暂无暂无"
end

return {
  id = "S108",
  name = "improvement-missing",
  severity = "warning",
  title = { zh = "问题与改进不齐全", en = "Problems without measures, or the reverse" },
  basis = { law.regulation_50, law.notice_2021.problems, law.notice_2019.problems },
  what = {
    zh = "第五部分只写了问题没有改进，只写了改进没有问题，或者只写了“无”。",
    en = "Section five names problems without measures, measures without problems, or says only that there are none.",
  },
  why = {
    zh = "条例要求同时报告存在的主要问题及改进情况，缺一半等于没有报告。",
    en = "The Regulation asks for both; half of it reports nothing.",
  },
  bad = { zh = "五、存在的主要问题及改进情况\n（一）业务水平有待提高。（二）公开不及时。" },
  good = { zh = "一是公开不够及时。下一步，将建立信息发布台账，每周更新。" },
  advice = { zh = "逐条写明问题，并对应写出改进情况。", en = "Name each problem and what is done about it." },
  applies = { from_year = 2019, years_unknown = true },
  phrases = {
    problems = {
      "问题", "不足", "差距", "有待", "不够", "欠缺", "薄弱", "短板", "不高", "不到位", "不强", "不及时", "滞后", "缺乏", "不全", "困难", "需提",
      "需加", "仍需", "还需", "需要", "不深", "不多", "不畅", "不规范", "不熟", "较少", "较低", "单一", "不均", "不足", "偏低", "偏少", "弱", "待加强",
      "待提高", "待完善", "不完善", "不健全", "不充分", "不平衡", "不清", "不严", "不细", "不准", "挑战", "亟待", "亟需", "尚未", "未能", "缺少",
    },
    measures = {
      "下一步", "下步", "今后", "接下来", "明年", "下年度", "下一年", "新的一年", "改进措施", "整改措施", "措施", "改进情况:", "改进方向",
      "改进方法", "努力方向", "为此", "针对上述", "针对以上", "针对存在", "针对这些", "对此", "将进一步", "将继续", "我们将", "将从", "将着力",
      "将重点", "将在", "将以", "将加", "将严", "将持", "将按", "整改", "已完成", "得到改善", "得到解决", "予以改进", "计划", "打算",
    },
  },
  messages = {
    no_measures = {
      zh = "第五部分写了问题，没有写改进情况。",
      en = "Section five names problems but no measures.",
    },
    no_problems = {
      zh = "第五部分写了改进，没有写存在的主要问题。",
      en = "Section five tells of measures but names no problem.",
    },
    only_none = {
      zh = "第五部分只写了“无”，没有报告问题和改进情况。",
      en = "Section five only says that there are none: neither problems nor measures are reported.",
    },
  },
  check = function(doc, report)
    local section = doc:section("problems")
    if not section or section.length == 0 then return end
    if section.length < 40 and is_none(text.without_quotes(section.text)) then
      return report({ at = section, message = "only_none" })
    end
    local problems, measures = section:has("problems"), speaks_of_measures(section)
    if problems and not measures then
      report({ at = section, message = "no_measures" })
    elseif measures and not problems then
      report({ at = section, message = "no_problems" })
    end
  end,
}

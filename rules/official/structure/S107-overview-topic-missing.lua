-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "S107",
  name = "overview-topic-missing",
  severity = "note",
  title = { zh = "总体情况遗漏方面", en = "The overview leaves out a theme" },
  basis = { law.notice_2021.overview, law.notice_2019.overview },
  what = {
    zh = "“总体情况”没有写到主动公开、依申请公开、政府信息管理、平台建设、监督保障中的某个方面。",
    en = "The overview says nothing about one of the five themes that the notice names.",
  },
  why = {
    zh = "格式要求从这五个方面概述全年工作，缺一个方面公众就看不到这方面的情况。",
    en = "The notice asks for these five themes; without one the public learns nothing of it.",
  },
  bad = { zh = "总体情况只写了“（一）主动公开 （二）平台建设”。" },
  good = { zh = "（一）主动公开 （二）依申请公开 （三）政府信息管理 （四）平台建设 （五）监督保障" },
  advice = { zh = "补写所缺方面；没有发生的，用一句话说明。", en = "Add the theme; a sentence is enough where nothing happened." },
  applies = { from_year = 2019, years_unknown = true },
  options = {
    themes = {
      type = "strings",
      default = { "主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障" },
      zh = "总体情况应当写到的方面",
      en = "themes that the overview has to cover",
    },
  },
  phrases = {
    ["主动公开"] = { "主动公开", "公开信息", "信息公开", "公开各类", "发布信息", "发布政府信息", "发布各类", "公开内容" },
    ["依申请公开"] = { "依申请", "申请公开", "公开申请", "信息申请", "收到申请" },
    ["政府信息管理"] = {
      "信息管理", "信息资源管理", "公开制度", "管理制度", "保密审查", "信息审核", "审核把关", "审查制度", "审核制度", "三审", "公文属性",
      "属性认定", "公开属性", "规范性文件管理", "信息发布审", "公开目录", "动态调整", "动态更新", "管理机制", "工作机制", "发布机制",
      "发布审", "审核发布", "公文管理", "清理", "信息员", "专人负责", "责任人",
    },
    ["平台建设"] = {
      "平台", "网站", "门户网", "新媒体", "公众号", "微博", "公开栏", "公示栏", "专栏", "渠道", "载体", "专区", "查阅点", "查阅场所", "宣传栏",
    },
    ["监督保障"] = {
      "监督", "考核", "培训", "领导小组", "组织领导", "责任追究", "社会评议", "督查", "检查", "评估", "保障", "问责", "督导",
    },
  },
  messages = {
    themes = { zh = "“总体情况”没有写到：{themes}。", en = "The overview says nothing about: {themes}." },
  },
  check = function(doc, report, options)
    local overview = doc:section("overview")
    if not overview then return end
    local missing = {}
    for _, theme in ipairs(options.themes) do
      if not overview:has(theme) then missing[#missing + 1] = theme end
    end
    if #missing == 0 or overview.length == 0 then return end
    report({ at = overview, message = "themes", data = { themes = text.join(missing) } })
  end,
}

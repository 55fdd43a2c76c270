-- SPDX-License-Identifier: Apache-2.0
-- The law behind the rules: instrument, article, date in force and what the clause says, in our own words. Ids never change.

local regulation = "《中华人民共和国政府信息公开条例》"
local regulation_en = "Regulation on the Disclosure of Government Information"

local function article(number, name, zh, en)
  return {
    id = "regulation-" .. number, instrument = regulation, instrument_en = regulation_en,
    article = name, since = "2019-05-15", zh = zh, en = en,
  }
end

local law = {
  regulation_20 = article(20, "第二十条",
    "规章、规范性文件、行政许可、行政处罚、行政强制、收费和政府集中采购等信息应当主动公开。",
    "Rules, normative documents, licences, penalties, coercion, fees and procurement are to be disclosed unasked."),
  regulation_36 = article(36, "第三十六条",
    "对公开申请按不同情形分别答复：予以公开、不予公开、无法提供、不予处理等。",
    "Applications are answered by case: granted, denied, cannot be provided, not processed and so on."),
  regulation_42 = article(42, "第四十二条",
    "依申请提供信息不收费；申请数量、频次明显超过合理范围的，可以收取信息处理费。",
    "Answers are free; a processing fee may be charged where applications are clearly excessive."),
  regulation_47 = article(47, "第四十七条",
    "对没有按要求开展信息公开工作的，包括年度报告迟报、有误、敷衍的，主管部门督促整改或通报批评。",
    "Bodies that fall short, by reports that are late, wrong or perfunctory among others, are urged to mend it or criticised."),
  regulation_49 = article(49, "第四十九条",
    "县级以上部门每年1月31日前、县级以上人民政府主管部门每年3月31日前公布上一年度的年度报告。",
    "Departments publish last year's report by 31 January, governments of county level and above by 31 March."),
  regulation_50 = article(50, "第五十条",
    "年度报告应当包括主动公开、申请办理、复议诉讼、问题及改进、其他事项，并采用统一格式。",
    "A report covers disclosure, applications, reviews and lawsuits, problems and improvements, other matters, in one format."),
  regulation_51 = article(51, "第五十一条",
    "认为信息公开工作侵犯合法权益的，可以投诉、举报，也可以申请行政复议、提起行政诉讼。",
    "Whoever sees rights infringed may complain, apply for administrative review or sue."),
  fee_rule = {
    id = "notice-2020-109", instrument = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    instrument_en = "Rules on the Information Processing Fee (Guobanhan [2020] 109)", article = "", since = "2021-01-01",
    zh = "信息处理费的收取情况应当在年度报告中说明，没有收取的也要说明。",
    en = "The annual report states what processing fees were charged, also when none were.",
  },
  punctuation = {
    id = "gbt-15834", instrument = "《标点符号用法》（GB/T 15834—2011）",
    instrument_en = "General rules for punctuation (GB/T 15834-2011)", article = "", since = "2012-06-01",
    zh = "中文行文使用中文标点，成对的标点应当完整，同一标点不叠用。",
    en = "Chinese text uses Chinese marks; paired marks are complete; a mark is not repeated.",
  },
  document_layout = {
    id = "gbt-9704", instrument = "《党政机关公文格式》（GB/T 9704—2012）",
    instrument_en = "Layout of official documents (GB/T 9704-2012)", article = "7.3.3", since = "2012-07-01",
    zh = "结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。",
    en = "Levels are numbered 一、 then （一） then 1. then （1）.",
  },
  practice = {
    id = "practice", instrument = "编写惯例（没有条文规定）", instrument_en = "Custom, demanded by no clause",
    article = "", since = "2019-05-15",
    zh = "没有条文规定，但报告应当完整、整洁、便于公众查阅和联系。",
    en = "No clause demands it, but a report should be complete, clean and easy to read and ask about.",
  },
}

local notices = {
  notice_2021 = { "notice-2021-30", "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    "Format of the annual report (Guobangongkaibanhan [2021] 30)", "2021-09-26", 2021, nil },
  notice_2019 = { "notice-2019-60", "《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）",
    "Trial format of the annual report (Guobangongkaibanhan [2019] 60)", "2019-11-23", nil, 2020 },
}

local parts = {
  structure = { "总体", "报告由六个部分组成，名称、次序和表格统一，不得增减。",
    "A report has six sections with fixed names, order and tables; nothing is left out or added." },
  overview = { "一、总体情况", "从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面概述。",
    "An outline of disclosure, applications, information management, platforms and supervision." },
  disclosure = { "二、主动公开政府信息情况", "按条例第二十条所列项目填写数量。",
    "Numbers are given for the items of article 20 that the table names." },
  applications = { "三、收到和处理政府信息公开申请情况", "按申请人和办理结果填写；第一项加第二项之和，等于第三项加第四项之和。",
    "Numbers by applicant and by result; items one and two together equal items three and four together." },
  proceedings = { "四、政府信息公开行政复议、行政诉讼情况", "分复议、诉讼填写结果维持、结果纠正、其他结果、尚未审结和总计。",
    "Reviews and lawsuits: upheld, corrected, other, pending, and their total." },
  problems = { "五、存在的主要问题及改进情况", "写明具体问题和改进情况，不得年年雷同。",
    "Concrete problems and improvements, not the same every year." },
  other = { "六、其他需要报告的事项", "报告其他事项，以及其他文件要求在年度报告中说明的事项。",
    "Other matters, and what other documents require to be reported here." },
}

for key, notice in pairs(notices) do
  law[key] = {}
  for part, says in pairs(parts) do
    law[key][part] = {
      id = notice[1] .. "-" .. part, instrument = notice[2], instrument_en = notice[3],
      article = says[1], since = notice[4], from_year = notice[5], to_year = notice[6], zh = says[2], en = says[3],
    }
  end
end

return law

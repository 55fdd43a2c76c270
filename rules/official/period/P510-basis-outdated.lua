-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local years = require("years")

-- Notices on the annual report and the first report year for which they no longer hold.
local notices = {
  { issuer = "国办公开办函", number = "2019.?.?.?60号", until_year = 2021, name = "国办公开办函〔2019〕60号", successor = "国办公开办函〔2021〕30号" },
  { issuer = "国办发", number = "2014.?.?.?32号", until_year = 2019, name = "国办发〔2014〕32号", successor = "国办公开办函〔2019〕60号" },
  { issuer = "国办秘函", number = "2015.?.?.?50号", until_year = 2019, name = "国办秘函〔2015〕50号", successor = "国办公开办函〔2019〕60号" },
}

local function cites(hit, number)
  return hit.sentence.text:find("^.?.?.?" .. number, hit.stop + 1) ~= nil
end

return {
  id = "P510",
  name = "basis-outdated",
  severity = "warning",
  title = { zh = "依据的文件已被替代", en = "Cites a notice that has been replaced" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "编制依据引用了报告年度已经不适用的格式文件。同时引用了现行文件的不报。",
    en = "The report rests on a notice that no longer holds for its year. Where the present one is cited too, nothing is said.",
  },
  why = {
    zh = "依据错了，说明格式和口径也可能沿用了旧版。",
    en = "Format and scope may be the old ones too.",
  },
  bad = { zh = "（2022年度报告）根据国办公开办函〔2019〕60号编制。" },
  good = { zh = "（2022年度报告）根据国办公开办函〔2021〕30号编制。" },
  advice = { zh = "改为现行文件，并确认表格是现行格式。", en = "Cite the notice in force and make sure that the tables follow it." },
  applies = { from_year = 2019 },
  phrases = { issuer = { "国办公开办函", "国办发", "国办秘函" } },
  needs = { "issuer" },
  messages = {
    outdated = {
      zh = "引用的{found}不适用于{year}年度报告，现行的是{successor}。",
      en = "{found} does not hold for {year}; the notice in force is {successor}.",
    },
  },
  check = function(doc, report)
    local hits = doc:hits("issuer")
    for _, hit in ipairs(hits) do
      if hit.text == "国办公开办函" and cites(hit, "2021.?.?.?30号") then return end
    end
    for _, hit in ipairs(hits) do
      for _, notice in ipairs(notices) do
        if hit.text == notice.issuer and doc.year >= notice.until_year and not years.straddle(doc, notice.until_year) and cites(hit, notice.number) then
          return report({
            at = hit, message = "outdated", logical = "document",
            data = { found = notice.name, successor = doc.required_notice or notice.successor, year = doc.year },
          })
        end
      end
    end
  end,
}

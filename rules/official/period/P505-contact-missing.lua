-- SPDX-License-Identifier: Apache-2.0
local contact = require("contact")
local law = require("law")

local function has_number(hits)
  for _, hit in ipairs(hits) do
    local written, masked = contact.number_after(hit)
    if masked or #written:gsub("%D", "") >= 5 then return true end
  end
  return false
end

local function has_address(hits)
  for _, hit in ipairs(hits) do
    local rest = hit.sentence.text:sub(hit.stop + 1)
    if (rest:find("^:") or rest:find("^为") or rest:find("^在")) and not rest:find("^:?%(?<?http") and not rest:find("^:?www") then return true end
  end
  return false
end

return {
  id = "P505",
  name = "contact-missing",
  severity = "note",
  title = { zh = "没有联系方式", en = "No way to ask questions" },
  basis = { law.practice },
  what = {
    zh = "全文没有写供公众咨询的地址、邮编或电话。",
    en = "No address, postcode or telephone for questions is given anywhere.",
  },
  why = {
    zh = "公众对报告有疑问时应当知道向谁询问。",
    en = "Readers with questions need to know whom to ask.",
  },
  bad = { zh = "本报告如有疑问，请与我单位联系。" },
  good = { zh = "如对本报告有疑问，请联系：青河镇党政办公室，地址：青河镇人民路1号，邮编：654321，电话：0870-1234567。" },
  advice = { zh = "在报告开头或第六部分写明联系地址、邮编和电话。", en = "Give address, postcode and telephone in the introduction or section six." },
  phrases = {
    address = { "地址" },
    number = { "邮编", "邮政编码", "电话", "热线", "传真", "联系方式", "致电", "拨打" },
    mail = { "邮箱", "电子邮件" },
  },
  messages = {
    missing = {
      zh = "报告没有写明联系地址、邮编或电话。公众有疑问时无从询问。",
      en = "The report gives no address, postcode or telephone for questions.",
    },
  },
  check = function(doc, report)
    if has_number(doc:hits("number")) or has_address(doc:hits("address")) then return end
    for _, hit in ipairs(doc:hits("mail")) do
      if hit.sentence.text:find("@", 1, true) then return end
    end
    if doc.lead.text:find("0%d%d%d?%-?%d%d%d%d%d%d%d") then return end
    report({ at = doc.title_place, message = "missing", logical = "document" })
  end,
}

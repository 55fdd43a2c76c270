-- SPDX-License-Identifier: Apache-2.0
local contact = require("contact")
local law = require("law")

local function judge_postcode(report, hit)
  local written, masked = contact.number_after(hit)
  local digits = contact.postcode(written)
  if not digits or masked or #digits == 6 then return end
  report({ at = hit, message = "postcode", data = { found = digits, count = #digits } })
end

local function judge_telephone(report, hit)
  local written, masked = contact.number_after(hit)
  if masked or contact.is_usual_telephone(written) then return end
  for _, number in ipairs(contact.telephones(written)) do
    if not contact.is_telephone(number) then
      return report({ at = hit, message = "telephone", data = { found = number } })
    end
  end
end

return {
  id = "P506",
  name = "contact-invalid",
  severity = "note",
  title = { zh = "邮编或电话号码形式不对", en = "Impossible postcode or telephone number" },
  basis = { law.practice },
  what = {
    zh = "邮政编码不是6位数字，或者电话号码的位数不可能成立。",
    en = "A postcode does not have six digits, or a telephone number has an impossible length.",
  },
  why = {
    zh = "号码错了，公众就联系不上。",
    en = "With a wrong number nobody can get in touch.",
  },
  bad = { zh = "邮编：75520，电话：0955-401143" },
  good = { zh = "邮编：755200，电话：0955-4011434" },
  advice = { zh = "核对并改正号码。", en = "Verify and correct the number." },
  phrases = { postcode = { "邮编", "邮政编码" }, telephone = { "电话" } },
  needs = { "postcode", "telephone" },
  messages = {
    postcode = { zh = "邮编“{found}”有 {count} 位，应为6位。", en = "The postcode “{found}” has {count} digits instead of six." },
    telephone = { zh = "电话“{found}”的位数不对。", en = "The telephone number “{found}” has an impossible number of digits." },
  },
  check = function(doc, report)
    for _, hit in ipairs(doc:hits("postcode")) do judge_postcode(report, hit) end
    for _, hit in ipairs(doc:hits("telephone")) do judge_telephone(report, hit) end
  end,
}

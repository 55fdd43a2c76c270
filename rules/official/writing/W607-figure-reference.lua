-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

-- The number behind 如图, 见图: "1", "一"; "" for a bare 如图所示.
local function reference(hit)
  local rest = hit.sentence.text:sub(hit.stop + 1)
  local digits = rest:match("^%d+")
  if digits then return digits end
  for _, numeral in ipairs({ "一", "二", "三", "四", "五", "六" }) do
    if rest:sub(1, #numeral) == numeral then return numeral end
  end
end

local function has_caption(doc, number)
  local caption = "图" .. number
  for _, paragraph in ipairs(doc:paragraphs()) do
    local prose = paragraph.text
    if prose:sub(1, #caption) == caption and not prose:find("^%d", #caption + 1) then return true end
  end
  return false
end

return {
  id = "W607",
  name = "figure-reference",
  severity = "note",
  title = { zh = "引用的图没有找到", en = "A figure referred to is not there" },
  basis = { law.practice },
  what = {
    zh = "正文说“如图1所示”，文中没有图题“图1”。图片本身从文本里看不到，所以只提示复核。",
    en = "The text says 如图1所示, and there is no caption 图1. Pictures cannot be seen in the text, so it is a review.",
  },
  why = {
    zh = "图没有随文发布或者没有图题，读者不知道看哪里。",
    en = "The picture was not published, or has no caption to find it by.",
  },
  bad = { zh = "各渠道公开情况如图1所示。（文中没有图1）" },
  good = { zh = "各渠道公开情况如图1所示。\n图1 各渠道公开数量" },
  advice = { zh = "确认图片已随报告发布，并加上图题。", en = "Make sure that the picture is published, and give it a caption." },
  phrases = { refers = { "如图", "见图", "详见图", "参见图" } },
  needs = { "refers" },
  messages = {
    missing = {
      zh = "文中提到图{number}，没有找到图题“图{number}”。请确认图片已随报告发布。",
      en = "The text refers to figure {number}, but no caption 图{number} was found. Please make sure the picture is published.",
    },
  },
  check = function(doc, report)
    local seen = {}
    for _, hit in ipairs(doc:hits("refers")) do
      local number = reference(hit)
      if number and not seen[number] and not has_caption(doc, number) then
        seen[number] = true
        report({ at = hit, message = "missing", kind = "review", data = { number = number } })
      end
    end
  end,
}

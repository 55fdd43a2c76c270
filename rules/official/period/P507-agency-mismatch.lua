-- SPDX-License-Identifier: Apache-2.0
local agency = require("agency")
local law = require("law")
local text = require("text")

-- How an agency of one kind speaks of itself; each kind's list is also a set of phrases.
local speaks = {
  township = { "我乡", "本乡", "全乡", "乡党委", "乡政府", "乡人民政府", "乡综合办", "乡党政办", "乡便民服务中心" },
  town = { "我镇", "本镇", "全镇", "镇党委", "镇政府", "镇人民政府", "镇综合办", "镇党政办", "镇便民服务中心" },
  street = { "我街道", "本街道", "全街道", "街道党工委" },
  county = { "我县", "本县" },
  bureau = { "我局", "本局", "全局上下", "我厅", "本厅" },
  commission = { "我委" },
}
-- Kinds whose self-references have no place in a report of the kind. A township may well speak of 我县.
local foreign = {
  township = { "town", "street", "bureau", "commission" },
  town = { "township", "street", "bureau", "commission" },
  street = { "township", "town", "bureau", "commission" },
  county = { "township", "town", "street" },
  district = { "township", "town", "street", "county" },
  bureau = { "township", "town", "street" },
  commission = { "township", "town", "street" },
}
local names = {
  township = "乡", town = "镇", street = "街道", county = "县", district = "区", bureau = "局（厅、部）", commission = "委员会",
}
local openers = {}
for character in ("在由经向对和与以为按据、。的将是请到于让使"):gmatch(utf8.charpattern) do openers[character] = true end
local names_itself = { ["我"] = true, ["本"] = true, ["全"] = true }
local closers = { ["》"] = true, ["〕"] = true }

-- Stands alone: neither the end of another name (海城镇政府, 各乡镇政府) nor the start of another word (全乡镇).
local function stands_alone(hit)
  local prose, start, stop, phrase = hit.sentence.text, hit.start, hit.stop, hit.text
  local after = prose:sub(stop + 1, stop + 3)
  if after == "镇" or after == "村" then return false end
  if not names_itself[phrase:sub(1, 3)] then
    local before = text.before(prose, start)
    local opens = before == "" or openers[before] or closers[before] or before:find("^[%p%s]")
    if not opens then return false end
  end
  return text.without_quotes(prose):sub(start, stop) == phrase  -- else it is in a quotation
end

local function gather(doc, kinds)
  local found = {}
  for _, kind in ipairs(kinds) do
    for _, hit in ipairs(doc:hits(kind)) do
      if stands_alone(hit) then found[#found + 1] = { hit = hit, kind = kind } end
    end
  end
  return found
end

return {
  id = "P507",
  name = "agency-mismatch",
  severity = "warning",
  title = { zh = "正文自称与标题机关不是一类", en = "The text speaks of another kind of agency than the title" },
  basis = { law.practice },
  what = {
    zh = "正文自称的机关类别与标题不同，例如镇的报告写“全乡”“我乡”。引文和提到的其他单位不算。",
    en = "The text calls itself another kind of agency than the title: 全乡 in the report of a 镇. Quotations and other bodies do not count.",
  },
  why = {
    zh = "多半是从别的单位抄来的文字，内容也可能不是本机关的情况。",
    en = "Mostly the text was copied from another agency and may not tell of this one.",
  },
  bad = { zh = "青河镇人民政府……年度报告：安排专人摸排全乡网络工作群。" },
  good = { zh = "青河镇人民政府……年度报告：安排专人摸排全镇网络工作群。" },
  advice = { zh = "改为本机关的称呼，并核实这段内容是否属于本机关。", en = "Use the agency's own name and verify that the text is about it." },
  phrases = speaks,
  needs = { "township", "town", "street", "county", "bureau", "commission" },
  messages = {
    other = {
      zh = "标题机关是{own}，正文却自称“{found}”。共 {count} 处：{all}。",
      en = "The title names a {own}, but the text calls itself “{found}”; {count} place(s): {all}.",
    },
  },
  check = function(doc, report)
    local kind, last = agency.kind(doc.agency)
    if not kind or not foreign[kind] then return end
    local found = gather(doc, foreign[kind])
    if #found == 0 then return end
    local related, words, seen = {}, {}, {}
    for i, one in ipairs(found) do
      if i > 1 then related[#related + 1] = one.hit end
      if not seen[one.hit.text] then
        seen[one.hit.text] = true
        words[#words + 1] = "“" .. one.hit.text .. "”"
      end
    end
    report({
      at = found[1].hit,
      message = "other",
      data = { own = last or names[kind], found = found[1].hit.text, count = #found, all = text.join(words) },
      related = related,
      logical = "document",
    })
  end,
}

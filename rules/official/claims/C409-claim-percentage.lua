-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- One unit of the last digit that is stated: 1 for 55%, 0.1 for 55.2%.
local function precision(share)
  local decimals = share.text:match("%d%.(%d+)")
  return 10 ^ -(decimals and #decimals or 0)
end

-- Rounded or cut off, either way less than one unit of the last digit away.
local function fits(share, count, base)
  return base > 0 and math.abs(100 * count / base - share.value) < precision(share) - 1e-9
end

-- The share's count: the number right before 占, with a unit of its own.
local function count_of(numbers, i)
  local share, prose = numbers[i], numbers[i].sentence.text
  local count = numbers[i - 1]
  if not count or count.unit == "%" or count.unit == "" or count.qualifier ~= "none" or share.qualifier ~= "none" then return end
  local between = prose:sub(count.start + #count.text, share.start - 1)
  if not between:find("占", 1, true) or between:find("。", 1, true) or between:find(";", 1, true) then return end
  return count, between:match("占(.*)$")
end

-- 占办结总数的 names its base: the nearest number before whose clause says 办结.
local function named_base(candidates, count, wording)
  local name = wording:gsub("全部", ""):gsub("比例", ""):gsub("总数", ""):gsub("总量", ""):gsub("总件数", ""):gsub("的", ""):gsub("[%p]", "")
  name = name:gsub("约", ""):gsub("本年", ""):gsub("全年", ""):gsub("为", "")
  if #name < 6 then return end
  for i = #candidates, 1, -1 do
    local candidate = candidates[i]
    local itself = candidate.start == count.start and candidate.sentence.text == count.sentence.text
    if not itself and candidate.unit == count.unit and candidate.clause:find(name, 1, true) then return candidate end
  end
end

-- The whole of the breakdown in which `count` is a part.
local function whole_of(breakdowns, count)
  for _, breakdown in ipairs(breakdowns) do
    for _, part in ipairs(breakdown.parts) do
      if part.start == count.start and part.text == count.text and part.sentence.text == count.sentence.text then
        return breakdown.whole
      end
    end
  end
end

-- Whether the share is right for any number of the paragraph: then that may be what is meant.
local function fits_any(pair, candidates)
  for _, candidate in ipairs(candidates) do
    if fits(pair.share, pair.count.value, candidate.value) then return true end
  end
  return false
end

-- Three or more shares of one paragraph, all but one of which fit one number: that number is the base of all.
local function common_base(pairs_found, candidates)
  if #pairs_found < 3 then return end
  for _, candidate in ipairs(candidates) do
    local fitting = 0
    for _, pair in ipairs(pairs_found) do
      if fits(pair.share, pair.count.value, candidate.value) then fitting = fitting + 1 end
    end
    if fitting == #pairs_found - 1 then return candidate end
  end
end

local function gather(numbers)
  local found, candidates = {}, {}
  for i, number in ipairs(numbers) do
    if number.unit == "%" then
      local count, wording = count_of(numbers, i)
      if count then found[#found + 1] = { share = number, count = count, wording = wording } end
    else
      candidates[#candidates + 1] = number
    end
  end
  return found, candidates
end

return {
  id = "C409",
  name = "claim-percentage",
  severity = "warning",
  title = { zh = "百分比与件数不符", en = "A percentage contradicts the counts" },
  basis = { law.regulation_47, law.regulation_50 },
  what = {
    zh = "“A 件，占 B 的 p%”中的百分比与件数算出来的不同。四舍五入和直接截断都算对，分母不明的不查。",
    en = "A share differs from what its counts give. Rounding and cutting off both count as right; where the base is unclear nothing is said.",
  },
  why = {
    zh = "百分比与件数对不上，其中至少有一个是错的。",
    en = "At least one of the numbers is wrong.",
  },
  bad = { zh = "办结29件，其中予以公开16件，占办结总数的65.2%（16 ÷ 29 = 55.2%）" },
  good = { zh = "办结29件，其中予以公开16件，占办结总数的55.2%" },
  advice = { zh = "重新计算百分比，并核对分子、分母。", en = "Compute the share again and check both counts." },
  phrases = { share = { "占" } },
  needs = { "share" },
  messages = {
    share = {
      zh = "“{count}”占“{base}”应为 {actual}%，写的是 {stated}。",
      en = "“{count}” out of “{base}” is {actual}%, but the text says {stated}.",
    },
  },
  check = function(doc, report)
    if #doc:numbers("%") == 0 then return end
    local breakdowns = doc:breakdowns()
    for _, paragraph in ipairs(doc:paragraphs()) do
      local numbers = {}
      for _, sentence in ipairs(paragraph.text:find("占", 1, true) and paragraph:sentences() or {}) do
        for _, number in ipairs(sentence:numbers()) do numbers[#numbers + 1] = number end
      end
      local found, candidates = gather(numbers)
      local common = common_base(found, candidates)
      for _, pair in ipairs(found) do
        local base = named_base(candidates, pair.count, pair.wording) or whole_of(breakdowns, pair.count) or common
        if base and base.qualifier == "none" and base.value >= pair.count.value and not fits_any(pair, candidates) then
          local actual = string.format("%.2f", 100 * pair.count.value / base.value)
          report({
            at = pair.share,
            message = "share",
            data = { count = pair.count.text, base = base.text, actual = actual, stated = pair.share.text },
            calculation = text.number(pair.count.value) .. " ÷ " .. text.number(base.value) .. " = " .. actual .. "%",
            related = { pair.count, base },
          })
        end
      end
    end
  end,
}

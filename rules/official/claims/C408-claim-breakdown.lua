-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

local function is_exact(whole, parts)
  if whole.qualifier ~= "none" then return false end
  for _, part in ipairs(parts) do
    if part.qualifier ~= "none" then return false end
  end
  return whole.unit ~= "%"
end

-- The parts without those that only split up the part before them: 网站 60 条（其中政策 20 条、动态 40 条）.
local function outer_parts(values)
  local outer, i = {}, 1
  while i <= #values do
    local sum, inner = 0, nil
    for k = i + 1, #values do
      sum = sum + values[k]
      if sum == values[i] and k > i + 1 then inner = k break end
    end
    outer[#outer + 1] = values[i]
    i = (inner or i) + 1
  end
  return outer
end

-- Whether the first parts alone make up the whole; what follows then counts something else.
local function made_up_early(whole, values)
  local sum = 0
  for _, value in ipairs(values) do
    sum = sum + value
    if sum == whole then return true end
  end
  return false
end

local function total(values)
  local sum = 0
  for _, value in ipairs(values) do sum = sum + value end
  return sum
end

-- Whether it is said, there or right after, that the same item is counted in several parts.
local function counted_twice(sentence)
  return #sentence:hits("overlap") > 0 or (sentence.next ~= nil and #sentence.next:hits("overlap") > 0)
end

local function written(values)
  local terms = {}
  for i, value in ipairs(values) do terms[i] = text.number(value) end
  return table.concat(terms, " + ")
end

return {
  id = "C408",
  name = "claim-breakdown",
  severity = "warning",
  title = { zh = "分项之和与总数不符", en = "Parts do not add up to the whole" },
  basis = { law.regulation_47, law.regulation_50 },
  what = {
    zh = "“共 N 条，其中……”的各分项加起来多于 N（写明同一信息在多个渠道重复公开的除外），或者写明已全部列出却少于 N。用“其中”而略少于 N 的只提示复核，约数不查。",
    en = "Parts add up to more than the whole, and nothing is said of items that count in several of them; or to less although complete. "
      .. "Slightly less after 其中 is a review; approximate numbers are let be.",
  },
  why = {
    zh = "总数与分项对不上，至少有一个数字是错的。",
    en = "At least one of the numbers is wrong.",
  },
  bad = { zh = "主动公开政府信息124条，其中网站24条，微信公众号41条，公示栏52条（合计117条）" },
  good = { zh = "主动公开政府信息117条，其中网站24条，微信公众号41条，公示栏52条" },
  advice = {
    zh = "核对总数和各分项；有没列出的，写明“其余”是什么；同一条在多个渠道公开的，说明重复计算。",
    en = "Check all numbers; say what the rest is, or that items published in several places are counted several times.",
  },
  needs = { "breakdowns.unequal" },
  phrases = {
    overlap = {
      "重复公开", "重复发布", "重复计算", "重复统计", "重复计数", "重复计入", "有重复", "存在重复", "交叉重复", "重复部分", "同时公开", "同时发布",
      "多渠道公开", "多渠道发布", "多个渠道公开", "多个渠道发布", "多种渠道公开", "多种渠道发布", "同步公开", "同步发布", "同步推送", "多平台发布",
    },
  },
  options = {
    near = {
      type = "number", default = 0.8,
      zh = "“其中”各项之和达到总数的这个比例才提示复核（更少说明只是举例）",
      en = "share of the whole from which on a short sum after 其中 is reviewed; less only gives examples",
    },
  },
  messages = {
    more = {
      zh = "各分项之和 {sum} 多于总数 {whole}{unit}，多出 {difference}。",
      en = "The parts add up to {sum}, {difference} more than the whole of {whole}.",
    },
    less = {
      zh = "各分项之和 {sum} 少于总数 {whole}{unit}，相差 {difference}。",
      en = "The parts add up to {sum}, {difference} less than the whole of {whole}.",
    },
    perhaps = {
      zh = "“其中”各项之和 {sum} 与总数 {whole}{unit}相差 {difference}。请核实是没有列全，还是有数字写错。",
      en = "The parts add up to {sum}, {difference} short of {whole}. Please see whether some are left out or a number is wrong.",
    },
  },
  check = function(doc, report, options)
    for _, breakdown in ipairs(doc:breakdowns()) do
      local stated, parts = breakdown.whole, breakdown.parts
      local whole, values = stated.value, {}
      for i, part in ipairs(parts) do values[i] = part.value end
      local outer = outer_parts(values)
      local sum = total(outer)
      local fractional = math.type(whole) == "float" or math.type(sum) == "float"
      local fits = math.abs(sum - whole) <= (fractional and 0.05 or 0) or made_up_early(whole, values)
      local near = #outer >= 2 and sum >= whole * options.near
      local message = (sum > whole and "more") or (breakdown.complete and "less") or (near and "perhaps")
      fits = fits or (sum > whole and counted_twice(breakdown.sentence))
      if not fits and message and is_exact(stated, parts) then
        report({
          at = breakdown,
          message = message,
          kind = message == "perhaps" and "review" or "fail",
          data = {
            sum = text.number(sum), whole = text.number(whole), unit = " " .. stated.unit,
            difference = text.number(math.abs(sum - whole)),
          },
          calculation = written(outer) .. " = " .. text.number(sum) .. " ≠ " .. text.number(whole),
          related = parts,
        })
      end
    end
  end,
}

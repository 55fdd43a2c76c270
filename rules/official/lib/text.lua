-- SPDX-License-Identifier: Apache-2.0
-- Small helpers for folded Chinese text.

local text = {}

local function of_all(shown, all, limit)
  local list = table.concat(shown, "、", 1, math.min(#shown, limit))
  return #all > limit and list .. " 等 " .. #all .. " 项" or list
end

-- "a、b、c"; from `limit` on: "a、b、c 等 12 项".
function text.join(items, limit) return of_all(items, items, limit or #items) end

-- The same of what has a label, such as figures.
function text.join_labels(items, limit)
  local labels = {}
  for i = 1, math.min(#items, limit) do labels[i] = items[i].label end
  return of_all(labels, items, limit)
end

local function blank(quoted) return (" "):rep(#quoted) end

-- What stands in 《》, 〔〕 or quotation marks speaks of something else; it is blanked out, offsets stay.
function text.without_quotes(s)
  if s:find("《", 1, true) then s = s:gsub("《.-》", blank) end
  if s:find("〔", 1, true) then s = s:gsub("〔.-〕", blank) end
  if s:find('"', 1, true) then s = s:gsub('"[^"]*"', blank) end
  return s
end

-- Clauses of folded prose, as an iterator.
function text.clauses(s)
  return s:gsub("。", ";"):gmatch("[^,;:!?\n]+")
end

-- The character before byte `start`, "" at the beginning.
function text.before(s, start)
  if start <= 1 then return "" end
  return s:sub(utf8.offset(s, -1, start), start - 1)
end

-- The first `count` characters, with "…" where something is cut off.
function text.excerpt(s, count)
  local stop = utf8.offset(s, count + 1)
  if not stop or stop > #s then return s end
  return s:sub(1, stop - 1) .. "…"
end

local numerals = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" }

-- 五 for 5; from eleven on the digits.
function text.numeral(number) return numerals[number] or tostring(number) end

-- A number as people write it: 52, 90.4, 7730.28.
function text.number(value)
  if math.type(value) == "integer" then return tostring(value) end
  if value == math.floor(value) and math.abs(value) < 1e15 then return string.format("%d", value) end
  return (string.format("%.4f", value):gsub("0+$", ""))
end

return text

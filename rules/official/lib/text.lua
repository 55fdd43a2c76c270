-- SPDX-License-Identifier: Apache-2.0
-- Small helpers for folded Chinese text.

local text = {}

-- "a、b、c"; from `limit` on: "a、b、c 等 12 项".
function text.join(items, limit)
  limit = limit or #items
  if #items <= limit then return table.concat(items, "、") end
  return table.concat(items, "、", 1, limit) .. " 等 " .. #items .. " 项"
end

-- The same of what has a label, such as figures.
function text.join_labels(items, limit)
  local labels = {}
  for i = 1, math.min(#items, limit) do labels[i] = items[i].label end
  if #items > limit then labels[limit] = labels[limit] .. " 等 " .. #items .. " 项" end
  return table.concat(labels, "、")
end

function text.has_any(s, words)
  for _, word in ipairs(words) do
    if s:find(word, 1, true) then return true end
  end
  return false
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

-- The character from byte `start` on, "" at the end.
function text.after(s, start)
  if start > #s then return "" end
  return s:sub(start, (utf8.offset(s, 2, start) or #s + 1) - 1)
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

-- SPDX-License-Identifier: Apache-2.0
-- Addresses, postcodes and telephone numbers in folded prose.

local contact = {}

-- 接听咨询电话34次: a count, not a number to dial.
local counted = { "余", "多", "次", "人", "件", "个", "通", "部", "条", "起", "宗", "批" }

local is_counted = {}
for _, word in ipairs(counted) do is_counted[word] = true end

local function is_count(following) return is_counted[following:sub(1, 3)] ~= nil end

-- What may stand between such a phrase and its number, in this order.
local between = { "^[%(%)]*", "^号码", "^及传真", "^/?传真", "^%([^%)]*%)", "^[:%s]*", "^为", "^是", "^:" }

-- What they begin with; where none of it stands, none of them does.
local begins_between = { ["号"] = true, ["及"] = true, ["传"] = true, ["为"] = true, ["是"] = true }

-- Whether nothing follows that changes what the number is: a measure word, further digits, digits hidden.
local function is_plain_end(prose, stop)
  local next = prose:sub(stop, stop + 2)
  return not is_counted[next] and next ~= "、" and next ~= "转" and not next:find("^[%*xX×]")
end

local function start_of_number(prose, from)
  if not prose:find("^[%(%):%s/]", from) and not begins_between[prose:sub(from, from + 2)] then return from end
  for _, pattern in ipairs(between) do
    local _, stop = prose:find(pattern, from)
    if stop then from = stop + 1 end
  end
  return from
end

-- Whether a number may stand there, whole or hidden.
local may_begin = { ["、"] = true, ["转"] = true, ["×"] = true }

local function may_be_number(prose, start)
  return prose:find("^[%d%-%(%) /,%*xX]", start) ~= nil or may_begin[prose:sub(start, start + 2)] ~= nil
end

-- Numbers behind a phrase such as 邮编: what stands there up to the next word, digits and their punctuation only.
-- `masked` where the report hides digits with * or ×.
function contact.number_after(hit)
  local prose = hit.sentence.text
  local usual, stop = prose:match("^:?(%d[%d%-%(%) /,]*)()", hit.stop + 1)
  if usual and is_plain_end(prose, stop) then return usual, false end
  local start = start_of_number(prose, hit.stop + 1)
  if not may_be_number(prose, start) then return "", false end
  local rest = prose:sub(start)
  if rest:find("、", 1, true) then rest = rest:gsub("、", "/") end
  if rest:find("转", 1, true) then rest = rest:gsub("转", "-") end
  local written = rest:match("^[%d%-%(%) /,]*")
  local following = rest:sub(#written + 1)
  if is_count(following) then return "", false end
  return written, following:find("^[%*xX]") ~= nil or following:find("^×") ~= nil
end

-- One number of the usual form and nothing else: 0955-4820009.
function contact.is_usual_telephone(written)
  return written:find("^0%d%d%d?%-%d%d%d%d%d%d%d%d?[%(%) ,/]*$") ~= nil
end

-- Telephone numbers in `written`: each a run of digits with its area code.
function contact.telephones(written)
  local list = {}
  for one in written:gsub("[%(%)]", "-"):gmatch("[%d%- ]+") do
    one = one:gsub("%-+", "-"):gsub("^[%- ]+", ""):gsub("[%- ]+$", "")
    if one ~= "" then list[#list + 1] = one end
  end
  return list
end

-- A postcode's digits; a line end may have left a space among them.
function contact.postcode(written)
  local digits = written:match("^[%d ]+")
  return digits and (digits:gsub(" ", ""))
end

-- A possible form: 0955-4820009, 4820009, 13800000000, 400-800-1234, 12345.
local function has_form(number)
  local digits = number:gsub("%-", "")
  if #digits <= 6 then return digits:find("^1%d%d$") ~= nil or digits:find("^1%d%d%d%d%d?$") ~= nil or digits:find("^9%d%d%d%d$") ~= nil end
  if digits:find("^[48]00") then return #digits == 10 end
  if digits:find("^1") and #digits == 11 then return true end
  if digits:find("^86") then return #digits >= 12 and #digits <= 14 end
  local area, rest = number:match("^(0%d%d%d?)%-(.+)$")
  if area then return rest:find("^%d%d%d%d%d%d%d%d?$") ~= nil or rest:find("^%d%d%d%d%d%d%d%d?%-%d+$") ~= nil end
  if digits:find("^0") then return #digits >= 10 and #digits <= 12 end
  return #digits == 7 or #digits == 8 or number:find("^%d%d%d%d%d%d%d%d?%-%d%d?%d?%d?%d?$") ~= nil
end

-- Whether a telephone number has a possible form. A space may part the area code, or be left from a line end.
function contact.is_telephone(number)
  return has_form((number:gsub(" ", ""))) or has_form((number:gsub(" +", "-")))
end

return contact

-- SPDX-License-Identifier: Apache-2.0
-- What kind of agency a name speaks of: 海原县海城镇人民政府 is a 镇.

local agency = {}

local tails = {
  ["办公厅"] = true, ["办公室"] = true, ["人民政府"] = true, ["政府"] = true, ["管理委员会"] = true, ["管委会"] = true, ["办事处"] = true,
}
local kinds = {
  ["街道"] = "street", ["民族乡"] = "township", ["乡"] = "township", ["镇"] = "town", ["苏木"] = "township",
  ["县"] = "county", ["旗"] = "county", ["区"] = "district", ["州"] = "city", ["盟"] = "city", ["市"] = "city", ["省"] = "province",
  ["局"] = "bureau", ["委员会"] = "commission", ["委"] = "commission", ["厅"] = "bureau", ["部"] = "bureau", ["院"] = "bureau",
}

-- The name without 人民政府, 办公室 and the like.
local function stem(name)
  local tail = name:ending(tails)
  while tail and #tail < #name do
    name = name:sub(1, -#tail - 1)
    tail = name:ending(tails)
  end
  return name
end

-- "street", "township", "town", "county", "district", "city", "province", "bureau", "commission"; nil where it is unclear.
-- The second result is the last unit itself: 镇.
function agency.kind(name)
  if not name or name == "" then return end
  local last = stem(name):ending(kinds)
  if last then return kinds[last], last end
end

-- The day by which the report is due in the year after, as month and day: 条例第四十九条. Where the kind is unclear, the later one.
function agency.deadline(name)
  local kind = agency.kind(name)
  if kind == "township" or kind == "town" or kind == "street" or kind == "bureau" or kind == "commission" then return 1, 31 end
  return 3, 31
end

return agency

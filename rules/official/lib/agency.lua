-- SPDX-License-Identifier: Apache-2.0
-- What kind of agency a name speaks of: 海原县海城镇人民政府 is a 镇.

local agency = {}

local tails = { "办公厅", "办公室", "人民政府", "政府", "管理委员会", "管委会", "办事处" }
local kinds = {
  { "街道", "street" }, { "民族乡", "township" }, { "乡", "township" }, { "镇", "town" }, { "苏木", "township" },
  { "县", "county" }, { "旗", "county" }, { "区", "district" }, { "州", "city" }, { "盟", "city" }, { "市", "city" }, { "省", "province" },
  { "局", "bureau" }, { "委员会", "commission" }, { "委", "commission" }, { "厅", "bureau" }, { "部", "bureau" }, { "院", "bureau" },
}

local function ends_with(s, tail) return #s >= #tail and s:sub(-#tail) == tail end

-- The name without 人民政府, 办公室 and the like, and whether it had 政府.
local function stem(name)
  local government, trimmed = false, true
  while trimmed do
    trimmed = false
    for _, tail in ipairs(tails) do
      if ends_with(name, tail) and #name > #tail then
        name = name:sub(1, -#tail - 1)
        government = government or tail:find("政府", 1, true) ~= nil
        trimmed = true
      end
    end
  end
  return name, government
end

-- "street", "township", "town", "county", "district", "city", "province", "bureau", "commission"; nil where it is unclear.
-- The second result is the last unit itself: 镇.
function agency.kind(name)
  if not name or name == "" then return end
  local base = stem(name)
  for _, kind in ipairs(kinds) do
    if ends_with(base, kind[1]) then return kind[2], kind[1] end
  end
end

-- The day by which the report is due in the year after, as month and day: 条例第四十九条. Where the kind is unclear, the later one.
function agency.deadline(name)
  local kind = agency.kind(name)
  if kind == "township" or kind == "town" or kind == "street" or kind == "bureau" or kind == "commission" then return 1, 31 end
  return 3, 31
end

return agency

-- SPDX-License-Identifier: Apache-2.0
local fixes = require("fixes")
local law = require("law")
local text = require("text")

-- What kind of residue a mark is, and whether it can be removed without a look.
local function judge(mark)
  local found = mark.text
  if mark.kind == "compatibility_character" then return "radical", mark.folded ~= found end
  if mark.kind == "control_character" then
    if found:find("\239\191\189", 1, true) then return "lost", false end
    local code = utf8.codepoint(found)
    if code >= 0xE000 and code <= 0xF8FF then return "private", false end
    return "invisible", true
  end
  if found:find("^%[bookmark") then return "bookmark", true end
  if found:find("引用源", 1, true) or found:find("书签", 1, true) then return "reference", false end
  if found:find("^[%*_#`~]+$") then return "markdown", true end
  return "markup", false
end

local number_parts = {}
for part in ("0123456789０１２３４５６７８９.．,，%％〇零一二三四五六七八九十百千万亿年月日"):gmatch(utf8.charpattern) do number_parts[part] = true end

-- Taking out what stands between two parts of a number would make another number of them.
local function parts_number(mark) return number_parts[mark.before] and number_parts[mark.after] end

-- Look-alikes give way to the ordinary characters, everything else to nothing.
local function fix_for(group)
  local places, ordinary = {}, {}
  for _, mark in ipairs(group.marks) do
    if not parts_number(mark) then
      places[#places + 1] = mark
      if group.residue == "radical" then ordinary[mark.text] = mark.folded end
    end
  end
  if group.residue == "radical" then return fixes.each(places, ordinary, true, "换成常用的字", "Use the ordinary characters") end
  return fixes.each(places, "", true, "删去残留字符", "Remove the residue")
end

-- Marks by kind of residue and paragraph; invisible characters are one group for the whole report.
local function gather(doc)
  local groups, index = {}, {}
  for _, kind in ipairs({ "markup", "control_character", "compatibility_character" }) do
    local known = {}
    for _, mark in ipairs(doc:marks(kind)) do
      local written = mark.text
      known[written] = known[written] or { judge(mark) }
      local residue, safe = known[written][1], known[written][2]
      local anywhere = residue == "invisible" or residue == "radical"
      local place = not anywhere and mark.paragraph or "document"
      index[place] = index[place] or {}
      local group = index[place][residue]
      if not group then
        group = { residue = residue, safe = safe, marks = {} }
        index[place][residue], groups[#groups + 1] = group, group
      end
      group.marks[#group.marks + 1] = mark
      group.safe = group.safe and safe
    end
  end
  return groups
end

return {
  id = "W603",
  name = "residue",
  severity = "warning",
  title = { zh = "转换残留", en = "Residue of a conversion" },
  basis = { law.practice },
  what = {
    zh = "正文里留有转换或复制带来的痕迹：[bookmark: …]、** 等标记、“错误!未找到引用源”、控制字符、私用区字符、乱码、康熙部首。",
    en = "Traces of a conversion: [bookmark: …], ** and other markup, broken references, control or private characters, radicals.",
  },
  why = {
    zh = "公众看到的是乱码，检索和朗读软件也会读错。",
    en = "Readers see rubbish, and search and screen readers stumble.",
  },
  bad = { zh = "[bookmark: _GoBack]按照通知要求" },
  good = { zh = "按照通知要求" },
  advice = { zh = "删去残留；乱码处对照原文件改正。", en = "Remove it; where characters were lost, restore them from the original." },
  fixable = true,
  needs = { "marks.markup", "marks.control_character", "marks.compatibility_character" },
  messages = {
    bookmark = { zh = "残留了文字处理软件的书签“{found}”。", en = "A word processor's bookmark is left over: “{found}”." },
    reference = { zh = "残留了失效的引用“{found}”。", en = "A broken reference is left over: “{found}”." },
    markdown = { zh = "残留了排版标记“{found}”，这一段共 {count} 处。", en = "Markup “{found}” is left over; {count} in this paragraph." },
    markup = { zh = "残留了标记“{found}”。", en = "Markup “{found}” is left over." },
    invisible = { zh = "残留了看不见的控制字符，全文共 {count} 处。", en = "Invisible control characters are left over, {count} in all." },
    private = { zh = "有 {count} 个字符在多数电脑上显示不出来（私用区字符）。", en = "{count} character(s) show only with a special font." },
    lost = { zh = "有 {count} 个字符在转换中丢失，成了“�”。", en = "{count} character(s) were lost in a conversion." },
    radical = {
      zh = "有 {count} 个字用的是形似的部首或兼容字符（如“{found}”），检索不到。",
      en = "{count} character(s) are look-alike radicals or compatibility forms, such as “{found}”; searching misses them.",
    },
  },
  check = function(doc, report)
    for _, group in ipairs(gather(doc)) do
      local first = group.marks[1]
      report({
        at = group.marks,
        message = group.residue,
        data = { found = group.residue == "invisible" and "" or text.excerpt(first.text, 30), count = #group.marks },
        fix = group.safe and fix_for(group) or nil,
      })
    end
  end,
}

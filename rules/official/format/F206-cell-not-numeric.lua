-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- Cells with the same text, in order: { written, figures }.
local function by_text(t)
  local groups, index = {}, {}
  for _, state in ipairs({ "mark", "text" }) do
    for _, figure in ipairs(t:figures(state)) do
      local key = state .. figure.text
      if not index[key] then
        index[key] = { state = state, written = figure.text, figures = {} }
        groups[#groups + 1] = index[key]
      end
      table.insert(index[key].figures, figure)
    end
  end
  return groups
end

return {
  id = "F206",
  name = "cell-not-numeric",
  severity = "error",
  title = { zh = "单元格不是数字", en = "A figure that is not a number" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "应填数字的单元格写了文字、约数或“无”“/”“—”。同一张表写法相同的单元格合并为一条。",
    en = "A cell holds words, an approximate number or a dash. Cells with the same text make one finding.",
  },
  why = {
    zh = "不是准确的数字就不能汇总，也不能核对勾稽关系。",
    en = "What is no exact number can be neither added up nor verified.",
  },
  bad = { zh = "行政许可 | 70余" },
  good = { zh = "行政许可 | 73" },
  advice = { zh = "填写准确的阿拉伯数字，没有发生的填0。", en = "Enter an exact number, 0 where nothing happened." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "figures.mark", "figures.text" },
  messages = {
    text = {
      zh = "“{label}”填的是“{written}”，不是准确的数字。",
      en = "“{label}” holds “{written}”, which is no exact number.",
    },
    mark = {
      zh = "“{table}”有 {count} 个单元格填的是“{written}”，没有发生的应填0：{cells}。",
      en = "{count} cell(s) of “{table}” hold “{written}” where 0 belongs if nothing happened: {cells}.",
    },
    same = {
      zh = "“{table}”有 {count} 个单元格填的是“{written}”，不是准确的数字：{cells}。",
      en = "{count} cells of “{table}” hold “{written}”, which is no exact number: {cells}.",
    },
  },
  check = function(doc, report)
    for _, t in ipairs(doc:readable_tables()) do
      for _, group in ipairs(by_text(t)) do
        local cells = {}
        for i, figure in ipairs(group.figures) do cells[i] = figure.label end
        local count, first = #group.figures, group.figures[1]
        report({
          at = group.figures,
          message = group.state == "mark" and "mark" or count > 1 and "same" or "text",
          data = {
            table = t.name, label = first.label, count = count,
            written = text.excerpt(group.written, 20), cells = text.join(cells, 3),
          },
        })
      end
    end
  end,
}

-- SPDX-License-Identifier: CC0-1.0
-- 规范性文件要写明统一登记：表里有制发数，正文就要说到登记。
return {
  id = "L002",
  name = "normative-registered",
  severity = "note",
  title = { zh = "没有写规范性文件统一登记", en = "Registration of normative documents not stated" },
  basis = {
    {
      id = "province-5", instrument = "某省政务公开工作规定（示例）", instrument_en = "Provincial rules on openness (example)",
      article = "第五条", since = "2024-01-01",
      zh = "制发规范性文件的，年报说明统一登记、编号、公布。", en = "Whoever issues normative documents reports their registration.",
    },
  },
  what = { zh = "表中有制发的规范性文件，正文没有写统一登记。", en = "Documents were issued, and the text does not mention registration." },
  why = { zh = "省里按登记数核对制发数。", en = "The province compares the issued with the registered." },
  bad = { zh = "表：制发 3 件；正文没有提到登记" },
  good = { zh = "规范性文件实行统一登记、统一编号、统一公布。" },
  advice = { zh = "在总体情况中补写一句。", en = "Add a sentence to the overview." },
  phrases = { registered = { "统一登记", "登记编号", "三统一" } },
  messages = {
    missing = { zh = "{count} 件规范性文件，正文没有写统一登记。", en = "{count} documents issued, registration not mentioned." },
  },
  applies = { formats = { "2021" } },
  check = function(doc, report)
    local issued = doc:figure("disclosure.normative.issued")
    if issued.state == "value" and issued.value > 0 and #doc:hits("registered") == 0 then
      report({ at = issued, message = "missing", data = { count = issued.value } })
    end
  end,
}

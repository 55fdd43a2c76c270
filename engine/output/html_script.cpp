// SPDX-License-Identifier: Apache-2.0
#include "engine/output/html_page.hpp"

namespace gouji::output {

std::string_view page_script() {
    return R"js(
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  // The summary is written last, since it is known last; it is read first.
  $("reports").before($("summary"));

  // A link into a closed text opens it.
  const reveal = () => {
    const target = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
    const closed = target && target.closest("details:not([open])");
    if (closed) { closed.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));

  // Sorting: numbers as numbers, words as words of the page's language.
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keyOf = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent;
  const sortable = (table, onSort) => {
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = make("button", cell.textContent, { type: "button" });
      cell.replaceChildren(button);
      button.addEventListener("click", () => {
        const sign = cell.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
        onSort(column, sign);
      });
    });
  };
  for (const table of [$("by-rule"), $("by-report")].filter(Boolean)) {
    sortable(table, (column, sign) => {
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => sign * collator.compare(keyOf(a, column), keyOf(b, column)));
      table.tBodies[0].append(...rows);
    });
  }

  // The list of all findings, made from the findings on the page.
  const holder = $("list");
  const words = holder.dataset;
  const shown = 1000;
  const rank = { error: "0", warning: "1", note: "2" };
  const items = [...document.querySelectorAll("li[data-severity]")].map((item) => {
    const data = item.dataset;
    const message = item.querySelector(".message").textContent;
    return { id: item.id, kind: data.kind, values: [rank[data.severity], data.rule, data.file, data.line, message],
      cells: [item.querySelector(".badge").textContent, data.rule, data.file, data.place, message],
      search: (data.rule + " " + data.file + " " + item.querySelector("h3").textContent + " " + message).toLowerCase() };
  });
  let found = items;
  const table = make("table");
  const head = table.createTHead().insertRow();
  for (const name of [words.severity, words.rule, words.file, words.place, words.message]) head.append(make("th", name, { scope: "col" }));
  const body = table.createTBody();
  const more = make("p", "", { class: "soft", role: "status" });
  const draw = () => {
    body.replaceChildren(...found.slice(0, shown).map((item) => {
      const row = make("tr");
      item.cells.forEach((text, i) => {
        const cell = make("td");
        if (i === 0) cell.append(make("span", text, { class: "badge " + item.kind }));
        else if (i === 4) cell.append(make("a", text, { href: "#" + item.id }));
        else {
          cell.textContent = text;
          if (i !== 2) cell.className = "nowrap";
        }
        row.append(cell);
      });
      return row;
    }));
    more.textContent = found.length + " / " + items.length + (found.length > shown ? " " + words.more.replace("#", shown) : "");
  };
  sortable(table, (column, sign) => {
    items.sort((a, b) => sign * collator.compare(a.values[column], b.values[column]));
    filter();
  });
  const search = make("input", undefined, { type: "search", "aria-label": words.search, placeholder: words.search });
  const levels = ["error", "warning", "note", "review"].map((kind) => {
    const box = make("input", undefined, { type: "checkbox", value: kind });
    box.checked = true;
    const label = make("label");
    label.append(box, " " + words[kind]);
    box.addEventListener("change", () => filter());
    return { box, label };
  });
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    const kinds = new Set(levels.filter((each) => each.box.checked).map((each) => each.box.value));
    found = items.filter((item) => kinds.has(item.kind) && item.search.includes(wanted));
    draw();
  };
  search.addEventListener("input", filter);
  const controls = make("div", undefined, { class: "controls" });
  controls.append(search, ...levels.map((each) => each.label), more);
  const scroll = make("div", undefined, { class: "scroll", tabindex: "0", role: "region", "aria-label": words.title });
  scroll.append(table);
  if (items.length > 0) holder.append(make("h2", words.title), controls, scroll);
  draw();
  reveal();
})();
)js";
}

}  // namespace gouji::output

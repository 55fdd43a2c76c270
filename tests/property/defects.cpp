// SPDX-License-Identifier: Apache-2.0
#include "tests/property/defects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace gouji::property {
namespace {

using generator::Element;
using generator::GridCell;
using generator::TableGrid;
using Elements = std::vector<Element>;

// The largest table: the one with the sums.
TableGrid& largest_table(Elements& elements) {
    const auto size = [](const Element& element) { return element.table.cells.size(); };
    return std::max_element(elements.begin(), elements.end(), [&](const auto& a, const auto& b) { return size(a) < size(b); })->table;
}

// Some figure; `last`: of its row's last ones, the totals.
GridCell& some_figure(TableGrid& grid, bool last, generator::Dice& dice) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        if (cell.figure && (cell.column + cell.column_span == grid.columns) == last) found.push_back(i);
    }
    return grid.cells[dice.pick(found)];
}

void one_more(GridCell& cell) { cell.text = std::to_string(std::stoi(cell.text) + 1); }

void replace_in_prose(Elements& elements, std::string_view words, std::string_view by) {
    for (Element& element : elements) {
        const std::size_t at = element.kind == Element::Kind::paragraph ? element.text.find(words) : std::string::npos;
        if (at == std::string::npos) continue;
        element.text.replace(at, words.size(), by);
        return;
    }
}

void drop_last_section(Elements& elements) {
    while (elements.back().kind != Element::Kind::heading) elements.pop_back();
    elements.pop_back();
}

}  // namespace

std::string_view name_of(Defect defect) {
    constexpr std::array names{"wrong_total",     "wrong_part",   "blank_cell", "words_in_cell", "wrong_claim",
                               "section_missing", "doubled_mark", "old_year",   "row_missing"};
    return names.at(static_cast<std::size_t>(defect));
}

Elements with_defect(const generator::MadeReport& report, Defect defect, generator::Dice& dice) {
    Elements elements = generator::elements_of(report);
    TableGrid& table = largest_table(elements);
    const std::string year = std::to_string(report.year);
    switch (defect) {
        case Defect::wrong_total: one_more(some_figure(table, true, dice)); break;
        case Defect::wrong_part: one_more(some_figure(table, false, dice)); break;
        case Defect::blank_cell: some_figure(table, false, dice).text.clear(); break;
        case Defect::words_in_cell: some_figure(table, false, dice).text = "约3"; break;
        case Defect::wrong_claim: replace_in_prose(elements, "。如对本报告", "。全年收到政府信息公开申请987件。如对本报告"); break;
        case Defect::section_missing: drop_last_section(elements); break;
        case Defect::doubled_mark: replace_in_prose(elements, "，", "，，"); break;
        case Defect::old_year: replace_in_prose(elements, year + "年1月1日", std::to_string(report.year - 1) + "年1月1日"); break;
        case Defect::row_missing: table.remove_row(some_figure(table, true, dice).row); break;
    }
    return elements;
}

void print_difference(const std::string& what, const std::vector<std::string>& first, const std::vector<std::string>& other) {
    fmt::print("{}:\n", what);
    std::vector<std::string> lines;
    std::set_difference(first.begin(), first.end(), other.begin(), other.end(), std::back_inserter(lines));
    for (const auto& line : lines) fmt::print("    - {}\n", line);
    lines.clear();
    std::set_difference(other.begin(), other.end(), first.begin(), first.end(), std::back_inserter(lines));
    for (const auto& line : lines) fmt::print("    + {}\n", line);
}

}  // namespace gouji::property

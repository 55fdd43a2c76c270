// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/loose_rows.hpp"

#include <algorithm>
#include <string_view>

namespace gouji::binding {
namespace {

using model::Defect;
using model::DefectKind;
using model::FigureIndex;
using model::FigureState;

bool is_missing_row(const Defect& defect) { return defect.kind == DefectKind::row_missing && !defect.uncertain; }

// The lines of the region outside of the grids, but for sentences: what is said of a row is not the row.
std::vector<std::string_view> loose_lines(const model::Document& document, text::Span region, const model::Table& table) {
    const grammar::Tree& tree = *document.tree;
    auto grid = table.grids.begin();  // in the order of the text, as the lines are
    const auto in_grid = [&](text::Span line) {
        while (grid != table.grids.end() && tree.grids[*grid].span.end <= line.begin) ++grid;
        return grid != table.grids.end() && tree.grids[*grid].span.overlaps(line);
    };
    std::vector<std::string_view> out;
    const text::FoldedSpan folded = tree.folded.to_folded(region);
    for (std::uint32_t at = folded.begin; at < folded.end;) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(tree.folded.chars().find('\n', at), folded.end));
        const std::string_view line = tree.folded.slice({at, end});
        const bool sentence = line.find("。") != std::string_view::npos;
        if (!line.empty() && !sentence && !in_grid(tree.folded.to_source({at, end}))) out.push_back(line);
        at = end + 1;
    }
    return out;
}

bool stands_in(const std::vector<std::string_view>& lines, const model::Label& label) {
    return std::ranges::any_of(lines, [&](std::string_view line) { return line.find(label.folded) != std::string_view::npos; });
}

// The rows of the block that the defect is about and the lines hold.
void doubt_rows(const model::BlockSpec& block, const std::vector<std::string_view>& lines, Defect& defect, std::vector<model::Figure>& figures) {
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        const auto first = static_cast<FigureIndex>(block.first_figure + row * block.columns.size());
        const bool missing = std::ranges::find(defect.figures, first) != defect.figures.end();
        if (!missing || !stands_in(lines, block.rows[row].label)) continue;
        defect.uncertain = true;
        for (std::size_t column = 0; column < block.columns.size(); ++column) figures[first + column].state = FigureState::unbound;
    }
}

}  // namespace

void doubt_rows_in_the_text(const model::Document& document, text::Span region, const model::TableSpec& spec, model::Table& table,
                            std::vector<model::Figure>& figures) {
    if (std::ranges::none_of(table.defects, &is_missing_row)) return;
    const std::vector<std::string_view> lines = loose_lines(document, region, table);
    for (Defect& defect : table.defects) {
        if (!is_missing_row(defect)) continue;
        for (const model::BlockSpec& block : spec.blocks) {
            if (!block.flat) doubt_rows(block, lines, defect, figures);
        }
    }
}

}  // namespace gouji::binding

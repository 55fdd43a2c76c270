// SPDX-License-Identifier: Apache-2.0
// RowLayout: how the rows of one block are laid out, so that a row can be compared with those like it. A cell too few or too
// many shows only beside other rows. Views into the table's text, readings and matches; owns its tallies.
#pragma once

#include <vector>

#include "engine/binding/columns.hpp"
#include "engine/binding/rows.hpp"

namespace gouji::binding {

class RowLayout {
public:
    // Rows `begin` to `end` of the format are those of the block.
    RowLayout(const TableText& text, const std::vector<RowReading>& readings, const RowMatches& matches, std::uint32_t begin,
              std::uint32_t end, const model::BlockSpec& block);

    // Of row `at` of the format, which the report has.
    [[nodiscard]] FigureCells figure_cells(std::uint32_t at) const;
    // Nothing tells where the row's figures are: more than one of the rows that its label was split over has some, or it is blank
    // and the next row has figures without a label.
    [[nodiscard]] bool is_torn(std::uint32_t at) const;

private:
    // Rows whose figures begin in the same cell are laid out alike.
    struct Alike {
        std::uint32_t fragment;
        std::size_t label_end, cells;  // of figures
        std::size_t rows = 0;
    };
    struct Width {
        std::uint32_t fragment;
        std::size_t cells;  // of the whole row
        std::size_t rows = 0;
    };

    [[nodiscard]] std::uint32_t row_with_figures(std::uint32_t at) const;
    [[nodiscard]] std::size_t cell_count(std::uint32_t row) const;
    [[nodiscard]] bool is_short_beside_its_kind(std::uint32_t at) const;
    void compare(std::uint32_t row, bool is_tallied, FigureCells& out) const;
    // Where the figures of several rows begin, and how many rows that are; no row where they differ.
    struct Begin {
        std::size_t column = 0, rows = 0;
    };
    template <class IsLike>
    [[nodiscard]] Begin common_begin(std::uint32_t row, IsLike is_like) const;
    [[nodiscard]] std::optional<std::size_t> common_offset(std::uint32_t row, bool within_fragment) const;
    [[nodiscard]] std::optional<std::size_t> offset_of_peers(std::uint32_t row) const;
    [[nodiscard]] bool has_usual_width(std::uint32_t row) const;

    const TableText& text_;
    const std::vector<RowReading>& readings_;
    const RowMatches& matches_;
    std::uint32_t begin_, end_;
    std::size_t columns_;
    std::vector<std::uint8_t> depths_;  // by row of the block: in how many groups it stands
    std::vector<Alike> alike_;
    std::vector<Width> widths_;
};

}  // namespace gouji::binding

// SPDX-License-Identifier: Apache-2.0
// Columns: what the header rows of a block say about its columns, and which figure cell of a row belongs to which column.
// A placement is given only where it is certain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/binding/table_text.hpp"
#include "engine/model/document.hpp"

namespace gouji::binding {

// A unit as a header or a cell writes it.
struct Unit {
    std::string_view text;  // empty: none is written
    std::int64_t factor = 1;
};

struct Header {
    std::uint32_t fragment = 0;
    std::vector<std::uint16_t> slots;    // columns of the format in the report's order; those without a label are not among them
    std::vector<std::uint16_t> missing;  // columns without a label
    std::vector<Unit> units;             // by column of the format
    int first_column = -1;               // grid column of the first slot where the slots stand side by side; else -1
    std::size_t width = 0;               // cells of each of its rows, where all have the same number
    bool disordered = false;             // labels stand in an order that leaves open which column is which
    bool in_place = false;               // every label found stands where the format has its column, gaps for the missing ones left
    std::vector<model::Defect> defects;  // wording, unknown columns
    Span span;

    [[nodiscard]] bool present() const { return !slots.empty(); }
    [[nodiscard]] bool complete() const { return present() && missing.empty(); }
    [[nodiscard]] bool lacks_columns() const { return present() && !missing.empty(); }
};

[[nodiscard]] Header read_header(const TableText& text, const std::vector<std::uint32_t>& rows, const model::Format& format,
                                 std::uint16_t table, std::uint16_t block);

// 万元 → 10000 …; a text that is no unit gives none. `folded` may hold 单位: in front.
[[nodiscard]] Unit read_unit(std::string_view folded);

// The figure cells of one row.
struct FigureCells {
    std::span<const TextCell> cells;
    std::uint32_t fragment = 0;
    std::size_t width = 0;                    // of the whole row, labels included; 0: most rows have another
    std::size_t row_cells = 0;                // of the whole row, labels included
    bool alone = false;                       // no other row of its page is laid out like this one
    bool odd = false;                         // most rows laid out like this one have another number of cells
    bool all_alike = true;                    // no row laid out like this one has
    std::optional<std::size_t> usual_offset;  // where the figures of all rows laid out like this one begin
    bool others_have_surplus = false;         // two rows or more laid out like this one have more cells than columns
    bool short_beside_its_kind = false;       // most rows in as many groups have more cells behind their labels
    std::optional<std::size_t> peers_offset;  // where the figures begin in each of two rows or more that are as wide, labels included
};

// slots[i] is the column of cells[offset + i]. Points into the placer or its header.
struct Placement {
    std::size_t offset = 0;
    const std::vector<std::uint16_t>* slots = nullptr;
    bool unproved = false;  // holds only where the row's own sums say so
};

class Placer {
public:
    Placer(const Header& header, std::size_t columns);
    [[nodiscard]] std::optional<Placement> place(const FigureCells& row) const;
    // Offsets at which `width` cells hold everything that is not blank.
    [[nodiscard]] static std::vector<std::size_t> offsets(std::span<const TextCell> cells, std::size_t width);

private:
    [[nodiscard]] std::optional<Placement> place_below_header(const FigureCells& row) const;
    [[nodiscard]] std::optional<Placement> place_surplus(const FigureCells& row) const;
    [[nodiscard]] std::optional<Placement> place_between_blanks(const FigureCells& row) const;

    const Header& header_;
    std::vector<std::uint16_t> all_;  // every column, in the report's order
};

}  // namespace gouji::binding

// SPDX-License-Identifier: Apache-2.0
// Which grids of a report are which table, and to which version of the format their labels belong. Cells are looked up once,
// in all formats; everything later uses what was found here.
#pragma once

#include <span>
#include <vector>

#include "engine/model/document.hpp"
#include "engine/model/format.hpp"

namespace gouji::binding {

// What each cell may be in each format.
class Sightings {
public:
    Sightings(const grammar::Tree& tree, const std::vector<model::Format>& formats);
    [[nodiscard]] std::span<const model::LabelUse> at(std::size_t format, std::uint32_t cell) const { return uses_[cell * formats_ + format]; }

private:
    std::size_t formats_;
    std::vector<std::span<const model::LabelUse>> uses_;
};

struct TableChoice {
    std::string_view id;                // of the table, in whatever format
    std::vector<std::uint32_t> grids;   // in report order
    std::vector<std::size_t> known;     // by format: how many of its labels are there
    std::size_t own_format = 0;         // index; set by choose_format

    [[nodiscard]] bool is_there() const;
};

struct Choice {
    std::size_t format = 0xFFFF;  // index of the document's format; 0xFFFF: no table is there
    std::vector<TableChoice> tables;
    std::vector<std::uint16_t> owners;  // by row of the tree: the table that it is of, where several stand in one grid; else empty

    [[nodiscard]] bool is_row_of(std::size_t table, std::uint32_t row) const { return row >= owners.size() || owners[row] == table || owners[row] == 0xFFFF; }
};

[[nodiscard]] Choice choose_tables(const model::Document& document, const std::vector<model::Format>& formats, const Sightings& sightings);

// A table's version is the one that knows most of its labels, the document's the one that knows most of all tables.
// `required`: index of the format that the year requires, for ties; 0xFFFF where there is none.
void choose_format(Choice& choice, const std::vector<model::Format>& formats, std::size_t required);

}  // namespace gouji::binding

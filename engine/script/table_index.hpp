// SPDX-License-Identifier: Apache-2.0
// Indices into the nested parts of a document's tables. No Lua.
#pragma once

#include "engine/model/document.hpp"

namespace gouji::script {

// A defect's table and place in it, in one number.
[[nodiscard]] inline std::uint32_t pack_defect(std::uint32_t table, std::uint32_t defect) { return table << 24U | defect; }
[[nodiscard]] inline const model::Table& table_of_defect(const model::Document& document, std::uint32_t packed) {
    return document.tables[packed >> 24U];
}
[[nodiscard]] inline const model::Defect& defect_at(const model::Document& document, std::uint32_t packed) {
    return table_of_defect(document, packed).defects[packed & 0xFF'FFFFU];
}

[[nodiscard]] inline bool is_unreadable(const model::Figure& figure) {
    return figure.state == model::FigureState::unbound || figure.state == model::FigureState::absent;
}

}  // namespace gouji::script

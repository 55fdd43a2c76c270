// SPDX-License-Identifier: Apache-2.0
// The names that `gouji parse` gives to the states and kinds of tree and document. Part of the public contract.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/document.hpp"

namespace gouji::output {

[[nodiscard]] std::string_view to_string(model::FigureState state);
[[nodiscard]] std::string_view to_string(model::TableState state);
[[nodiscard]] std::string_view to_string(model::TitleMatch match);
[[nodiscard]] std::string_view to_string(model::DefectKind kind);
[[nodiscard]] std::string_view to_string(model::ClaimKind kind);
[[nodiscard]] std::string_view to_string(grammar::Numbering style);
[[nodiscard]] std::string_view to_string(grammar::Layout layout);
[[nodiscard]] std::string_view to_string(grammar::MarkKind kind);
[[nodiscard]] std::string_view to_string(grammar::Qualifier qualifier);

// ISO 8601; parts that are not written are left out: 2020-12-31, 2020-12, --12-31.
[[nodiscard]] std::string iso_date(const grammar::Date& date);

}  // namespace gouji::output

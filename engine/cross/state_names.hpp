// SPDX-License-Identifier: Apache-2.0
// The words that records are written with. Internal to this folder; the words are part of the record's format.
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/document.hpp"

namespace gouji::cross {

inline constexpr int record_version = 1;

[[nodiscard]] std::string_view name_of(model::FigureState state);
[[nodiscard]] std::optional<model::FigureState> figure_state(std::string_view name);

}  // namespace gouji::cross

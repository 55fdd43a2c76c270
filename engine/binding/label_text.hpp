// SPDX-License-Identifier: Apache-2.0
// Labels as characters: how far two of them are apart. For the few labels of a report that no look-up finds.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/model/label_index.hpp"

namespace gouji::binding {

// Thousandths of the longer label that would have to change; 0 for equal keys (see model::label_key).
[[nodiscard]] int label_distance(std::string_view a, std::string_view b);

// Up to this distance two labels may be the same one, where no other fits better.
inline constexpr int near_label = 400;

// Characters, not bytes.
[[nodiscard]] std::size_t label_length(std::string_view key);

// A column's label behind that of something that stands over it or before it, run together where a layout has only places to go
// by: what the column's label may be.
[[nodiscard]] std::span<const model::LabelUse> label_behind_group(std::string_view folded, const model::LabelIndex& labels, std::uint16_t table);

// Neither a number nor a mark: a text that could be a label. "约70" and "70余件" are figures that nobody can add up.
[[nodiscard]] bool reads_as_label(std::string_view folded);

}  // namespace gouji::binding

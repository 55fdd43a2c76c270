// SPDX-License-Identifier: Apache-2.0
// "Did you mean …?": the known name nearest to one that is not known, where one is near enough to be meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::text {

// By edit distance with transpositions, case ignored; at most a third of the name may differ. The first of equals.
[[nodiscard]] std::optional<std::string> nearest(std::string_view name, const std::vector<std::string>& known);

}  // namespace gouji::text

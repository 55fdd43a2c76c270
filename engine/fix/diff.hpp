// SPDX-License-Identifier: Apache-2.0
// A unified diff of two texts, line by line, as patch and code hosts read it. Pure; lines end at LF, whatever stands before it.
#pragma once

#include <string>
#include <string_view>

namespace gouji::fix {

// Empty where the texts are equal. `name` is the file in both headers (a/NAME, b/NAME).
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after, std::string_view name);

}  // namespace gouji::fix

// SPDX-License-Identifier: Apache-2.0
// File patterns: * and ? within one folder, ** across folders. A pattern without '/' fits a file of that name in any folder.
#pragma once

#include <string_view>

namespace gouji::policy {

[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

// The same with a pattern that is relative to `folder` (empty or ".": the folder paths are relative to themselves).
// An empty pattern fits every file below it.
[[nodiscard]] bool glob_matches_below(std::string_view folder, std::string_view pattern, std::string_view path);

}  // namespace gouji::policy

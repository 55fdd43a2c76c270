// SPDX-License-Identifier: Apache-2.0
// Which files in a folder or an archive may be reports: told by name where the name tells, by the first bytes where not.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::readers {

enum class NameTells : std::uint8_t { report, other, nothing };

// `name` is the last part of a path.
[[nodiscard]] NameTells what_name_tells(std::string_view name);

// Hidden files and folders, and what Word and macOS leave behind.
[[nodiscard]] bool is_passed_over(std::string_view name);

// For files whose name tells nothing: documents by their kind, plain text only where it is not all ASCII.
[[nodiscard]] bool looks_like_report(std::string_view head);

}  // namespace gouji::readers

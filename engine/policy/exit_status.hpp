// SPDX-License-Identifier: Apache-2.0
// The exit status of a run: 0 nothing at or above the threshold, 1 findings, 2 something could not be done.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/finding/judged.hpp"

namespace gouji::policy {

enum class FailOn : std::uint8_t { note, warning, error, never };

[[nodiscard]] std::optional<FailOn> fail_on_from(std::string_view name);

// The highest severity among the findings that are not suppressed.
[[nodiscard]] std::optional<finding::Severity> worst(const finding::JudgedFindings& findings);

// `trouble`: an input, rule, pack or configuration could not be read or failed.
[[nodiscard]] int exit_status(FailOn fail_on, std::optional<finding::Severity> worst, bool trouble);

}  // namespace gouji::policy

// SPDX-License-Identifier: Apache-2.0
// Which waivers apply to which finding. Pure functions; reading the file is engine/config's business, and what day it is
// the app's.
#pragma once

#include <string_view>

#include "engine/finding/finding.hpp"
#include "engine/finding/waiver.hpp"

namespace gouji::policy {

using finding::Day;
using finding::Waiver;
using finding::Waivers;

// A waiver holds through its last day.
[[nodiscard]] bool in_force(const Waiver& waiver, Day today);

// The file pattern, tried on the path as shown to the user.
[[nodiscard]] bool covers_file(const Waiver& waiver, std::string_view path);

// Rule and place; the file is not looked at.
[[nodiscard]] bool covers_finding(const Waiver& waiver, const finding::Finding& finding);

}  // namespace gouji::policy

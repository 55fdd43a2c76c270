// SPDX-License-Identifier: Apache-2.0
// JudgedFinding: a finding after waivers and baseline. Made by engine/policy, read by the writers, which neither
// drop nor change it: what is suppressed says so itself, so that all outputs agree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/finding/finding.hpp"

namespace gouji::finding {

enum class SuppressionKind : std::uint8_t { none, waiver, baseline };

struct JudgedFinding {
    Finding finding;
    std::string fingerprint;  // gouji/v1, hex
    SuppressionKind suppression = SuppressionKind::none;
    std::string justification;  // of the waiver

    [[nodiscard]] bool suppressed() const { return suppression != SuppressionKind::none; }
};

using JudgedFindings = std::vector<JudgedFinding>;

}  // namespace gouji::finding

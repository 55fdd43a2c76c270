// SPDX-License-Identifier: Apache-2.0
// Fingerprints (gouji/v1): who a finding is, wherever it stands. Made of rule, document, place by name and normalised values,
// never of lines, columns or the wording of a message, so that they survive moved lines and other layouts of a report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/finding/finding.hpp"

namespace gouji::policy {

struct ReportIdentity {
    std::string_view path;
    std::string_view agency;           // empty: not found
    std::optional<std::int16_t> year;  // report year
};

// "海原县郑旗乡人民政府 2020". The path stands in where the agency is unknown, since a year alone is no identity.
[[nodiscard]] std::string document_key(const ReportIdentity& report);

// `occurrence` counts the findings of one report that are alike in everything else, from 0. 32 hex digits.
[[nodiscard]] std::string fingerprint(const finding::Finding& finding, std::string_view document, std::uint32_t occurrence);

}  // namespace gouji::policy

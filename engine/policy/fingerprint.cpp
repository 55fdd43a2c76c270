// SPDX-License-Identifier: Apache-2.0
#include "engine/policy/fingerprint.hpp"

#include "engine/policy/siphash.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::policy {
namespace {

// The parts must not run into each other: "T30" + "1x" is not "T301" + "x".
constexpr char separator = '\x1f';

}  // namespace

std::string document_key(const ReportIdentity& report) {
    std::string key = report.agency.empty() ? std::string{report.path} : text::fold_label(report.agency);
    if (report.year) key += ' ' + std::to_string(*report.year);
    return key;
}

std::string fingerprint(const finding::Finding& finding, std::string_view document, std::uint32_t occurrence) {
    std::string parts{"gouji/v1"};
    for (const std::string_view part : {std::string_view{finding.rule->id}, document, std::string_view{finding.place.logical},
                                        std::string_view{finding.fingerprint_key}}) {
        parts += separator;
        parts += part;
    }
    parts += separator;
    parts += std::to_string(occurrence);
    return to_hex(siphash128(parts));
}

}  // namespace gouji::policy

// SPDX-License-Identifier: Apache-2.0
#include "engine/policy/exit_status.hpp"

#include <algorithm>

namespace gouji::policy {
namespace {

using finding::Severity;

Severity threshold(FailOn fail_on) {
    if (fail_on == FailOn::note) return Severity::note;
    return fail_on == FailOn::warning ? Severity::warning : Severity::error;
}

}  // namespace

std::optional<FailOn> fail_on_from(std::string_view name) {
    if (name == "never") return FailOn::never;
    const auto severity = finding::severity_from(name);
    if (!severity) return std::nullopt;
    if (*severity == Severity::note) return FailOn::note;
    return *severity == Severity::warning ? FailOn::warning : FailOn::error;
}

std::optional<Severity> worst(const finding::JudgedFindings& findings) {
    std::optional<Severity> worst;
    for (const auto& judged : findings) {
        if (!judged.suppressed()) worst = std::max(worst, std::optional{judged.finding.severity});
    }
    return worst;
}

int exit_status(FailOn fail_on, std::optional<Severity> worst, bool trouble) {
    if (trouble) return 2;
    if (fail_on == FailOn::never || !worst) return 0;
    return *worst >= threshold(fail_on) ? 1 : 0;
}

}  // namespace gouji::policy

// SPDX-License-Identifier: Apache-2.0
#include "engine/finding/rule_info.hpp"

namespace gouji::finding {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

std::optional<Severity> severity_from(std::string_view name) {
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
        if (name == to_string(severity)) return severity;
    }
    return std::nullopt;
}

}  // namespace gouji::finding

// SPDX-License-Identifier: Apache-2.0
// CheckedReport: one report with everything made of it, from its bytes to its judged findings. Each part refers to those
// before it, so it stays where it was made and owns all of it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/cross/record.hpp"
#include "engine/model/document.hpp"
#include "engine/policy/judge.hpp"
#include "engine/readers/read.hpp"
#include "grammar/tree.hpp"

namespace gouji::app {

struct CheckedReport {
    readers::Input input;
    grammar::Tree tree;
    model::Document document;
    policy::Judged judged;
    text::Problems problems;  // of rules that failed on it, of a file that could not be rewritten
    cross::WrittenRecord record;  // where records are wanted
    std::string diff;         // --diff: what --fix would change
    std::size_t corrected = 0;
    std::size_t refused = 0;

    CheckedReport() = default;
    CheckedReport(const CheckedReport&) = delete;
    CheckedReport& operator=(const CheckedReport&) = delete;
};

// What became of one file: an archive holds several reports, an unreadable file none.
struct CheckedFile {
    std::vector<std::unique_ptr<CheckedReport>> reports;
    text::Problems problems;  // of reading
};

}  // namespace gouji::app

// SPDX-License-Identifier: Apache-2.0
// CheckedReport: one report with everything made of it, from its bytes to its judged findings. Each part refers to those
// before it, so it stays where it was made and owns all of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/cross/record.hpp"
#include "engine/model/document.hpp"
#include "engine/output/writer.hpp"
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
    std::size_t unread = 0;   // figures that could not be read with certainty
    std::optional<cross::Record> record;  // where one is wanted
    std::string record_line;  // the same as JSON, to be written
    std::string stored_record;  // and these two as engine/stored writes them, where they are needed again
    std::string stored;
    std::string diff;         // --diff: what --fix would change
    std::size_t corrected = 0;
    std::size_t refused = 0;

    CheckedReport() = default;
    CheckedReport(const CheckedReport&) = delete;
    CheckedReport& operator=(const CheckedReport&) = delete;
};

// As the writers see it, as long as it lives.
[[nodiscard]] output::ReportView view_of(const CheckedReport& report);

// What became of one file: an archive holds several reports, an unreadable file none.
struct CheckedFile {
    std::vector<std::unique_ptr<CheckedReport>> reports;
    text::Problems problems;  // of reading
};

}  // namespace gouji::app

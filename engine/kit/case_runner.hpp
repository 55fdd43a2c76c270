// SPDX-License-Identifier: Apache-2.0
// Runs cases: makes the report, binds it, runs the rules, and compares what they find with what the case expects. The findings
// of the rules that a case names have to be exactly those it lists. Reads no file, prints nothing.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/kit/case_file.hpp"
#include "engine/kit/case_report.hpp"
#include "engine/script/rule_book.hpp"

namespace gouji::kit {

// Packs, loaded; owned by the caller, who keeps them while cases run. `knowledge` is compiled. `settings`: what the pack under
// test sets for rules, itself and by what it extends; all of them as they are where it is empty.
struct Workbench {
    const binding::Knowledge* knowledge = nullptr;
    const script::RuleBook* book = nullptr;
    script::RuleSettings settings = {};
};

// A finding of a rule that the case names, put as a case would write it.
struct Found {
    std::string line;      // "find T301 applications.balance.total at ⟦11⟧"
    std::string message;
    text::Position position;
};

struct CaseResult {
    const Case* example = nullptr;
    std::vector<std::string> missing;    // expectations as written, with what is known of why
    std::vector<Found> surplus;          // found and not expected
    text::Problems problems;             // of the case itself, or of rules that failed
    std::vector<std::string> as_it_is;   // expectation lines that would hold; for --update
    std::vector<std::pair<std::uint32_t, std::string>> places;  // of expectations that hold and name none: line of the file, "at …"

    [[nodiscard]] bool passed() const { return missing.empty() && surplus.empty() && problems.empty(); }
};

class CaseRunner {
public:
    CaseRunner(const Workbench& bench, const Bases& bases, bool english = false);
    ~CaseRunner();

    [[nodiscard]] CaseResult run(const Case& example, const std::string& file);

private:
    [[nodiscard]] CaseResult run_across(const Case& example, const std::string& file);
    // The rules with their needs, and without: both have to find the same.
    struct Runners {
        script::RuleRunner usual;
        script::RuleRunner complete;
    };
    [[nodiscard]] Runners& runners_for(const Case& example, text::Problems& problems, const std::string& file);

    Workbench bench_;
    const Bases& bases_;
    bool english_;
    std::unique_ptr<Runners> usual_;
    std::unique_ptr<Runners> special_;  // with the options of one case
};

// The file with its expectations rewritten where they did not hold, and with the places of those that name none. `results` are those of its cases, in order.
[[nodiscard]] std::string update_cases(const CaseFile& file, const std::vector<CaseResult>& results);

// A failed case for people, over several lines; "" for one that passed.
[[nodiscard]] std::string describe(const CaseResult& result, const std::string& file, bool english);

}  // namespace gouji::kit

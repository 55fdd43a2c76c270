// SPDX-License-Identifier: Apache-2.0
// The report that a case is about: a base report with its edits, or the case's own text, and where its marks ⟦…⟧ stood.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/binding/bind.hpp"
#include "engine/kit/case_file.hpp"
#include "grammar/text/source_text.hpp"
#include "grammar/tree.hpp"

namespace gouji::kit {

// A report, read. Its parts refer to each other, so it stays where it is.
struct BoundReport {
    text::SourceText source;
    grammar::Tree tree;
    model::Document document;
};
[[nodiscard]] std::unique_ptr<BoundReport> bind_report(std::string name, std::string text, const binding::Knowledge& knowledge);

// Clean reports by name ("2021"), that cases start from.
using Bases = std::map<std::string, std::unique_ptr<BoundReport>>;

struct CaseReport {
    std::string text;
    std::vector<text::Span> marks;  // in text order
};

// What cannot be done to the base is told with the edit's line.
struct EditTrouble {
    text::Bilingual message;
    std::uint32_t line = 0;
};
[[nodiscard]] tl::expected<CaseReport, EditTrouble> make_report(const Case& example, const Bases& bases);

}  // namespace gouji::kit

// SPDX-License-Identifier: Apache-2.0
// Finding (检出): what a rule says is wrong with a report, with its evidence. Spans refer to the report's source text, names
// of places may be texts of the format, which both outlive it; everything else is owned. A finding is complete when it leaves
// the rule: writers add nothing and compute nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/finding/rule_info.hpp"
#include "grammar/text/decimal.hpp"
#include "grammar/text/light_text.hpp"
#include "grammar/text/source_text.hpp"
#include "grammar/text/span.hpp"

namespace gouji::finding {

// fail: the report is wrong. review: it could not be read with certainty, a person has to look.
enum class Kind : std::uint8_t { fail, review };

struct Place {
    text::Span span;
    text::LightText logical;  // figure id, "section:ID" or "document"
    text::LightText label;    // for people: （七）总计 · 自然人
    const text::SourceText* elsewhere = nullptr;  // the text that `span` is of, where that is another report's
};

// A number that takes part in a calculation.
struct Operand {
    Place place;
    std::string written;                  // the cell as written; may be empty
    std::optional<text::Decimal> value;   // none: blank or unreadable
    bool stated = false;                  // the number that is contradicted (the total, the claim)
};

struct Suspect {
    std::string figure;
    std::string label;
    text::Decimal value;  // what would make every identity hold
};

struct Replacement {
    text::Span span;
    std::string text;
};

struct Fix {
    Bilingual description;
    bool safe = true;  // unsafe ones need --unsafe-fixes
    std::vector<Replacement> replacements;
};

struct Finding {
    const RuleInfo* rule = nullptr;
    Severity severity = Severity::warning;
    Kind kind = Kind::fail;
    Place place;
    std::string message;                  // in the language of the run; the first sentence stands alone
    std::vector<Operand> operands;        // in reading order; related places of the calculation
    std::string calculation;              // "2 + 0 = 2 ≠ 0 = 0 + 0"; empty where nothing is calculated
    std::vector<Place> related;           // further places that are not operands
    std::vector<Suspect> suspects;        // empty where there is no unique smallest correction
    std::string hypothesis;               // a guess at how it came about, named as such; may be empty
    std::vector<Fix> fixes;
    std::string cause;                    // findings of one report with the same cause are one problem; empty: alone
    std::string fingerprint_key;          // normalised values that, with rule and place, make the fingerprint
    bool across = false;                  // of several reports: made from records, which know the lines of places and nothing around
};

}  // namespace gouji::finding

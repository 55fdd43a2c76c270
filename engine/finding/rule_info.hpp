// SPDX-License-Identifier: Apache-2.0
// RuleInfo: what a rule says about itself. Filled by the Lua host, read by the writers, the reference and `gouji explain`.
// Immutable after loading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::finding {

using text::Bilingual;

enum class Severity : std::uint8_t { note, warning, error };

[[nodiscard]] std::string_view to_string(Severity severity);                       // "note" …, as in SARIF
[[nodiscard]] std::optional<Severity> severity_from(std::string_view name);

// Where the duty comes from: 《政府信息公开条例》 第四十九条, in force since 2019-05-15.
struct LegalBasis {
    std::string id;          // stable key for the SARIF taxonomy: "regulation-49", "notice-2021-30"
    Bilingual instrument;
    std::string article;     // 第四十九条; may be empty
    std::string since;       // date in force, ISO
    Bilingual says;          // the clause in a sentence, paraphrased
    std::int16_t from_year = 0;  // report years that it governs; 0: no bound
    std::int16_t to_year = 0;

    // Where the year is unknown, whether it may govern the report.
    [[nodiscard]] bool governs(std::optional<std::int16_t> year) const {
        return !year || ((from_year == 0 || *year >= from_year) && (to_year == 0 || *year <= to_year));
    }
};

using OptionValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

struct RuleOption {
    std::string name;
    OptionValue initial;
    Bilingual meaning;
};

struct RuleInfo {
    std::string id;          // "T301"; "ningxia/L001" for another pack than the official one
    std::string name;        // "applications-balance"
    std::string pack;        // "official"
    std::string family;      // "T"
    Severity severity = Severity::warning;
    Bilingual title;
    Bilingual what;
    Bilingual why;
    Bilingual bad;           // an example
    Bilingual good;
    Bilingual advice;        // what to do about a finding, one sentence
    std::vector<LegalBasis> basis;
    std::vector<std::string> tags;
    std::vector<RuleOption> options;
    std::string file;        // of the rule, relative to the pack
    bool fixable = false;
};

}  // namespace gouji::finding

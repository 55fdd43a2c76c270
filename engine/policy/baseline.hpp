// SPDX-License-Identifier: Apache-2.0
// Baseline (基线): the findings known on the day a checker was adopted, as a file of fingerprints that people can commit and
// review, one entry a line. It counts nothing and knows no line numbers. RapidJSON stays behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::policy {

struct BaselineEntry {
    std::string fingerprint;
    std::string rule;
    std::string document;  // document_key() of the report, for people and to tell what is stale
    std::string place;     // logical location, for people
};

class Baseline {
public:
    Baseline() = default;
    explicit Baseline(std::vector<BaselineEntry> entries);  // sorted and made unique by fingerprint

    // `file` is for messages. Anything but a baseline is a problem with line and column.
    [[nodiscard]] static text::Result<Baseline> read(std::string_view json, const std::string& file);
    [[nodiscard]] std::string write() const;  // sorted by document, rule, place: a stable file

    [[nodiscard]] const std::vector<BaselineEntry>& entries() const { return entries_; }  // by fingerprint
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view fingerprint) const;

    // Without the entries listed (indices into entries(), ascending).
    [[nodiscard]] Baseline without(const std::vector<std::uint32_t>& indices) const;

private:
    std::vector<BaselineEntry> entries_;
};

}  // namespace gouji::policy

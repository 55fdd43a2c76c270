// SPDX-License-Identifier: Apache-2.0
// A checked report as bytes and back: all that the outputs need of it, so that it can be written later or in another run. Findings
// are kept as the rules made them; waivers, baseline and order are for the run that writes them. Knows no file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding/judged.hpp"
#include "engine/model/document.hpp"
#include "engine/readers/read.hpp"
#include "engine/stored/bytes.hpp"

namespace gouji::stored {

struct StoredReport {
    readers::Input input;
    std::string agency;
    std::optional<std::int16_t> year;
    const model::Format* format = nullptr;
    std::uint32_t unread = 0;  // figures that could not be read with certainty
    std::vector<finding::Finding> findings;
    text::Problems problems;   // of rules that failed on it
};

// What the bytes refer to by number.
struct Known {
    const std::vector<finding::RuleInfo>* rules = nullptr;
    const std::vector<model::Format>* formats = nullptr;
};

struct ReportParts {
    const readers::Input* input = nullptr;
    const model::Document* document = nullptr;
    std::size_t unread = 0;
    const finding::JudgedFindings* findings = nullptr;
    const text::Problems* problems = nullptr;
};
[[nodiscard]] std::string write_report(const ReportParts& report, const Known& known);
[[nodiscard]] std::optional<StoredReport> read_report(std::string_view bytes, const Known& known);

void write_year(ByteWriter& to, std::optional<std::int16_t> year);
[[nodiscard]] std::optional<std::int16_t> read_year(ByteReader& from);
void write_format(ByteWriter& to, const model::Format* format, const std::vector<model::Format>& formats);
[[nodiscard]] const model::Format* read_format(ByteReader& from, const std::vector<model::Format>& formats);

}  // namespace gouji::stored

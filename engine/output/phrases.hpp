// SPDX-License-Identifier: Apache-2.0
// The parts of a finding put into words for people: suspects, figures of a calculation, further places, legal basis. Shared
// by the text, SARIF and HTML outputs, so that all say the same. One line each, without a line end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/output/writer.hpp"
#include "engine/output/wording.hpp"

namespace gouji::output {

// 若“A”改为 2，且“B”改为 2，本表全部勾稽关系即成立。 Empty without suspects.
[[nodiscard]] std::string suspect_phrase(const std::vector<finding::Suspect>& suspects, const Wording& words);

// The figures that are not zero, and how many others there are: 自然人：一、… 2（第 30 行）；其余 18 项为 0 或空白.
[[nodiscard]] std::string operand_phrase(const std::vector<finding::Operand>& operands, const text::SourceText& source, const Wording& words);

// A few places by name, many as ranges of lines.
[[nodiscard]] std::string related_phrase(const std::vector<finding::Place>& places, const text::SourceText& source, const Wording& words);

// 《…条例》第五十条；国办公开办函〔2021〕30号. Only what governs reports for `year`; everything where none is given.
[[nodiscard]] std::string basis_phrase(const finding::RuleInfo& rule, bool english, std::optional<std::int16_t> year = std::nullopt);

// The number, or why there is none.
[[nodiscard]] std::string value_phrase(const finding::Operand& operand, const Wording& words);

// Why a suppressed finding is not shown by default; empty for others.
[[nodiscard]] std::string suppression_phrase(const JudgedFinding& judged, const Wording& words);

}  // namespace gouji::output

// SPDX-License-Identifier: Apache-2.0
#include "engine/output/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/region.hpp"

namespace gouji::output {
namespace {

constexpr std::size_t operands_named = 8;
constexpr std::size_t places_named = 4;
constexpr std::string_view label_joint = " · ";  // between row and column in a label for people

template <class... Values>
std::string say(std::string_view format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

std::string quoted(const std::string& label, const Wording& words) { return fmt::format("{}{}{}", words.quote_open, label, words.quote_close); }

// "row · column" as two parts; a label without a joint is all row.
struct LabelParts {
    std::string_view row;
    std::string_view column;
};

LabelParts parts_of(std::string_view label) {
    const std::size_t joint = label.rfind(label_joint);
    if (joint == std::string_view::npos) return {label, {}};
    return {label.substr(0, joint), label.substr(joint + label_joint.size())};
}

// What all labels have in common is said once, in front.
struct SharedLabel {
    std::string_view shared;
    bool is_row = false;

    [[nodiscard]] std::string_view rest(std::string_view label) const {
        if (shared.empty()) return label;
        return is_row ? parts_of(label).column : parts_of(label).row;
    }
};

SharedLabel shared_label(const std::vector<const finding::Operand*>& operands) {
    if (operands.size() < 2) return {};
    const LabelParts first = parts_of(operands.front()->place.label);
    if (first.column.empty()) return {};
    const auto all = [&](auto same) { return std::all_of(operands.begin(), operands.end(), same); };
    if (all([&](const auto* each) { return parts_of(each->place.label).row == first.row && !parts_of(each->place.label).column.empty(); })) {
        return {first.row, true};
    }
    if (all([&](const auto* each) { return parts_of(each->place.label).column == first.column; })) return {first.column, false};
    return {};
}

bool counts(const finding::Operand& operand) {
    const bool unreadable = !operand.value && !operand.written.empty();
    return operand.stated || unreadable || (operand.value && !operand.value->is_zero());
}

// 20–45, 50
std::string line_ranges(std::vector<std::uint32_t> lines, const Wording& words) {
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    std::string out;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t last = i;
        // A step of two still belongs to a range: cells one a line are parted by blank lines.
        while (last + 1 < lines.size() && lines[last + 1] <= lines[last] + 2) ++last;
        if (!out.empty()) out += words.list_comma;
        out += i == last ? std::to_string(lines[i]) : fmt::format("{}–{}", lines[i], lines[last]);
        i = last + 1;
    }
    return out;
}

}  // namespace

std::string value_phrase(const finding::Operand& operand, const Wording& words) {
    if (operand.value) return operand.value->to_string();
    return operand.written.empty() ? std::string{words.blank} : quoted(operand.written, words);
}

std::string suspect_phrase(const std::vector<finding::Suspect>& suspects, const Wording& words) {
    if (suspects.empty()) return {};
    std::string changes;
    for (const finding::Suspect& suspect : suspects) {
        if (!changes.empty()) changes += words.and_between;
        changes += say(words.suspect_change, suspect.label.empty() ? suspect.figure : suspect.label, suspect.value.to_string());
    }
    return say(words.suspect, changes);
}

std::string operand_phrase(const std::vector<finding::Operand>& operands, const text::SourceText& source, const Wording& words) {
    std::vector<const finding::Operand*> named;
    for (const finding::Operand& operand : operands) {
        if (counts(operand) && named.size() < operands_named) named.push_back(&operand);
    }
    const SharedLabel label = shared_label(named);
    std::string out;
    for (const finding::Operand* operand : named) {
        if (!out.empty()) out += words.list_semicolon;
        out += fmt::format("{} {}", label.rest(operand->place.label), value_phrase(*operand, words));
        if (!has_place(operand->place.span)) continue;
        const text::SourceText& text = source_of(operand->place, source);
        const std::uint32_t line = text.line_of(aligned(text, operand->place.span).begin);
        out += &text == &source ? say(words.at_line, line) : say(words.at_file, text.name(), line);
    }
    if (!label.shared.empty()) out = say(words.shared_label, label.shared) + out;
    const std::size_t rest = operands.size() - named.size();
    if (rest != 0) out += (out.empty() ? std::string{} : std::string{words.list_semicolon}) + say(words.others_zero, rest);
    return out;
}

// PATH:LINE label, one after the other.
static std::string elsewhere_phrase(const std::vector<finding::Place>& places, const text::SourceText& source, const Wording& words) {
    std::string out;
    for (const finding::Place& place : places) {
        const text::SourceText& text = source_of(place, source);
        if (!out.empty()) out += words.list_semicolon;
        out += fmt::format("{}:{}", text.name(), text.line_of(aligned(text, place.span).begin));
        if (!place.label.empty()) out.append(" ").append(place.label.view());
    }
    return out;
}

std::string related_phrase(const std::vector<finding::Place>& places, const text::SourceText& source, const Wording& words) {
    const auto is_elsewhere = [&](const finding::Place& place) { return &source_of(place, source) != &source; };
    if (std::any_of(places.begin(), places.end(), is_elsewhere)) return elsewhere_phrase(places, source, words);
    std::vector<std::uint32_t> lines;
    for (const finding::Place& place : places) lines.push_back(source.line_of(aligned(source, place.span).begin));
    if (places.size() > places_named) return say(words.related_lines, line_ranges(std::move(lines), words), places.size());
    std::string out;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i != 0) out += words.list_semicolon;
        out += say(words.line, lines[i]);
        if (!places[i].label.empty()) out.append(" ").append(places[i].label.view());
    }
    return out;
}

std::string basis_phrase(const finding::RuleInfo& rule, bool english, std::optional<std::int16_t> year) {
    std::string out;
    for (const finding::LegalBasis& basis : rule.basis) {
        if (!basis.governs(year)) continue;
        if (!out.empty()) out += english ? "; " : "；";
        out += basis.instrument.in(english);
        if (basis.article.empty()) continue;
        if (english) out += ' ';
        out += basis.article;
    }
    return out;
}

std::string suppression_phrase(const JudgedFinding& judged, const Wording& words) {
    if (judged.suppression == SuppressionKind::waiver) return say(words.waived, judged.justification);
    return judged.suppressed() ? std::string{words.known} : std::string{};
}

}  // namespace gouji::output

// SPDX-License-Identifier: Apache-2.0
// A report's text for the page: paragraphs as paragraphs, grids as tables, with every place that a finding names marked and
// linked to it. What a place means is shown beside it on hover and on keyboard focus.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/output/wording.hpp"
#include "engine/output/writer.hpp"
#include "grammar/tree.hpp"

namespace gouji::output {

class HtmlText {
public:
    // `number` makes the ids of one report differ from those of the others: f3-0 for a finding, m3-0 for its place.
    HtmlText(const ReportView& report, std::size_t number, const std::vector<const JudgedFinding*>& findings, const Wording& words);

    [[nodiscard]] std::string write();

private:
    enum class Role : std::uint8_t { subject, operand, related };
    struct Mark {
        text::Span span;
        std::uint32_t finding = 0;
        Role role = Role::subject;
        std::string said;      // what the tip says
        bool placed = false;
    };
    void add_marks(const finding::Finding& finding, std::uint32_t index);
    [[nodiscard]] std::vector<Mark*> marks_within(text::Span leaf);
    void leaf(text::Span span);
    void marked(std::string_view words, const std::vector<Mark*>& over);
    void flags_before(std::uint32_t offset);
    void flag(const Mark& mark);
    void block(const grammar::Block& block, const grammar::Tree& tree);
    void grid(const grammar::Grid& grid, const grammar::Tree& tree);
    void cell(const grammar::Cell& cell);

    const ReportView& report_;
    std::size_t number_;
    const std::vector<const JudgedFinding*>& findings_;
    const Wording& words_;
    std::vector<Mark> marks_;        // by span
    std::vector<bool> anchored_;     // findings whose m… id is given out
    std::size_t tips_ = 0;
    std::size_t tables_ = 0;
    std::size_t next_flag_ = 0;
    std::string out_;
};

}  // namespace gouji::output

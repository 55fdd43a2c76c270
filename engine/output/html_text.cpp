// SPDX-License-Identifier: Apache-2.0
#include "engine/output/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/output/escape.hpp"
#include "engine/output/html_page.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/region.hpp"
#include "engine/output/visible.hpp"

namespace gouji::output {
namespace {

constexpr std::size_t tips_at_once = 3;  // of several findings on one place

std::string head_of(const finding::Finding& finding) { return fmt::format("{} {}", finding.rule->id, finding.message); }

}  // namespace

HtmlText::HtmlText(const ReportView& report, std::size_t number, const std::vector<const JudgedFinding*>& findings, const Wording& words)
    : report_{report}, number_{number}, findings_{findings}, words_{words}, anchored_(findings.size()) {
    for (std::uint32_t i = 0; i < findings.size(); ++i) add_marks(findings[i]->finding, i);
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.span < b.span; });
}

void HtmlText::add_marks(const finding::Finding& finding, std::uint32_t index) {
    const auto add = [&](const finding::Place& place, Role role, std::string said) {
        const bool here = place.elsewhere == nullptr || place.elsewhere == report_.source;
        if (here && has_place(place.span)) marks_.push_back({aligned(*report_.source, place.span), index, role, std::move(said), false});
    };
    const std::string calculation = finding.calculation.empty() ? std::string{} : fmt::format("\n{}{}", words_.calculation, finding.calculation);
    add(finding.place, Role::subject, head_of(finding) + calculation);
    for (const finding::Operand& operand : finding.operands) {
        if (operand.place.span == finding.place.span) continue;
        add(operand.place, Role::operand, fmt::format("{} = {}\n{}{}", operand.place.label, value_phrase(operand, words_), finding.rule->id, calculation));
    }
    for (const finding::Place& place : finding.related) add(place, Role::related, head_of(finding));
}

// The marks that lie inside a paragraph or cell. Each is drawn once.
std::vector<HtmlText::Mark*> HtmlText::marks_within(text::Span leaf) {
    const auto before = [](const Mark& mark, std::uint32_t offset) { return mark.span.begin < offset; };
    std::vector<Mark*> inside;
    for (auto at = std::lower_bound(marks_.begin(), marks_.end(), leaf.begin, before); at != marks_.end() && at->span.begin <= leaf.end; ++at) {
        if (at->placed || at->span.end > leaf.end) continue;
        at->placed = true;
        inside.push_back(&*at);
    }
    return inside;
}

// Marks may overlap: the text is cut where one begins or ends, and each piece tells all that lie over it.
void HtmlText::leaf(text::Span span) {
    const auto marks = marks_within(span);
    std::vector<std::uint32_t> cuts{span.begin, span.end};
    for (const Mark* mark : marks) cuts.insert(cuts.end(), {mark->span.begin, mark->span.end});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        std::vector<Mark*> empty;
        std::vector<Mark*> over;
        const std::uint32_t end = i + 1 < cuts.size() ? cuts[i + 1] : cuts[i];
        for (Mark* mark : marks) {
            if (mark->span.empty() && mark->span.begin == cuts[i]) empty.push_back(mark);
            if (end > cuts[i] && mark->span.contains({cuts[i], end})) over.push_back(mark);
        }
        if (!empty.empty()) marked(words_.blank, empty);
        if (end == cuts[i]) continue;
        const std::string_view words = report_.source->slice({cuts[i], end});
        over.empty() ? void(out_ += html_escaped(words)) : marked(words, over);
    }
}

void HtmlText::marked(std::string_view words, const std::vector<Mark*>& over) {
    const auto worse = [&](const Mark* a, const Mark* b) {
        if (a->role != b->role) return a->role < b->role;
        return findings_[a->finding]->finding.severity > findings_[b->finding]->finding.severity;
    };
    const Mark& first = **std::min_element(over.begin(), over.end(), worse);
    std::string anchor;
    std::string tip;
    for (std::size_t i = 0; i < over.size(); ++i) {
        const Mark& mark = *over[i];
        if (i < tips_at_once) tip += (tip.empty() ? "" : "\n\n") + html_escaped(mark.said);
        if (mark.role != Role::subject || anchored_[mark.finding]) continue;
        anchored_[mark.finding] = true;
        anchor += fmt::format("<span id=\"m{}-{}\"></span>", number_, mark.finding);
    }
    const std::string_view role = first.role == Role::subject ? "subject" : first.role == Role::operand ? "operand" : "related";
    const std::size_t id = tips_++;
    fmt::format_to(std::back_inserter(out_),
                   "<span class=\"k {} {}\">{}<a href=\"#f{}-{}\" aria-describedby=\"t{}-{}\">{}</a><span class=\"tip\" role=\"tooltip\" id=\"t{}-{}\">{}</span></span>",
                   class_of(findings_[first.finding]->finding), role, anchor, number_, first.finding, number_, id, html_escaped(words), number_,
                   id, tip);
}

// A finding about more than one paragraph or cell stands as a line of its own before what it is about.
void HtmlText::flags_before(std::uint32_t offset) {
    for (; next_flag_ < marks_.size() && marks_[next_flag_].span.begin < offset; ++next_flag_) {
        Mark& mark = marks_[next_flag_];
        if (!mark.placed && mark.role == Role::subject) flag(mark);
        mark.placed = true;
    }
}

void HtmlText::flag(const Mark& mark) {
    const finding::Finding& finding = findings_[mark.finding]->finding;
    anchored_[mark.finding] = true;
    fmt::format_to(std::back_inserter(out_), "<p class=\"flag {}\" id=\"m{}-{}\">▼ <a href=\"#f{}-{}\">{}</a></p>\n", class_of(finding), number_,
                   mark.finding, number_, mark.finding, html_escaped(head_of(finding)));
}

std::string HtmlText::write() {
    const grammar::Tree* tree = report_.document == nullptr ? nullptr : report_.document->tree;
    if (tree == nullptr || tree->blocks.empty()) {
        out_ += "<pre>";
        leaf({0, static_cast<std::uint32_t>(report_.source->utf8().size())});
        out_ += "</pre>\n";
        return std::move(out_);
    }
    for (const grammar::Block& each : tree->blocks) block(each, *tree);
    flags_before(0xFFFF'FFFF);
    return std::move(out_);
}

void HtmlText::block(const grammar::Block& block, const grammar::Tree& tree) {
    std::string before = std::move(out_);
    out_.clear();
    switch (block.kind) {
        case grammar::BlockKind::paragraph:
            out_ += "<p>";
            leaf(tree.paragraphs[block.index].span);
            out_ += "</p>\n";
            break;
        case grammar::BlockKind::grid: grid(tree.grids[block.index], tree); break;
        case grammar::BlockKind::page_mark: fmt::format_to(std::back_inserter(out_), "<p class=\"soft\">{}</p>\n", html_escaped(text_of(*report_.source, block.span)));
    }
    // Only now is it known which marks did not fit into the block's leaves.
    std::string drawn = std::move(out_);
    out_ = std::move(before);
    flags_before(block.span.end);
    out_ += drawn;
}

void HtmlText::grid(const grammar::Grid& grid, const grammar::Tree& tree) {
    const std::string name = fmt::format(fmt::runtime(words_.page_table), ++tables_);
    fmt::format_to(std::back_inserter(out_), "<div class=\"grid\" role=\"region\" tabindex=\"0\" aria-label=\"{} {}\"><table><tbody>\n", name,
                   xml_attribute(visible(*report_.path)));
    for (std::uint32_t r = 0; r < grid.row_count; ++r) {
        const grammar::Row& row = tree.rows[grid.first_row + r];
        out_ += "<tr>";
        for (std::uint32_t c = 0; c < row.cell_count; ++c) cell(tree.cells[row.first_cell + c]);
        out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
}

void HtmlText::cell(const grammar::Cell& cell) {
    std::string before = std::move(out_);
    out_.clear();
    leaf(cell.span);
    const std::string content = std::move(out_);
    out_ = std::move(before);
    out_ += "<td";
    if (cell.column_span > 1) fmt::format_to(std::back_inserter(out_), " colspan=\"{}\"", cell.column_span);
    if (cell.row_span > 1) fmt::format_to(std::back_inserter(out_), " rowspan=\"{}\"", cell.row_span);
    // The whole cell takes the colour of what is marked in it.
    constexpr std::string_view marked_content = "<span class=\"k ";
    if (content.starts_with(marked_content)) {
        const std::string_view rest = std::string_view{content}.substr(marked_content.size());
        fmt::format_to(std::back_inserter(out_), " class=\"hit {}\"", rest.substr(0, rest.find('"')));
    }
    out_ += '>' + content + "</td>";
}

}  // namespace gouji::output

// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_place.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/kit/case_line.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::kit {

using text::Span;

namespace {

constexpr std::string_view elision = " … ";
constexpr std::size_t longest_written = 60;  // bytes; a longer text is written with its middle left out

// All spans of the text that the words mean: the words themselves, or from the first to the nearest last.
std::vector<Span> spans_of(std::string_view text, std::string_view words) {
    std::vector<Span> spans;
    const std::size_t gap = words.find(elision);
    const std::string_view first = words.substr(0, gap);
    const std::string_view last = gap == std::string_view::npos ? std::string_view{} : words.substr(gap + elision.size());
    for (std::size_t at = text.find(first); at != std::string_view::npos; at = text.find(first, at + 1)) {
        std::size_t end = at + first.size();
        if (gap != std::string_view::npos) {
            const std::size_t found = text.find(last, end);
            if (found == std::string_view::npos) break;
            end = found + last.size();
        }
        spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    }
    return spans;
}

// The first `bytes` of it, up to a whole character.
std::string_view head(std::string_view text, std::size_t bytes) {
    std::size_t end = 0;
    while (end < text.size() && end + text::utf8_sequence(text, end) <= bytes) end += std::max<std::size_t>(1, text::utf8_sequence(text, end));
    return text.substr(0, end);
}

std::string_view tail(std::string_view text, std::size_t bytes) {
    std::size_t begin = text.size() > bytes ? text.size() - bytes : 0;
    while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
    return text.substr(begin);
}

std::string words_for(std::string_view text, std::size_t longest) {
    const std::size_t line = text.find('\n');
    if (text.size() <= longest && line == std::string_view::npos) return std::string{text};
    const std::string_view last_line = text.substr(text.rfind('\n') == std::string_view::npos ? 0 : text.rfind('\n') + 1);
    const std::string_view first = head(text.substr(0, line), longest / 2);
    const std::string_view last = tail(last_line.empty() ? text : last_line, longest / 2);
    return std::string{first}.append(elision).append(last);
}

}  // namespace

tl::expected<Span, text::Bilingual> PlaceFinder::find(const ExpectedPlace& place) {
    const model::Document& document = report_.document;
    if (place.kind == ExpectedPlace::Kind::text) return find_text(place);
    if (place.kind == ExpectedPlace::Kind::section) {
        if (const model::Section* section = document.find_section(place.text)) return section->heading;
        return tl::unexpected{text::Bilingual{fmt::format("报告里没有“{}”这一节", place.text), fmt::format("the report has no section “{}”", place.text)}};
    }
    const model::FigureIndex index = document.format == nullptr ? model::no_figure : document.format->find_figure(place.text);
    if (index != model::no_figure) return document.figures[index].span;
    return tl::unexpected{text::Bilingual{fmt::format("没有数值“{}”", place.text), fmt::format("there is no figure “{}”", place.text)}};
}

tl::expected<Span, text::Bilingual> PlaceFinder::find_text(const ExpectedPlace& place) {
    const auto marked = std::find_if(marks_.begin(), marks_.end(), [&](Span mark) { return report_.source.slice(mark) == place.text; });
    if (marked != marks_.end() && place.nth == 0) {
        const Span span = *marked;
        marks_.erase(marked);
        return span;
    }
    const std::vector<Span> spans = spans_of(report_.source.utf8(), place.text);
    if (spans.size() == 1 && place.nth <= 1) return spans.front();
    if (place.nth != 0 && place.nth <= spans.size()) return spans[place.nth - 1];
    if (spans.empty()) return tl::unexpected{text::Bilingual{fmt::format("报告里没有“{}”", place.text), fmt::format("“{}” is not in the report", place.text)}};
    return tl::unexpected{text::Bilingual{fmt::format("“{}”在报告里有 {} 处：请用 ⟦⟧ 标出，或写 ⟦{}⟧#1", place.text, spans.size(), place.text),
                                          fmt::format("“{}” stands {} times in the report: mark it with ⟦⟧, or write ⟦{}⟧#1", place.text, spans.size(), place.text)}};
}

std::string write_place(const finding::Finding& finding, const BoundReport& report) {
    const Span span = finding.place.span;
    const model::Document& document = report.document;
    for (std::size_t i = 0; document.format != nullptr && i < document.figures.size(); ++i) {
        if (!document.figures[i].span.empty() && document.figures[i].span == span && document.figures[i].state != model::FigureState::unbound) {
            return document.format->figures[i].id;
        }
    }
    for (const model::Section& section : document.sections) {
        if (section.heading == span && section.spec != nullptr && document.find_section(section.spec->id) == &section) return "section:" + section.spec->id;
    }
    if (span.empty()) return std::string{finding.place.logical};  // a blank cell
    // More words where few do not lead back to the span.
    for (std::size_t longest = longest_written;; longest *= 2) {
        const std::string words = words_for(report.source.slice(span), longest);
        const std::vector<Span> spans = spans_of(report.source.utf8(), words);
        const auto found = std::find(spans.begin(), spans.end(), span);
        if (found == spans.end() && longest < span.size()) continue;
        const std::string written = std::string{mark_open}.append(words).append(mark_close);
        return spans.size() == 1 ? written : fmt::format("{}#{}", written, found - spans.begin() + 1);
    }
}

}  // namespace gouji::kit

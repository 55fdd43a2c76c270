// SPDX-License-Identifier: Apache-2.0
#include "engine/script/prose_text.hpp"

#include "grammar/text/utf8.hpp"

namespace gouji::script {

std::uint32_t character_count(std::string_view utf8) {
    std::uint32_t line_ends = 0;  // few, and far apart
    for (std::size_t at = utf8.find('\n'); at != std::string_view::npos; at = utf8.find('\n', at + 1)) ++line_ends;
    return text::count_code_points(utf8) - line_ends;
}

std::string_view trim_lines(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

model::Decimal in_own_unit(const grammar::Quantity& quantity, model::Decimal value) {
    const std::int64_t factor = quantity.unit_factor.units() / model::Decimal::scale;
    return factor > 1 && value.units() % factor == 0 ? model::Decimal::scaled(value.units() / factor) : value;
}

bool is_certain(const grammar::Step& step) {
    using grammar::Numbering;
    const Numbering style = step.number.style;
    if (style == Numbering::absent || style == Numbering::part || step.number.value == 0) return false;
    return step.leads_paragraph || style == Numbering::step || style == Numbering::chinese_parenthesised;
}

std::uint32_t sentence_at(const grammar::Tree& tree, text::Span source) {
    for (std::uint32_t i = 0; i < tree.sentences.size(); ++i) {
        const text::Span span = tree.source_of(tree.sentences[i].prose);
        if (span.begin <= source.begin && source.begin < span.end) return i;
    }
    return grammar::none;
}

}  // namespace gouji::script

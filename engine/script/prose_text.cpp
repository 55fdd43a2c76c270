// SPDX-License-Identifier: Apache-2.0
#include "engine/script/prose_text.hpp"

namespace gouji::script {

std::uint32_t character_count(std::string_view utf8) {
    std::uint32_t count = 0;
    for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && c != '\n' ? 1 : 0;
    return count;
}

std::string_view trim_lines(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

model::Decimal in_own_unit(const grammar::Quantity& quantity, model::Decimal value) {
    const std::int64_t factor = quantity.unit_factor.units() / model::Decimal::scale;
    return factor > 1 && value.units() % factor == 0 ? model::Decimal::scaled(value.units() / factor) : value;
}

std::uint32_t sentence_at(const grammar::Tree& tree, text::Span source) {
    for (std::uint32_t i = 0; i < tree.sentences.size(); ++i) {
        const text::Span span = tree.source_of(tree.sentences[i].prose);
        if (span.begin <= source.begin && source.begin < span.end) return i;
    }
    return grammar::none;
}

}  // namespace gouji::script

// SPDX-License-Identifier: Apache-2.0
#include "engine/script/prose_text.hpp"

#include <algorithm>
#include <cstring>

namespace gouji::script {

namespace {

constexpr std::uint64_t each_byte = 0x0101'0101'0101'0101U;

// Continuation bytes among eight: the highest bit set, the next one not.
std::uint64_t continuations(std::uint64_t bytes) { return (bytes >> 7U) & (~bytes >> 6U) & each_byte; }

}  // namespace

// Eight bytes at a time, each counting on its own as far as a byte goes: rules ask for the length of sections of thousands of bytes.
std::uint32_t character_count(std::string_view utf8) {
    auto left_out = static_cast<std::size_t>(std::count(utf8.begin(), utf8.end(), '\n'));
    std::size_t at = 0;
    while (at + 8 <= utf8.size()) {
        std::uint64_t counts = 0;
        for (int round = 0; round < 255 && at + 8 <= utf8.size(); ++round, at += 8) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, utf8.data() + at, 8);
            counts += continuations(bytes);
        }
        for (; counts != 0; counts >>= 8U) left_out += counts & 0xFFU;
    }
    for (; at < utf8.size(); ++at) left_out += (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U ? 1 : 0;
    return static_cast<std::uint32_t>(utf8.size() - left_out);
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

// SPDX-License-Identifier: Apache-2.0
#include "engine/model/label_index.hpp"

#include <algorithm>

#include "grammar/parse.hpp"

namespace gouji::model {
namespace {

bool is_ascii_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t character_size(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Punctuation beyond ASCII that folding leaves: U+00A1..00BF, U+2010..206F, U+3001..303F.
bool is_wide_punctuation(std::string_view at) {
    const auto byte = [&](std::size_t i) { return i < at.size() ? static_cast<unsigned char>(at[i]) : 0U; };
    if (byte(0) > 0xE3) return false;
    if (byte(0) == 0xC2) return true;
    if (byte(0) == 0xE2) return byte(1) == 0x80 || byte(1) == 0x81;
    return byte(0) == 0xE3 && byte(1) == 0x80;
}

}  // namespace

std::string_view label_key(std::string_view folded, std::string& scratch) {
    std::size_t begin = 0;  // of what is kept and not yet taken
    std::size_t i = 0;
    scratch.clear();
    while (i < folded.size()) {
        const std::size_t size = character_size(static_cast<unsigned char>(folded[i]));
        const bool kept = size == 1 ? is_ascii_letter_or_digit(folded[i]) : !is_wide_punctuation(folded.substr(i));
        if (!kept) {
            scratch.append(folded, begin, i - begin);
            begin = i + size;
        }
        i += size;
    }
    if (begin == 0) return folded;
    if (begin < i) scratch.append(folded, begin);
    return scratch;
}

std::string_view without_number(std::string_view folded) {
    const auto number = grammar::read_leading_number(folded);
    if (!number || number->size >= folded.size()) return {};
    return folded.substr(number->size);
}

void LabelIndex::add(std::string_view folded, const LabelUse& use) {
    std::string scratch;
    const std::string_view key = label_key(folded, scratch);
    if (key.empty()) return;
    auto& uses = uses_[std::string{key}];
    const auto place = std::upper_bound(uses.begin(), uses.end(), use,
                                        [](const LabelUse& a, const LabelUse& b) { return a.match < b.match; });
    uses.insert(place, use);
}

std::span<const LabelUse> LabelIndex::find(std::string_view key) const {
    const auto found = uses_.find(key);
    if (found == uses_.end()) return {};
    return found->second;
}

}  // namespace gouji::model

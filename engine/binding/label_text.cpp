// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/label_text.hpp"

#include <algorithm>
#include <array>

#include "engine/model/label_index.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/character.hpp"

namespace gouji::binding {
namespace {

constexpr std::size_t longest = 96;  // characters compared; labels are shorter

struct Characters {
    std::array<char32_t, longest> values;
    std::size_t size = 0;
};

Characters decode(std::string_view key) {
    Characters out;
    for (std::uint32_t i = 0; i < key.size() && out.size < longest;) {
        const text::CodePoint at = text::code_point_at(key, i);
        out.values[out.size++] = at.value;
        i += at.bytes;
    }
    return out;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_word(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'z'); });
}

}  // namespace

std::size_t label_length(std::string_view key) {
    return static_cast<std::size_t>(std::count_if(key.begin(), key.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

int label_distance(std::string_view a_label, std::string_view b_label) {
    std::string a_scratch, b_scratch;
    const Characters a = decode(model::label_key(a_label, a_scratch));
    const Characters b = decode(model::label_key(b_label, b_scratch));
    if (a.size == 0 || b.size == 0) return 1000;
    std::array<std::size_t, longest + 1> row;
    for (std::size_t j = 0; j <= b.size; ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size; ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size; ++j) {
            const std::size_t replaced = diagonal + (a.values[i - 1] == b.values[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return static_cast<int>(row[b.size] * 1000 / std::max(a.size, b.size));
}

std::span<const model::LabelUse> label_behind_group(std::string_view folded, const model::LabelIndex& labels, std::uint16_t table) {
    constexpr std::size_t most = 200;  // bytes; two labels have fewer
    if (folded.size() > most) return {};
    std::string scratch;
    const auto official = [&](std::span<const model::LabelUse> uses, bool column) {
        return std::any_of(uses.begin(), uses.end(), [&](const model::LabelUse& use) {
            return use.table == table && use.match != model::LabelMatch::loose && (use.role == model::LabelRole::column) == column;
        });
    };
    const std::string_view key = model::label_key(folded, scratch);
    if (key.empty()) return {};
    for (std::uint32_t at = text::code_point_at(key, 0).bytes; at < key.size(); at += text::code_point_at(key, at).bytes) {
        const auto behind = labels.find(key.substr(at));
        if (official(behind, true) && official(labels.find(key.substr(0, at)), false)) return behind;
    }
    return {};
}

bool reads_as_label(std::string_view folded) {
    if (!is_word(folded) || grammar::is_cell_mark(folded) || grammar::read_cell_number(folded)) return false;
    const auto number = grammar::read_leading_number(folded);
    if (number) return number->size < folded.size();
    return !has_digit(folded) || label_length(folded) > 8;
}

}  // namespace gouji::binding

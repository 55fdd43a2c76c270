// SPDX-License-Identifier: Apache-2.0
// LabelIndex: finds what a cell's text may be in the tables of one format, in one look-up. Keys leave punctuation out, so that
// （一）予以公开, (一) 予以公开 and 一、予以公开 are one label. It owns its keys; it is built once and then only read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji::model {

enum class LabelRole : std::uint8_t { row, group, column, column_group, corner, caption };

// exact: the official wording; accepted: one that counts as official; loose: clearly the one meant, but worded otherwise
// (its number is left out).
enum class LabelMatch : std::uint8_t { exact, accepted, loose };

struct LabelUse {
    LabelRole role = LabelRole::row;
    LabelMatch match = LabelMatch::exact;
    bool with_group = false;  // the group's label and the row's in one: （三）不予公开1.属于国家秘密
    std::uint16_t table = 0;
    std::uint16_t block = 0;
    std::uint16_t index = 0;  // row, group, column; for column_group: depth << 12 | first column
};

class LabelIndex {
public:
    void add(std::string_view folded, const LabelUse& use);
    // Uses of the label with this key (see label_key), best match first.
    [[nodiscard]] std::span<const LabelUse> find(std::string_view key) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    std::unordered_map<std::string, std::vector<LabelUse>, Hash, std::equal_to<>> uses_;
};

// `folded` without punctuation and white space. `scratch` keeps the characters where any had to go;
// where none had to, it is `folded` itself.
[[nodiscard]] std::string_view label_key(std::string_view folded, std::string& scratch);

// A key without the numbering that leads it ("1", "一"); nothing where there is none or nothing else would be left.
// Takes the folded label, since punctuation tells a number from a word that begins with one.
[[nodiscard]] std::string_view without_number(std::string_view folded);

}  // namespace gouji::model

// SPDX-License-Identifier: Apache-2.0
#include "engine/script/byte_set.hpp"

namespace gouji::script {

namespace {

using Words = std::array<std::uint64_t, 4>;

const std::array<Words, 26>& class_members() {
    static const std::array<Words, 26> members = [] {
        std::array<Words, 26> all{};
        for (unsigned i = 0; i < 26 * 256; ++i) {
            const bool inside = in_class(static_cast<unsigned char>(i % 256), static_cast<unsigned char>('a' + i / 256));
            all[i / 256][i % 256 / 64] |= std::uint64_t{inside} << (i % 64U);
        }
        return all;
    }();
    return members;
}

}  // namespace

ByteSet::ByteSet(std::string_view set) {
    const bool negated = set.starts_with('^');
    if (negated) set.remove_prefix(1);
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i] == '%') {
            add_class(byte_of(set[++i]));
        } else if (i + 2 < set.size() && set[i + 1] == '-') {
            for (unsigned c = byte_of(set[i]); c <= byte_of(set[i + 2]); ++c) add(c);
            i += 2;
        } else {
            add(byte_of(set[i]));
        }
    }
    if (negated) {
        for (std::uint64_t& word : words_) word = ~word;
    }
}

void ByteSet::add_class(unsigned char name) {
    if (!is_letter(name)) return add(name);
    const Words& members = class_members()[(name | 0x20U) - 'a'];
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= (name & 0x20U) == 0 ? ~members[i] : members[i];
}

}  // namespace gouji::script

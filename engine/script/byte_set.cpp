// SPDX-License-Identifier: Apache-2.0
#include "engine/script/byte_set.hpp"

#include <array>

namespace gouji::script {

namespace {

using Bytes = std::bitset<256>;

// What %a to %z stand for.
const std::array<Bytes, 26>& class_members() {
    static const std::array<Bytes, 26> members = [] {
        std::array<Bytes, 26> all;
        for (unsigned i = 0; i < 26 * 256; ++i) all[i / 256][i % 256] = in_class(static_cast<unsigned char>(i % 256), static_cast<unsigned char>('a' + i / 256));
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
            for (unsigned c = byte_of(set[i]); c <= byte_of(set[i + 2]); ++c) bytes_.set(c);
            i += 2;
        } else {
            bytes_.set(byte_of(set[i]));
        }
    }
    if (negated) bytes_.flip();
}

void ByteSet::add_class(unsigned char name) {
    if (!is_letter(name)) {
        bytes_.set(name);
        return;
    }
    const Bytes& members = class_members()[(name | 0x20U) - 'a'];
    bytes_ |= (name & 0x20U) == 0 ? ~members : members;
}

}  // namespace gouji::script

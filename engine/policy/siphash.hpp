// SPDX-License-Identifier: Apache-2.0
// SipHash-2-4 with 128 bits and a fixed key: a hash that never changes between releases, platforms and compilers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji::policy {

struct Hash128 {
    std::uint64_t low = 0;   // the first eight bytes, little-endian
    std::uint64_t high = 0;

    friend bool operator==(Hash128, Hash128) = default;
};

[[nodiscard]] Hash128 siphash128(std::string_view bytes);
[[nodiscard]] std::string to_hex(Hash128 hash);  // in byte order

}  // namespace gouji::policy

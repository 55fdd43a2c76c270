// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/sha256.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace gouji::readers {

std::string sha256_hex(std::string_view bytes) {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    sha256_digest(&context, digest.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 0xFU];
    }
    return hex;
}

}  // namespace gouji::readers

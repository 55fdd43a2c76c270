// SPDX-License-Identifier: Apache-2.0
#include "engine/policy/siphash.hpp"

#include <bit>

namespace gouji::policy {
namespace {

// The key of the reference test vectors, 00 01 … 0f: nothing is secret here.
constexpr std::uint64_t key_low = 0x0706050403020100;
constexpr std::uint64_t key_high = 0x0f0e0d0c0b0a0908;

struct State {
    std::uint64_t v0 = key_low ^ 0x736f6d6570736575;
    std::uint64_t v1 = key_high ^ 0x646f72616e646f6d ^ 0xee;
    std::uint64_t v2 = key_low ^ 0x6c7967656e657261;
    std::uint64_t v3 = key_high ^ 0x7465646279746573;

    void round() {
        v0 += v1; v1 = std::rotl(v1, 13); v1 ^= v0; v0 = std::rotl(v0, 32);
        v2 += v3; v3 = std::rotl(v3, 16); v3 ^= v2;
        v0 += v3; v3 = std::rotl(v3, 21); v3 ^= v0;
        v2 += v1; v1 = std::rotl(v1, 17); v1 ^= v2; v2 = std::rotl(v2, 32);
    }
    void absorb(std::uint64_t word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }
    std::uint64_t finish() {
        for (int i = 0; i < 4; ++i) round();
        return v0 ^ v1 ^ v2 ^ v3;
    }
};

std::uint64_t little_endian(std::string_view bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) word = (word << 8U) | static_cast<unsigned char>(bytes[i]);
    return word;
}

}  // namespace

Hash128 siphash128(std::string_view bytes) {
    State state;
    const std::uint64_t length = bytes.size();
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) state.absorb(little_endian(bytes.substr(0, 8)));
    state.absorb(little_endian(bytes) | (length << 56U));
    state.v2 ^= 0xee;
    const std::uint64_t low = state.finish();
    state.v1 ^= 0xdd;
    return {low, state.finish()};
}

std::string to_hex(Hash128 hash) {
    std::string out;
    out.reserve(32);
    for (const std::uint64_t word : {hash.low, hash.high}) {
        for (unsigned i = 0; i < 8; ++i) {
            const auto byte = static_cast<unsigned>((word >> (8U * i)) & 0xFFU);
            out += "0123456789abcdef"[byte >> 4U];
            out += "0123456789abcdef"[byte & 0xFU];
        }
    }
    return out;
}

}  // namespace gouji::policy

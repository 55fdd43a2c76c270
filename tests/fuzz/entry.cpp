// SPDX-License-Identifier: Apache-2.0
// The way in for libFuzzer: one program for each target.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    gouji::fuzz::GOUJI_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
// The SHA-256 of an input, which names its exact bytes in SARIF. The library behind it uses the processor's own instructions.
#pragma once

#include <string>
#include <string_view>

namespace gouji::readers {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace gouji::readers

// SPDX-License-Identifier: Apache-2.0
// encode(): UTF-8 back to the bytes of the encoding that decode() found, for writing a corrected report. It owns what it
// returns and knows nothing of files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji::text {

// Nothing where a character has no place in the encoding, or there is no such encoding. `marked`: with a byte order mark.
[[nodiscard]] std::optional<std::string> encode(std::string_view utf8, const std::string& encoding, bool marked);

}  // namespace gouji::text

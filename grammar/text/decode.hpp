// SPDX-License-Identifier: Apache-2.0
// decode(): bytes in any encoding that reports come in, to UTF-8. A byte order mark decides; then well-formed UTF-8; then what
// the document declares; then what the bytes look like (GB18030 with GBK and GB2312, Big5, UTF-16 without a mark, and the
// detector of ICU for the rest). Bytes that cannot be decoded are located and become U+FFFD. It owns what it returns.
// It knows nothing of files; naming the file in a message is the reader's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::text {

// One place where bytes could not be decoded.
struct Loss {
    std::size_t byte = 0;      // offset in the original
    std::uint32_t size = 1;    // bytes
    std::uint32_t offset = 0;  // of the U+FFFD in the decoded text
};

struct Decoded {
    std::string utf8;            // well-formed, without a byte order mark
    std::string encoding;        // IANA name: "UTF-8", "GB18030", "UTF-16LE", "Big5"
    bool marked = false;         // had a byte order mark
    std::vector<Loss> losses;    // the first few
    std::size_t loss_count = 0;  // all of them
};

// Nothing where the bytes are no text in any encoding known here. `declared` is what the document says of itself (an HTML
// meta element), empty where it says nothing; it is believed only as far as the bytes agree.
[[nodiscard]] std::optional<Decoded> decode(std::string bytes, std::string_view declared = {});

// The encoding that decode() would use; empty for no text.
[[nodiscard]] std::string detect_encoding(std::string_view bytes, std::string_view declared = {});

// A file name as UTF-8: unchanged where it is, else read as GB18030 (archives made on Chinese Windows), else with U+FFFD.
[[nodiscard]] std::string decode_name(std::string_view bytes);

}  // namespace gouji::text

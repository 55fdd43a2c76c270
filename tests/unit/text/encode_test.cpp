// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/encode.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "grammar/text/decode.hpp"

namespace gouji::text {

TEST_CASE("what decode() read comes back byte for byte") {
    const std::filesystem::path folder{GOUJI_ROOT "/fixtures/readers/encodings"};
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().string().find("damaged") != std::string::npos) continue;
        CAPTURE(entry.path().filename().string());
        std::ifstream stream{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
        const auto decoded = decode(bytes);
        REQUIRE(decoded);
        CHECK(encode(decoded->utf8, decoded->encoding, decoded->marked) == bytes);
        ++files;
    }
    CHECK(files >= 12);
}

TEST_CASE("a character without a place in the encoding, and an encoding that is none") {
    CHECK_FALSE(encode("龘𠀀", "Big5", false));
    CHECK_FALSE(encode("a", "no-such-encoding", false));
    CHECK(encode("，", "GB18030", false) == "\xA3\xAC");
}

}  // namespace gouji::text

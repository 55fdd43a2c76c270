// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/decode.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "grammar/text/utf8.hpp"

using namespace gouji::text;

namespace {

std::string fixture(const std::string& name) {
    std::ifstream in{std::string{GOUJI_ROOT} + "/fixtures/readers/encodings/" + name, std::ios::binary};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    REQUIRE_MESSAGE(!bytes.str().empty(), name);
    return bytes.str();
}

}  // namespace

TEST_CASE("UTF-8 is checked strictly") {
    CHECK(is_utf8("plain"));
    CHECK(is_utf8("政府信息公开，𠮷é"));
    CHECK(is_utf8("\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF4\x8F\xBF\xBF"));
    for (const std::string_view broken :
         {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80",
          "\xE6\x94", "\xE6", "\xF0\x9F\x98", "\xFE", "\xFF", "\xC3("}) {
        CAPTURE(broken.size());
        CHECK_FALSE(is_utf8(broken));
        CHECK(first_invalid_utf8("eight bytes 政府" + std::string{broken}) == 18);
    }
}

TEST_CASE("code points are encoded, and what is none becomes U+FFFD") {
    const auto encoded = [](char32_t c) {
        std::string out;
        append_utf8(out, c);
        return out;
    };
    CHECK(encoded(U'a') == "a");
    CHECK(encoded(U'é') == "é");
    CHECK(encoded(U'政') == "政");
    CHECK(encoded(U'𠮷') == "𠮷");
    CHECK(encoded(0xD800) == replacement_character);
    CHECK(encoded(0x110000) == replacement_character);
}

TEST_CASE("every encoding gives the same text") {
    struct Row {
        const char* file;
        const char* encoding;
        bool marked;
        const char* same_as;
    };
    const Row rows[] = {{"simplified.utf8.txt", "UTF-8", false, "simplified.utf8.txt"},
                        {"simplified.utf8-bom.txt", "UTF-8", true, "simplified.utf8.txt"},
                        {"simplified.utf16le-bom.txt", "UTF-16LE", true, "simplified.utf8.txt"},
                        {"simplified.utf16be-bom.txt", "UTF-16BE", true, "simplified.utf8.txt"},
                        {"simplified.utf16le.txt", "UTF-16LE", false, "simplified.utf8.txt"},
                        {"simplified.utf16be.txt", "UTF-16BE", false, "simplified.utf8.txt"},
                        {"simplified.utf32le-bom.txt", "UTF-32LE", true, "simplified.utf8.txt"},
                        {"simplified.gb2312.txt", "GB18030", false, "simplified.utf8.txt"},
                        {"rare.gb18030.txt", "GB18030", false, "rare.utf8.txt"},
                        {"traditional.gbk.txt", "GB18030", false, "traditional.utf8.txt"},
                        {"traditional.big5.txt", "Big5", false, "traditional.utf8.txt"}};
    for (const Row& row : rows) {
        CAPTURE(row.file);
        const auto decoded = decode(fixture(row.file));
        REQUIRE(decoded.has_value());
        CHECK(decoded->encoding == row.encoding);
        CHECK(decoded->marked == row.marked);
        CHECK(decoded->loss_count == 0);
        CHECK(decoded->utf8 == fixture(row.same_as));
    }
}

TEST_CASE("a few characters are enough to tell GB18030") {
    const auto decoded = decode("\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2");  // 政府信息
    REQUIRE(decoded.has_value());
    CHECK(decoded->utf8 == "政府信息");
}

TEST_CASE("undecodable bytes are located and replaced, and the rest is read") {
    const auto utf8 = decode(fixture("damaged.utf8.txt"));
    REQUIRE(utf8.has_value());
    CHECK(utf8->encoding == "UTF-8");
    REQUIRE(utf8->loss_count == 3);
    const std::string original = fixture("damaged.utf8.txt");
    CHECK(original.substr(utf8->losses[0].byte, 2) == "\xFF\xFE");
    CHECK(utf8->utf8.substr(utf8->losses[0].offset, 3) == replacement_character);
    CHECK(is_utf8(utf8->utf8));
    CHECK(utf8->utf8.find("全年主动公开政府信息128条") != std::string::npos);

    const auto gb = decode(fixture("damaged.gb2312.txt"));
    REQUIRE(gb.has_value());
    CHECK(gb->encoding == "GB18030");
    REQUIRE(gb->loss_count == 1);
    CHECK(fixture("damaged.gb2312.txt")[gb->losses[0].byte] == '\xFF');
    CHECK(gb->utf8.find("全年主动公开政府信息128条") != std::string::npos);
}

TEST_CASE("a NUL is a loss in every encoding") {
    std::string gb = fixture("simplified.gb2312.txt");
    gb += std::string(600, ' ');
    gb[gb.size() - 10] = '\0';
    const auto decoded = decode(gb);
    REQUIRE(decoded.has_value());
    CHECK(decoded->loss_count == 1);
    REQUIRE(decoded->losses.size() == 1);
    CHECK(gb[decoded->losses[0].byte] == '\0');
    CHECK(decoded->utf8.substr(decoded->losses[0].offset, 3) == replacement_character);
}

TEST_CASE("a text cut off at any byte is still read") {
    for (const char* file :
         {"simplified.utf8.txt", "simplified.gb2312.txt", "simplified.utf16le-bom.txt", "traditional.big5.txt"}) {
        const std::string whole = fixture(file);
        const auto expected = decode(whole)->utf8;
        for (std::size_t size = 40; size < whole.size(); ++size) {
            CAPTURE(file);
            CAPTURE(size);
            const auto decoded = decode(whole.substr(0, size));
            REQUIRE(decoded.has_value());
            CHECK(decoded->loss_count <= 1);
            std::string_view kept = decoded->utf8;
            if (kept.ends_with(replacement_character)) kept.remove_suffix(3);
            CHECK(expected.starts_with(kept));
        }
    }
}

TEST_CASE("what is no text has no encoding") {
    std::string noise;
    for (unsigned i = 0, state = 1; i < 4096; ++i) noise += static_cast<char>((state = state * 1103515245U + 12345U) >> 16U);
    CHECK_FALSE(decode(noise).has_value());
    CHECK_FALSE(decode(std::string(1000, '\0')).has_value());
}

TEST_CASE("a declared encoding counts where the bytes agree") {
    CHECK(detect_encoding(fixture("traditional.big5.txt"), "big5") == "Big5");
    CHECK(detect_encoding(fixture("simplified.gb2312.txt"), "gb2312") == "GB18030");
    CHECK(detect_encoding(fixture("simplified.gb2312.txt"), "utf-8") == "GB18030");
    CHECK(detect_encoding(fixture("simplified.utf8.txt"), "gb2312") == "UTF-8");
    CHECK(detect_encoding(fixture("simplified.gb2312.txt"), "big5") == "GB18030");
}

TEST_CASE("file names of Chinese archives") {
    CHECK(decode_name("报告.txt") == "报告.txt");
    CHECK(decode_name("\xB1\xA8\xB8\xE6.txt") == "报告.txt");
    CHECK(is_utf8(decode_name("a\xFF.txt")));
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "engine/output/json_stream.hpp"

namespace gouji::output {
namespace {

std::string written(const auto& write) {
    std::string out;
    JsonStream json{[&](std::string_view piece) { out += piece; }};
    write(json);
    json.flush();
    return out;
}

std::string read_back(const std::string& json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    REQUIRE_FALSE(document.HasParseError());
    return {document[0].GetString(), document[0].GetStringLength()};
}

std::string listed(const std::string& text) {
    return written([&](JsonStream& json) {
        json.open_array();
        json.value(text);
        json.close_array();
    });
}

}  // namespace

TEST_CASE("commas stand between values and members, wherever one opens or closes") {
    const std::string json = written([](JsonStream& json) {
        json.open_object();
        json.open_array("empty");
        json.close_array();
        json.member("text", "甲");
        json.open_object("inner");
        json.member("yes", true);
        json.member("none", std::optional<int>{});
        json.close_object();
        json.open_array("numbers");
        for (const int number : {-1, 0, 12}) json.value(number);
        json.value(text::Decimal::scaled(1'500'000));
        json.open_array();
        json.close_array();
        json.close_array();
        json.member(std::string{"a\"b"}, std::int64_t{-9'223'372'036'854'775'807 - 1});
        json.close_object();
    });
    CHECK(json == R"({"empty":[],"text":"甲","inner":{"yes":true,"none":null},"numbers":[-1,0,12,1.5,[]],"a\"b":-9223372036854775808})");
}

TEST_CASE("a value begins anew after restart()") {
    const std::string json = written([](JsonStream& json) {
        for (int i = 0; i < 2; ++i) {
            json.open_object();
            json.close_object();
            json.break_line();
            json.restart();
        }
    });
    CHECK(json == "{}\n{}\n");
}

TEST_CASE("what has to be escaped is, at any place of a string of any length") {
    for (int c = 0; c < 0x80; ++c) {
        const bool escaped = c < 0x20 || c == '"' || c == '\\';
        for (std::size_t length = 1; length <= 20; ++length) {
            for (std::size_t at = 0; at < length; ++at) {
                std::string text(length, 'x');
                text[at] = static_cast<char>(c);
                const std::string json = listed(text);
                REQUIRE(read_back(json) == text);
                REQUIRE((json.size() > length + 4) == escaped);
            }
        }
    }
    CHECK(listed("\x01\x1F\b\f\n\r\t\"\\/\x7F") == "[\"\\u0001\\u001F\\b\\f\\n\\r\\t\\\"\\\\/\x7F\"]");
}

TEST_CASE("long strings and characters of several bytes pass whole") {
    for (const std::size_t length : {4090U, 4096U, 4100U, 9000U}) {
        std::string text;
        while (text.size() < length) text += "甲\n𠀀\"";
        CHECK(read_back(listed(text)) == text);
        CHECK(read_back(listed(std::string(length, '\x01'))) == std::string(length, '\x01'));
    }
}

}  // namespace gouji::output

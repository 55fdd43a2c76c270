// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/readers/read.hpp"
#include "tests/unit/readers/docx_builder.hpp"

using namespace gouji::readers;
using namespace gouji::tests;

namespace {

std::vector<std::string> names(const Reading& reading) {
    std::vector<std::string> out;
    for (const Input& input : reading.inputs) out.push_back(input.path);
    return out;
}
using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("members are read as files of their own, sorted, without what is no report") {
    const std::string docx = make_docx({paragraph("一、总体情况"), {}, {}});
    const Reading reading = read_bytes("all.zip",
                                       make_zip({{"b/2.txt", "乙"},
                                                 {"a.txt", "甲"},
                                                 {"b/3.docx", docx},
                                                 {"readme.md", "x"},
                                                 {"__MACOSX/._a.txt", "x"},
                                                 {"c.html", "<p>丙</p>"}}),
                                       {});
    CHECK(names(reading) == Names{"all.zip!a.txt", "all.zip!b/2.txt", "all.zip!b/3.docx", "all.zip!c.html"});
    CHECK(reading.problems.empty());
    CHECK(reading.inputs[2].kind == Kind::docx);
    CHECK(reading.inputs[3].source.utf8() == "丙\n");
}

TEST_CASE("names in GBK and with backslashes are shown readably") {
    const Reading reading = read_bytes("z.zip", make_zip({{"\xC4\xEA\xB1\xA8\\\xB1\xA8\xB8\xE6.txt", "甲"}}), {});
    CHECK(names(reading) == Names{"z.zip!年报/报告.txt"});
}

TEST_CASE("what cannot be read in an archive is named, the rest is read") {
    const Reading reading =
        read_bytes("z.zip", make_zip({{"a.txt", ""}, {"b.txt", "乙"}, {"c.zip", make_zip({{"d.txt", "x"}})}}), {});
    CHECK(names(reading) == Names{"z.zip!b.txt"});
    REQUIRE(reading.problems.size() == 2);
    CHECK(reading.problems[0].file == "z.zip!a.txt");
    CHECK(reading.problems[1].message.en.find("inside an archive") != std::string::npos);
    CHECK(read_bytes("e.zip", make_zip({{"a.png", "x"}}), {}).problems.size() == 1);
    CHECK(read_bytes("e.zip", "PK\x03\x04 nothing", {}).problems[0].message.en.find("damaged") != std::string::npos);
    CHECK(read_bytes("e.zip", make_zip({{"a.txt", "x"}}, "secret"), {}).problems[0].message.en.find("password") !=
          std::string::npos);
}

TEST_CASE("limits on members and on what they unpack to") {
    Limits limits;
    limits.archive_members = 2;
    CHECK(read_bytes("z.zip", make_zip({{"1.txt", "x"}, {"2.txt", "x"}, {"3.txt", "x"}}), limits)
              .problems[0]
              .message.en.find("limit of 2") != std::string::npos);
    limits = {};
    limits.archive_bytes = 1U << 20U;
    const std::string half(700'000, 'a');
    const Reading reading = read_bytes("z.zip", make_zip({{"1.txt", half}, {"2.txt", half}, {"3.txt", half}}), limits);
    CHECK(names(reading) == Names{"z.zip!1.txt"});
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].message.en.find("1 MB") != std::string::npos);
}

// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/read.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "engine/readers/child_process.hpp"
#include "tests/unit/readers/scratch_folder.hpp"

using namespace gouji::readers;
using gouji::tests::ScratchFolder;

TEST_CASE("a text file is read with its name, hash and encoding") {
    const ScratchFolder folder;
    const auto file = folder.write("a.txt",
                                   "\xEF\xBB\xBF"
                                   "abc\n");
    const Reading reading = read_file(file, "a.txt", {});
    REQUIRE(reading.inputs.size() == 1);
    CHECK(reading.problems.empty());
    const Input& input = reading.inputs.front();
    CHECK(input.path == "a.txt");
    CHECK(input.source.name() == "a.txt");
    CHECK(input.source.utf8() == "abc\n");
    CHECK(input.source.encoding() == "UTF-8");
    CHECK(input.byte_count == 7);
    CHECK(input.kind == Kind::text);
    CHECK(read_bytes("b", "abc", {}).inputs.front().sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("undecodable bytes are named with their place, and the text is read") {
    const Reading reading = read_bytes("x.txt", "第一行\n第二行政\xFF府信息公开\n", {});
    REQUIRE(reading.inputs.size() == 1);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == 2);
    CHECK(reading.problems[0].file == "x.txt");
    CHECK(reading.problems[0].message.zh.find("第 23 字节") != std::string::npos);
    CHECK(reading.inputs[0].source.utf8() == "第一行\n第二行政\xEF\xBF\xBD府信息公开\n");
}

TEST_CASE("what cannot be read is a problem that names the reason") {
    const auto reason = [](std::string bytes, const Limits& limits = {}) {
        const Reading reading = read_bytes("x", std::move(bytes), limits);
        CHECK(reading.inputs.empty());
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].file == "x");
        return reading.problems[0].message.zh;
    };
    CHECK(reason("") == "文件是空的");
    CHECK(reason(" \n\t\n") == "文件中没有文字");
    CHECK(reason("\x89PNG\r\n\x1A\n" + std::string(20, '\0')).find("PNG") != std::string::npos);
    CHECK(reason(std::string("\x01\x00\x02\x00\x05\x00\x00\x00\x00\xFF", 10)).find("二进制") != std::string::npos);
    Limits small;
    small.input_bytes = 1U << 20U;
    CHECK(reason(std::string((1U << 20U) + 1, 'a'), small).find("1 MB") != std::string::npos);
    small.text_bytes = 1U << 19U;
    CHECK(reason(std::string((1U << 19U) + 1, 'a'), small).find("0.5 MB") != std::string::npos);
}

TEST_CASE("a large file is refused by its size alone") {
    const ScratchFolder folder;
    const auto file = folder.write("large.txt", "x");
    std::filesystem::resize_file(file, std::uintmax_t{40} << 30U);  // 40 GB of nothing: reading it would take a while
    const Reading reading = read_file(file, "large.txt", {});
    CHECK(reading.inputs.empty());
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].message.en.find("64 MB") != std::string::npos);
}

TEST_CASE("files that cannot be opened, and what is no file") {
    const ScratchFolder folder;
    CHECK(read_file(folder.path() / "none.txt", "none.txt", {}).problems.size() == 1);
    CHECK(read_file(folder.path(), "folder", {}).problems.size() == 1);
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK(read_file(folder.path() / "pipe", "pipe", {}).problems.size() == 1);  // and does not wait for a writer
    CHECK(read_file("/dev/zero", "zero", {}).problems.size() == 1);
}

TEST_CASE("kinds are told by content") {
    CHECK(kind_of("一、总体情况") == Kind::text);
    CHECK(kind_of("a < b") == Kind::text);
    CHECK(kind_of("<2023年> 报告") == Kind::text);
    CHECK(kind_of("\xEF\xBB\xBF\n <!DOCTYPE html><p>") == Kind::html);
    CHECK(kind_of("<p style='x'>报告</p>") == Kind::html);
    CHECK(kind_of("<?xml version='1.0'?><html xmlns='x'>") == Kind::html);
    CHECK(kind_of(std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)) == Kind::html);
    CHECK(kind_of("%PDF-1.4\n") == Kind::pdf);
    CHECK(kind_of("{\\rtf1\\ansi}") == Kind::legacy_word);
    CHECK(kind_of("PK\x03\x04 ... a.txt") == Kind::archive);
    CHECK(kind_of("PK\x03\x04 ... word/document.xml ...") == Kind::docx);
    CHECK(kind_of("PK\x03\x04 ... xl/workbook.xml ...") == Kind::binary);
    CHECK(kind_of(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 34)) ==
          Kind::legacy_word);
    CHECK(kind_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == Kind::binary);
}

TEST_CASE("old Word files need LibreOffice, and the message says so" *
          doctest::skip(find_program("soffice") || find_program("libreoffice"))) {
    const Reading reading = read_bytes("old.rtf", "{\\rtf1\\ansi text}", {});
    CHECK(reading.inputs.empty());
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].message.zh.find("LibreOffice") != std::string::npos);
    CHECK(reading.problems[0].message.zh.find(".docx") != std::string::npos);
}

TEST_CASE("LibreOffice reads what is older than .docx" * doctest::skip(!find_program("soffice") && !find_program("libreoffice"))) {
    const Reading reading = read_bytes("old.rtf",
                                       "{\\rtf1\\ansi\\ansicpg936 {\\u19968?\\u12289?\\u24635?\\u20307?\\u24773?\\u20917?\\par}"
                                       "\\trowd\\cellx2000\\cellx4000\\intbl A\\cell 12\\cell\\row\\trowd\\cellx2000\\cellx4000\\intbl B\\cell 3\\cell\\row\\pard end\\par}",
                                       {});
    CHECK(reading.problems.empty());
    REQUIRE(reading.inputs.size() == 1);
    CHECK(reading.inputs[0].kind == Kind::legacy_word);
    CHECK(reading.inputs[0].source.utf8() == "一、总体情况\nA\t12\nB\t3\nend\n");
    CHECK(reading.inputs[0].grids.size() == 1);
}

TEST_CASE("a file that changes its name but not its content keeps its kind") {
    CHECK(read_bytes("page.txt", "<html><body><p>x</p></body></html>", {}).inputs.front().kind == Kind::html);
    CHECK(read_bytes("text.html", "x", {}).inputs.front().kind == Kind::text);
}

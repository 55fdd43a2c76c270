// SPDX-License-Identifier: Apache-2.0
// Files made to bring a reader down: each ends in time, and in a message where a limit is met (docs/limits.md). The child
// process may use 4 GiB and 120 seconds of processor time, else it is killed and its exit status tells.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <zip.h>

#include <chrono>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

constexpr std::size_t mega = 1U << 20U;
constexpr std::chrono::seconds most{40};  // without optimisation, on a machine that does other things

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes) out += piece;
    return out;
}

std::string word_file(const std::string& document, const std::string& numbering = {}) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    zip_file_add(archive, "word/document.xml", zip_source_buffer(archive, document.data(), document.size(), 0), ZIP_FL_ENC_UTF_8);
    if (!numbering.empty())
        zip_file_add(archive, "word/numbering.xml", zip_source_buffer(archive, numbering.data(), numbering.size(), 0), ZIP_FL_ENC_UTF_8);
    REQUIRE(zip_close(archive) == 0);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

std::string word_body(const std::string& content) { return word_file("<w:document xmlns:w=\"w\"><w:body>" + content + "</w:body></w:document>"); }

struct Hostile {
    std::string name;
    std::string bytes;
    std::string message;  // of the limit that is met; empty: the file is checked
};

void try_on(const Hostile& hostile) {
    CAPTURE(hostile.name);
    const Folder folder;
    const std::string file = folder.write(hostile.name, hostile.bytes);
    const auto begin = std::chrono::steady_clock::now();
    const Outcome outcome = run({"check", "--isolated", "--lang", "en", "--format", "json", file});
    CHECK(std::chrono::steady_clock::now() - begin < most);
    CHECK_MESSAGE(outcome.status <= 2, outcome.err);
    rapidjson::Document json;
    json.Parse(outcome.out.c_str());
    CHECK_FALSE(json.HasParseError());
    if (hostile.message.empty()) {
        CHECK_MESSAGE(outcome.status != 2, outcome.err);
    } else {
        CHECK(outcome.status == 2);
        CHECK_MESSAGE(outcome.says(hostile.message), outcome.err);
    }
}

const std::string section = "三、收到和处理政府信息公开申请情况\n";

}  // namespace

TEST_SUITE("hostile") {
    TEST_CASE("texts without end: one line, one digit, one bracket, one heading, one row") {
        const std::vector<Hostile> all{
            {"line.txt", repeated("政府信息公开", mega), ""},
            {"digits.txt", repeated("1", mega), ""},
            {"brackets.txt", repeated("（《“", mega / 2), "the rule reported more than"},
            {"numbers.txt", repeated("共收到12件，其中3件、", mega / 2), ""},
            {"headings.txt", repeated("一、总体情况\n", mega / 4), ""},
            {"blanks.txt", std::string(2 * mega, '\n') + "x", ""},
            {"spaces.txt", std::string(2 * mega, ' ') + "x", ""},
            {"rows.txt", section + repeated("（三）不予公开\t1.属于国家秘密\t1\t2\t3\t4\t5\t6\t7\n", mega / 4), ""},
            {"labels.txt", section + repeated("属于国家秘密\n1\n", mega / 4), ""},
            {"cells.txt", repeated("1\t2\t3\t4\t5\t6\t7\t8\t9\n", mega / 2), ""},
            {"pipes.txt", repeated(std::string(200, '|') + "\n", mega / 4), ""},
            {"titles.txt", repeated("政府信息公开工作年度报告", mega / 4), ""},
        };
        for (const Hostile& each : all) try_on(each);
    }
    TEST_CASE("a text over the limit") { try_on({"long.txt", repeated("甲", 5 * mega), "limit of 4 MB"}); }
    TEST_CASE("web pages: nesting, cells, spans, tags that never end") {
        const std::string page = "<html><body>";
        const std::vector<Hostile> all{
            {"deep.html", page + repeated("<div>", mega), "nested deeper"},
            {"tables.html", page + repeated("<table><tr><td>", mega), "nested deeper"},
            {"cells.html", page + "<table>" + repeated("<tr><td>1</td><td>2</td></tr>", 4 * mega), "more elements than the limit of 500000"},
            {"spans.html", page + "<table>" + repeated("<tr><td rowspan=65534 colspan=1000>1</td></tr>", mega / 16) + "</table>" + "x", ""},
            {"formatting.html", page + repeated("<b><i><font>", mega) + "x", ""},
            {"attributes.html", page + "<p " + repeated("a=b ", mega) + ">x", ""},
            {"entities.html", page + repeated("&nbsp;&#x4e00;", mega), ""},
            {"comment.html", page + "<p>x</p>" + repeated("<!--", mega), ""},
        };
        for (const Hostile& each : all) try_on(each);
    }
    TEST_CASE("Word files: bombs, nesting, cells, entities") {
        const std::string bomb = "<w:p><w:r><w:t>" + std::string(50 * mega, ' ') + "</w:t></w:r></w:p>";
        const std::string cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
        const std::vector<Hostile> all{
            {"bomb.docx", word_body(bomb), "unpacks to more than the limit of 32 MB"},
            {"deep.docx", word_body(repeated("<w:sdt>", mega / 4)), "damaged"},
            {"nested.docx", word_body(repeated("<w:sdt>", 7U * 3000U) + repeated("</w:sdt>", 8U * 3000U)), "nested deeper"},
            {"cells.docx", word_body("<w:tbl>" + repeated("<w:tr>" + cell + cell + "</w:tr>", 12 * mega) + "</w:tbl>"), "limit of 200000"},
        };
        for (const Hostile& each : all) try_on(each);
    }
    TEST_CASE("Word files: numbers that outgrow the text") {
        const std::string numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
        const std::string numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"" +
                                      repeated("%1", 4000) + "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        const std::string document = "<w:document xmlns:w=\"w\"><w:body>" + repeated(numbered, 16 * mega) + "</w:body></w:document>";
        try_on({"numbers.docx", word_file(document, numbering), "limit of 4 MB"});
    }
    TEST_CASE("one wrong label a quarter of a million times") {
        try_on({"labels.txt", section + repeated("2.重复申请\n0\n", 2 * mega), ""});
    }
    TEST_CASE("entities of an XML document are never expanded, and no file is read for them") {
        const Folder folder;
        const std::string secret = folder.write("secret", "秘密");
        const std::string entities = "<!DOCTYPE x [<!ENTITY a \"甲甲甲甲甲甲甲甲\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY e SYSTEM \"file://" + secret + "\">]>";
        const std::string file = folder.write(
            "e.docx", word_file(entities + "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>正文&b;&e;</w:t></w:r></w:p></w:body></w:document>"));
        const Outcome outcome = run({"parse", "--format", "text", file});
        CHECK_FALSE(outcome.shows("秘密"));
        CHECK_FALSE(outcome.shows("甲甲甲甲甲甲甲甲"));
    }
}

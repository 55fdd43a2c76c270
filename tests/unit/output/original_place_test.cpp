// SPDX-License-Identifier: Apache-2.0
// Places in the original document: page, paragraph, table and cell, in the outputs that people and editors read.
#include <doctest/doctest.h>

#include "engine/output/original_place.hpp"
#include "support/sample_report.hpp"

using namespace gouji;
using namespace gouji::output;
using text::LandmarkKind;

namespace {

// Two paragraphs, a table of two rows over a page break, and a line behind it.
struct Extracted {
    text::SourceText source{"r.pdf", "甲\n乙\na\tb\nc\td\n丙\n"};
    grammar::Tree tree;
    model::Document document;
    text::Landmarks landmarks;
    ReportView view;

    Extracted() {
        tree.grids = {{grammar::Layout::structured, 0, 2, {8, 15}}};
        tree.rows = {{0, 2, {8, 11}, false}, {2, 2, {12, 15}, false}};
        tree.cells.resize(4);
        const std::uint32_t begins[] = {8, 10, 12, 14};
        for (std::size_t i = 0; i < 4; ++i) {
            tree.cells[i].span = {begins[i], begins[i] + 1};
            tree.cells[i].column = static_cast<std::uint16_t>(i % 2);
        }
        document.tree = &tree;
        view.source = &source;
        view.document = &document;
        view.landmarks = &landmarks;
    }

    [[nodiscard]] std::string name(std::uint32_t at) const { return original_name(original_place(view, {at, at + 1})); }
};

}  // namespace

TEST_CASE("pages of a PDF, and the cells of its tables") {
    Extracted pdf;
    pdf.landmarks = {{0, LandmarkKind::page, 1}, {8, LandmarkKind::table, 1}, {12, LandmarkKind::page, 2}};
    CHECK(pdf.name(0) == "page:1");
    CHECK(pdf.name(4) == "page:1");
    CHECK(pdf.name(8) == "page:1/table:1/row:1/column:1");
    CHECK(pdf.name(14) == "page:2/table:1/row:2/column:2");
    CHECK(pdf.name(16) == "page:2");
}

TEST_CASE("paragraphs and tables of a Word file or a web page") {
    Extracted word;
    word.landmarks = {{0, LandmarkKind::paragraph, 1}, {4, LandmarkKind::paragraph, 2}, {8, LandmarkKind::table, 1}, {16, LandmarkKind::paragraph, 3}};
    CHECK(word.name(0) == "paragraph:1");
    CHECK(word.name(5) == "paragraph:2");
    CHECK(word.name(10) == "table:1/row:1/column:2");
    CHECK(word.name(16) == "paragraph:3");
    CHECK(original_phrase(original_place(word.view, {10, 11}), wording(false)) == "表 1 第 1 行第 2 列");
    CHECK(original_phrase(original_place(word.view, {10, 11}), wording(true)) == "table 1, row 1, column 2");
}

TEST_CASE("a text is its own original, and what has no place has none there") {
    Extracted text;
    CHECK(text.name(4).empty());
    text.landmarks = {{0, LandmarkKind::page, 1}};
    CHECK_FALSE(original_place(text.view, {}).known());
    text.view.landmarks = nullptr;
    CHECK(text.name(4).empty());
}

TEST_CASE("text, JSON and SARIF name the place in the original") {
    tests::SampleReport report;
    report.add_usual_findings();
    const text::Landmarks landmarks{{0, LandmarkKind::paragraph, 7}};
    const auto written = [&](std::string_view format) {
        std::string out;
        const auto writer = make_writer(format, [&](std::string_view piece) { out += piece; });
        ReportView view = report.view();
        view.landmarks = &landmarks;
        writer->begin(report.run());
        writer->write_report(view);
        writer->end({});
        return out;
    };
    CHECK(written("text").find("原文位置：第 7 段") != std::string::npos);
    CHECK(written("json").find("\"original\"") != std::string::npos);
    CHECK(written("sarif").find("paragraph:7") != std::string::npos);
}

// SPDX-License-Identifier: Apache-2.0
#include "engine/stored/stored_report.hpp"

#include "engine/stored/stored_finding.hpp"

namespace gouji::stored {

namespace {

using grammar::GivenGrid;

constexpr std::uint32_t no_format = 0xFFFF'FFFF;

void write_input(ByteWriter& to, const readers::Input& input) {
    to.text(input.path);
    to.number(input.kind);
    to.text(input.source.encoding());
    to.text(input.source.utf8());
    to.text(input.sha256);
    to.number(static_cast<std::uint64_t>(input.byte_count));
    to.count(input.landmarks.size());
    for (const text::Landmark& landmark : input.landmarks) to.number(landmark);
    to.count(input.grids.size());
    for (const GivenGrid& grid : input.grids) {
        to.number(grid.span);
        to.count(grid.cells.size());
        for (const GivenGrid::GivenCell& cell : grid.cells) to.number(cell);
        to.count(grid.unsure_rows.size());
        for (const std::uint16_t row : grid.unsure_rows) to.number(row);
    }
}

readers::Input read_input(ByteReader& from) {
    readers::Input input;
    input.path = from.text();
    input.kind = from.number<readers::Kind>();
    const std::string_view encoding = from.text();
    input.source = text::SourceText{input.path, std::string{from.text()}, std::string{encoding}};
    input.sha256 = from.text();
    input.byte_count = from.number<std::uint64_t>();
    for (std::size_t left = from.count(); left > 0; --left) input.landmarks.push_back(from.number<text::Landmark>());
    for (std::size_t left = from.count(); left > 0 && from.good(); --left) {
        GivenGrid& grid = input.grids.emplace_back();
        grid.span = from.number<text::Span>();
        for (std::size_t cells = from.count(); cells > 0; --cells) grid.cells.push_back(from.number<GivenGrid::GivenCell>());
        for (std::size_t rows = from.count(); rows > 0; --rows) grid.unsure_rows.push_back(from.number<std::uint16_t>());
    }
    return input;
}

void write_problem(ByteWriter& to, const text::Problem& problem) {
    to.number(problem.kind);
    to.number(problem.line);
    to.number(problem.column);
    for (const std::string* each : {&problem.message.zh, &problem.message.en, &problem.file, &problem.excerpt, &problem.subject}) to.text(*each);
}

text::Problem read_problem(ByteReader& from) {
    text::Problem problem;
    problem.kind = from.number<text::ProblemKind>();
    problem.line = from.number<std::uint32_t>();
    problem.column = from.number<std::uint32_t>();
    for (std::string* each : {&problem.message.zh, &problem.message.en, &problem.file, &problem.excerpt, &problem.subject}) *each = from.text();
    return problem;
}

}  // namespace

void write_year(ByteWriter& to, std::optional<std::int16_t> year) {
    to.number(year.has_value());
    to.number(year.value_or(std::int16_t{0}));
}

std::optional<std::int16_t> read_year(ByteReader& from) {
    const bool known = from.number<std::uint8_t>() != 0;
    const auto year = from.number<std::int16_t>();
    return known ? std::optional{year} : std::nullopt;
}

void write_format(ByteWriter& to, const model::Format* format, const std::vector<model::Format>& formats) {
    to.number(format == nullptr ? no_format : static_cast<std::uint32_t>(format - formats.data()));
}

const model::Format* read_format(ByteReader& from, const std::vector<model::Format>& formats) {
    const auto index = from.number<std::uint32_t>();
    return index < formats.size() ? &formats[index] : nullptr;
}

std::string write_report(const ReportParts& report, const Known& known) {
    ByteWriter to;
    write_input(to, *report.input);
    to.text(report.document->agency);
    write_year(to, report.document->year);
    write_format(to, report.document->format, *known.formats);
    to.count(report.unread);
    to.count(report.findings->size());
    for (const finding::JudgedFinding& judged : *report.findings) write_finding(to, judged.finding, *known.rules, nullptr);
    to.count(report.problems->size());
    for (const text::Problem& problem : *report.problems) write_problem(to, problem);
    return to.take();
}

std::optional<StoredReport> read_report(std::string_view bytes, const Known& known) {
    ByteReader from{bytes};
    StoredReport report;
    report.input = read_input(from);
    report.agency = from.text();
    report.year = read_year(from);
    report.format = read_format(from, *known.formats);
    report.unread = from.number<std::uint32_t>();
    Sources none;  // a report checked by itself points into no other
    for (std::size_t left = from.count(); left > 0 && from.good(); --left) {
        report.findings.push_back(read_finding(from, *known.rules, report.input.source, none));
    }
    for (std::size_t left = from.count(); left > 0 && from.good(); --left) report.problems.push_back(read_problem(from));
    if (!from.good() || !none.empty()) return std::nullopt;
    return report;
}

}  // namespace gouji::stored

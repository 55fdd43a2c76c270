// SPDX-License-Identifier: Apache-2.0
// Record (记录): what rules across reports need of one report, small enough that a province fits on one machine. `gouji check`
// on several files and `gouji cross` both work on records and never on documents, and a record that was written as a JSON line
// and read back is the same, so that the two ways cannot differ. A record owns everything; of the report's text it has the lines
// that its places need.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cross/agency.hpp"
#include "engine/cross/sketch.hpp"
#include "engine/model/document.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::cross {

using text::Decimal;
using text::Span;

struct RecordFigure {
    model::FigureState state = model::FigureState::absent;
    Decimal value;
    Span span;                     // in Record::source
    std::string unit;              // as written; empty: the format's
    std::int64_t unit_factor = 1;
};

struct Record {
    // The report's lines that hold a place, each at its own number; the others are empty. Its name is the path.
    std::unique_ptr<text::SourceText> source;
    std::string kind;
    std::string sha256;
    std::size_t byte_count = 0;
    std::string agency;               // as the title has it
    AgencyName name;                  // made from it
    std::optional<std::int16_t> year;
    const model::Format* format = nullptr;
    Span title;
    std::vector<RecordFigure> figures;  // by FigureIndex of `format`
    std::uint32_t unread = 0;         // figures that could not be read with certainty
    Sketch prose;

    [[nodiscard]] const std::string& path() const { return source->name(); }
};

// Of the document of one report.
struct RecordSource {
    const std::string* path = nullptr;
    std::string_view kind;
    std::string_view sha256;
    std::size_t byte_count = 0;
    const model::Document* document = nullptr;
    std::size_t unread = 0;
};
[[nodiscard]] Record make_record(const RecordSource& source);

[[nodiscard]] std::string write_record(const Record& record);  // a JSON line without its end

// `formats` outlive the record. A line that is no record, or one that another version of a format made, is a problem.
[[nodiscard]] text::Result<Record> read_record(std::string_view line, const std::vector<model::Format>& formats);

// An input that gave no report, as a line among the records: whoever joins them has to know what they lack.
[[nodiscard]] std::string write_unread(const text::Problem& problem);
[[nodiscard]] std::optional<text::Problem> read_unread(std::string_view line);

// The path alone, without reading the rest.
[[nodiscard]] std::optional<std::string> path_of_record(std::string_view line);

// The names and order of a format's figures in 16 hex digits: a record is read only with the figures it was written with.
[[nodiscard]] std::string figure_set(const model::Format& format);

// Whether some figure that both have read is not the same.
[[nodiscard]] bool figures_differ(const Record& a, const Record& b);

// For the writers: agency, year and format as a document that has nothing else.
[[nodiscard]] model::Document outline_of(const Record& record);

}  // namespace gouji::cross

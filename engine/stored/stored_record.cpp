// SPDX-License-Identifier: Apache-2.0
#include "engine/stored/stored_record.hpp"

#include "engine/stored/bytes.hpp"
#include "engine/stored/stored_report.hpp"

namespace gouji::stored {

namespace {

using cross::Record;
using cross::RecordFigure;
using model::FigureState;

void write_figure(ByteWriter& to, const RecordFigure& figure) {
    to.number(figure.state);
    if (figure.state == FigureState::absent) return;
    if (figure.state == FigureState::value) to.number(figure.value.units());
    to.number(figure.span);
    to.number(!figure.unit.empty());
    if (figure.unit.empty()) return;
    to.text(figure.unit);
    to.number(figure.unit_factor);
}

RecordFigure read_figure(ByteReader& from) {
    RecordFigure figure;
    figure.state = from.number<FigureState>();
    if (figure.state == FigureState::absent) return figure;
    if (figure.state == FigureState::value) figure.value = text::Decimal::scaled(from.number<std::int64_t>());
    figure.span = from.number<text::Span>();
    if (from.number<std::uint8_t>() == 0) return figure;
    figure.unit = from.text();
    figure.unit_factor = from.number<std::int64_t>();
    return figure;
}

}  // namespace

std::string write_record(const Record& record, const std::vector<model::Format>& formats) {
    ByteWriter to;
    to.text(record.path());
    to.text(record.source->encoding());
    to.text(record.source->utf8());
    to.text(record.kind);
    to.text(record.sha256);
    to.number(static_cast<std::uint64_t>(record.byte_count));
    to.text(record.agency);
    write_year(to, record.year);
    write_format(to, record.format, formats);
    to.number(record.title);
    to.count(record.figures.size());
    for (const RecordFigure& figure : record.figures) write_figure(to, figure);
    to.number(record.unread);
    to.number(record.prose);
    return to.take();
}

std::optional<Record> read_record(std::string_view bytes, const std::vector<model::Format>& formats) {
    ByteReader from{bytes};
    Record record;
    const std::string_view path = from.text();
    const std::string_view encoding = from.text();
    record.source = std::make_unique<text::SourceText>(std::string{path}, std::string{from.text()}, std::string{encoding});
    record.kind = from.text();
    record.sha256 = from.text();
    record.byte_count = from.number<std::uint64_t>();
    record.agency = from.text();
    record.name = cross::read_agency(record.agency);
    record.year = read_year(from);
    record.format = read_format(from, formats);
    record.title = from.number<text::Span>();
    const std::size_t figures = from.count();
    record.figures.reserve(figures);
    for (std::size_t i = 0; i < figures && from.good(); ++i) record.figures.push_back(read_figure(from));
    record.unread = from.number<std::uint32_t>();
    record.prose = from.number<cross::Sketch>();
    if (!from.good()) return std::nullopt;
    return record;
}

}  // namespace gouji::stored

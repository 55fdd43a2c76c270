// SPDX-License-Identifier: Apache-2.0
#include "engine/output/figure_rows.hpp"

#include <unordered_set>

#include "engine/output/escape.hpp"
#include "engine/output/json_stream.hpp"
#include "engine/output/parse_names.hpp"
#include "engine/output/visible.hpp"

namespace gouji::output {
namespace {

using model::Figure;
using model::FigureState;

std::string cell(const Figure& figure) {
    switch (figure.state) {
        case FigureState::value: return figure.value.to_string();
        case FigureState::blank: return {};
        case FigureState::unbound: return "#unbound";
        case FigureState::absent: return "#absent";
        case FigureState::mark:
        case FigureState::text: break;
    }
    return csv_field(visible(figure.text));
}

}  // namespace

FigureRows::FigureRows(const std::vector<model::Format>& formats, bool csv) : csv_{csv} {
    std::unordered_set<std::string> known;
    for (const model::Format& format : formats) {
        for (const model::FigureSpec& figure : format.figures) {
            if (known.insert(figure.id).second) columns_.push_back(figure.id);
        }
    }
}

std::string FigureRows::head() const {
    if (!csv_) return {};
    std::string line = "\xEF\xBB\xBFpath,agency,year,format";
    for (const std::string& column : columns_) line += ',' + column;
    return line + "\r\n";
}

std::string FigureRows::row(const std::string& path, const model::Document& document) const {
    return csv_ ? csv_row(path, document) : json_row(path, document);
}

std::string FigureRows::csv_row(const std::string& path, const model::Document& document) const {
    std::string line = csv_field(visible(path)) + ',' + csv_field(visible(document.agency)) + ',';
    if (document.year) line += std::to_string(*document.year);
    line += ',';
    if (document.format != nullptr) line += document.format->id;
    for (const std::string& column : columns_) {
        const auto index = document.format == nullptr ? model::no_figure : document.format->find_figure(column);
        line += ',';
        line += index == model::no_figure ? "#absent" : cell(document.figures[index]);
    }
    return line + "\r\n";
}

std::string FigureRows::json_row(const std::string& path, const model::Document& document) const {
    std::string line;
    JsonStream json{[&](std::string_view bytes) { line += bytes; }};
    json.open_object();
    json.member("path", path);
    json.member("agency", document.agency);
    json.member("year", document.year);
    json.key("format");
    document.format == nullptr ? json.null() : json.value(document.format->id);
    json.open_object("figures");
    for (std::size_t i = 0; i < document.figures.size(); ++i) {
        const Figure& figure = document.figures[i];
        json.open_object(document.format->figures[i].id);
        json.member("state", to_string(figure.state));
        if (figure.state == FigureState::value) json.member("value", figure.value);
        if (figure.state == FigureState::mark || figure.state == FigureState::text) json.member("text", figure.text);
        json.member_if("unit", figure.unit);
        json.close_object();
    }
    json.close_object();
    json.close_object();
    json.flush();
    return line + '\n';
}

}  // namespace gouji::output

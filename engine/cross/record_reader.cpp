// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <array>

#include "engine/cross/record.hpp"
#include "engine/cross/state_names.hpp"

namespace gouji::cross {

namespace {

using model::FigureState;
using rapidjson::Value;

constexpr std::uint32_t most_lines = 10'000'000;  // a record that speaks of a later line is no record
constexpr std::array<std::string_view, 6> states{"absent", "unbound", "blank", "mark", "text", "value"};  // by FigureState

text::Problem problem(std::string zh, std::string en) {
    text::Problem problem;
    problem.kind = text::ProblemKind::input;
    problem.message = {std::move(zh), std::move(en)};
    return problem;
}

std::string_view text_of(const Value& value) { return value.IsString() ? std::string_view{value.GetString(), value.GetStringLength()} : std::string_view{}; }

const Value& member(const Value& object, const char* key) {
    static const Value nothing;
    const auto found = object.IsObject() ? object.FindMember(key) : Value::ConstMemberIterator{};
    return object.IsObject() && found != object.MemberEnd() ? found->value : nothing;
}

std::uint32_t unsigned_of(const Value& value) { return value.IsUint() ? value.GetUint() : 0; }

// Numbers of figures are read as they are written: no digit may change.
std::optional<Decimal> decimal_of(const Value& value) {
    if (value.IsInt64()) return Decimal::read(std::to_string(value.GetInt64()));
    if (value.IsNumber()) return Decimal::read(fmt::format("{:.6f}", value.GetDouble()));
    return std::nullopt;
}

class RecordReader {
public:
    explicit RecordReader(const std::vector<model::Format>& formats) : formats_{formats} {}

    text::Result<Record> read(std::string_view line) {
        rapidjson::Document json;
        json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
        if (json.HasParseError() || !json.IsObject() || unsigned_of(member(json, "gouji_record")) != record_version) {
            return tl::unexpected{problem("这一行不是报告记录（gouji check --format record 写出的一行）", "this line is no record as gouji check --format record writes it")};
        }
        head(json);
        lines(member(json, "lines"), text_of(member(json, "path")), text_of(member(json, "encoding")));
        record_.title = place(member(json, "title"), 0);
        if (auto wrong = figures(json)) return tl::unexpected{std::move(*wrong)};
        auto sketch = Sketch::from_hex(text_of(member(member(json, "prose"), "minhash")), unsigned_of(member(member(json, "prose"), "characters")));
        if (!sketch || !good_) return tl::unexpected{problem("报告记录不完整", "the record is not complete")};
        record_.prose = *sketch;
        return std::move(record_);
    }

private:
    void head(const Value& json) {
        record_.kind = text_of(member(json, "kind"));
        record_.sha256 = text_of(member(json, "sha256"));
        record_.byte_count = member(json, "bytes").IsUint64() ? member(json, "bytes").GetUint64() : 0;
        record_.agency = text_of(member(member(json, "agency"), "title"));
        record_.name = read_agency(record_.agency);
        record_.unread = unsigned_of(member(json, "unread"));
        if (const Value& year = member(json, "year"); year.IsInt()) record_.year = static_cast<std::int16_t>(year.GetInt());
    }

    // The text of the report as far as the record has it.
    void lines(const Value& list, std::string_view path, std::string_view encoding) {
        std::string text;
        std::uint32_t line = 1;
        starts_.push_back(0);
        good_ = list.IsArray() && !path.empty();
        if (!good_) return;
        for (const Value& each : list.GetArray()) {
            const std::uint32_t number = each.IsArray() && each.Size() == 2 ? unsigned_of(each[0]) : 0;
            if (number < line || number > most_lines) return static_cast<void>(good_ = false);
            for (; line < number; ++line) {
                text += '\n';
                starts_.push_back(static_cast<std::uint32_t>(text.size()));
            }
            text += text_of(each[1]);
        }
        size_ = static_cast<std::uint32_t>(text.size());
        record_.source = std::make_unique<text::SourceText>(std::string{path}, std::move(text), std::string{encoding});
    }

    Span place(const Value& list, rapidjson::SizeType at) {
        if (!list.IsArray() || list.Size() < at + 3) return {};
        const std::uint32_t line = unsigned_of(list[at]);
        if (line == 0 || line > starts_.size()) return {};
        const std::uint32_t end = line < starts_.size() ? starts_[line] - 1 : size_;
        const auto offset = [&](const Value& column) { return std::min(starts_[line - 1] + std::min(unsigned_of(column), end), end); };
        return {offset(list[at + 1]), offset(list[at + 2])};
    }

    std::optional<text::Problem> figures(const Value& json) {
        const std::string_view id = text_of(member(json, "format"));
        if (id.empty()) return std::nullopt;
        const auto format = std::find_if(formats_.begin(), formats_.end(), [&](const auto& each) { return each.id == id; });
        const Value& list = member(json, "figures");
        const bool same = format != formats_.end() && list.IsArray() && list.Size() == format->figures.size() &&
                          text_of(member(json, "figure_set")) == figure_set(*format);
        if (!same) {
            return problem(fmt::format("报告记录由另一版本的格式 {} 写出，请重新生成", id), fmt::format("the record was written with another version of format {}; write it anew", id));
        }
        record_.format = &*format;
        record_.figures.reserve(list.Size());
        for (const Value& each : list.GetArray()) record_.figures.push_back(figure(each));
        return std::nullopt;
    }

    RecordFigure figure(const Value& list) {
        RecordFigure figure;
        const auto state = list.IsArray() && list.Size() > 0 ? figure_state(text_of(list[0])) : std::nullopt;
        good_ = good_ && state.has_value();
        if (!state || *state == FigureState::absent || list.Size() < 5) return figure;
        figure.state = *state;
        figure.span = place(list, 2);
        const auto value = decimal_of(list[1]);
        if (value) figure.value = *value;
        good_ = good_ && value.has_value() == (*state == FigureState::value);
        if (list.Size() >= 7) {
            figure.unit = text_of(list[5]);
            if (list[6].IsInt64() && list[6].GetInt64() > 0) figure.unit_factor = list[6].GetInt64();
        }
        return figure;
    }

    const std::vector<model::Format>& formats_;
    Record record_;
    std::vector<std::uint32_t> starts_;  // of lines
    std::uint32_t size_ = 0;
    bool good_ = false;
};

}  // namespace

std::string_view name_of(FigureState state) { return states[static_cast<std::size_t>(state)]; }

std::optional<FigureState> figure_state(std::string_view name) {
    const auto found = std::find(states.begin(), states.end(), name);
    return found == states.end() ? std::nullopt : std::optional{static_cast<FigureState>(found - states.begin())};
}

text::Result<Record> read_record(std::string_view line, const std::vector<model::Format>& formats) { return RecordReader{formats}.read(line); }

std::optional<text::Problem> read_unread(std::string_view line) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    if (json.HasParseError() || unsigned_of(member(json, "gouji_record")) != record_version) return std::nullopt;
    const Value& what = member(json, "problem");
    if (!what.IsObject()) return std::nullopt;
    text::Problem told = problem(std::string{text_of(member(what, "zh"))}, std::string{text_of(member(what, "en"))});
    told.file = text_of(member(json, "path"));
    told.line = unsigned_of(member(what, "line"));
    told.column = unsigned_of(member(what, "column"));
    told.excerpt = text_of(member(what, "excerpt"));
    told.subject = text_of(member(what, "subject"));
    return told;
}

std::optional<std::string> path_of_record(std::string_view line) {
    constexpr std::string_view key = "\"path\":";  // it stands at the front, where write_record() puts it
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos || at > 64) return std::nullopt;
    std::size_t end = line.find('"', at + key.size() + 1);
    while (end != std::string_view::npos && line[end - 1] == '\\') end = line.find('"', end + 1);
    if (end == std::string_view::npos) return std::nullopt;
    rapidjson::Document json;
    const std::string_view literal = line.substr(at + key.size(), end + 1 - at - key.size());
    json.Parse(literal.data(), literal.size());
    return json.IsString() ? std::optional{std::string{text_of(json)}} : std::nullopt;
}

bool figures_differ(const Record& a, const Record& b) {
    if (a.format == nullptr || b.format == nullptr) return false;
    for (model::FigureIndex i = 0; i < a.figures.size(); ++i) {
        const auto other = a.format == b.format ? i : b.format->find_figure(a.format->figures[i].id);
        if (other == model::no_figure) continue;
        const RecordFigure& left = a.figures[i];
        const RecordFigure& right = b.figures[other];
        const bool comparable = left.state == FigureState::value && right.state == FigureState::value && left.unit == right.unit;
        if (comparable && left.value != right.value) return true;
    }
    return false;
}

model::Document outline_of(const Record& record) {
    model::Document document;
    document.source = record.source.get();
    document.format = record.format;
    document.agency = record.agency;
    document.year = record.year;
    return document;
}

}  // namespace gouji::cross

// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <map>

#include "engine/cross/record.hpp"
#include "engine/cross/state_names.hpp"

namespace gouji::cross {

namespace {

using model::FigureState;
using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, std::string_view text) { json.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

void put_member(Json& json, const char* key, std::string_view text) {
    json.Key(key);
    put(json, text);
}

class RecordWriter {
public:
    explicit RecordWriter(const Record& record) : record_{record}, text_{*record.source} {}

    std::string write() {
        json_.StartObject();
        json_.Key("gouji_record");
        json_.Int(record_version);
        member("path", record_.path());
        member("kind", record_.kind);
        member("encoding", text_.encoding());
        json_.Key("bytes");
        json_.Uint64(record_.byte_count);
        member("sha256", record_.sha256);
        agency();
        json_.Key("year");
        record_.year ? json_.Int(*record_.year) : json_.Null();
        json_.Key("title");
        place(record_.title);
        json_.Key("unread");
        json_.Uint(record_.unread);
        figures();
        lines();
        prose();
        json_.EndObject();
        return {buffer_.GetString(), buffer_.GetSize()};
    }

private:
    void string(std::string_view text) { put(json_, text); }
    void member(const char* key, std::string_view text) { put_member(json_, key, text); }

    void agency() {
        json_.Key("agency");
        json_.StartObject();
        member("title", record_.agency);
        member("name", record_.name.key);
        member("region", record_.name.region);
        member("level", record_.name.level);
        json_.EndObject();
    }

    // Line, and first and last byte in it: all that is needed together with the line itself.
    void position(Span span) {
        const std::uint32_t line = text_.line_of(span.begin);
        const std::uint32_t begin = text_.line_span(line).begin;
        json_.Uint(line);
        json_.Uint(span.begin - begin);
        json_.Uint(span.end - begin);
    }

    void place(Span span) {
        json_.StartArray();
        if (!span.empty()) position(span);
        json_.EndArray();
    }

    void figures() {
        json_.Key("format");
        if (record_.format == nullptr) {
            json_.Null();
            return;
        }
        string(record_.format->id);
        member("figure_set", figure_set(*record_.format));
        json_.Key("figures");
        json_.StartArray();
        for (const RecordFigure& each : record_.figures) figure(each);
        json_.EndArray();
    }

    void figure(const RecordFigure& figure) {
        json_.StartArray();
        string(name_of(figure.state));
        if (figure.state != FigureState::absent) {
            if (figure.state == FigureState::value) {
                const std::string number = figure.value.to_string();
                json_.RawValue(number.data(), number.size(), rapidjson::kNumberType);
            } else {
                json_.Null();
            }
            position(figure.span);
            if (!figure.unit.empty()) {
                string(figure.unit);
                json_.Int64(figure.unit_factor);
            }
        }
        json_.EndArray();
    }

    // The last one in any case: the lines before it can be counted.
    void lines() {
        json_.Key("lines");
        json_.StartArray();
        for (std::uint32_t line = 1; line <= text_.line_count(); ++line) {
            const Span whole = text_.line_span(line);
            if (whole.empty() && line != text_.line_count()) continue;
            json_.StartArray();
            json_.Uint(line);
            string(text_.slice(whole));
            json_.EndArray();
        }
        json_.EndArray();
    }

    void prose() {
        json_.Key("prose");
        json_.StartObject();
        json_.Key("characters");
        json_.Uint(record_.prose.characters());
        member("minhash", record_.prose.to_hex());
        json_.EndObject();
    }

    const Record& record_;
    const text::SourceText& text_;
    rapidjson::StringBuffer buffer_;
    Json json_{buffer_};
};

// FNV-1a.
std::uint64_t digest(const model::Format& format) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const model::FigureSpec& figure : format.figures) {
        for (const char c : figure.id + '\n') hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return hash;
}

}  // namespace

std::string write_record(const Record& record) { return RecordWriter{record}.write(); }

std::string write_unread(const text::Problem& problem) {
    rapidjson::StringBuffer buffer;
    Json json{buffer};
    json.StartObject();
    json.Key("gouji_record");
    json.Int(record_version);
    put_member(json, "path", problem.file);
    json.Key("problem");
    json.StartObject();
    put_member(json, "zh", problem.message.zh);
    put_member(json, "en", problem.message.en);
    json.Key("line");
    json.Uint(problem.line);
    json.Key("column");
    json.Uint(problem.column);
    put_member(json, "excerpt", problem.excerpt);
    put_member(json, "subject", problem.subject);
    json.EndObject();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string figure_set(const model::Format& format) {
    // A format never changes while the program runs, and workers write thousands of records of it.
    thread_local std::map<const model::Format*, std::string> known;
    std::string& hex = known[&format];
    if (hex.empty()) {
        const std::uint64_t hash = digest(format);
        for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[hash >> static_cast<unsigned>(shift) & 0xFU];
    }
    return hex;
}

}  // namespace gouji::cross

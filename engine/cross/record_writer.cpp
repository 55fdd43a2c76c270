// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

#include "engine/cross/record.hpp"
#include "engine/cross/state_names.hpp"

namespace gouji::cross {

namespace {

using model::Document;
using model::Figure;
using model::FigureState;

constexpr std::uint32_t longest_line = 1U << 16U;  // a place on a longer line is given by its line alone

class RecordWriter {
public:
    explicit RecordWriter(const RecordSource& source) : record_{source}, document_{*source.document}, text_{*document_.source} {}

    WrittenRecord write() {
        json_.StartObject();
        json_.Key("gouji_record");
        json_.Int(record_version);
        member("path", *record_.path);
        member("kind", record_.kind);
        member("encoding", text_.encoding());
        json_.Key("bytes");
        json_.Uint64(record_.byte_count);
        member("sha256", record_.sha256);
        agency();
        json_.Key("year");
        document_.year ? json_.Int(*document_.year) : json_.Null();
        json_.Key("title");
        place(document_.title_span);
        figures();
        lines();
        prose();
        json_.EndObject();
        return {{buffer_.GetString(), buffer_.GetSize()}, sketch_};
    }

private:
    void string(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void member(const char* key, std::string_view text) {
        json_.Key(key);
        string(text);
    }

    void agency() {
        const AgencyName name = read_agency(document_.agency);
        json_.Key("agency");
        json_.StartObject();
        member("title", document_.agency);
        member("name", name.key);
        member("region", name.region);
        member("level", name.level);
        json_.EndObject();
    }

    // Line, and first and last byte in it: cheap to find, and all that is needed together with the line itself.
    void position(text::Span span) {
        const std::uint32_t line = text_.line_of(span.begin);
        const text::Span whole = text_.line_span(line);
        const bool short_line = whole.size() <= longest_line;
        if (lines_.empty() || lines_.back() != line) lines_.push_back(line);
        json_.Uint(line);
        json_.Uint(short_line ? std::min(span.begin, whole.end) - whole.begin : 0);
        json_.Uint(short_line ? std::clamp(span.end, whole.begin, whole.end) - whole.begin : 0);
    }

    void place(text::Span span) {
        json_.StartArray();
        if (!span.empty()) position(span);
        json_.EndArray();
    }

    void figures() {
        json_.Key("format");
        if (document_.format == nullptr) {
            json_.Null();
            return;
        }
        string(document_.format->id);
        member("figure_set", figure_set(*document_.format));
        json_.Key("figures");
        json_.StartArray();
        for (const Figure& each : document_.figures) figure(each);
        json_.EndArray();
    }

    void figure(const Figure& figure) {
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

    void lines() {
        std::sort(lines_.begin(), lines_.end());
        lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
        json_.Key("lines");
        json_.StartArray();
        for (const std::uint32_t line : lines_) {
            const text::Span whole = text_.line_span(line);
            json_.StartArray();
            json_.Uint(line);
            string(whole.size() <= longest_line ? text_.slice(whole) : std::string_view{});
            json_.EndArray();
        }
        json_.EndArray();
    }

    void prose() {
        for (const grammar::Paragraph& paragraph : document_.tree->paragraphs) sketch_.add_paragraph(document_.tree->prose_of(paragraph.prose));
        json_.Key("prose");
        json_.StartObject();
        json_.Key("characters");
        json_.Uint(sketch_.characters());
        member("minhash", sketch_.to_hex());
        json_.EndObject();
    }

    const RecordSource& record_;
    const Document& document_;
    const text::SourceText& text_;
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
    std::vector<std::uint32_t> lines_;
    Sketch sketch_;
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

WrittenRecord write_record(const RecordSource& source) { return RecordWriter{source}.write(); }

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

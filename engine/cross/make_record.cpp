// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "engine/cross/record.hpp"

namespace gouji::cross {

namespace {

constexpr std::uint32_t longest_line = 1U << 16U;  // a place on a longer line is given by its line alone

class RecordMaker {
public:
    explicit RecordMaker(const RecordSource& source) : from_{source}, document_{*source.document}, text_{*document_.source} {}

    Record make() {
        Record record;
        record.kind = from_.kind;
        record.sha256 = from_.sha256;
        record.byte_count = from_.byte_count;
        record.agency = document_.agency;
        record.name = read_agency(document_.agency);
        record.year = document_.year;
        record.format = document_.format;
        record.unread = static_cast<std::uint32_t>(from_.unread);
        find_lines();
        record.source = std::make_unique<text::SourceText>(*from_.path, keep_lines(), text_.encoding());
        if (!document_.title_span.empty()) record.title = place(document_.title_span);
        if (document_.format != nullptr) {
            record.figures.reserve(document_.figures.size());
            for (const model::Figure& each : document_.figures) record.figures.push_back(figure(each));
        }
        for (const grammar::Paragraph& paragraph : document_.tree->paragraphs) record.prose.add_paragraph(document_.tree->prose_of(paragraph.prose));
        return record;
    }

private:
    struct Line {
        std::uint32_t number = 0;
        Span whole;              // in the report
        std::uint32_t kept = 0;  // where it begins in the record
        [[nodiscard]] bool is_short() const { return whole.size() <= longest_line; }
    };

    // The lines that hold a place.
    void find_lines() {
        std::vector<std::uint32_t> numbers;
        const auto add = [&](Span span) {
            const std::uint32_t line = text_.line_of(span.begin);
            if (numbers.empty() || numbers.back() != line) numbers.push_back(line);
        };
        if (!document_.title_span.empty()) add(document_.title_span);
        for (const model::Figure& each : document_.figures) {
            if (document_.format != nullptr && each.state != model::FigureState::absent) add(each.span);
        }
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        for (const std::uint32_t number : numbers) lines_.push_back({number, text_.line_span(number), 0});
    }

    std::string keep_lines() {
        std::string kept;
        std::uint32_t number = 1;
        for (Line& line : lines_) {
            kept.append(line.number - number, '\n');
            number = line.number;
            line.kept = static_cast<std::uint32_t>(kept.size());
            if (line.is_short()) kept += text_.slice(line.whole);
        }
        return kept;
    }

    // In the record's text.
    [[nodiscard]] Span place(Span span) const {
        const auto after = std::upper_bound(lines_.begin(), lines_.end(), span.begin, [](std::uint32_t at, const Line& line) { return at < line.whole.begin; });
        const Line& line = *std::prev(after);
        if (!line.is_short()) return {line.kept, line.kept};
        const auto offset = [&](std::uint32_t at) { return std::clamp(at, line.whole.begin, line.whole.end) - line.whole.begin + line.kept; };
        return {offset(span.begin), offset(span.end)};
    }

    [[nodiscard]] RecordFigure figure(const model::Figure& figure) const {
        RecordFigure made;
        if (figure.state == model::FigureState::absent) return made;
        made.state = figure.state;
        if (figure.state == model::FigureState::value) made.value = figure.value;
        made.span = place(figure.span);
        if (!figure.unit.empty()) {
            made.unit = figure.unit;
            made.unit_factor = figure.unit_factor;
        }
        return made;
    }

    const RecordSource& from_;
    const model::Document& document_;
    const text::SourceText& text_;
    std::vector<Line> lines_;
};

}  // namespace

Record make_record(const RecordSource& source) { return RecordMaker{source}.make(); }

}  // namespace gouji::cross

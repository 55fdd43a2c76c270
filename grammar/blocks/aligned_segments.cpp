// SPDX-License-Identifier: Apache-2.0
#include "grammar/blocks/aligned_segments.hpp"

#include <algorithm>

namespace gouji::grammar::aligned {
namespace {

class Reader {
public:
    Reader(const GridSource& from, Measure measure, bool places_hold = true)
        : from_{from}, measure_{measure}, places_hold_{places_hold} {}

    std::vector<Segment> read(const GridLines& grid) {
        segments_.emplace_back();
        for (std::uint32_t at = grid.first; at < grid.end; ++at) take(from_.lines[at]);
        flush();
        return std::move(segments_);
    }

private:
    void take(const Line& line) {
        if (is_break(line)) {
            in_header_ = line.kind == LineKind::blank && holds_header();
            if (!in_header_) flush();
            page_ = page_ || line.kind == LineKind::page_mark;
            touching_ = false;
            return;
        }
        AlignedLine words = read_line(from_.source, line, measure_);
        if (words.words.empty()) return;  // nothing but characters that cannot be seen
        if (in_header_ && (words.use == LineUse::figures || !is_header(words))) flush();
        in_header_ = false;
        if (words.use == LineUse::figures) {
            take_figures(words);
        } else if (words.use == LineUse::label && waiting_.empty() && touching_ && continues(line, words)) {
            last_row().labels.back().push_back(words.words.front());
        } else {
            waiting_.push_back(std::move(words));
        }
    }

    // Words without a number of their own, under the label of the row above.
    [[nodiscard]] bool continues(const Line& line, const AlignedLine& words) {
        if (line.number.style != Numbering::absent || line.indent == 0 || last_row().labels.empty()) return false;
        return last_row().labels.back().front().overlaps(words.words.front());
    }

    DraftRow& last_row() { return segments_.back().rows.back(); }

    DraftRow& open_draft() {
        DraftRow& row = segments_.back().rows.emplace_back();
        row.after_break = page_;
        page_ = false;
        touching_ = true;
        return row;
    }

    void take_figures(const AlignedLine& words) {
        std::vector<std::vector<Word>> labels;
        if (!words.has_label()) labels = take_wrapped_label();
        flush();
        DraftRow& row = open_draft();
        row.labels = std::move(labels);
        for (const Word& word : words.words) {
            if (word.figure) row.figures.push_back(word);
            else row.labels.push_back({word});
        }
    }

    // The label lines right above a line of bare figures, up to the one that is numbered, are the label of that row.
    std::vector<std::vector<Word>> take_wrapped_label() {
        constexpr std::size_t most = 3;
        std::vector<Word> pieces;
        std::size_t first = waiting_.size();
        for (bool numbered = false; first > 0 && !numbered; --first) {
            const AlignedLine& line = waiting_[first - 1];
            if (is_header(line) || (!pieces.empty() && !pieces.front().overlaps(line.words.front()))) break;
            pieces.insert(pieces.begin(), line.words.front());
            numbered = line.numbered;
        }
        if (pieces.empty() || pieces.size() > most) return {};
        waiting_.resize(first);
        return {pieces};
    }

    // Lines without figures: several words make a header and begin a segment, one word is a row of its own. Without places
    // nothing tells what stands over what, and each line is taken by itself.
    void flush() {
        if (holds_header()) {
            open_segment(waiting_);
        } else {
            for (std::size_t i = 0; i < waiting_.size();) {
                if (is_header(waiting_[i])) open_segment({waiting_[i++]});
                else i = add_label(i);
            }
        }
        touching_ = touching_ && waiting_.empty();
        waiting_.clear();
    }

    // Lines that make one header together, with blank ones between them or not.
    [[nodiscard]] bool holds_header() const {
        const bool placed = places_hold_ && std::ranges::any_of(waiting_, &AlignedLine::placed);
        return placed && std::ranges::any_of(waiting_, is_header);
    }

    [[nodiscard]] static bool is_header(const AlignedLine& line) { return line.words.size() > 1; }

    void open_segment(const std::vector<AlignedLine>& lines) {
        segments_.push_back({read_header(lines), {}, page_});
        page_ = false;
    }

    // A label row; characters each on a line of its own are one label, written from top to bottom.
    std::size_t add_label(std::size_t first) {
        std::size_t end = first;
        while (end < waiting_.size() && !is_header(waiting_[end]) && is_short(waiting_[end].words.front())) ++end;
        if (end - first < 3) end = first + 1;
        auto& label = open_draft().labels.emplace_back();
        for (std::size_t i = first; i < end; ++i) label.push_back(waiting_[i].words.front());
        return end;
    }
    [[nodiscard]] static bool is_short(const Word& word) { return word.source.size() <= 4; }  // one character

    GridSource from_;
    Measure measure_;
    bool places_hold_;
    std::vector<Segment> segments_;
    std::vector<AlignedLine> waiting_;
    bool page_ = false;
    bool touching_ = false;  // no line stands between the last row and this line
    bool in_header_ = false;  // blank lines stand behind lines of a header, which may go on
};

// The first row with the most figures; null where there is none.
const DraftRow* full_row(const Segment& segment) {
    const auto by_figures = [](const DraftRow& a, const DraftRow& b) { return a.figures.size() < b.figures.size(); };
    const auto full = std::ranges::max_element(segment.rows, by_figures);
    return full == segment.rows.end() || full->figures.empty() ? nullptr : &*full;
}

// Header labels and figures without each other.
std::size_t header_misfits(const Segment& segment) {
    const DraftRow* full = full_row(segment);
    const auto& leaves = segment.header.leaves;
    if (full == nullptr || leaves.empty()) return 0;
    const std::size_t widest = full->figures.size();
    if (leaves.size() < widest) return widest - leaves.size();
    const std::size_t leading = leaves.size() - widest;
    std::size_t out = 0;
    for (std::size_t i = 0; i < widest; ++i) out += leaves[leading + i].overlaps(full->figures[i]) ? 0 : 1;
    return out;
}

std::size_t misfits(const std::vector<Segment>& segments) {
    std::size_t out = 0;
    for (const Segment& segment : segments) out += misfits(segment);
    return out;
}

// A header of several lines half of whose labels stand nearer to other figures: which stands left of which is chance.
bool is_adrift(const Segment& segment) {
    const DraftRow* full = full_row(segment);
    const auto& leaves = segment.header.leaves;
    if (full == nullptr || segment.header.groups.empty() || leaves.size() < full->figures.size()) return false;
    const auto distance = [](const auto& a, const auto& b) { return a.begin + a.end > b.begin + b.end ? a.begin + a.end - b.begin - b.end : b.begin + b.end - a.begin - a.end; };
    const std::size_t leading = leaves.size() - full->figures.size();
    std::size_t strayed = 0;
    for (std::size_t i = 0; i < full->figures.size(); ++i) {
        const Word& figure = full->figures[i];
        const auto is_nearer = [&](const HeaderLabel& leaf) { return distance(leaf, figure) < distance(leaves[leading + i], figure); };
        strayed += std::ranges::any_of(leaves, is_nearer) ? 1 : 0;
    }
    return strayed * 2 >= full->figures.size() && header_misfits(segment) * 3 >= full->figures.size() * 2;
}

}  // namespace

std::size_t misfits(const Segment& segment) {
    const DraftRow* full = full_row(segment);
    if (full == nullptr) return 0;
    std::size_t out = header_misfits(segment);
    for (const DraftRow& row : segment.rows) {
        if (row.figures.size() != full->figures.size()) continue;
        for (std::size_t i = 0; i < row.figures.size(); ++i) out += row.figures[i].overlaps(full->figures[i]) ? 0 : 1;
    }
    return out;
}

// By characters, unless every word stands in its place by screen columns only.
std::vector<Segment> read_segments(const GridSource& from, const GridLines& grid) {
    std::vector<Segment> by_characters = Reader{from, Measure::characters}.read(grid);
    const std::size_t wrong = misfits(by_characters);
    if (wrong == 0) return by_characters;
    std::vector<Segment> by_columns = Reader{from, Measure::screen_columns}.read(grid);
    if (misfits(by_columns) == 0) return by_columns;
    if (std::ranges::none_of(by_characters, is_adrift)) return by_characters;
    return Reader{from, Measure::characters, false}.read(grid);
}

}  // namespace gouji::grammar::aligned

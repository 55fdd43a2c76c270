// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "grammar/blocks/aligned_header.hpp"

namespace gouji::grammar {
namespace {

using aligned::AlignedLine;
using aligned::HeaderLabel;
using aligned::LineUse;
using aligned::Word;

// A row before its columns are known.
struct DraftRow {
    std::vector<std::vector<Word>> labels;  // each with its pieces
    std::vector<Word> figures;
    bool after_break = false;
};

// Header and rows that share their columns.
struct Segment {
    aligned::Header header;
    std::vector<DraftRow> rows;
    bool after_break = false;
};

class Reader {
public:
    Reader(const GridSource& from, aligned::Measure measure, bool places_hold = true)
        : from_{from}, measure_{measure}, places_hold_{places_hold} {}

    std::vector<Segment> read(const GridLines& grid) {
        segments_.emplace_back();
        for (std::uint32_t at = grid.first; at < grid.end; ++at) take(from_.lines[at]);
        flush();
        return std::move(segments_);
    }

private:
    void take(const Line& line) {
        if (line.kind == LineKind::blank || line.kind == LineKind::page_mark) {
            in_header_ = line.kind == LineKind::blank && holds_header();
            if (!in_header_) flush();
            page_ = page_ || line.kind == LineKind::page_mark;
            touching_ = false;
            return;
        }
        AlignedLine words = aligned::read_line(from_.source, line, measure_);
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
        segments_.push_back({aligned::read_header(lines), {}, page_});
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
    aligned::Measure measure_;
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

// How many words do not stand where those above them say: figures of full rows that stand in other places, too.
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

// By characters, unless every word stands in its place by screen columns only.
std::vector<Segment> read_segments(const GridSource& from, const GridLines& grid) {
    std::vector<Segment> by_characters = Reader{from, aligned::Measure::characters}.read(grid);
    const std::size_t wrong = misfits(by_characters);
    if (wrong == 0) return by_characters;
    std::vector<Segment> by_columns = Reader{from, aligned::Measure::screen_columns}.read(grid);
    if (misfits(by_columns) == 0) return by_columns;
    if (std::ranges::none_of(by_characters, is_adrift)) return by_characters;
    return Reader{from, aligned::Measure::characters, false}.read(grid);
}

class Writer {
public:
    explicit Writer(Tree& tree) : tree_{tree} {}

    void write(const Segment& segment) {
        measure(segment);
        for (const auto& line : segment.header.groups) write_groups(segment, line);
        write_leaves(segment);
        for (const DraftRow& row : segment.rows) write_row(row);
    }

private:
    // Label columns come first; figures are counted from the column behind the last label.
    void measure(const Segment& segment) {
        labels_ = 0;
        figures_ = 0;
        for (const DraftRow& row : segment.rows) {
            if (!row.figures.empty()) labels_ = std::max(labels_, row.labels.size());
            figures_ = std::max(figures_, row.figures.size());
        }
        const std::size_t leaves = segment.header.leaves.size();
        leading_ = leaves > figures_ ? leaves - figures_ : 0;
        if (figures_ == 0) leading_ = leaves;
        labels_ = std::max(labels_, leading_);
        places_.clear();
        std::size_t full = 0;
        for (const DraftRow& row : segment.rows) {
            if (row.figures.size() != figures_) continue;
            if (++full == 1) places_ = row.figures;
        }
        places_are_certain_ = full > 1 && misfits(segment) == 0;
    }

    [[nodiscard]] std::size_t leaf_column(std::size_t leaf) const { return leaf < leading_ ? leaf : labels_ + leaf - leading_; }

    void write_groups(const Segment& segment, const std::vector<HeaderLabel>& groups) {
        open_row(tree_, segment.after_break && &groups == &segment.header.groups.front());
        for (const HeaderLabel& group : groups) {
            const std::size_t first = leaf_column(group.first_leaf);
            add_cell(group.pieces, first, leaf_column(group.first_leaf + group.leaf_count - 1) - first + 1);
        }
        close_row(tree_);
    }

    void write_leaves(const Segment& segment) {
        if (segment.header.leaves.empty()) return;
        open_row(tree_, segment.after_break && segment.header.groups.empty());
        for (std::size_t i = 0; i < segment.header.leaves.size(); ++i) add_cell(segment.header.leaves[i].pieces, leaf_column(i), 1);
        close_row(tree_);
    }

    void write_row(const DraftRow& row) {
        open_row(tree_, row.after_break);
        for (std::size_t i = 0; i < row.labels.size(); ++i) add_cell(row.labels[i], i, 1);
        write_figures(row, figure_columns(row));
        close_row(tree_);
    }

    // Where every word of the table stands in its place, a place without a word is an empty cell.
    void write_figures(const DraftRow& row, const std::vector<std::size_t>& columns) {
        const bool has_gaps = places_are_certain_ && !row.figures.empty() && row.figures.size() < figures_ && columns.front() < figures_ &&
                              stands_in_places(row, columns);
        for (std::size_t i = 0, column = 0; i < row.figures.size(); ++i, ++column) {
            for (; has_gaps && column < columns[i]; ++column) add_blank(row.figures[i], labels_ + column);
            add_cell({row.figures[i]}, labels_ + columns[i], 1);
            if (!has_gaps || i + 1 < row.figures.size()) continue;
            while (++column < figures_) add_blank(row.figures[i], labels_ + column);
        }
    }

    // Each figure under those of the full rows, and no words among them.
    [[nodiscard]] bool stands_in_places(const DraftRow& row, const std::vector<std::size_t>& columns) const {
        for (const auto& label : row.labels) {
            if (std::any_of(label.begin(), label.end(), [&](const Word& word) { return word.end > places_.front().begin; })) return false;
        }
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            if (!places_[columns[i]].overlaps(row.figures[i])) return false;
        }
        return true;
    }

    // An empty cell has its place before the next figure, or behind the last one.
    void add_blank(const Word& beside, std::size_t column) {
        const bool behind = !tree_.cells.empty() && tree_.cells.back().span.begin == beside.source.begin;
        const std::uint32_t at = behind ? beside.source.end : beside.source.begin;
        Cell cell;
        cell.span = {at, at};
        cell.folded = {tree_.folded.to_folded(beside.source).begin, tree_.folded.to_folded(beside.source).begin};
        cell.column = static_cast<std::uint16_t>(column);
        tree_.cells.push_back(cell);
    }

    // A row with fewer figures than others: each stands under the figure of a full row, or they are only counted.
    [[nodiscard]] std::vector<std::size_t> figure_columns(const DraftRow& row) const {
        std::vector<std::size_t> counted;
        std::vector<std::size_t> placed;
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            counted.push_back(i);
            for (std::size_t c = placed.empty() ? 0 : placed.back() + 1; c < places_.size(); ++c) {
                if (!places_[c].overlaps(row.figures[i])) continue;
                placed.push_back(c);
                break;
            }
        }
        const bool all = row.figures.size() < figures_ && placed.size() == row.figures.size();
        return all ? placed : counted;
    }

    void add_cell(const std::vector<Word>& pieces, std::size_t column, std::size_t span) {
        Cell cell;
        cell.span = pieces.front().source;
        cell.folded = tree_.folded.to_folded(cell.span);
        cell.column = static_cast<std::uint16_t>(column);
        cell.column_span = static_cast<std::uint16_t>(span);
        if (pieces.size() > 1) {
            cell.folded.begin = static_cast<std::uint32_t>(tree_.folded.chars().size());
            for (const Word& piece : pieces) tree_.folded.append(tree_.folded, tree_.folded.to_folded(piece.source));
            cell.folded.end = static_cast<std::uint32_t>(tree_.folded.chars().size());
        }
        tree_.cells.push_back(cell);
    }

    Tree& tree_;
    std::size_t labels_ = 0;   // label columns
    std::size_t figures_ = 0;  // figure columns
    std::size_t leading_ = 0;  // header labels over label columns
    std::vector<Word> places_;  // of the figures of a full row
    bool places_are_certain_ = false;
};

}  // namespace

void add_aligned_rows(const GridSource& from, const GridLines& grid, Tree& tree) {
    Writer writer{tree};
    for (const Segment& segment : read_segments(from, grid)) writer.write(segment);
}

}  // namespace gouji::grammar

// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/figure_rows.hpp"

#include <algorithm>
#include <cmath>

#include "engine/readers/pdf/columns.hpp"
#include "engine/readers/pdf/wrapped_number.hpp"

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double half_line = 0.75;     // lines of two rows are never so close
constexpr double same_middle = 0.2;
constexpr std::size_t regular = 3;     // rows with a figure in each column, by which others have one, too

// A line that holds figures, by column.
struct FigureLine {
    std::size_t line = 0;
    double middle = 0;
    double em = 0;
    std::vector<std::pair<std::size_t, const Chunk*>> cells;  // column and figure, from left to right
    const Chunk* label = nullptr;                             // the one next to the figures

    [[nodiscard]] const Chunk* in(std::size_t column) const {
        const auto found = std::ranges::find(cells, column, &std::pair<std::size_t, const Chunk*>::first);
        return found == cells.end() ? nullptr : found->second;
    }
};

enum class Gap : std::uint8_t { apart, together, unknown };

class RowFinder {
public:
    RowFinder(const PageLines& page, const Band& band, const std::vector<Column>& columns)
        : page_{page}, band_{band}, columns_{columns}, capacities_{capacities(page, band, columns)} {
        for (const std::size_t line : band.rows) lines_.push_back(read(line));
        labelled_ = std::ranges::any_of(lines_, [](const FigureLine& line) { return line.label != nullptr; });
    }

    std::vector<FigureRow> find() {
        begins_.assign(columns_.size(), true);
        gaps_.resize(lines_.empty() ? 0 : lines_.size() - 1);
        for (std::size_t i = 0; i < gaps_.size(); ++i) gaps_[i] = first_look(i);
        for (std::size_t i = 0; i < gaps_.size(); ++i) {
            if (gaps_[i].gap == Gap::unknown && !gaps_[i].shares) gaps_[i].gap = look_at_middle(i);
        }
        find_regular_rows();
        for (std::size_t first = 0; first < lines_.size();) {
            std::size_t last = first;
            while (last < gaps_.size() && gaps_[last].gap != Gap::apart) ++last;
            if (is_one_row(first, last)) {
                for (std::size_t i = first; i < last; ++i) gaps_[i].gap = Gap::together;
            }
            first = last + 1;
        }
        return rows();
    }

private:
    struct Pair {
        Gap gap = Gap::unknown;
        bool shares = false;   // the second line goes on with figures of the first
        bool certain = false;  // certainly apart
    };

    [[nodiscard]] FigureLine read(std::size_t at) const {
        const Line& line = page_.lines[at];
        FigureLine out{at, line.box.middle(), line.em, {}, nullptr};
        for (const Chunk& chunk : line.chunks) {
            if (!is_among_figures(chunk, band_)) {
                out.label = &chunk;
                continue;
            }
            out.cells.emplace_back(nearest_column(columns_, chunk.box.center()), &chunk);
            out.middle = chunk.box.middle();
        }
        return out;
    }

    [[nodiscard]] double distance(std::size_t i) const { return lines_[i + 1].middle - lines_[i].middle; }
    [[nodiscard]] double em(std::size_t i) const { return std::max(lines_[i].em, lines_[i + 1].em); }

    // Two labels of one column, the second of which begins with its number.
    [[nodiscard]] bool is_new_label(std::size_t i) const {
        const Chunk* above = lines_[i].label;
        const Chunk* below = lines_[i + 1].label;
        if (above == nullptr || below == nullptr || !leading_number(below->text)) return false;
        // The label of a group may touch that of a row.
        const bool touched = std::any_of(below->words.begin() + 1, below->words.end(), [&](const Word& word) {
            return std::abs(word.box.left - above->box.left) < above->em;
        });
        return !touched && above->box.left < below->box.right && below->box.left < above->box.right;
    }

    Pair first_look(std::size_t i) {
        Pair out;
        const bool near = distance(i) <= number_lines * em(i);
        bool apart = !near;
        std::vector<bool> goes_on(columns_.size());
        for (const auto& [column, below] : lines_[i + 1].cells) {
            const Chunk* above = lines_[i].in(column);
            if (above == nullptr) {
                goes_on[column] = may_follow_earlier(i + 1, column, *below);
                continue;
            }
            goes_on[column] = near && can_continue(*above, *below, capacities_[column], begins_[column]);
            out.shares = out.shares || goes_on[column];
            apart = apart || !goes_on[column];
        }
        for (const auto& [column, below] : lines_[i + 1].cells) begins_[column] = !goes_on[column];
        out.certain = apart || (out.shares && is_new_label(i));
        if (out.certain) out = {Gap::apart, out.shares, true};
        else if (!out.shares && distance(i) < half_line * em(i)) out = {Gap::together, false, false};
        return out;
    }

    // Whether the figure goes on with one that stands above it, lines of other columns between them.
    [[nodiscard]] bool may_follow_earlier(std::size_t line, std::size_t column, const Chunk& below) const {
        for (std::size_t i = line; i-- > 0 && lines_[line].middle - lines_[i].middle <= number_lines * lines_[line].em;) {
            if (const Chunk* above = lines_[i].in(column)) return can_continue(*above, below, capacities_[column], begins_[column]);
        }
        return false;
    }

    // Rows of one line that are certainly apart from those around them.
    void find_regular_rows() {
        const auto is_apart = [&](std::size_t i) { return i >= gaps_.size() || gaps_[i].gap == Gap::apart; };
        std::size_t filled = 0, others = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!is_apart(i) || (i > 0 && !is_apart(i - 1))) continue;
            ++(lines_[i].cells.size() == columns_.size() ? filled : others);
        }
        regular_ = (filled >= regular && others == 0) || !labelled_;
    }

    // Each row has a label and, where all others are filled, a figure in each column: one of a kind means one row.
    [[nodiscard]] bool is_one_row(std::size_t first, std::size_t last) const {
        if (first == last) return true;
        if (labelled_ && label_lines(first, last) <= 1) return true;
        if (!regular_) return false;
        std::vector<std::size_t> counts(columns_.size());
        for (std::size_t i = first; i <= last; ++i) {
            for (const auto& cell : lines_[i].cells) ++counts[cell.first];
        }
        return std::ranges::min(counts) == 1;
    }

    // Lines with labels between the figures above and those below.
    [[nodiscard]] std::size_t label_lines(std::size_t first, std::size_t last) const {
        const std::size_t begin = first == 0 ? band_.body : lines_[first - 1].line + 1;
        const std::size_t end = last + 1 == lines_.size() ? band_.end : lines_[last + 1].line;
        const auto is_label = [&](const Chunk& chunk) { return !is_among_figures(chunk, band_); };
        return static_cast<std::size_t>(std::count_if(page_.lines.begin() + static_cast<std::ptrdiff_t>(begin), page_.lines.begin() + static_cast<std::ptrdiff_t>(end),
                                                      [&](const Line& line) { return std::ranges::any_of(line.chunks, is_label); }));
    }

    // Cells in the middle of their rows: one line stands half-way between the two lines of a number.
    [[nodiscard]] bool is_half_way(std::size_t above, std::size_t at, std::size_t below) const {
        if (below >= lines_.size() || at == 0) return false;
        if (std::abs(lines_[at].middle - (lines_[above].middle + lines_[below].middle) / 2) > same_middle * lines_[at].em) return false;
        if (lines_[below].middle - lines_[above].middle > number_lines * lines_[at].em) return false;
        if (gaps_[above].certain || gaps_[at].certain || is_new_label(above) || is_new_label(at)) return false;
        return std::ranges::any_of(lines_[below].cells, [&](const auto& cell) {
            const Chunk* first = lines_[above].in(cell.first);
            return first != nullptr && lines_[at].in(cell.first) == nullptr && can_continue(*first, *cell.second, capacities_[cell.first], false);
        });
    }

    [[nodiscard]] Gap look_at_middle(std::size_t i) const {
        const bool together = (i > 0 && is_half_way(i - 1, i, i + 1)) || is_half_way(i, i + 1, i + 2);
        return together ? Gap::together : Gap::apart;
    }

    [[nodiscard]] std::vector<FigureRow> rows() const {
        std::vector<FigureRow> out;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Gap above = i == 0 ? Gap::apart : gaps_[i - 1].gap;
            if (i == 0 || above != Gap::together) out.emplace_back();
            if (above == Gap::unknown) out[out.size() - 1].unsure = out[out.size() - 2].unsure = true;
            out.back().lines.push_back(lines_[i].line);
            const Chunk* label = lines_[i].label;
            if (label != nullptr && label->box.right > band_.figures_left + same_middle * label->em) out.back().unsure = true;  // they touch
        }
        for (FigureRow& row : out) row.unsure = row.unsure || is_torn(row);
        return out;
    }

    // Lines taken for one row have to be numbers that go on, in each column.
    [[nodiscard]] bool is_torn(const FigureRow& row) const {
        std::vector<const Chunk*> last(row.lines.size() > 1 ? columns_.size() : 0);
        if (last.empty()) return false;
        for (const std::size_t at : row.lines) {
            for (const auto& [column, chunk] : std::ranges::find(lines_, at, &FigureLine::line)->cells) {
                if (last[column] != nullptr && !can_continue(*last[column], *chunk, capacities_[column], false)) return true;
                last[column] = chunk;
            }
        }
        return false;
    }

    const PageLines& page_;
    const Band& band_;
    const std::vector<Column>& columns_;
    std::vector<double> capacities_;
    std::vector<FigureLine> lines_;
    std::vector<Pair> gaps_;     // between a line and the next
    std::vector<bool> begins_;   // by column: the last figure is no rest of another
    bool labelled_ = false;
    bool regular_ = false;       // every row has a figure in each column
};

}  // namespace

std::vector<FigureRow> find_rows(const PageLines& page, const Band& band, const std::vector<Column>& columns) {
    return RowFinder{page, band, columns}.find();
}

}  // namespace gouji::readers::pdf

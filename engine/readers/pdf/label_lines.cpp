// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/labels.hpp"

#include <algorithm>
#include <cmath>

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double wrapped = 0.6;  // between the lines of one label
constexpr double on_row = 0.5;   // from a row's middle

// The row on the height of the box, -1 where there is none: tells two labels from two lines of one.
std::ptrdiff_t row_at(const std::vector<TableRow>& rows, const Box& box, double em) {
    const auto found = std::ranges::find_if(rows, [&](const TableRow& row) {
        return box.middle() > row.top - on_row * em && box.middle() < row.bottom + on_row * em;
    });
    return found == rows.end() ? -1 : found - rows.begin();
}

class LabelStacker {
public:
    explicit LabelStacker(const std::vector<TableRow>& rows) : rows_{rows} {}

    // `innermost`: no other label stands right of it on its line.
    void add(const Chunk& chunk, bool innermost) {
        const Label line{chunk.box, chunk.em, chunk.text};
        // The label above is among the last few: labels come from top to bottom, side by side in a few columns.
        constexpr std::size_t reach = 8;
        for (std::size_t i = labels_.size(); i > 0 && labels_.size() - i < reach; --i) {
            if (!goes_on(i - 1, line, innermost)) continue;
            labels_[i - 1].text += line.text;
            labels_[i - 1].box.add(line.box);
            last_lines_[i - 1] = {line.box, innermost};
            return;
        }
        last_lines_.push_back({line.box, innermost});
        labels_.push_back(line);
    }

    [[nodiscard]] std::vector<Label> take() { return std::move(labels_); }

private:
    struct LastLine {
        Box box;
        bool innermost = true;
    };

    [[nodiscard]] bool goes_on(std::size_t index, const Label& line, bool innermost) const {
        const Box& above = last_lines_[index].box;
        if (!overlap(labels_[index].box, line.box) || line.box.top - above.bottom > wrapped * line.em ||
            line.box.top < above.middle())
            return false;
        if (leading_number(line.text).value_or(0) != 0) return false;
        if (!innermost && !last_lines_[index].innermost) return true;  // beside rows that have labels of their own
        const std::ptrdiff_t row_above = row_at(rows_, above, line.em);
        const std::ptrdiff_t row_here = row_at(rows_, line.box, line.em);
        return row_above < 0 || row_here < 0 || row_above == row_here;
    }

    const std::vector<TableRow>& rows_;
    std::vector<Label> labels_;
    std::vector<LastLine> last_lines_;
};

}  // namespace

std::vector<Label> read_labels(const PageLines& page, const Band& band, const PdfTable& table) {
    LabelStacker stacker{table.rows};
    for (std::size_t i = band.body; i < band.end; ++i) {
        const std::vector<Chunk>& chunks = page.lines[i].chunks;
        const auto is_label = [&](const Chunk& chunk) {
            return !is_among_figures(chunk, band) && !(chunk.figure && chunk.box.right > band.figures_left);
        };
        const auto count = std::ranges::count_if(chunks, is_label);
        for (std::ptrdiff_t j = 0; j < count; ++j) stacker.add(chunks[static_cast<std::size_t>(j)], j + 1 == count);
    }
    std::vector<Label> labels = stacker.take();
    if (labels.empty()) return labels;
    const double top = page.lines[band.body].box.top;
    const double bottom = page.lines[band.end - 1].box.bottom;
    for (const Word& word : page.verticals) {
        if (word.box.middle() > top && word.box.middle() < bottom && word.box.right < band.figures_left)
            labels.push_back({word.box, word.em, word.text});
    }
    return labels;
}

}  // namespace gouji::readers::pdf

// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/labels.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "grammar/parse.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double wrapped = 0.6;  // between the lines of one label
constexpr double on_row = 0.5;   // from a row's middle
constexpr double beside = 0.3;

std::uint16_t leading_number(const Label& label) {
    const auto number = grammar::read_leading_number(text::fold_label(label.text));
    return number ? number->value : 0;
}

bool overlap(const Box& a, const Box& b) {
    return std::min(a.right, b.right) - std::max(a.left, b.left) > 0.5 * std::min(a.width(), b.width());
}

// Rows with figures, to tell two labels from two lines of one.
class RowHeights {
public:
    RowHeights(const PageLines& page, const Band& band) {
        for (const std::size_t row : band.rows) {
            const auto& chunks = page.lines[row].chunks;
            const auto figure = std::ranges::find(chunks, true, &Chunk::figure);
            if (figure != chunks.end()) middles_.push_back(figure->box.middle());
        }
    }
    // The row on the height of the box, -1 where there is none.
    [[nodiscard]] std::ptrdiff_t row_at(const Box& box, double em) const {
        const auto found =
            std::ranges::find_if(middles_, [&](double middle) { return std::abs(middle - box.middle()) < on_row * em; });
        return found == middles_.end() ? -1 : found - middles_.begin();
    }

private:
    std::vector<double> middles_;
};

class LabelStacker {
public:
    explicit LabelStacker(RowHeights rows) : rows_{std::move(rows)} {}

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
        if (leading_number(line) != 0) return false;
        if (!innermost && !last_lines_[index].innermost) return true;  // beside rows that have labels of their own
        const std::ptrdiff_t row_above = rows_.row_at(above, line.em);
        const std::ptrdiff_t row_here = rows_.row_at(line.box, line.em);
        return row_above < 0 || row_here < 0 || row_above == row_here;
    }

    RowHeights rows_;
    std::vector<Label> labels_;
    std::vector<LastLine> last_lines_;
};

}  // namespace

std::vector<Label> read_labels(const PageLines& page, const Band& band) {
    LabelStacker stacker{RowHeights{page, band}};
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

namespace {

class LabelAssigner {
public:
    LabelAssigner(std::vector<Label> labels, PdfTable& table) : table_{table}, labels_{std::move(labels)} {}

    void assign() {
        give_rows_their_labels();
        // From right to left: whether a label stands beside rows shows once the rows right of it have theirs.
        std::ranges::stable_sort(rest_, [](const Label& a, const Label& b) { return a.box.left > b.box.left; });
        std::vector<Label> groups;
        for (Label& label : rest_) {
            if (stands_beside_rows(label)) {
                groups.push_back(std::move(label));
            } else {
                add_empty_row(std::move(label));
            }
        }
        for (Label& group : groups) add_group(std::move(group));
    }

private:
    std::vector<TableRow>& rows() { return table_.rows; }

    // On the height of a row the rightmost label is the row's own.
    void give_rows_their_labels() {
        std::ranges::stable_sort(labels_, [](const Label& a, const Label& b) { return a.box.left > b.box.left; });
        for (Label& label : labels_) {
            TableRow* row = row_at(label);
            if (row != nullptr && row->label.text.empty() && !is_vertical(label)) {
                row->label = std::move(label);
            } else {
                rest_.push_back(std::move(label));
            }
        }
    }

    [[nodiscard]] static bool is_vertical(const Label& label) { return label.box.height() > label.box.width() * 1.5; }

    TableRow* row_at(const Label& label) {
        const auto row =
            std::ranges::min_element(rows(), {}, [&](const TableRow& at) { return std::abs(at.middle - label.box.middle()); });
        return row != rows().end() && std::abs(row->middle - label.box.middle()) < on_row * label.em ? &*row : nullptr;
    }

    [[nodiscard]] static bool is_deeper(const TableRow& row, const Label& label) {
        return !row.label.text.empty() && row.label.box.left >= label.box.right - beside * label.em;
    }

    // The rows around the label's height whose own labels stand right of it.
    [[nodiscard]] std::pair<std::size_t, std::size_t> rows_beside(const Label& label) {
        const double middle = label.box.middle();
        const auto below =
            std::ranges::find_if(rows(), [&](const TableRow& row) { return row.middle > middle - label.em * on_row; });
        auto first = static_cast<std::size_t>(below - rows().begin());
        auto last = first;
        while (first > 0 && is_deeper(rows()[first - 1], label)) --first;
        while (last < rows().size() && is_deeper(rows()[last], label)) ++last;
        return {first, last};
    }

    [[nodiscard]] bool stands_beside_rows(const Label& label) {
        const auto [first, last] = rows_beside(label);
        if (first == last) return false;
        return label.box.middle() > rows()[first].middle - label.em * 1.5 &&
               label.box.middle() < rows()[last - 1].middle + label.em * 1.5;
    }

    void add_empty_row(Label label) {
        TableRow row{std::move(label), std::vector<std::string>(table_.columns.size()), 0};
        row.middle = row.label.box.middle();
        const auto below = std::ranges::find_if(rows(), [&](const TableRow& at) { return at.middle > row.middle; });
        rows().insert(below, std::move(row));
    }

    // The row begins above the middle of the label: its own label may have more lines than its figures.
    [[nodiscard]] static bool begins_above_middle(const TableRow& row, const Label& label) {
        return std::min(row.middle - label.em * on_row, row.label.box.top) <= label.box.middle();
    }

    // Rows numbered 1, 2, 3, 1, 2 make two groups; the label belongs to the one it stands in.
    void add_group(Label label) {
        auto [first, last] = rows_beside(label);
        std::size_t at = first;
        while (at + 1 < last && begins_above_middle(rows()[at + 1], label)) ++at;
        const std::size_t depth = deepest_of(first, last);
        std::size_t begin = at;
        while (begin > first && !starts_over(begin, depth)) --begin;
        std::size_t end = at + 1;
        while (end < last && !starts_over(end, depth)) ++end;
        table_.groups.push_back({std::move(label), begin, end});
    }

    // Rows of other depths between them (their labels begin further left) do not start a group of this label's rows.
    [[nodiscard]] std::size_t deepest_of(std::size_t first, std::size_t last) {
        std::size_t leftmost = first;
        for (std::size_t i = first; i < last; ++i) {
            if (rows()[i].label.box.left < rows()[leftmost].label.box.left) leftmost = i;
        }
        return leftmost;
    }

    [[nodiscard]] bool starts_over(std::size_t i, std::size_t outermost) {
        const Label& label = rows()[i].label;
        const auto number_at = [&](std::size_t row) -> std::uint16_t {
            const Label& other = rows()[row].label;
            return other.box.left - rows()[outermost].label.box.left < label.em ? leading_number(other) : std::uint16_t{0};
        };
        const std::uint16_t number = number_at(i);
        return number == 1 || (number != 0 && i > 0 && number <= number_at(i - 1));  // the first one may be missing
    }

    PdfTable& table_;
    std::vector<Label> labels_;
    std::vector<Label> rest_;
};

}  // namespace

void assign_labels(std::vector<Label> labels, PdfTable& table) { LabelAssigner{std::move(labels), table}.assign(); }

}  // namespace gouji::readers::pdf

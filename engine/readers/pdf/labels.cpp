// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/labels.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double on_row = 0.5;  // from a row's middle
constexpr double beside = 0.3;

// 0: none.
std::uint16_t number_of(const Label& label) { return leading_number(label.text).value_or(0); }

class LabelAssigner {
public:
    LabelAssigner(std::vector<Label> labels, PdfTable& table, bool anywhere)
        : table_{table}, labels_{std::move(labels)}, anywhere_{anywhere} {}

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
        return anywhere_ ? row_within(label) : row_in_middle(label);
    }

    // The one row that the lines of the label stand beside. Labels of rows end where their rows end.
    TableRow* row_within(const Label& label) {
        const auto is_within = [&](const TableRow& row) {
            return row.bottom > label.box.top && row.top < label.box.bottom && !row.blank;
        };
        const auto row = std::ranges::find_if(rows(), is_within);
        return row != rows().end() && std::ranges::count_if(rows(), is_within) == 1 ? &*row : nullptr;
    }

    TableRow* row_in_middle(const Label& label) {
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
        row.middle = row.top = row.bottom = row.label.box.middle();
        row.blank = true;
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
            return other.box.left - rows()[outermost].label.box.left < label.em ? number_of(other) : std::uint16_t{0};
        };
        const std::uint16_t number = number_at(i);
        return number == 1 || (number != 0 && i > 0 && number <= number_at(i - 1));  // the first one may be missing
    }

    PdfTable& table_;
    std::vector<Label> labels_;
    std::vector<Label> rest_;
    bool anywhere_ = false;  // labels may stand higher or lower in their rows than the figures
};

// Tells what the heights leave open once each label that stands beside one row of figures is that row's.
class Doubts {
public:
    explicit Doubts(PdfTable& table) : rows_{table.rows} {}

    void tell() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].blank || !rows_[i].label.text.empty()) continue;
            rows_[i].unsure = true;
            mark_blanks_around(i);
        }
        numbered_ = std::ranges::any_of(rows_, [](const TableRow& row) { return number_of(row.label) != 0; });
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!rows_[i].blank) continue;
            for (const std::size_t next : {i - 1, i + 1}) {
                if (next < rows_.size() && may_be_label_of(rows_[i], rows_[next])) rows_[i].unsure = rows_[next].unsure = true;
            }
        }
    }

private:
    // Any of them may be the label of the row.
    void mark_blanks_around(std::size_t at) {
        for (std::size_t i = at; i-- > 0 && rows_[i].blank;) rows_[i].unsure = true;
        for (std::size_t i = at + 1; i < rows_.size() && rows_[i].blank; ++i) rows_[i].unsure = true;
    }

    // The row has a label further left, which may be that of a group; or the two labels may be one.
    [[nodiscard]] bool may_be_label_of(const TableRow& blank, const TableRow& row) const {
        if (std::abs(blank.middle - row.middle) > farthest * blank.label.em) return false;
        if (numbered_ && (number_of(row.label) == 0 || number_of(blank.label) == 0)) return true;  // one may go on with the other
        return !row.blank && row.label.box.right <= blank.label.box.left + beside * blank.label.em;
    }

    static constexpr double farthest = 6;  // em between a label and figures of one row
    std::vector<TableRow>& rows_;
    bool numbered_ = false;  // labels begin with numbers
};

}  // namespace

void assign_labels(std::vector<Label> labels, PdfTable& table) { LabelAssigner{std::move(labels), table, false}.assign(); }

void assign_labels_beside(std::vector<Label> labels, PdfTable& table) {
    LabelAssigner{std::move(labels), table, true}.assign();
    Doubts{table}.tell();
}

}  // namespace gouji::readers::pdf

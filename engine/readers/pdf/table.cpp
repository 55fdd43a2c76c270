// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/table.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "engine/readers/pdf/columns.hpp"
#include "engine/readers/pdf/figure_rows.hpp"
#include "engine/readers/pdf/labels.hpp"
#include "engine/readers/pdf/top_labels.hpp"
#include "engine/readers/pdf/wrapped_number.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::readers::pdf {
namespace {

constexpr double beside = 0.3;  // em that labels may overlap and still stand side by side

// Where the columns of group labels end, from left to right. A label that begins behind the end of another is in a further one.
std::vector<double> group_columns(const PdfTable& table) {
    std::vector<Box> boxes;
    for (const GroupLabel& group : table.groups) boxes.push_back(group.label.box);
    std::ranges::sort(boxes, {}, &Box::left);
    std::vector<double> ends;
    for (const Box& box : boxes) {
        if (ends.empty() || box.left > ends.back() - table.em * beside) {
            ends.push_back(box.right);
        } else {
            ends.back() = std::min(ends.back(), box.right);
        }
    }
    return ends;
}

std::uint32_t columns_left_of(const std::vector<double>& ends, double left, double em) {
    return static_cast<std::uint32_t>(std::ranges::count_if(ends, [&](double end) { return end - em * beside < left; }));
}

// Writes the labels and figures of a table, its label columns first.
class Writer {
public:
    Writer(const PdfTable& table, CellBudget& budget)
        : table_{table},
          builder_{budget},
          groups_{group_columns(table)},
          has_labels_{std::ranges::any_of(table.rows, [](const TableRow& row) { return !row.label.text.empty(); })} {}

    grammar::GivenGrid write(std::string& text) {
        for (const auto& row : table_.header) write_header(row);
        for (std::size_t i = 0; i < table_.rows.size(); ++i) write_row(i);
        return builder_.write(text);
    }

private:
    [[nodiscard]] std::uint32_t label_columns() const { return has_labels_ ? static_cast<std::uint32_t>(groups_.size()) + 1 : 0; }

    void write_header(const std::vector<HeaderCell>& row) {
        builder_.begin_row();
        for (const HeaderCell& cell : row) {
            if (!cell.beside_labels) builder_.go_to(label_columns() + static_cast<std::uint32_t>(cell.column));
            const auto span = static_cast<std::uint32_t>(cell.span);
            builder_.add(cell.text, cell.beside_labels ? std::max(label_columns() + span, 1U) : span, 1);
        }
    }

    void write_row(std::size_t i) {
        const TableRow& row = table_.rows[i];
        builder_.begin_row();
        std::vector<const GroupLabel*> starting;
        for (const GroupLabel& group : table_.groups) {
            if (group.first == i) starting.push_back(&group);
        }
        std::ranges::sort(starting, {}, [](const GroupLabel* group) { return group->label.box.left; });
        for (const GroupLabel* group : starting) {
            builder_.go_to(columns_left_of(groups_, group->label.box.left, table_.em));
            builder_.add(group->label.text, 1, static_cast<std::uint32_t>(group->last - group->first));
        }
        if (has_labels_) {
            const std::uint32_t column = std::min(columns_left_of(groups_, row.label.box.left, table_.em), label_columns() - 1);
            builder_.go_to(column);
            builder_.add(row.label.text, label_columns() - column, 1);
        }
        builder_.go_to(label_columns());
        for (const std::string& figure : row.figures) builder_.add(figure, 1, 1);
    }

    const PdfTable& table_;
    TableBuilder builder_;
    std::vector<double> groups_;
    bool has_labels_;
};

bool same_columns(const PdfTable& a, const PdfTable& b) {
    const auto close = [&](const Column& left, const Column& right) { return std::abs(left.center() - right.center()) < a.em; };
    return std::ranges::equal(a.columns, b.columns, close);
}

bool same_header(const PdfTable& a, const PdfTable& b) {
    const auto same_cell = [](const HeaderCell& left, const HeaderCell& right) { return left.text == right.text; };
    const auto same_row = [&](const auto& left, const auto& right) { return std::ranges::equal(left, right, same_cell); };
    return std::ranges::equal(a.header, b.header, same_row);
}

// A group cut by the page break goes on as long as the rows are labelled right of it and no group of the new page takes them.
void extend_groups(PdfTable& table, const PdfTable& next) {
    for (GroupLabel& group : table.groups) {
        if (group.last != table.rows.size()) continue;
        const auto taken = [&](std::size_t row) {
            return std::ranges::any_of(next.groups, [&](const GroupLabel& other) {
                return other.first <= row && row < other.last &&
                       std::abs(other.label.box.left - group.label.box.left) < group.label.em;
            });
        };
        for (std::size_t row = 0; row < next.rows.size() && !taken(row); ++row) {
            if (next.rows[row].label.text.empty() || next.rows[row].label.box.left < group.label.box.right - table.em * beside)
                break;
            ++group.last;
        }
    }
}

bool has_label(const TableRow& row) { return !row.label.text.empty(); }

void add_figures(const PageLines& page, const Band& band, const PdfTable& table, const std::vector<std::size_t>& lines, TableRow& row) {
    for (const std::size_t line : lines) {
        std::vector<bool> here(row.figures.size());
        for (const Chunk& chunk : page.lines[line].chunks) {
            if (!is_among_figures(chunk, band)) continue;
            const std::size_t column = nearest_column(table.columns, chunk.box.center());
            std::string& cell = row.figures[column];
            if (!cell.empty() && here[column]) cell += ' ';  // two numbers in one line of a cell stay two
            cell += chunk.text;
            here[column] = true;
            row.bottom = chunk.box.middle();
            if (line == lines.front()) row.top = row.bottom;
        }
    }
    row.middle = (row.top + row.bottom) / 2;
    row.first_line = lines.front();
}

std::vector<bool> full_columns(const PageLines& page, const Band& band, const std::vector<Column>& columns, const std::vector<double>& widths,
                               std::size_t line) {
    std::vector<bool> full(columns.size());
    for (const Chunk& chunk : page.lines[line].chunks) {
        if (!is_among_figures(chunk, band)) continue;
        const std::size_t column = nearest_column(columns, chunk.box.center());
        full[column] = can_continue(chunk, chunk, widths[column], true);
    }
    return full;
}

// A row may be cut by the end of a page, and its numbers with it.
bool may_go_on(const TableRow& above, const TableRow& below) {
    if (leading_number(below.label.text)) return false;
    bool any = false;
    for (std::size_t i = 0; i < below.figures.size() && i < above.full.size(); ++i) {
        if (above.figures[i].empty() || below.figures[i].empty()) continue;
        if (!above.full[i] || grammar::is_cell_mark(text::fold_label(below.figures[i]))) return false;
        any = true;
    }
    return any;
}

PdfTable rows_with_header(const PageLines& page, const Band& band) {
    PdfTable table;
    table.em = page.lines[band.rows.front()].em;
    table.columns = find_columns(page, band);
    const std::vector<FigureRow> rows = find_rows(page, band, table.columns);
    table.header = read_header(page, band, table.columns);
    const std::vector<double> widths = capacities(page, band, table.columns);
    for (const FigureRow& found : rows) {
        TableRow row;
        row.figures.resize(table.columns.size());
        row.unsure = found.unsure;
        add_figures(page, band, table, found.lines, row);
        row.full = full_columns(page, band, table.columns, widths, found.lines.back());
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Lines right above the first row may belong to the header instead.
std::optional<PdfTable> with_top_labels(const PageLines& page, Band band) {
    band.body = band.rows.front();
    PdfTable table = rows_with_header(page, band);
    if (!assign_top_labels(page, band, table)) return std::nullopt;
    return table;
}

}  // namespace

PdfTable build_table(const PageLines& page, const Band& band) {
    PdfTable table = rows_with_header(page, band);
    const PdfTable bare = table;
    const std::vector<Label> labels = read_labels(page, band, table);
    assign_labels(labels, table);
    const bool labelled = std::ranges::any_of(table.rows, &has_label);
    const bool one_to_one = table.rows.size() == bare.rows.size() && std::ranges::all_of(table.rows, &has_label);
    if (!labelled || one_to_one) return table;
    if (auto top = with_top_labels(page, band)) return std::move(*top);
    table = bare;
    assign_labels_beside(labels, table);
    return table;
}

bool continue_table(PdfTable& table, PdfTable& next) {
    if (!same_columns(table, next) || (!next.header.empty() && !same_header(table, next))) return false;
    const std::size_t offset = table.rows.size();
    if (may_go_on(table.rows.back(), next.rows.front())) table.rows.back().unsure = next.rows.front().unsure = true;
    extend_groups(table, next);
    for (GroupLabel& group : next.groups) {
        group.first += offset;
        group.last += offset;
    }
    std::ranges::move(next.rows, std::back_inserter(table.rows));
    std::ranges::move(next.groups, std::back_inserter(table.groups));
    return true;
}

grammar::GivenGrid write_table(const PdfTable& table, CellBudget& budget, std::string& text) {
    grammar::GivenGrid grid = Writer{table, budget}.write(text);
    const std::size_t rows = grid.cells.empty() ? 0 : std::size_t{grid.cells.back().row} + 1;
    for (std::size_t i = 0; i < table.rows.size() && rows >= table.rows.size(); ++i) {
        if (table.rows[i].unsure) grid.unsure_rows.push_back(static_cast<std::uint16_t>(rows - table.rows.size() + i));
    }
    return grid;
}

}  // namespace gouji::readers::pdf

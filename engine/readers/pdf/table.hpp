// SPDX-License-Identifier: Apache-2.0
// PdfTable: a table rebuilt from the boxes of its words. Rows keep their label apart from the labels that stand beside several
// rows; columns are those of the figures. It owns its texts. A table may go on over a page break.
#pragma once

#include <string>
#include <vector>

#include "engine/readers/pdf/bands.hpp"
#include "engine/readers/table_builder.hpp"

namespace gouji::readers::pdf {

struct Column {
    double left = 0;
    double right = 0;
    [[nodiscard]] double center() const { return (left + right) / 2; }
};

// A label of one or more lines.
struct Label {
    Box box;
    double em = 0;
    std::string text;
};

struct TableRow {
    Label label;                       // the innermost one; may be empty
    std::vector<std::string> figures;  // by column; empty for an empty cell
    double middle = 0;
    double top = 0, bottom = 0;        // middles of its first and last line with figures
    std::size_t first_line = 0;        // of the page
    bool blank = false;                // a label without a figure on its height
    bool unsure = false;               // nothing tells what belongs to it
    std::vector<bool> full{};          // by column: its last line may go on in another
    std::uint32_t page = 0;            // on which it stands, from 1
};

// A label beside rows [first, last).
struct GroupLabel {
    Label label;
    std::size_t first = 0;
    std::size_t last = 0;
};

struct HeaderCell {
    std::string text;
    std::size_t column = 0;
    std::size_t span = 1;
    bool beside_labels = false;  // begins above the labels, and reaches over `span` columns of figures
};

struct PdfTable {
    std::vector<Column> columns;
    std::vector<std::vector<HeaderCell>> header;  // from top to bottom
    std::vector<TableRow> rows;
    std::vector<GroupLabel> groups;
    double em = 0;
};

[[nodiscard]] PdfTable build_table(const PageLines& page, const Band& band);

// Whether `next`, first on its page, goes on with `table`, last on the page before. If so, it is taken in.
bool continue_table(PdfTable& table, PdfTable& next);

// The table as grid and text.
[[nodiscard]] grammar::GivenGrid write_table(const PdfTable& table, CellBudget& budget, std::string& text);

}  // namespace gouji::readers::pdf

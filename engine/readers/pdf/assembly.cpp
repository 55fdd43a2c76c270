// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/assembly.hpp"

#include <optional>

#include "engine/readers/pdf/paragraphs.hpp"
#include "engine/readers/pdf/parted_header.hpp"
#include "engine/readers/pdf/table.hpp"
#include "grammar/text/character.hpp"

namespace gouji::readers::pdf {
namespace {

// Puts the pages together from top to bottom: prose joined to paragraphs, tables in their places.
class Assembly {
public:
    Assembly(Margins margins, CellBudget& budget) : paragraphs_{margins}, budget_{budget} {}

    void add_page(const PageLines& page, std::uint32_t number) {
        page_ = number;
        std::size_t at = 0;
        for (const Band& band : find_bands(page)) {
            add_prose(page, at, band.begin);
            add_table(build_table(page, band));
            at = band.end;
        }
        add_prose(page, at, page.lines.size());
    }

    Extract take() {
        end_table();
        end_paragraph();
        return std::move(extract_);
    }

private:
    void add_prose(const PageLines& page, std::size_t first, std::size_t last) {
        if (first < last) end_table();
        for (std::size_t i = first; i < last; ++i) {
            const Line& line = page.lines[i];
            if (!paragraphs_.continues(line)) end_paragraph();
            mark();
            const bool latin = paragraph_open_ && is_ascii(extract_.text.back()) && !line.chunks.empty() &&
                               is_ascii(line.chunks.front().text.front());
            const bool number = latin && text::is_digit(extract_.text.back()) && text::is_digit(line.chunks.front().text.front());
            if (latin && !number && extract_.text.back() != '-') extract_.text += ' ';
            extract_.text += text_of(line);
            paragraph_open_ = true;
            paragraphs_.follow(line);
        }
    }

    void end_paragraph() {
        if (paragraph_open_) extract_.text += '\n';
        paragraph_open_ = false;
        paragraphs_.end();
    }

    // A table is written when it is known whether the next page goes on with it.
    void add_table(PdfTable table) {
        end_paragraph();
        for (TableRow& row : table.rows) row.page = page_;
        if (table_ && table_page_ != page_ && continue_table(*table_, table)) {
            table_page_ = page_;
            return;
        }
        end_table();
        mark();
        table_ = std::move(table);
        table_page_ = page_;
    }

    void end_table() {
        if (!table_) return;
        const std::uint32_t begin = size();
        grammar::GivenGrid grid = write_table(*table_, budget_, extract_.text);
        if (!grid.cells.empty()) {
            extract_.landmarks.push_back({begin, text::LandmarkKind::table, static_cast<std::uint32_t>(extract_.grids.size()) + 1});
            mark_pages_within(grid);
            extract_.grids.push_back(std::move(grid));
        }
        table_.reset();
    }

    // Where the rows of a table that goes on over page breaks come from. Header rows are those of the first page.
    void mark_pages_within(const grammar::GivenGrid& grid) {
        const std::size_t rows = std::size_t{grid.cells.back().row} + 1;
        if (rows < table_->rows.size()) return;
        const std::size_t header = rows - table_->rows.size();
        std::uint32_t page = table_->rows.front().page;
        for (const auto& cell : grid.cells) {
            if (cell.row < header || table_->rows[cell.row - header].page == page) continue;
            page = table_->rows[cell.row - header].page;
            extract_.landmarks.push_back({cell.span.begin, text::LandmarkKind::page, page});
        }
    }

    // The first text of each page.
    void mark() {
        if (page_ == marked_page_) return;
        marked_page_ = page_;
        extract_.landmarks.push_back({size(), text::LandmarkKind::page, page_});
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(extract_.text.size()); }

    Paragraphs paragraphs_;
    CellBudget& budget_;
    Extract extract_;
    std::optional<PdfTable> table_;
    std::uint32_t table_page_ = 0;
    std::uint32_t page_ = 0;
    std::uint32_t marked_page_ = 0;
    bool paragraph_open_ = false;
};

}  // namespace

text::Result<Extract> assemble(std::vector<PageWords> words, const Limits& limits) {
    std::vector<PageLines> pages;
    for (PageWords& page : words) pages.push_back(make_lines(std::move(page)));
    drop_running_titles(pages);
    join_parted_headers(pages);
    CellBudget budget{limits.cells};
    Assembly assembly{find_margins(pages), budget};
    for (std::size_t i = 0; i < pages.size(); ++i) assembly.add_page(pages[i], static_cast<std::uint32_t>(i) + 1);
    Extract extract = assembly.take();
    if (budget.exceeded) return too_many_cells(limits);
    if (extract.text.size() > limits.text_bytes) return too_much_text(limits);
    return extract;
}

}  // namespace gouji::readers::pdf

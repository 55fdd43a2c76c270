// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "grammar/text/character.hpp"
#include "tests/generator/write.hpp"

namespace gouji::generator {
namespace {

class TextWriter {
public:
    TextWriter(Shape shape, const Noise& noise, Dice& dice) : shape_{shape}, noise_{noise}, dice_{dice} {}

    std::string write(const std::vector<Element>& elements) {
        for (const auto& element : elements) {
            switch (element.kind) {
                case Element::Kind::table: table(element.table); break;
                case Element::Kind::paragraph: paragraph(element.text); break;
                default: line(element.text); break;
            }
            line("");
        }
        return std::move(out_);
    }

private:
    void line(std::string_view text) {
        out_ += text;
        out_ += noise_.line_end;
    }

    void paragraph(const std::string& text) {
        constexpr int columns = 60;
        if (!noise_.wrapped_prose) return line(text);
        std::string part;
        for (std::uint32_t i = 0; i < text.size();) {
            const auto at = text::code_point_at(text, i);
            const bool inside_number = i > 0 && text[i] < 0x7F && text[i - 1] < 0x7F && text[i] > ' ' && text[i - 1] > ' ';
            if (text::display_width(part) >= columns && !inside_number) {
                line(part);
                part.clear();
            }
            part += text.substr(i, at.bytes);
            i += at.bytes;
        }
        line(part);
    }

    void table(const TableGrid& grid) {
        switch (shape_) {
            case Shape::tabbed: return tabbed(grid);
            case Shape::cell_per_line: return cell_per_line(grid);
            case Shape::stream: return stream(grid);
            case Shape::piped: return piped(grid);
            case Shape::drawn: return drawn(grid);
            case Shape::commas: return commas(grid);
            case Shape::spaced: return spaced(grid);
            default: return aligned(grid);
        }
    }

    // The text at one place of the grid; merged cells show at their first place, or at each.
    std::string shown(const TableGrid& grid, int row, int column) {
        const GridCell& cell = grid.at(row, column);
        return noise_.written_out || (cell.row == row && cell.column == column) ? cell_text(cell, noise_, dice_) : "";
    }

    void page_break() {
        if (!noise_.page_breaks || !dice_.chance(8)) return;
        line("");
        if (dice_.chance(50)) line("- " + std::to_string(++page_) + " -");
        line("");
    }

    void tabbed(const TableGrid& grid) {
        const std::string parting = noise_.tabs == Tabs::two ? "\t\t" : "\t";
        for (int row = 0; row < grid.rows; ++row) {
            std::string text;
            for (int column = 0; column < grid.columns && !grid.at(row, column).missing; ++column) {
                text += (column > 0 ? parting : "") + shown(grid, row, column);
            }
            if (noise_.tabs == Tabs::none_in_front) text.erase(0, text.find_first_not_of('\t'));
            line(text);
            page_break();
        }
    }

    // A cell merged downwards stands again as an empty one in the rows below; one merged sideways stands once.
    void cell_per_line(const TableGrid& grid) {
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns;) {
                const GridCell& cell = grid.at(row, column);
                if (!cell.missing) line("\t" + (cell.row == row ? cell_text(cell, noise_, dice_) : ""));
                column = cell.column + cell.column_span;
            }
            line("");
        }
    }

    void stream(const TableGrid& grid) {
        for (const auto& cell : grid.cells) {
            if (!cell.missing) line(cell_text(cell, noise_, dice_));
        }
    }

    void barred(const TableGrid& grid, int row, const std::string& bar) {
        std::string text = bar;
        for (int column = 0; column < grid.columns && !grid.at(row, column).missing; ++column) text += " " + shown(grid, row, column) + " " + bar;
        line(text);
    }

    void piped(const TableGrid& grid) {
        for (int row = 0; row < grid.rows; ++row) {
            barred(grid, row, "|");
            if (row > 0) continue;
            std::string rule = "|";
            for (int column = 0; column < grid.columns; ++column) rule += " --- |";
            line(rule);
        }
    }

    void drawn(const TableGrid& grid) {
        for (int row = 0; row < grid.rows; ++row) {
            drawn_rule(grid, row == 0 ? "┌" : "├", row == 0 ? "┬" : "┼", row == 0 ? "┐" : "┤");
            barred(grid, row, "│");
        }
        drawn_rule(grid, "└", "┴", "┘");
    }

    void commas(const TableGrid& grid) {
        for (int row = 0; row < grid.rows; ++row) {
            std::string text;
            for (int column = 0; column < grid.columns && !grid.at(row, column).missing; ++column) {
                const std::string cell = shown(grid, row, column);
                const bool quoted = cell.find(',') != std::string::npos || dice_.chance(10);
                text += (column > 0 ? "," : "") + (quoted ? '"' + cell + '"' : cell);
            }
            line(text);
            page_break();
        }
    }

    void drawn_rule(const TableGrid& grid, std::string_view left, std::string_view between, std::string_view right) {
        std::string text{left};
        for (int column = 0; column < grid.columns; ++column) (text += column > 0 ? between : "") += "──";
        line(text += right);
    }

    // What is blank is not seen.
    void spaced(const TableGrid& grid) {
        for (int row = 0; row < grid.rows; ++row) {
            std::string text;
            for (int column = 0; column < grid.columns; ++column) {
                const GridCell& cell = grid.at(row, column);
                const bool seen = cell.row == row && cell.column == column && !cell.text.empty();
                if (seen) text += (text.empty() ? "" : " ") + cell.text;
            }
            line(text);
            page_break();
        }
    }

    void aligned(const TableGrid& grid) {
        std::vector<int> widths(static_cast<std::size_t>(grid.columns), 2);
        for (const auto& cell : grid.cells) {
            if (cell.column_span > 1) continue;
            int& width = widths[static_cast<std::size_t>(cell.column)];
            width = std::max(width, text::display_width(cell.text));
        }
        widen_for_merged(grid, widths);
        for (int row = 0; row < grid.rows; ++row) {
            std::string text;
            int at = 0;
            for (int column = 0; column < grid.columns; ++column) {
                const GridCell& cell = grid.at(row, column);
                if (cell.row == row && cell.column == column) {
                    text += std::string(static_cast<std::size_t>(std::max(0, at - text::display_width(text))), ' ') + cell.text;
                }
                at += widths[static_cast<std::size_t>(column)] + 3;
            }
            line(text);
            const auto is_figure = [&](const GridCell& cell) { return cell.row == row && cell.figure; };
            if (std::any_of(grid.cells.begin(), grid.cells.end(), is_figure)) page_break();  // no header is cut
        }
    }

    static void widen_for_merged(const TableGrid& grid, std::vector<int>& widths) {
        for (const auto& cell : grid.cells) {
            int room = 3 * (cell.column_span - 1);
            for (int c = cell.column; c < cell.column + cell.column_span; ++c) room += widths[static_cast<std::size_t>(c)];
            widths[static_cast<std::size_t>(cell.column + cell.column_span - 1)] += std::max(0, text::display_width(cell.text) - room);
        }
    }

    Shape shape_;
    const Noise& noise_;
    Dice& dice_;
    std::string out_;
    int page_ = 0;
};

}  // namespace

std::string write_text(const std::vector<Element>& elements, Shape shape, const Noise& noise, Dice& dice) {
    return TextWriter{shape, noise, dice}.write(elements);
}

}  // namespace gouji::generator

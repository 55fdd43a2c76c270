// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/table.hpp"

#include "engine/readers/html/element.hpp"
#include "engine/readers/trim.hpp"

namespace gouji::readers::html {
namespace {

// Calls `use` with the rows that belong to the table itself, in order.
template <class Use>
void for_each_row(const GumboNode* table, Use use) {
    for (const GumboNode* part : children(table)) {
        if (part->type != GUMBO_NODE_ELEMENT || is_hidden(part)) continue;
        if (is_element(part, GUMBO_TAG_TR)) {
            use(part);
            continue;
        }
        for (const GumboNode* row : children(part)) {
            if (is_element(row, GUMBO_TAG_TR) && !is_hidden(row)) use(row);
        }
    }
}

template <class Use>
void for_each_cell(const GumboNode* row, Use use) {
    for (const GumboNode* cell : children(row)) {
        const bool is_cell = is_element(cell, GUMBO_TAG_TD) || is_element(cell, GUMBO_TAG_TH);
        if (is_cell && !is_hidden(cell)) use(cell);
    }
}

// What stands in a cell, as far as it tells data from the placing of things.
struct CellLook {
    std::size_t bytes = 0;
    bool has_table = false;
};

constexpr std::size_t longest_cell = 1500;  // bytes as written; the longest official label has 150

void look_at(const GumboNode* node, const Skeleton& skeleton, CellLook& look) {
    if (node->type == GUMBO_NODE_TEXT) {
        for_each_piece(node->v.text.text, skeleton, [&](const TextPiece& piece) { look.bytes += piece.raw.size(); });
    }
    if (node->type != GUMBO_NODE_ELEMENT || look.bytes > longest_cell) return;
    look.has_table = look.has_table || node->v.element.tag == GUMBO_TAG_TABLE;
    for (const GumboNode* child : children(node)) {
        if (!look.has_table) look_at(child, skeleton, look);
    }
}

// The text of a cell or caption as one line: line breaks and inner blocks become spaces.
void append_line(const GumboNode* node, const Skeleton& skeleton, InlineText& writer, std::string& out) {
    if (node->type == GUMBO_NODE_TEXT) {
        for_each_piece(node->v.text.text, skeleton, [&](const TextPiece& piece) { writer.append(piece, 0, out); });
    }
    if (node->type != GUMBO_NODE_ELEMENT || is_hidden(node)) return;
    if (!out.empty() && out.back() != ' ') out += ' ';
    for (const GumboNode* child : children(node)) append_line(child, skeleton, writer, out);
    if (!out.empty() && out.back() != ' ') out += ' ';
}

std::string line_of(const GumboNode* node, const Skeleton& skeleton, InlineText& writer) {
    std::string out;
    append_line(node, skeleton, writer, out);
    trim_line(0, out);
    return out;
}

}  // namespace

// A table that holds other tables, a single cell or whole pages of text places things. One inner table in a large grid of
// short cells leaves it a data table.
bool is_data_table(const GumboNode* table, const Skeleton& skeleton) {
    std::size_t short_cells = 0;
    std::size_t outer_cells = 0;
    std::size_t widest = 0;
    bool long_cell = false;
    for_each_row(table, [&](const GumboNode* row) {
        std::size_t width = 0;
        for_each_cell(row, [&](const GumboNode* cell) {
            ++width;
            if (long_cell || outer_cells > short_cells / 8 + 1) return;
            CellLook look;
            look_at(cell, skeleton, look);
            long_cell = look.bytes > longest_cell;
            ++(look.has_table ? outer_cells : short_cells);
        });
        widest = std::max(widest, width);
    });
    return !long_cell && widest > 1 && (outer_cells == 0 || short_cells >= outer_cells * 8);
}

void read_table(const GumboNode* table, const Skeleton& skeleton, InlineText& writer, TableBuilder& builder) {
    for_each_row(table, [&](const GumboNode* row) {
        builder.begin_row();
        for_each_cell(row, [&](const GumboNode* cell) {
            builder.add(line_of(cell, skeleton, writer), number_of(cell, "colspan", 1), number_of(cell, "rowspan", 1));
        });
    });
}

std::vector<std::string> captions(const GumboNode* table, const Skeleton& skeleton, InlineText& writer) {
    std::vector<std::string> found;
    for (const GumboNode* part : children(table)) {
        if (is_element(part, GUMBO_TAG_CAPTION) && !is_hidden(part)) found.push_back(line_of(part, skeleton, writer));
    }
    return found;
}

}  // namespace gouji::readers::html

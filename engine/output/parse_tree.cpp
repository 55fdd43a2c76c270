// SPDX-License-Identifier: Apache-2.0
#include "engine/output/parse_tree.hpp"

#include "engine/output/json_parts.hpp"
#include "engine/output/parse_names.hpp"
#include "engine/output/region.hpp"

namespace gouji::output {
namespace {

using grammar::Tree;

class TreeJson {
public:
    TreeJson(JsonStream& json, const text::SourceText& source, const Tree& tree) : json_{json}, source_{source}, tree_{tree} {}

    void blocks() {
        json_.open_array("blocks");
        for (const grammar::Block& block : tree_.blocks) {
            json_.break_line();
            json_.open_object();
            switch (block.kind) {
                case grammar::BlockKind::paragraph: paragraph(tree_.paragraphs[block.index]); break;
                case grammar::BlockKind::grid: grid(tree_.grids[block.index]); break;
                case grammar::BlockKind::page_mark: page_mark(block); break;
            }
            json_.close_object();
        }
        json_.close_array();
    }

    void breakdowns() {
        json_.open_array("breakdowns");
        for (const grammar::Breakdown& each : tree_.breakdowns) {
            json_.break_line();
            json_.open_object();
            json_.key("whole");
            quantity(tree_.quantities[each.whole]);
            json_.open_array("parts");
            for (const std::uint32_t part : each.parts) quantity(tree_.quantities[part]);
            json_.close_array();
            json_.member("among", each.among);
            json_.member("complete", each.complete);
            json_.close_object();
        }
        json_.close_array();
    }

    void marks() {
        json_.open_array("marks");
        for (const grammar::Mark& mark : tree_.marks) {
            json_.break_line();
            json_.open_object();
            json_.member("kind", to_string(mark.kind));
            json_.member("text", text_of(source_, mark.span));
            write_region(json_, source_, mark.span);
            json_.close_object();
        }
        json_.close_array();
    }

private:
    void paragraph(const grammar::Paragraph& paragraph) {
        json_.member("kind", "paragraph");
        write_region(json_, source_, paragraph.span);
        json_.member("text", tree_.prose_of(paragraph.prose));
        if (paragraph.number.style != grammar::Numbering::absent) {
            json_.member("numbering", to_string(paragraph.number.style));
            json_.member("number", paragraph.number.value);
        }
        const std::uint32_t end = paragraph.first_sentence + paragraph.sentence_count;
        std::uint32_t count = 0;
        for (std::uint32_t i = paragraph.first_sentence; i < end; ++i) count += tree_.sentences[i].quantity_count;
        if (count == 0) return;
        json_.open_array("quantities");
        for (std::uint32_t i = paragraph.first_sentence; i < end; ++i) sentence(tree_.sentences[i]);
        json_.close_array();
    }

    void sentence(const grammar::Sentence& sentence) {
        for (std::uint32_t i = 0; i < sentence.quantity_count; ++i) quantity(tree_.quantities[sentence.first_quantity + i]);
    }

    void quantity(const grammar::Quantity& quantity) {
        json_.open_object();
        json_.member("text", tree_.prose_of(quantity.prose));
        json_.member("value", quantity.value);
        json_.member("unit", tree_.prose_of(quantity.unit));
        if (quantity.qualifier != grammar::Qualifier::none) json_.member("qualifier", to_string(quantity.qualifier));
        const text::Position at = region_of(source_, tree_.source_of(quantity.prose)).start;
        json_.member("line", at.line);
        json_.member("column", at.column);
        json_.close_object();
    }

    void grid(const grammar::Grid& grid) {
        json_.member("kind", "grid");
        json_.member("layout", to_string(grid.layout));
        write_region(json_, source_, grid.span);
        json_.open_array("rows");
        for (std::uint32_t i = 0; i < grid.row_count; ++i) row(tree_.rows[grid.first_row + i]);
        json_.close_array();
    }

    void row(const grammar::Row& row) {
        json_.break_line();
        json_.open_object();
        json_.member("line", source_.line_of(aligned(source_, row.span).begin));
        if (row.after_break) json_.member("after_break", true);
        json_.open_array("cells");
        for (std::uint32_t i = 0; i < row.cell_count; ++i) cell(tree_.cells[row.first_cell + i]);
        json_.close_array();
        json_.close_object();
    }

    void cell(const grammar::Cell& cell) {
        json_.open_object();
        json_.member("column", cell.column);
        if (cell.column_span != 1) json_.member("column_span", cell.column_span);
        if (cell.row_span != 1) json_.member("row_span", cell.row_span);
        json_.member("text", text_of(source_, cell.span));
        json_.close_object();
    }

    void page_mark(const grammar::Block& block) {
        json_.member("kind", "page_mark");
        json_.member("text", text_of(source_, block.span));
        write_region(json_, source_, block.span);
    }

    JsonStream& json_;
    const text::SourceText& source_;
    const Tree& tree_;
};

}  // namespace

void write_tree(JsonStream& json, const text::SourceText& source, const Tree& tree) {
    TreeJson writer{json, source, tree};
    writer.blocks();
    writer.breakdowns();
    writer.marks();
}

}  // namespace gouji::output

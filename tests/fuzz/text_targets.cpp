// SPDX-License-Identifier: Apache-2.0
// Texts: decoding, folding, the grammar.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "grammar/parse.hpp"
#include "grammar/text/decode.hpp"
#include "grammar/text/folded_text.hpp"
#include "grammar/text/utf8.hpp"
#include "tests/fuzz/targets.hpp"

namespace gouji::fuzz {
namespace {

void check_spans(const grammar::Tree& tree, std::string_view utf8) {
    const auto inside = [&](text::Span span) { return span.begin <= span.end && span.end <= utf8.size(); };
    for (const auto& block : tree.blocks) promise(inside(block.span), "a block outside of the text");
    for (const auto& cell : tree.cells) {
        promise(inside(cell.span), "a cell outside of the text");
        promise(cell.folded.end <= tree.folded.chars().size(), "a cell outside of the folded text");
    }
    for (const auto& mark : tree.marks) promise(inside(mark.span), "a mark outside of the text");
    for (const auto& quantity : tree.quantities) promise(inside(tree.source_of(quantity.prose)), "a quantity outside of the text");
    for (const auto& row : tree.rows) promise(row.first_cell + row.cell_count <= tree.cells.size(), "a row without its cells");
    for (const auto& grid : tree.grids) promise(grid.first_row + grid.row_count <= tree.rows.size(), "a grid without its rows");
}

}  // namespace

void promise(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void source_text(std::string_view bytes) {
    auto decoded = text::decode(std::string{bytes});
    if (!decoded) return;
    promise(text::is_utf8(decoded->utf8), "decoded text is not UTF-8");
    promise(decoded->losses.size() <= decoded->loss_count, "more losses told than there are");
    for (const auto& loss : decoded->losses) promise(loss.offset < decoded->utf8.size() && loss.byte < bytes.size(), "a loss outside of the text");
    const text::SourceText source{"fuzz", std::move(decoded->utf8), std::move(decoded->encoding)};
    const text::FoldedText folded = text::fold(source.utf8());
    const auto size = static_cast<std::uint32_t>(folded.chars().size());
    for (std::uint32_t i = 0; i < size; ++i) {
        const text::Span span = folded.to_source({i, i + 1});
        promise(span.begin <= span.end && span.end <= source.utf8().size(), "folded text points outside of its source");
    }
    for (std::uint32_t at = 0; at <= source.utf8().size(); at += 7) {
        const text::Position position = source.position(at);
        promise(position.line >= 1 && position.line <= source.line_count() && position.column >= 1, "a position that is none");
    }
}

void blocks(std::string_view bytes) {
    if (!text::is_utf8(bytes)) return;
    const text::SourceText source{"fuzz", std::string{bytes}};
    check_spans(grammar::parse(source), source.utf8());
}

void cells(std::string_view bytes) {
    if (!text::is_utf8(bytes)) return;
    const std::string folded{text::fold(bytes).chars()};
    if (const auto number = grammar::read_cell_number(folded)) promise(!number->value.to_string().empty(), "a number without digits");
    (void)grammar::is_cell_mark(folded);
    if (const auto number = grammar::read_leading_number(folded)) promise(number->size <= folded.size(), "a numbering longer than its line");
}

}  // namespace gouji::fuzz

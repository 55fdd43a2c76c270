// SPDX-License-Identifier: Apache-2.0
// The syntax tree of a report: what can be said of a text without knowing any official format. Flat arrays, index ranges,
// no pointers; it owns everything but the source bytes. Nothing here knows a section, a row or a column by name.
// Loose by design: every text gives a tree. Judging is the business of rules.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/text/decimal.hpp"
#include "grammar/text/folded_text.hpp"
#include "grammar/text/span.hpp"

namespace gouji::grammar {

using text::Decimal;
using text::FoldedSpan;
using text::Span;

inline constexpr std::uint32_t none = 0xFFFF'FFFF;

// How a heading or a list item is numbered.
enum class Numbering : std::uint8_t {
    absent,
    chinese,               // 一、 (also 一. 一． 一，and a bare 一 before white space)
    arabic,                // 1、 1. 1．
    chinese_parenthesised, // （一）
    arabic_parenthesised,  // （1） 1） ⑴
    part,                  // 第一部分 第一章 第一节
    step,                  // 一是 第一， 首先
    circled,               // ① ⒈
};

struct Number {
    Numbering style = Numbering::absent;
    std::uint16_t value = 0;
    Span span;  // the numbering itself, with its punctuation
};

// One logical line of prose: hard-wrapped lines are joined. `prose` is its text in Tree::prose without the line ends.
struct Paragraph {
    Span span;                  // in the source
    FoldedSpan prose;           // in Tree::prose, numbering included
    Number number;              // leading numbering, if any
    FoldedSpan title;           // behind the numbering, up to the first sentence end; the whole text where there is none
    std::uint32_t first_sentence = 0;
    std::uint32_t sentence_count = 0;
    std::uint32_t line_count = 1;  // source lines joined
};

// How a table was written down.
enum class Layout : std::uint8_t {
    tabbed,         // rows are lines, cells are parted by tabs
    cell_per_line,  // each cell is a line led by a tab, rows are parted by blank lines
    piped,          // Markdown
    commas,         // 规章,5,0,42
    aligned,        // columns aligned with spaces
    structured,     // HTML, Word or PDF: a true grid from the reader
};

struct Cell {
    Span span;                 // without white space around; empty at its place for an empty cell
    FoldedSpan folded;         // in Tree::folded; may hold line ends where the cell goes over several lines
    std::uint16_t column = 0;  // grid column, from 0
    std::uint16_t column_span = 1;
    std::uint16_t row_span = 1;
};

struct Row {
    std::uint32_t first_cell = 0;
    std::uint32_t cell_count = 0;
    Span span;
    bool after_break = false;  // blank lines or a page mark stand before this row, inside the grid
    bool unsure = false;       // nothing tells for certain which texts are its cells
};

struct Grid {
    Layout layout = Layout::tabbed;
    std::uint32_t first_row = 0;
    std::uint32_t row_count = 0;
    Span span;
};

// A grid that a structured reader found; cells stand in the text it extracted, row by row. Rows are in order.
struct GivenGrid {
    struct GivenCell {
        Span span;
        std::uint16_t row = 0, column = 0, row_span = 1, column_span = 1;
    };
    Span span;
    std::vector<GivenCell> cells;
    std::vector<std::uint16_t> unsure_rows;  // in order
};

// Titles that are known beforehand: folded, without number and white space.
using Titles = std::span<const std::string_view>;

enum class BlockKind : std::uint8_t { paragraph, grid, page_mark };

// The report from top to bottom.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint32_t index = 0;  // into paragraphs or grids; none for a page mark
    Span span;
};

struct Sentence {
    FoldedSpan prose;
    std::uint32_t paragraph = 0;
    std::uint32_t first_quantity = 0;
    std::uint32_t quantity_count = 0;
};

enum class Qualifier : std::uint8_t { none, about /* 约 近 余 多 左右 */, more_than /* 超过 以上 */, less_than /* 不足 以下 */ };

// A number in prose with its unit. Years, dates, ordinals, document numbers (〔2021〕30号), telephone numbers and
// percentages of version numbers are recognised and are not quantities.
struct Quantity {
    FoldedSpan prose;       // number, qualifier and unit
    FoldedSpan number;      // the number alone
    FoldedSpan unit;        // measure word or unit, "%" for percentages; empty where none
    Decimal value;          // 万/亿 applied; a percentage 90.4% is 90.4
    Decimal unit_factor = Decimal::of(1);  // 万元: 10000, 亿元: 100000000, else 1 (already applied to value)
    Qualifier qualifier = Qualifier::none;
    std::uint32_t sentence = 0;
    FoldedSpan clause;      // between the commas, semicolons and colons around it
};

// "共 N 条，其中 a 条、b 条": parts of one whole with the same unit, in one sentence.
struct Breakdown {
    std::uint32_t whole = 0;       // quantity
    std::vector<std::uint32_t> parts;  // quantities
    bool among = false;            // 其中: may leave some out
    bool complete = false;         // 分别为, 包括以下…, 由…组成: the wording says that nothing is left out
};

struct Date {
    std::int16_t year = 0;  // 0: not written
    std::int8_t month = 0;
    std::int8_t day = 0;    // 0: not written
};

struct DateMention {
    Date date;
    FoldedSpan prose;
    std::uint32_t sentence = 0;
};

// "自2020年1月1日起至12月31日止". The year of `to` is filled in from `from` where it is left out.
struct DateRange {
    Date from;
    Date to;
    FoldedSpan prose;
    std::uint32_t sentence = 0;
};

// A step of an enumeration in prose or at the head of a paragraph: 一是, （二）, 3.
struct Step {
    Number number;
    FoldedSpan prose;
    std::uint32_t paragraph = 0;
    bool leads_paragraph = false;
};

// Something in the writing itself that rules may judge. Spans are in the source, since folding would hide it.
enum class MarkKind : std::uint8_t {
    doubled_punctuation,    // 、、 。。 ，，
    halfwidth_punctuation,  // , ; : ( ) between Chinese characters; one mark for each
    control_character,      // C0/C1 controls other than line ends and tabs, U+FFFD, private use, zero-width characters
    compatibility_character,// Kangxi and supplement radicals, compatibility ideographs
    markup,                 // ** __ ## <br> [bookmark: ] 错误!未找到引用源 {PAGE} and the like: residue of a conversion
    unbalanced_pair,        // an opening （ 《 “ 〔 without its end in the paragraph, or the reverse
    placeholder,            // XX ×× 20XX ____ （填写）: a blank of a template left in
};

struct Mark {
    MarkKind kind = MarkKind::markup;
    Span span;
    std::uint32_t paragraph = none;  // none: inside a grid
};

struct Tree {
    text::FoldedText folded;  // the whole source, folded; behind it the texts of cells that stand in pieces
    text::FoldedText prose;   // the paragraphs, one after the other, each ended by '\n'
    std::vector<Block> blocks;
    std::vector<Paragraph> paragraphs;
    std::vector<Grid> grids;
    std::vector<Row> rows;
    std::vector<Cell> cells;
    std::vector<Sentence> sentences;
    std::vector<Quantity> quantities;
    std::vector<Breakdown> breakdowns;
    std::vector<DateMention> dates;
    std::vector<DateRange> date_ranges;
    std::vector<Step> steps;
    std::vector<Mark> marks;

    [[nodiscard]] std::string_view prose_of(FoldedSpan span) const { return prose.slice(span); }
    [[nodiscard]] Span source_of(FoldedSpan prose_span) const { return prose.to_source(prose_span); }
    [[nodiscard]] std::string_view text_of(const Cell& cell) const { return folded.slice(cell.folded); }
};

}  // namespace gouji::grammar

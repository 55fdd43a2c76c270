// SPDX-License-Identifier: Apache-2.0
// Document (文档): a report bound to a format. Rules read it and nothing else. It owns its arrays and refers to the source
// text, the tree and the format, which outlive it. It holds facts about the report, no opinions: those are findings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/format.hpp"
#include "grammar/text/source_text.hpp"
#include "grammar/tree.hpp"

namespace gouji::model {

using text::Decimal;
using text::Span;

enum class FigureState : std::uint8_t { absent, unbound, blank, mark, text, value };  // meanings: docs/figures.md

struct Figure {
    FigureState state = FigureState::absent;
    Decimal value;               // only with state value; in `unit`
    Span span;                   // the cell, or for an unbound figure the row it should be in; empty for absent
    std::string_view text;       // the cell as written
    std::string_view unit;       // as written in the cell or its header; empty: the format's
    std::int64_t unit_factor = 1;  // of `unit` against 1 (万元: 10000)
};

enum class TitleMatch : std::uint8_t { exact, accepted, deviating };

// A top-level section of the report. `spec` is null for one that the format does not have.
struct Section {
    const SectionSpec* spec = nullptr;
    grammar::Number number;
    Span heading;                // the whole heading line(s)
    Span title;                  // behind the numbering
    TitleMatch match = TitleMatch::exact;
    std::uint32_t first_block = 0;  // of Tree::blocks, behind the heading
    std::uint32_t block_count = 0;
    bool inline_heading = false;    // found inside a run of text whose line ends were lost
    text::FoldedSpan prose;         // from Tree::prose: all of the section's prose
};

enum class TableState : std::uint8_t { absent, read, unreadable /* it is there, but its cells ran together */ };

// Something about a table that does not fit its format. What it means is decided by rules.
enum class DefectKind : std::uint8_t {
    row_missing,      // expected: the format's label
    row_unknown,      // found: the report's label
    group_missing,    // a group label is not there, its rows are
    rows_collapsed,   // a group stands as one row, without its rows
    column_missing,   // expected: the column's label
    column_unknown,
    cell_count,       // a row has another number of cells than columns and could not be bound
    label_wording,    // expected / found
    run_together,     // unreadable table
    unit_differs,     // header or cell names another unit than the format
};

struct Defect {
    DefectKind kind = DefectKind::row_missing;
    Span span;                 // where to look: the row, the label, or the row before a missing one
    std::string expected;
    std::string found;
    std::vector<FigureIndex> figures;  // the figures it concerns
    bool uncertain = false;    // rows beside it were damaged: a finding about it is a review
};

struct Table {
    const TableSpec* spec = nullptr;
    const Format* own_format = nullptr;  // the version its labels belong to; may differ from Document::format
    TableState state = TableState::absent;
    Span span;
    std::vector<std::uint32_t> grids;  // of Tree::grids
    std::vector<Defect> defects;
};

// What a statement says: how many, or that there are some, or none.
enum class ClaimKind : std::uint8_t { number, exists, none };

// A statement (陈述) of the prose about a quantity, recognised with the pack's phrases.
struct Claim {
    std::string_view quantity;          // figure id, aggregate id, or a name of the pack's phrase file
    FigureIndex figure = no_figure;     // where quantity is a figure id
    ClaimKind kind = ClaimKind::number;
    Decimal value;
    std::string_view unit;
    bool approximate = false;
    bool comparable = false;            // quantity, scope (this agency, this year) and unit are clear
    std::string_view scope;             // "" own and this year; else why it is not comparable: "last_year", "other", "part" …
    Span span;                          // the words that make the claim, number included
    Span number;                        // the number alone; empty where there is none
    std::uint32_t sentence = 0;
    std::uint32_t tree_quantity = grammar::none;  // index into Tree::quantities
};

struct Period {
    grammar::Date from;
    grammar::Date to;
    Span span;
};

// One occurrence of a phrase that a rule asked for. `set` is the index given out by PhraseIndex.
struct PhraseHit {
    std::uint16_t set = 0;
    std::uint16_t phrase = 0;
    text::FoldedSpan prose;
    std::uint32_t paragraph = 0;
    std::uint32_t sentence = 0;
};

struct Document {
    const text::SourceText* source = nullptr;
    const grammar::Tree* tree = nullptr;
    const Format* format = nullptr;           // detected from the tables; from the year where there are none; null: unknown
    const Format* required_format = nullptr;  // what the report year requires; null: no year, or before 2019

    Span title_span;
    std::string title;                 // folded, one line
    std::string agency;                // as the title has it: 海原县郑旗乡人民政府
    Span agency_span;
    std::optional<std::int16_t> year;  // report year
    Span year_span;
    bool title_has_official_name = false;
    std::optional<Period> period;
    std::optional<grammar::DateMention> published;

    std::vector<Section> sections;     // in report order
    std::vector<Table> tables;         // one for each table of `format`
    std::vector<Figure> figures;       // by FigureIndex of `format`
    std::vector<Claim> claims;         // in text order
    std::vector<PhraseHit> hits;       // in text order

    [[nodiscard]] const Section* find_section(std::string_view id) const;  // the first one
    [[nodiscard]] const Table* find_table(std::string_view id) const;
};

}  // namespace gouji::model

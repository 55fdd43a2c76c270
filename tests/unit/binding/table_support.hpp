// SPDX-License-Identifier: Apache-2.0
// Tables for the tests of binding, without the grammar: one line is a row, '|' parts the cells, a blank line is a page break,
// "== id" opens a section with a grid of its own.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "engine/binding/parts.hpp"
#include "engine/config/pack.hpp"
#include "grammar/text/folded_text.hpp"

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& lines) {
        std::string out;
        for (const std::string& line : lines) out += "\n  " + line;
        return out.c_str();
    }
};
}  // namespace doctest

namespace gouji::tests {

inline model::Format official_format(const std::string& id) {
    const std::string path = std::string{GOUJI_ROOT} + "/rules/official/formats/" + id + ".toml";
    std::ifstream in{path, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    auto format = config::read_format(text.str(), path);
    REQUIRE(format.has_value());
    return *format;
}

inline const binding::Knowledge& official_knowledge() {
    static const binding::Knowledge knowledge = [] {
        binding::Knowledge out;
        out.formats = {official_format("2019"), official_format("2021")};
        return out;
    }();
    return knowledge;
}

class BoundReport {
public:
    BoundReport(const std::string& text, int year, const binding::Knowledge& knowledge = official_knowledge())
        : source_{std::make_unique<text::SourceText>("made-up.txt", text)}, tree_{std::make_unique<grammar::Tree>()} {
        tree_->folded = text::fold(source_->utf8());
        read(knowledge);
        document_.source = source_.get();
        document_.tree = tree_.get();
        document_.year = static_cast<std::int16_t>(year);
        binding::bind_tables(document_, knowledge);
    }

    [[nodiscard]] const model::Document& document() const { return document_; }

    // "value 3", "blank", "unbound" …
    [[nodiscard]] std::string figure(const std::string& id) const {
        REQUIRE(document_.format != nullptr);
        const model::FigureIndex index = document_.format->find_figure(id);
        REQUIRE(index != model::no_figure);
        const model::Figure& at = document_.figures[index];
        const char* const names[] = {"absent", "unbound", "blank", "mark", "text", "value"};
        std::string out = names[static_cast<int>(at.state)];
        if (at.state == model::FigureState::value) out += ' ' + at.value.to_string();
        if (!at.unit.empty()) out += std::string{at.unit};
        return out;
    }

    // The row's figures, column by column: "1 . - ? x": value, blank, mark, unbound, absent.
    [[nodiscard]] std::string row(const std::string& prefix) const {
        std::string out;
        for (std::size_t i = 0; i < document_.figures.size(); ++i) {
            const model::FigureSpec& spec = document_.format->figures[i];
            if (!spec.id.starts_with(prefix + '.') || spec.id.find('.', prefix.size() + 1) != std::string::npos) continue;
            const model::Figure& at = document_.figures[i];
            const char* const signs[] = {"x", "?", ".", "-", "t", ""};
            if (!out.empty()) out += ' ';
            out += at.state == model::FigureState::value ? at.value.to_string() : signs[static_cast<int>(at.state)];
        }
        return out;
    }

    // "row_missing 一、… / found", one line for each defect of a table; '?' behind an uncertain one.
    [[nodiscard]] std::vector<std::string> defects(const std::string& table) const {
        const char* const names[] = {"row_missing", "row_unknown", "group_missing", "rows_collapsed", "column_missing",
                                     "column_unknown", "cell_count", "label_wording", "run_together", "unit_differs"};
        std::vector<std::string> out;
        for (const model::Table& at : document_.tables) {
            if (at.spec->id != table) continue;
            for (const model::Defect& defect : at.defects) {
                out.push_back(std::string{names[static_cast<int>(defect.kind)]} + ' ' + defect.expected + '/' + defect.found + (defect.uncertain ? "?" : ""));
            }
        }
        return out;
    }

private:
    void read(const binding::Knowledge& knowledge) {
        std::uint32_t at = 0;
        bool after_break = false;
        std::string_view rest = source_->utf8();
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            if (line.starts_with("== ")) {
                open_section(std::string{line.substr(3)}, knowledge);
            } else if (line.empty()) {
                after_break = true;
            } else {
                add_row(line, at, after_break);
                after_break = false;
            }
            const std::size_t used = std::min(rest.size(), line.size() + 1);
            at += static_cast<std::uint32_t>(used);
            rest.remove_prefix(used);
        }
    }

    void open_section(const std::string& id, const binding::Knowledge& knowledge) {
        model::Section section;
        for (const model::Format& format : knowledge.formats) {
            for (const model::SectionSpec& spec : format.sections) {
                if (spec.id == id) section.spec = &spec;
            }
        }
        section.first_block = static_cast<std::uint32_t>(tree_->blocks.size());
        section.block_count = 1;
        document_.sections.push_back(section);
        tree_->blocks.push_back({grammar::BlockKind::grid, static_cast<std::uint32_t>(tree_->grids.size()), {}});
        grammar::Grid grid;
        grid.first_row = static_cast<std::uint32_t>(tree_->rows.size());
        tree_->grids.push_back(grid);
    }

    void add_row(std::string_view line, std::uint32_t at, bool after_break) {
        grammar::Row row;
        row.first_cell = static_cast<std::uint32_t>(tree_->cells.size());
        row.span = {at, at + static_cast<std::uint32_t>(line.size())};
        row.after_break = after_break;
        for (std::uint32_t begin = 0, column = 0; begin <= line.size(); ++column) {
            const auto end = static_cast<std::uint32_t>(std::min(line.find('|', begin), line.size()));
            grammar::Cell cell;
            cell.span = {at + begin, at + end};
            cell.folded = tree_->folded.to_folded(cell.span);
            cell.column = static_cast<std::uint16_t>(column);
            tree_->cells.push_back(cell);
            ++row.cell_count;
            begin = end + 1;
        }
        tree_->rows.push_back(row);
        ++tree_->grids.back().row_count;
    }

    std::unique_ptr<text::SourceText> source_;
    std::unique_ptr<grammar::Tree> tree_;
    model::Document document_;
};

}  // namespace gouji::tests

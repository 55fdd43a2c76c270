// SPDX-License-Identifier: Apache-2.0
// bind_tables: finds each table and the version of the format that its labels belong to, binds it, and carries the figures over
// to the document's format where the two differ.
#include <algorithm>

#include "engine/binding/line_table.hpp"
#include "engine/binding/loose_rows.hpp"
#include "engine/binding/parts.hpp"
#include "engine/binding/table_binder.hpp"
#include "engine/binding/table_choice.hpp"

namespace gouji::binding {
namespace {

using model::Defect;
using model::DefectKind;
using model::Document;
using model::FigureIndex;
using model::FigureState;
using model::Format;

constexpr std::size_t nothing = 0xFFFF;
constexpr std::uint32_t longest_region = 1U << 20U;  // bytes searched for a table without a grid

std::size_t required_format(const Document& document, const std::vector<Format>& formats) {
    for (std::size_t f = 0; f < formats.size() && document.year; ++f) {
        if (formats[f].covers(*document.year)) return f;
    }
    return nothing;
}

std::uint16_t table_index(const Format& format, std::string_view id) {
    const auto found = std::find_if(format.tables.begin(), format.tables.end(), [&](const model::TableSpec& spec) { return spec.id == id; });
    return found == format.tables.end() ? static_cast<std::uint16_t>(nothing) : static_cast<std::uint16_t>(found - format.tables.begin());
}

TableText text_of(const grammar::Tree& tree, const Choice& choice, std::size_t table, const Sightings& sightings) {
    TableText out;
    std::uint32_t fragment = 0;
    const std::size_t format = choice.tables[table].own_format;
    for (const std::uint32_t grid : choice.tables[table].grids) {
        const grammar::Grid& at = tree.grids[grid];
        bool begins = true;
        for (std::uint32_t r = at.first_row; r < at.first_row + at.row_count; ++r) {
            if (!choice.is_row_of(table, r)) continue;
            const grammar::Row& row = tree.rows[r];
            if (row.after_break || begins) ++fragment;
            begins = false;
            out.rows.push_back({static_cast<std::uint32_t>(out.cells.size()), row.cell_count, fragment, row.span, row.unsure});
            for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
                const grammar::Cell& cell = tree.cells[c];
                out.cells.push_back({cell.span, tree.text_of(cell), cell.column, sightings.at(format, c)});
            }
        }
    }
    return out;
}

class TablesBinder {
public:
    TablesBinder(Document& document, const Knowledge& knowledge)
        : document_{document}, formats_{knowledge.formats}, sightings_{*document.tree, knowledge.formats} {}

    void bind() {
        required_ = required_format(document_, formats_);
        if (required_ != nothing) document_.required_format = &formats_[required_];
        choice_ = choose_tables(document_, formats_, sightings_);
        for (TableChoice& table : choice_.tables) look_without_grid(table);
        choose_format(choice_, formats_, required_);
        const std::size_t chosen = choice_.format != nothing ? choice_.format : required_;
        if (chosen == nothing) return;
        document_.format = &formats_[chosen];
        document_.figures.resize(document_.format->figures.size());
        point_sections();
        for (const model::TableSpec& spec : document_.format->tables) bind_table(spec);
    }

private:
    // Sections are recognised before the format is known.
    void point_sections() {
        for (model::Section& section : document_.sections) {
            if (section.spec == nullptr) continue;
            const auto& specs = document_.format->sections;
            const auto found = std::find_if(specs.begin(), specs.end(), [&](const model::SectionSpec& spec) { return spec.id == section.spec->id; });
            if (found != specs.end()) section.spec = &*found;
        }
    }

    // A table without a grid: its labels and figures may stand on lines, or have run together.
    void look_without_grid(TableChoice& table) {
        if (!table.grids.empty()) return;
        for (std::size_t f = 0; f < formats_.size(); ++f) {
            const std::uint16_t index = table_index(formats_[f], table.id);
            if (index == nothing) continue;
            const Span region = region_of(formats_[f].tables[index].section);
            if (region.size() > longest_region) continue;
            if (const auto lines = read_line_table(document_, region, formats_[f], index)) table.known[f] = lines->known;
            else if (find_run_together(document_, region, formats_[f], index)) table.known[f] = 1;
        }
    }

    // From the heading to the next one; the whole report where the section is not known.
    [[nodiscard]] Span region_of(std::string_view section) const {
        const auto size = static_cast<std::uint32_t>(document_.source->utf8().size());
        for (std::size_t i = 0; i < document_.sections.size(); ++i) {
            const model::Section& at = document_.sections[i];
            if (at.spec == nullptr || at.spec->id != section) continue;
            return {at.heading.end, i + 1 < document_.sections.size() ? document_.sections[i + 1].heading.begin : size};
        }
        return {0, size};
    }

    void bind_table(const model::TableSpec& spec) {
        model::Table& table = document_.tables.emplace_back();
        table.spec = &spec;
        const auto chosen = std::find_if(choice_.tables.begin(), choice_.tables.end(), [&](const TableChoice& c) { return c.id == spec.id; });
        if (chosen == choice_.tables.end() || !chosen->is_there()) return;
        const Format& own = formats_[chosen->own_format];
        table.own_format = &own;
        table.grids = chosen->grids;
        std::vector<model::Figure> other(&own == document_.format ? 0 : own.figures.size());
        std::vector<model::Figure>& figures = other.empty() ? document_.figures : other;
        if (!table.grids.empty()) {
            table.span = span_of(table.grids);
            const TableText text = text_of(*document_.tree, choice_, static_cast<std::size_t>(chosen - choice_.tables.begin()), sightings_);
            const bool shares = !choice_.owners.empty() && !text.rows.empty();
            if (shares) table.span = text::cover(text.rows.front().span, text.rows.back().span);
            bind_text(text, table, figures);
            if (!has_a_reading(own_spec(table), figures) && is_told_by_spaces_alone(table)) try_lines(table, figures);
            doubt_rows_in_the_text(document_, region_of(own_spec(table).section), own_spec(table), table, figures);
        } else {
            bind_lines(table, figures);
        }
        if (!other.empty()) carry_over(own, other, table);
    }

    [[nodiscard]] Span span_of(const std::vector<std::uint32_t>& grids) const {
        Span span;
        for (const std::uint32_t grid : grids) {
            const Span own = document_.tree->grids[grid].span;
            span = span.empty() ? own : text::cover(span, own);
        }
        return span;
    }

    static std::uint16_t own_index(const model::Table& table) { return table_index(*table.own_format, table.spec->id); }
    static const model::TableSpec& own_spec(const model::Table& table) { return table.own_format->tables[own_index(table)]; }

    [[nodiscard]] bool is_told_by_spaces_alone(const model::Table& table) const {
        return std::ranges::all_of(table.grids, [&](std::uint32_t grid) { return document_.tree->grids[grid].layout == grammar::Layout::aligned; });
    }

    // Cells that stand in no columns may still stand in order.
    void try_lines(model::Table& table, std::vector<model::Figure>& figures) {
        model::Table again = table;
        std::vector<model::Figure> read(figures.size());
        if (!read_lines(again, read) || !has_a_reading(own_spec(again), read)) return;
        table = std::move(again);
        for_each_figure(own_spec(table), [&](FigureIndex i) { figures[i] = std::move(read[i]); });
    }

    void bind_text(const TableText& text, model::Table& table, std::vector<model::Figure>& figures) {
        const model::TableSpec& spec = own_spec(table);
        const bool flat = spec.blocks.front().flat;
        BoundTable bound = (flat ? bind_flat : bind_rows)(text, *table.own_format, own_index(table), document_.source->utf8(), figures);
        table.state = model::TableState::read;
        table.defects = std::move(bound.defects);
        const bool unsure = std::ranges::any_of(text.rows, [](const TextRow& row) { return row.scattered; });
        if (unsure && !text.from_lines) forget_what_is_unsure(table, spec, figures);
    }

    // Where nothing tells which texts make a row, none is missing or unknown.
    static void forget_what_is_unsure(model::Table& table, const model::TableSpec& spec, std::vector<model::Figure>& figures) {
        std::erase_if(table.defects, [](const Defect& defect) {
            return defect.kind == DefectKind::row_missing || defect.kind == DefectKind::row_unknown || defect.kind == DefectKind::group_missing ||
                   defect.kind == DefectKind::label_wording;
        });
        for_each_figure(spec, [&](FigureIndex i) {
            if (figures[i].state == FigureState::absent) figures[i].state = FigureState::unbound;
        });
    }

    void bind_lines(model::Table& table, std::vector<model::Figure>& figures) {
        const model::TableSpec& spec = own_spec(table);
        if (!read_lines(table, figures)) table.span = *find_run_together(document_, region_of(spec.section), *table.own_format, own_index(table));
        if (!has_a_reading(spec, figures)) give_up(table, spec, figures);
    }

    bool read_lines(model::Table& table, std::vector<model::Figure>& figures) {
        const Span region = region_of(own_spec(table).section);
        if (region.size() > longest_region) return false;
        const auto lines = read_line_table(document_, region, *table.own_format, own_index(table));
        if (!lines) return false;
        bind_text(lines->text, table, figures);
        table.span = lines->span;
        forget_what_lines_do_not_tell(table, figures);
        return true;
    }

    // Lines have neither places for columns nor an edge: what is not of the table cannot be told from what is.
    static void forget_what_lines_do_not_tell(model::Table& table, const std::vector<model::Figure>& figures) {
        std::erase_if(table.defects, [&](const Defect& defect) {
            const bool all_there = std::none_of(defect.figures.begin(), defect.figures.end(), [&](FigureIndex f) { return figures[f].state == FigureState::absent; });
            return defect.kind == DefectKind::row_unknown || defect.kind == DefectKind::group_missing || defect.kind == DefectKind::column_unknown ||
                   (defect.kind == DefectKind::column_missing && all_there);
        });
    }

    template <class Do>
    static void for_each_figure(const model::TableSpec& spec, Do action) {
        for (const model::BlockSpec& block : spec.blocks) {
            const std::size_t end = block.first_figure + block.rows.size() * block.columns.size();
            for (std::size_t i = block.first_figure; i < end; ++i) action(static_cast<FigureIndex>(i));
        }
    }

    static bool has_a_reading(const model::TableSpec& spec, const std::vector<model::Figure>& figures) {
        bool any = false;
        for_each_figure(spec, [&](FigureIndex i) { any |= figures[i].state != FigureState::absent && figures[i].state != FigureState::unbound; });
        return any;
    }

    // The table is there, but nothing in it can be read: one defect.
    void give_up(model::Table& table, const model::TableSpec& spec, std::vector<model::Figure>& figures) const {
        table.state = model::TableState::unreadable;
        Defect defect;
        defect.kind = DefectKind::run_together;
        defect.span = table.span;
        for_each_figure(spec, [&](FigureIndex i) {
            figures[i] = {};
            figures[i].state = FigureState::unbound;
            figures[i].span = table.span;
            defect.figures.push_back(i);
        });
        table.defects = {std::move(defect)};
    }

    // Figures that both versions have keep their place; the others are absent.
    void carry_over(const Format& own, const std::vector<model::Figure>& figures, model::Table& table) {
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const FigureIndex here = document_.format->find_figure(own.figures[i].id);
            if (here != model::no_figure && figures[i].state != FigureState::absent) document_.figures[here] = figures[i];
        }
        for (Defect& defect : table.defects) {
            for (FigureIndex& figure : defect.figures) figure = document_.format->find_figure(own.figures[figure].id);
            std::erase(defect.figures, model::no_figure);
        }
    }

    Document& document_;
    const std::vector<Format>& formats_;
    Sightings sightings_;
    std::size_t required_ = nothing;
    Choice choice_;
};

}  // namespace

void bind_tables(Document& document, const Knowledge& knowledge) { TablesBinder{document, knowledge}.bind(); }

}  // namespace gouji::binding

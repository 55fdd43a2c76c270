// SPDX-License-Identifier: Apache-2.0
// Tables, their defects and figures, sums and identities.
#include <array>

#include "engine/script/figure_names.hpp"
#include "engine/script/names.hpp"
#include "engine/script/quantity.hpp"
#include "engine/script/run_state.hpp"
#include "engine/script/table_cells.hpp"
#include "engine/script/table_index.hpp"

namespace gouji::script {

namespace {

using model::FigureIndex;
using model::FigureSpec;
using model::FigureState;

void push_figures(lua_State* L, const std::vector<FigureIndex>& figures) {
    lua_createtable(L, static_cast<int>(figures.size()), 0);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        push_view(L, ViewKind::figure, figures[i]);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
}

// ── tables ──

enum TableField { table_id, table_name, table_state, table_own_format, table_section, figure_total };

constexpr ViewField table_fields[] = {{"id", table_id}, {"name", table_name}, {"state", table_state}, {"own_format", table_own_format}, {"section", table_section},
                                      {"figure_count", figure_total}};

void read_table(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::Table& table = run.document().tables[index];
    switch (field) {
        case table_id: return push_text(L, table.spec->id);
        case table_name: return push_text(L, table.spec->name.text);
        case table_state: return push_name(L, name_of(table.state));
        case table_own_format: return table.own_format != nullptr ? push_text(L, table.own_format->id) : lua_pushnil(L);
        case table_section: return push_text(L, table.spec->section);
        case figure_total: {
            lua_Integer total = 0;
            for (const model::BlockSpec& block : table.spec->blocks) total += static_cast<lua_Integer>(block.rows.size() * block.columns.size());
            return lua_pushinteger(L, total);
        }
        default: return lua_pushnil(L);
    }
}

int table_defects(lua_State* L) {
    const std::uint32_t index = check_view(L, 1, ViewKind::table);
    const auto& defects = RunState::of(L).document().tables[index].defects;
    const bool all = lua_isnoneornil(L, 2);
    const auto kind = all ? std::nullopt : defect_kind(luaL_checkstring(L, 2));
    if (!all && !kind) return luaL_argerror(L, 2, "no such kind of defect");
    lua_newtable(L);
    lua_Integer position = 0;
    for (std::uint32_t i = 0; i < defects.size(); ++i) {
        if (!all && defects[i].kind != *kind) continue;
        push_view(L, ViewKind::defect, pack_defect(index, i));
        lua_rawseti(L, -2, ++position);
    }
    return 1;
}

constexpr luaL_Reg table_methods[] = {
    {"defects", &table_defects}, {"figures", &table_figures}, {"unexplained", &table_unexplained},
    {"whole_columns", &table_whole_columns}, {"proven_zeros", &table_proven_zeros}};

// ── figures and sums ──

enum FigureField { figure_id, figure_label, figure_state_field, figure_value, figure_operands, figure_text, figure_table, figure_row,
                   figure_column, figure_kind, figure_unit, figure_official_unit, figure_row_label, figure_column_label };

constexpr ViewField figure_fields[] = {
    {"id", figure_id}, {"label", figure_label}, {"state", figure_state_field}, {"value", figure_value}, {"operands", figure_operands},
    {"text", figure_text}, {"table", figure_table}, {"row", figure_row}, {"column", figure_column}, {"kind", figure_kind},
    {"unit", figure_unit}, {"official_unit", figure_official_unit}, {"row_label", figure_row_label}, {"column_label", figure_column_label}};
constexpr std::span<const ViewField> quantity_fields{figure_fields, 5};

const model::BlockSpec& block_of(const model::Format& format, const FigureSpec& spec) { return format.tables[spec.table].blocks[spec.block]; }

// What the format alone says of a figure.
void read_figure_spec(lua_State* L, const model::Format& format, const FigureSpec& spec, int field) {
    switch (field) {
        case figure_id: return push_text(L, spec.id);
        case figure_label: return push_text(L, spec.label);
        case figure_state_field: return push_name(L, name_of(FigureState::absent));
        case figure_operands: return lua_newtable(L);
        case figure_text: return push_text(L, "");
        case figure_table: return push_text(L, format.tables[spec.table].id);
        case figure_row: return push_text(L, block_of(format, spec).rows[spec.row].id);
        case figure_column: return push_text(L, block_of(format, spec).columns[spec.column].id);
        case figure_row_label: return push_text(L, std::string_view{spec.label}.substr(0, spec.label_split));
        case figure_column_label: return push_text(L, block_of(format, spec).columns[spec.column].label.text);
        case figure_kind: return push_name(L, name_of(spec.kind));
        case figure_unit:
        case figure_official_unit: return push_text(L, spec.unit);
        default: return lua_pushnil(L);
    }
}

void read_figure(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::Figure& figure = run.document().figures[index];
    switch (field) {
        case figure_state_field: return push_name(L, name_of(figure.state));
        case figure_value: return figure.state == FigureState::value ? push_decimal(L, figure.value) : lua_pushnil(L);
        case figure_operands:
            lua_createtable(L, 1, 0);
            push_view(L, ViewKind::figure, index);
            return lua_rawseti(L, -2, 1);
        case figure_text: return push_text(L, figure.text);
        case figure_unit:
            if (!figure.unit.empty()) return push_text(L, figure.unit);
            [[fallthrough]];
        default: return read_figure_spec(L, *run.document().format, run.document().format->figures[index], field);
    }
}

void read_foreign_figure(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const ForeignIndex where = split_foreign(index);
    const model::Format& format = run.format_at(where.format);
    read_figure_spec(L, format, format.figures[where.index], field);
}

void read_sum_spec(lua_State* L, const model::AggregateSpec& spec, int field) {
    switch (field) {
        case figure_id: return push_text(L, spec.id);
        case figure_label: return push_text(L, spec.label);
        case figure_state_field: return push_name(L, name_of(FigureState::absent));
        case figure_operands: return lua_newtable(L);
        default: return lua_pushnil(L);
    }
}

void read_sum(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::AggregateSpec& spec = run.document().format->aggregates[index];
    if (field == figure_id || field == figure_label) return read_sum_spec(L, spec, field);
    const Quantity& quantity = run.facts.sum(index);
    switch (field) {
        case figure_state_field: return push_name(L, name_of(quantity.state));
        case figure_value: return quantity.state == FigureState::value ? push_decimal(L, quantity.value) : lua_pushnil(L);
        case figure_operands: return push_figures(L, quantity.operands);
        default: return lua_pushnil(L);
    }
}

void read_foreign_sum(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const ForeignIndex where = split_foreign(index);
    read_sum_spec(L, run.format_at(where.format).aggregates[where.index], field);
}

// ── defects ──

enum DefectField { defect_kind_field, defect_expected, defect_found, defect_uncertain, defect_figures, defect_row_label };

constexpr ViewField defect_fields[] = {{"kind", defect_kind_field}, {"expected", defect_expected}, {"found", defect_found},
                                       {"uncertain", defect_uncertain}, {"figures", defect_figures}, {"row_label", defect_row_label}};

void read_defect(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::Defect& defect = defect_at(run.document(), index);
    switch (field) {
        case defect_kind_field: return push_name(L, name_of(defect.kind));
        case defect_expected: return push_text(L, defect.expected);
        case defect_found: return push_text(L, defect.found);
        case defect_uncertain: return lua_pushboolean(L, defect.uncertain ? 1 : 0);
        case defect_figures: return push_figures(L, defect.figures);
        case defect_row_label:
            if (defect.figures.empty()) return push_text(L, "");
            return read_figure_spec(L, *run.document().format, run.document().format->figures[defect.figures.front()], figure_row_label);
        default: return lua_pushnil(L);
    }
}

// ── identities ──

enum IdentityField { identity_key, identity_label, identity_verdict, identity_left, identity_right, identity_left_sum, identity_right_sum,
                     identity_difference, identity_unreadable };

constexpr ViewField identity_fields[] = {
    {"key", identity_key}, {"label", identity_label}, {"verdict", identity_verdict}, {"left", identity_left}, {"right", identity_right},
    {"left_sum", identity_left_sum}, {"right_sum", identity_right_sum}, {"difference", identity_difference}, {"unreadable", identity_unreadable}};

void push_unreadable(RunState& run, lua_State* L, const model::Identity& identity) {
    lua_newtable(L);
    lua_Integer position = 0;
    for (const auto* side : {&identity.left, &identity.right}) {
        for (const FigureIndex figure : *side) {
            if (!is_unreadable(run.document().figures[figure])) continue;
            push_view(L, ViewKind::figure, figure);
            lua_rawseti(L, -2, ++position);
        }
    }
}

void read_identity(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::Judgement& judgement = run.facts.judgements()[index];
    const model::Identity& identity = *judgement.identity;
    switch (field) {
        case identity_key: return push_text(L, identity.key);
        case identity_label: return push_text(L, identity.label.text);
        case identity_verdict: return push_name(L, name_of(judgement.verdict));
        case identity_left: return push_figures(L, identity.left);
        case identity_right: return push_figures(L, identity.right);
        case identity_left_sum: return push_decimal(L, judgement.left_sum);
        case identity_right_sum: return push_decimal(L, judgement.right_sum);
        case identity_difference: return push_decimal(L, judgement.left_sum - judgement.right_sum);
        case identity_unreadable: return push_unreadable(run, L, identity);
        default: return lua_pushnil(L);
    }
}

}  // namespace

const ViewClass table_class{"Table", table_fields, &read_table, table_methods};
const ViewClass defect_class{"Defect", defect_fields, &read_defect, {}};
const ViewClass figure_class{"Figure", figure_fields, &read_figure, {}};
const ViewClass foreign_figure_class{"Figure", figure_fields, &read_foreign_figure, {}};
const ViewClass sum_class{"Quantity", quantity_fields, &read_sum, {}};
const ViewClass foreign_sum_class{"Quantity", quantity_fields, &read_foreign_sum, {}};
const ViewClass identity_class{"Identity", identity_fields, &read_identity, {}};

}  // namespace gouji::script

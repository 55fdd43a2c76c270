// SPDX-License-Identifier: Apache-2.0
#include "engine/script/table_cells.hpp"

#include <algorithm>
#include <iterator>

#include "engine/script/environment.hpp"
#include "engine/script/names.hpp"
#include "engine/script/run_state.hpp"

namespace gouji::script {

namespace {

using model::Figure;
using model::FigureIndex;
using model::FigureSpec;
using model::FigureState;

struct TableAt {
    RunState& run;
    std::uint32_t index;

    [[nodiscard]] const model::Table& table() const { return run.document().tables[index]; }
    [[nodiscard]] const model::TableSpec& spec() const { return *table().spec; }
    [[nodiscard]] const Figure& figure(std::uint32_t figure) const { return run.document().figures[figure]; }
    [[nodiscard]] const FigureSpec& figure_spec(std::uint32_t figure) const { return run.document().format->figures[figure]; }

    // The table's figures lie side by side.
    [[nodiscard]] std::uint32_t begin() const { return spec().blocks.empty() ? 0 : spec().blocks.front().first_figure; }
    [[nodiscard]] std::uint32_t end() const {
        if (spec().blocks.empty()) return 0;
        const model::BlockSpec& last = spec().blocks.back();
        return last.first_figure + static_cast<std::uint32_t>(last.rows.size() * last.columns.size());
    }
};

TableAt check_table(lua_State* L) {
    const std::uint32_t index = check_view(L, 1, ViewKind::table);
    return {RunState::of(L), index};
}

std::optional<FigureState> check_state(lua_State* L, int index) {
    if (lua_isnoneornil(L, index)) return std::nullopt;
    const auto state = figure_state(luaL_checkstring(L, index));
    if (!state) luaL_argerror(L, index, "no such state of a figure");
    return state;
}

// The figures of a list, or of a table of them; raises where something else stands there.
const std::vector<std::uint32_t>& check_figures(lua_State* L, int index) {
    if (const ViewList* list = to_list(L, index); list != nullptr && list->kind == ViewKind::figure) return list->items;
    luaL_checktype(L, index, LUA_TTABLE);
    std::vector<std::uint32_t>& figures = RunState::of(L).indices;
    figures.clear();
    const lua_Integer size = luaL_len(L, index);
    for (lua_Integer i = 1; i <= size; ++i) {
        lua_geti(L, index, i);
        figures.push_back(check_view(L, -1, ViewKind::figure));
        lua_pop(L, 1);
    }
    return figures;
}

void clear_chosen(const TableAt& at) { at.run.chosen.assign(at.run.document().figures.size(), 0); }

std::size_t count_rows(const model::TableSpec& table) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < table.blocks.size(); ++i) {
        for (const model::RowSpec& row : table.blocks[i].rows) {
            const auto has_row = [&](const model::BlockSpec& block) {
                return std::any_of(block.rows.begin(), block.rows.end(), [&](const model::RowSpec& other) { return other.id == row.id; });
            };
            count += std::none_of(table.blocks.begin(), table.blocks.begin() + static_cast<std::ptrdiff_t>(i), has_row) ? 1 : 0;
        }
    }
    return count;
}

// How many of the list's figures stand in columns of each label, in order of appearance.
void count_by_column(const TableAt& at, const std::vector<std::uint32_t>& figures) {
    auto& counts = at.run.counts;
    counts.clear();
    for (const std::uint32_t figure : figures) {
        const FigureSpec& spec = at.figure_spec(figure);
        counts.add(at.spec().blocks[spec.block].columns[spec.column].label.text);
    }
}

// Whether the identity says that the total of a row is the sum of its other cells.
bool is_row_total(const TableAt& at, const model::Identity& identity) {
    if (!identity.right_is_total || identity.right.size() != 1) return false;
    const FigureSpec& total = at.figure_spec(identity.right.front());
    return std::all_of(identity.left.begin(), identity.left.end(), [&](FigureIndex i) {
        return at.figure_spec(i).row == total.row && at.figure_spec(i).block == total.block;
    });
}

// Whether the filled cells make up the total: counts are never negative, so the blank ones are zero.
bool proves_zeros(const TableAt& at, const model::Identity& identity) {
    if (at.figure(identity.right.front()).state != FigureState::value) return false;
    model::Decimal sum;
    for (const FigureIndex index : identity.left) {
        const Figure& figure = at.figure(index);
        if (figure.state == FigureState::blank) continue;
        const bool counts = figure.state == FigureState::value && at.figure_spec(index).kind == model::FigureKind::count;
        if (!counts || figure.value.is_negative()) return false;
        sum = sum + figure.value;
    }
    return sum == at.figure(identity.right.front()).value;
}

}  // namespace

int table_figures(lua_State* L) {
    const TableAt at = check_table(L);
    const auto state = check_state(L, 2);
    const auto kind = lua_isnoneornil(L, 3) ? std::nullopt : figure_kind_named(luaL_checkstring(L, 3));
    if (!lua_isnoneornil(L, 3) && !kind) return luaL_argerror(L, 3, "no such kind of a figure");
    const bool any_kind = !kind;
    const auto wanted = kind.value_or(model::FigureKind::count);
    push_list(L, ViewKind::figure, at.end() - at.begin(), at.begin(),
              [&](std::uint32_t i) { return (!state || at.figure(i).state == *state) && (any_kind || at.figure_spec(i).kind == wanted); });
    return 1;
}

// Figures in a state that no defect of the kinds named behind it concerns.
int table_unexplained(lua_State* L) {
    const TableAt at = check_table(L);
    const auto state = check_state(L, 2);
    clear_chosen(at);
    const int last = lua_gettop(L);
    for (int argument = 3; argument <= last; ++argument) {
        const auto kind = defect_kind(luaL_checkstring(L, argument));
        if (!kind) return luaL_argerror(L, argument, "no such kind of defect");
        for (const model::Defect& defect : at.table().defects) {
            if (defect.kind != *kind) continue;
            for (const FigureIndex figure : defect.figures) at.run.chosen[figure] = 1;
        }
    }
    charge(L, at.end() - at.begin());
    std::vector<std::uint32_t>& figures = push_new_list(L, ViewKind::figure).items;
    for (std::uint32_t i = at.begin(); i < at.end(); ++i) {
        if ((!state || at.figure(i).state == *state) && at.run.chosen[i] == 0) figures.push_back(i);
    }
    return 1;
}

// The labels of the columns that the figures of the list make up; nil where they do not fill them, or the table has few rows.
int table_whole_columns(lua_State* L) {
    const TableAt at = check_table(L);
    count_by_column(at, check_figures(L, 2));
    const std::size_t rows = count_rows(at.spec());
    static constexpr std::size_t few = 3;
    const auto& counts = at.run.counts.all();
    const bool whole = rows >= few && std::all_of(counts.begin(), counts.end(), [&](const auto& count) { return count.second >= rows; });
    if (!whole) return 0;
    at.run.counts.push(L);
    return 1;
}

// Those of the list that stand in a row whose total is the sum of its filled cells.
int table_proven_zeros(lua_State* L) {
    const TableAt at = check_table(L);
    const std::vector<std::uint32_t>& figures = check_figures(L, 2);
    clear_chosen(at);
    for (const model::Identity& identity : at.spec().identities) {
        if (!is_row_total(at, identity) || !proves_zeros(at, identity)) continue;
        for (const FigureIndex index : identity.left) at.run.chosen[index] = at.figure(index).state == FigureState::blank ? 1 : 0;
    }
    charge(L, figures.size());
    std::vector<std::uint32_t>& proven = push_new_list(L, ViewKind::figure).items;
    std::ranges::copy_if(figures, std::back_inserter(proven), [&](std::uint32_t figure) { return at.run.chosen[figure] != 0; });
    return 1;
}

}  // namespace gouji::script

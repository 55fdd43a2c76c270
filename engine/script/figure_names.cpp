// SPDX-License-Identifier: Apache-2.0
#include "engine/script/figure_names.hpp"

#include <fmt/format.h>

#include "engine/script/run_state.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::script {

namespace {

constexpr std::uint32_t sum_bit = 1U << 16U;

// Pushes the table name → index of a format, made on first use.
void push_names(lua_State* L, const model::Format& format) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &format) == LUA_TTABLE) return;
    lua_pop(L, 1);
    lua_createtable(L, 0, static_cast<int>(format.figures.size() + format.aggregates.size()));
    const auto add = [L](const std::string& name, std::uint32_t index) {
        push_text(L, name);
        lua_pushinteger(L, index);
        lua_rawset(L, -3);
    };
    for (std::uint32_t i = 0; i < format.aggregates.size(); ++i) add(format.aggregates[i].id, i | sum_bit);
    for (std::uint32_t i = 0; i < format.figures.size(); ++i) add(format.figures[i].id, i);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &format);
}

// The index of the name at `index` in a format; false where it has none.
bool find(lua_State* L, int index, const model::Format& format, bool sums_allowed, std::uint32_t& found) {
    push_names(L, format);
    lua_pushvalue(L, index);
    const bool known = lua_rawget(L, -2) == LUA_TNUMBER;
    found = static_cast<std::uint32_t>(lua_tointeger(L, -1));
    lua_pop(L, 2);
    return known && (sums_allowed || (found & sum_bit) == 0);
}

void put_down_unknown(RunState& run, const char* name, bool sums_allowed) {
    std::vector<std::string> known;
    const auto add = [&](const model::Format& format) {
        for (const auto& figure : format.figures) known.push_back(figure.id);
        for (const auto& sum : format.aggregates) {
            if (sums_allowed) known.push_back(sum.id);
        }
    };
    if (run.document().format != nullptr) add(*run.document().format);
    for (std::size_t i = 0; i < run.format_count(); ++i) add(run.format_at(i));
    const auto near = text::nearest(name, known);
    run.sandbox->message() = {fmt::format("没有叫“{}”的数值{}", name, near ? fmt::format("，是不是“{}”？", *near) : ""),
                              fmt::format("there is no figure “{}”{}", name, near ? fmt::format("; did you mean “{}”?", *near) : "")};
}

}  // namespace

void push_quantity(lua_State* L, int index, bool sums_allowed) {
    const char* name = luaL_checkstring(L, index);
    RunState& run = RunState::of(L);
    const model::Format* own = run.document().format;
    std::uint32_t found = 0;
    if (own != nullptr && find(L, index, *own, sums_allowed, found)) {
        return push_view(L, (found & sum_bit) != 0 ? ViewKind::sum : ViewKind::figure, found & ~sum_bit);
    }
    for (std::uint32_t i = 0; i < run.format_count(); ++i) {
        if (!find(L, index, run.format_at(i), sums_allowed, found)) continue;
        return push_view(L, (found & sum_bit) != 0 ? ViewKind::foreign_sum : ViewKind::foreign_figure, (found & ~sum_bit) | i << 16U);
    }
    put_down_unknown(run, name, sums_allowed);
    run.sandbox->raise();
}

}  // namespace gouji::script

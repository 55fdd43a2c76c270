// SPDX-License-Identifier: Apache-2.0
#include "engine/script/view.hpp"

#include <fmt/format.h>

#include <array>

#include "engine/script/environment.hpp"
#include "engine/script/run_state.hpp"
#include "grammar/text/nearest.hpp"

static_assert(sizeof(void*) == 8, "a view is packed into a pointer of 64 bits");

namespace gouji::script {

namespace {

constexpr std::array<const ViewClass*, view_kind_count> classes{
    nullptr,      &document_class,       &place_class, &section_class,      &paragraph_class, &sentence_class, &table_class,
    &defect_class, &figure_class,        &foreign_figure_class, &sum_class, &foreign_sum_class, &identity_class, &claim_class,
    &hit_class,   &number_class,         &breakdown_class, &step_class,     &mark_class,      &date_class,     &date_range_class,
    &series_class, &group_class,         &report_class, &report_figure_class, &foreign_report_figure_class, &list_class};

constexpr unsigned kind_shift = 56;
constexpr unsigned generation_shift = 32;

void* pack(View view, std::uint16_t generation) {
    const std::uint64_t bits = std::uint64_t{static_cast<std::uint8_t>(view.kind)} << kind_shift |
                               std::uint64_t{generation} << generation_shift | view.index;
    return reinterpret_cast<void*>(bits);
}

struct Unpacked {
    View view;
    std::uint16_t generation;
};

Unpacked unpack(const void* pointer) {
    const auto bits = reinterpret_cast<std::uint64_t>(pointer);
    return {{static_cast<ViewKind>(bits >> kind_shift), static_cast<std::uint32_t>(bits)}, static_cast<std::uint16_t>(bits >> generation_shift)};
}

int raise_unknown_field(lua_State* L, const ViewClass& type) {
    Sandbox& sandbox = Sandbox::of(L);
    const char* name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    {
        std::vector<std::string> known;
        for (const ViewField& field : type.fields) known.emplace_back(field.name);
        for (const luaL_Reg& method : type.methods) known.emplace_back(method.name);
        const auto near = text::nearest(name, known);
        sandbox.message() = {fmt::format("{} 没有“{}”{}", type.name, name, near ? fmt::format("，是不是“{}”？", *near) : ""),
                             fmt::format("a {} has no “{}”{}", type.name, name, near ? fmt::format("; did you mean “{}”?", *near) : "")};
    }
    return sandbox.raise();
}

int raise_stale(lua_State* L) {
    Sandbox& sandbox = Sandbox::of(L);
    sandbox.message() = {"这个对象属于另一份报告，已经失效", "this view belongs to another report"};
    return sandbox.raise();
}

// Pushes the element that the key at 2 asks for.
int read_item(RunState& run, lua_State* L, std::uint32_t index) {
    if (index >= run.list_count) return raise_stale(L);
    const ViewList& list = run.lists[index];
    if (lua_isinteger(L, 2) == 0) return raise_unknown_field(L, list_class);
    const lua_Integer position = lua_tointeger(L, 2);
    if (position < 1 || position > static_cast<lua_Integer>(list.items.size())) lua_pushnil(L);
    else push_view(L, list.kind, list.items[static_cast<std::size_t>(position) - 1]);
    return 1;
}

int measure_list(lua_State* L) {
    const ViewList* list = to_list(L, 1);
    if (list == nullptr) return luaL_error(L, "attempt to get the length of what is no list");
    lua_pushinteger(L, static_cast<lua_Integer>(list->items.size()));
    return 1;
}

// Upvalue k is the table of names of the views of kind k: a number for a field, a function for a method.
int read_field(lua_State* L) {
    const Unpacked unpacked = unpack(lua_touserdata(L, 1));
    RunState& run = RunState::of(L);
    const auto kind = static_cast<std::size_t>(unpacked.view.kind);
    if (kind == 0 || kind >= view_kind_count || unpacked.generation != run.generation) return raise_stale(L);
    if (unpacked.view.kind == ViewKind::list) return read_item(run, L, unpacked.view.index);
    lua_pushvalue(L, 2);
    const int type = lua_rawget(L, lua_upvalueindex(static_cast<int>(kind)));
    if (type == LUA_TFUNCTION) return 1;
    if (type != LUA_TNUMBER) return raise_unknown_field(L, *classes[kind]);
    classes[kind]->read(run, L, unpacked.view.index, static_cast<int>(lua_tointeger(L, -1)));
    return 1;
}

int refuse_write(lua_State* L) {
    Sandbox& sandbox = Sandbox::of(L);
    sandbox.message() = {"报告是只读的，不能赋值", "a report is read-only and cannot be assigned to"};
    return sandbox.raise();
}

int name_view(lua_State* L) {
    const Unpacked unpacked = unpack(lua_touserdata(L, 1));
    const auto kind = static_cast<std::size_t>(unpacked.view.kind);
    lua_pushstring(L, kind == 0 || kind >= view_kind_count ? "view" : classes[kind]->name);
    return 1;
}

void push_names(lua_State* L, const ViewClass& type) {
    lua_newtable(L);
    for (const ViewField& field : type.fields) {
        lua_pushinteger(L, field.id);
        lua_setfield(L, -2, field.name);
    }
    for (const luaL_Reg& method : type.methods) {
        lua_pushcfunction(L, method.func);
        lua_setfield(L, -2, method.name);
    }
}

}  // namespace

const ViewClass list_class{"list", {}, nullptr, {}};

const ViewClass& view_class(ViewKind kind) { return *classes[static_cast<std::size_t>(kind)]; }

void install_views(lua_State* L) {
    lua_pushlightuserdata(L, nullptr);
    lua_createtable(L, 0, 6);
    for (std::size_t kind = 1; kind < view_kind_count; ++kind) push_names(L, *classes[kind]);
    lua_pushcclosure(L, &read_field, view_kind_count - 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, &refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, &name_view);
    lua_setfield(L, -2, "__tostring");
    lua_pushcfunction(L, &measure_list);
    lua_setfield(L, -2, "__len");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

View to_view(lua_State* L, int index) {
    if (lua_islightuserdata(L, index) == 0) return {};
    const Unpacked unpacked = unpack(lua_touserdata(L, index));
    const auto kind = static_cast<std::size_t>(unpacked.view.kind);
    if (kind == 0 || unpacked.view.kind >= ViewKind::list || unpacked.generation != RunState::of(L).generation) return {};
    return unpacked.view;
}

const ViewList* to_list(lua_State* L, int index) {
    if (lua_islightuserdata(L, index) == 0) return nullptr;
    const Unpacked unpacked = unpack(lua_touserdata(L, index));
    const RunState& run = RunState::of(L);
    const bool live = unpacked.view.kind == ViewKind::list && unpacked.generation == run.generation && unpacked.view.index < run.list_count;
    return live ? &run.lists[unpacked.view.index] : nullptr;
}

ViewList& push_new_list(lua_State* L, ViewKind kind) {
    RunState& run = RunState::of(L);
    charge(L, 16);  // its memory is the host's
    push_view(L, ViewKind::list, static_cast<std::uint32_t>(run.list_count));
    if (run.list_count == run.lists.size()) run.lists.emplace_back();
    ViewList& list = run.lists[run.list_count++];
    list.kind = kind;
    list.items.clear();
    return list;
}

std::uint32_t check_view(lua_State* L, int index, ViewKind kind) {
    const View view = to_view(L, index);
    if (view.kind == kind) return view.index;
    Sandbox& sandbox = Sandbox::of(L);
    const char* name = view_class(kind).name;
    sandbox.message() = {fmt::format("这个函数要用冒号对 {} 调用，如 x:name()", name), fmt::format("this function is called on a {} with a colon, as x:name()", name)};
    sandbox.raise();
    return 0;
}

void push_view(lua_State* L, ViewKind kind, std::uint32_t index) {
    lua_pushlightuserdata(L, pack({kind, index}, RunState::of(L).generation));
}

void push_list(lua_State* L, ViewKind kind, std::span<const std::uint32_t> indices) {
    lua_createtable(L, static_cast<int>(indices.size()), 0);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        push_view(L, kind, indices[i]);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
}

void push_list(lua_State* L, ViewKind kind, std::size_t count, std::uint32_t first) {
    lua_createtable(L, static_cast<int>(count), 0);
    for (std::uint32_t i = 0; i < count; ++i) {
        push_view(L, kind, first + i);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
}

void push_text(lua_State* L, std::string_view text) { lua_pushlstring(L, text.data(), text.size()); }

void push_decimal(lua_State* L, text::Decimal value) {
    if (value.is_whole()) lua_pushinteger(L, value.units() / text::Decimal::scale);
    else lua_pushnumber(L, value.as_double());
}

std::string_view text_at(lua_State* L, int index) {
    std::size_t size = 0;
    const char* chars = lua_tolstring(L, index, &size);
    return {chars, size};
}

}  // namespace gouji::script

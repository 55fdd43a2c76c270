// SPDX-License-Identifier: Apache-2.0
// Views: what rules see of a document. A view is eight bytes - its kind, the report's generation and an index - carried by a
// light userdata, so making, comparing and collecting views costs nothing. All share one metatable; which fields a view has is
// told by its ViewClass. A view outlives nothing: one of another report raises when it is used.
#pragma once

#include <concepts>
#include <cstdint>
#include <lua.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/text/decimal.hpp"

namespace gouji::script {

struct RunState;

enum class ViewKind : std::uint8_t {
    none, document, place, section, paragraph, sentence, table, defect, figure, foreign_figure, sum, foreign_sum, identity, claim,
    hit, number, breakdown, step, mark, date, date_range,
    series, group, report, report_figure, foreign_report_figure,
    list,  // of places: see RunState::lists
};
inline constexpr std::size_t view_kind_count = 27;

struct View {
    ViewKind kind = ViewKind::none;
    std::uint32_t index = 0;
    friend bool operator==(View, View) = default;
};

// What ViewKind::place points at. From first_number_place on: the number in the heading of section 0, 1, …
enum PlaceIndex : std::uint32_t { title_place, year_place, agency_place, published_place, first_number_place };

struct ViewField {
    const char* name;
    int id;
};

struct ViewClass {
    const char* name;  // for messages
    std::span<const ViewField> fields;
    // Pushes one field of the view with this index.
    void (*read)(RunState& run, lua_State* L, std::uint32_t index, int field);
    std::span<const luaL_Reg> methods;
};

// By ViewKind. Each stands in the file that knows the views of that part.
[[nodiscard]] const ViewClass& view_class(ViewKind kind);
extern const ViewClass document_class, place_class;
extern const ViewClass section_class, paragraph_class, sentence_class;
extern const ViewClass hit_class, number_class, breakdown_class, step_class, mark_class, date_class, date_range_class;
extern const ViewClass table_class, defect_class, figure_class, foreign_figure_class, sum_class, foreign_sum_class, identity_class;
extern const ViewClass claim_class;
extern const ViewClass list_class;
extern const ViewClass series_class, group_class, report_class, report_figure_class, foreign_report_figure_class;

// Gives light userdata of this state the metatable of views.
void install_views(lua_State* L);

// A view of the current report at this position of the stack; ViewKind::none where something else, or a list, lies there.
[[nodiscard]] View to_view(lua_State* L, int index);
// Likewise, and raises unless it has this kind.
[[nodiscard]] std::uint32_t check_view(lua_State* L, int index, ViewKind kind);

// A list of places that a rule mostly hands on as a whole: a view itself, so that no Lua table is filled and read again. `#`,
// `[i]` and ipairs work on it. Makes an empty one and pushes it; it lives as long as the call of the rule.
struct ViewList {
    ViewKind kind = ViewKind::none;
    std::vector<std::uint32_t> items;
};
[[nodiscard]] ViewList& push_new_list(lua_State* L, ViewKind kind);
[[nodiscard]] const ViewList* to_list(lua_State* L, int index);  // null where no list lies there

void push_view(lua_State* L, ViewKind kind, std::uint32_t index);
void push_text(lua_State* L, std::string_view text);
// The word for a value of an enumeration: a literal, which Lua knows again by its address.
inline void push_name(lua_State* L, std::string_view literal) { lua_pushstring(L, literal.data()); }
void push_decimal(lua_State* L, text::Decimal value);  // an integer where it is whole
[[nodiscard]] std::string_view text_at(lua_State* L, int index);  // of a string on the stack

// Pushes a list of views: those with the indices given; the `count` from `first` on; those of them that `wanted` accepts,
// which is asked twice and must not raise.
void push_list(lua_State* L, ViewKind kind, std::span<const std::uint32_t> indices);
void push_list(lua_State* L, ViewKind kind, std::size_t count, std::uint32_t first = 0);
template <std::predicate<std::uint32_t> Wanted>
void push_list(lua_State* L, ViewKind kind, std::size_t count, std::uint32_t first, Wanted wanted) {
    const std::uint32_t end = first + static_cast<std::uint32_t>(count);
    int size = 0;
    for (std::uint32_t i = first; i < end; ++i) size += wanted(i) ? 1 : 0;
    lua_createtable(L, size, 0);
    lua_Integer position = 0;
    for (std::uint32_t i = first; position < size; ++i) {
        if (!wanted(i)) continue;
        push_view(L, kind, i);
        lua_rawseti(L, -2, ++position);
    }
}
template <std::predicate<std::uint32_t> Wanted>
void push_list(lua_State* L, ViewKind kind, std::size_t count, Wanted wanted) {
    push_list(L, kind, count, 0, wanted);
}

}  // namespace gouji::script

// SPDX-License-Identifier: Apache-2.0
// Nothing here holds a value with a destructor across a call of Lua: such a call may leave by longjmp.
#include "engine/script/report_function.hpp"

#include <fmt/format.h>

#include <array>

#include "engine/script/excerpt.hpp"
#include "engine/script/finding_builder.hpp"
#include "engine/script/freeze.hpp"
#include "engine/script/place.hpp"
#include "engine/script/run_state.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::script {

namespace {

enum Field { at, message, data, kind, logical, related, against, operands, calculation, hypothesis, cause, severity, fix, field_count };

constexpr std::array<std::string_view, field_count> known_fields{"at", "message", "data", "kind", "logical", "related", "against", "operands",
                                                                 "calculation", "hypothesis", "cause", "severity", "fix"};

int refuse(lua_State* L, const char* zh, const char* en, const char* field) {
    Sandbox& sandbox = Sandbox::of(L);
    sandbox.message() = {fmt::format(fmt::runtime(zh), field), fmt::format(fmt::runtime(en), field)};
    return sandbox.raise();
}

int refuse(lua_State* L, const char* zh, const char* en, Field field) { return refuse(L, zh, en, known_fields[field].data()); }

void put_down_unknown(RunState& run, std::string_view name) {
    const auto near = text::nearest(name, {known_fields.begin(), known_fields.end()});
    run.sandbox->message() = {fmt::format("report 不认识“{}”{}", readable(name), near ? fmt::format("，是不是“{}”？", *near) : ""),
                              fmt::format("report does not know “{}”{}", readable(name), near ? fmt::format("; did you mean “{}”?", *near) : "")};
}

// The text at the top of the stack. It stays in the table that it came from; a number made a text is kept in the draft.
std::string_view read_text(lua_State* L, const char* field) {
    if (lua_type(L, -1) == LUA_TNUMBER) {
        lua_pushvalue(L, -1);
        FindingDraft& draft = RunState::of(L).draft;
        draft.numbers.emplace_back(text_at(L, -1));
        lua_pop(L, 1);
        return draft.numbers.back();
    }
    if (lua_type(L, -1) != LUA_TSTRING) refuse(L, "report 的 {} 应当是字符串", "{} of report has to be a string", field);
    return text_at(L, -1);
}

std::string_view read_text_of(lua_State* L, int table, const char* field) {
    const int type = lua_getfield(L, table, field);
    return type == LUA_TNIL ? std::string_view{} : read_text(L, field);
}

void refuse_place(lua_State* L, const char* field) {
    refuse(L, "report 的 {} 应当是报告里的一处（节、段、数值、陈述……）", "{} of report has to be something in the report (a section, a figure, a claim …)", field);
}

View read_view(lua_State* L, const char* field) {
    const View view = to_view(L, -1);
    if (view.kind == ViewKind::none) refuse_place(L, field);
    return view;
}

View read_view_of(lua_State* L, int table, const char* field) {
    lua_getfield(L, table, field);
    const View view = read_view(L, field);
    lua_pop(L, 1);
    return view;
}

// Appends the views of the list at the top of the stack.
void read_views(lua_State* L, const char* field, std::vector<View>& views) {
    if (const ViewList* list = to_list(L, -1)) {
        for (const std::uint32_t item : list->items) views.push_back({list->kind, item});
        return;
    }
    if (lua_type(L, -1) != LUA_TTABLE) refuse(L, "report 的 {} 应当是列表", "{} of report has to be a list", field);
    const bool frozen = push_behind(L, -1);
    const auto count = static_cast<lua_Integer>(lua_rawlen(L, -1));
    views.reserve(views.size() + static_cast<std::size_t>(count));
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_rawgeti(L, -1, i);
        const View view = to_view(L, -1);
        if (view.kind == ViewKind::none) refuse(L, "report 的 {} 里应当都是报告里的一处", "{} of report has to list things in the report", field);
        views.push_back(view);
        lua_pop(L, 1);
    }
    if (frozen) lua_pop(L, 1);
}

// One place, or a list of places: the first one is where the finding is, the others are shown with it.
void read_at(lua_State* L, FindingDraft& draft) {
    if (lua_type(L, -1) != LUA_TTABLE && to_list(L, -1) == nullptr) {
        draft.at = read_view(L, "at");
        return;
    }
    read_views(L, "at", draft.places);
    if (draft.places.empty()) refuse_place(L, "at");
    draft.at = draft.places.front();
}

void read_message(lua_State* L, RunState& run) {
    const std::string_view key = read_text(L, "message");
    run.draft.message = run.current_rule().find_message(key);
    if (run.draft.message == nullptr) refuse(L, "规则的 messages 里没有“{}”", "the rule's messages have no “{}”", key.data());
}

DataValue read_value(lua_State* L) {
    DataValue value;
    value.name = text_at(L, -2);
    if (lua_type(L, -1) == LUA_TSTRING) {
        value.text = text_at(L, -1);
    } else if (lua_isinteger(L, -1) != 0) {
        value.type = DataValue::Type::integer;
        value.integer = lua_tointeger(L, -1);
    } else if (lua_type(L, -1) == LUA_TNUMBER) {
        value.type = DataValue::Type::number;
        value.number = lua_tonumber(L, -1);
    } else {
        refuse(L, "report 的 data.{} 应当是字符串或数", "data.{} of report has to be a string or a number", lua_tostring(L, -2));
    }
    return value;
}

// Its texts stay where they are.
void read_data(lua_State* L, FindingDraft& draft) {
    if (lua_type(L, -1) != LUA_TTABLE) refuse(L, "report 的 {} 应当是表", "{} of report has to be a table", data);
    if (push_behind(L, -1)) lua_replace(L, -2);
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) refuse(L, "report 的 {} 应当用占位符的名字作键", "{} of report has placeholders' names as keys", data);
        draft.data.push_back(read_value(L));
    }
}

void read_replacement(lua_State* L, RunState& run, int table) {
    const View place = read_view_of(L, table, "at");
    run.draft.replacements.push_back({place, read_text_of(L, table, "text")});
}

// `each`: one replacement for each place, by `with`: a text, or a table from what stands there to what should. Where the table
// lacks one, there is no correction at all.
void read_each(lua_State* L, RunState& run, int table) {
    FindingDraft& draft = run.draft;
    draft.fixed.clear();
    read_views(L, "fix.each", draft.fixed);
    const int type = lua_getfield(L, table, "with");
    if (type != LUA_TTABLE || run.records != nullptr) {
        const std::string_view text = read_text(L, "fix.with");
        for (const View place : draft.fixed) draft.replacements.push_back({place, text});
    } else {
        if (push_behind(L, -1)) lua_replace(L, -2);
        std::string_view last, better;  // mostly it is one and the same
        for (const View place : draft.fixed) {
            const std::string_view found = run.document().source->slice(span_of(run.facts, place));
            if (draft.replacements.empty() || found != last) {
                push_text(L, found);
                if (lua_rawget(L, -2) == LUA_TNIL) return draft.replacements.clear();
                better = read_text(L, "fix.with");
                last = found;
                lua_pop(L, 1);
            }
            draft.replacements.push_back({place, better});
        }
    }
}

void read_also(lua_State* L, RunState& run, int table) {
    if (lua_getfield(L, table, "also") != LUA_TTABLE) return;
    const int also = lua_gettop(L);
    const lua_Integer count = luaL_len(L, also);
    for (lua_Integer i = 1; i <= count; ++i) {
        luaL_checkstack(L, 8, "");
        if (lua_geti(L, also, i) != LUA_TTABLE) refuse(L, "report 的 {} 应当是列表", "{} of report has to be a list", "fix.also");
        read_replacement(L, run, lua_gettop(L));
    }
}

// Without a replacement there is no correction.
void read_fix(lua_State* L, RunState& run) {
    lua_getfield(L, 1, "fix");
    if (lua_type(L, -1) != LUA_TTABLE) refuse(L, "report 的 {} 应当是表", "{} of report has to be a table", fix);
    if (!run.current_info().fixable) refuse(L, "要给出 {}，规则里得写 fixable = true", "a rule that gives a {} has to say fixable = true", fix);
    const int table = lua_gettop(L);
    FindingDraft& draft = run.draft;
    draft.fix_zh = read_text_of(L, table, "zh");
    draft.fix_en = read_text_of(L, table, "en");
    lua_getfield(L, table, "safe");
    draft.safe_fix = lua_toboolean(L, -1) != 0;
    if (lua_getfield(L, table, "each") == LUA_TTABLE || to_list(L, -1) != nullptr) return read_each(L, run, table);
    read_replacement(L, run, table);
    read_also(L, run, table);
}

void read_field(lua_State* L, RunState& run, Field field) {
    FindingDraft& draft = run.draft;
    const char* name = known_fields[field].data();
    switch (field) {
        case at: return read_at(L, draft);
        case message: return read_message(L, run);
        case data: return read_data(L, draft);
        case kind: draft.kind = read_text(L, name); return;
        case logical: draft.logical = read_text(L, name); return;
        case related: return read_views(L, name, draft.related);
        case against: draft.against = read_view(L, name); return;
        case operands: return read_views(L, name, draft.operands);
        case calculation: draft.calculation = read_text(L, name); return;
        case hypothesis: draft.hypothesis = read_text(L, name); return;
        case cause: draft.cause = read_text(L, name); return;
        case severity: draft.severity = read_text(L, name); return;
        default: return;  // a fix is read when everything else is
    }
}

// Builds the finding in a scope of its own, so that nothing is left when the error is raised.
bool add_finding(RunState& run) {
    auto built = build_finding(run);
    if (built) {
        run.findings->push_back(std::move(*built));
        ++run.rule_findings;
        return true;
    }
    run.sandbox->message() = std::move(built.error());
    return false;
}

}  // namespace

void FindingDraft::clear() {
    at = against = {};
    message = nullptr;
    kind = logical = calculation = hypothesis = cause = severity = fix_zh = fix_en = {};
    places.clear();
    data.clear();
    related.clear();
    operands.clear();
    replacements.clear();
    numbers.clear();
    safe_fix = false;
}

// Upvalue 1: the fields' names, each with its number.
int report_finding(lua_State* L) {
    RunState& run = RunState::of(L);
    if (lua_type(L, 1) != LUA_TTABLE) return refuse(L, "report 要一张表：report{{at = …, message = …}}", "report takes a table: report{{at = …, message = …}}", "");
    lua_settop(L, 1);
    luaL_checkstack(L, 40, "");
    if (run.rule_findings >= run.sandbox->meter().limits().findings) {
        run.sandbox->meter().note(LimitKind::findings);
        return luaL_error(L, "limit");
    }
    if (push_behind(L, 1)) lua_replace(L, 1);
    FindingDraft& draft = run.draft;
    draft.clear();
    bool has_fix = false;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) {
            put_down_unknown(run, lua_type(L, -3) == LUA_TSTRING ? text_at(L, -3) : std::string_view{"[1]"});
            return run.sandbox->raise();
        }
        const auto field = static_cast<Field>(lua_tointeger(L, -1));
        lua_pop(L, 1);
        has_fix |= field == fix;
        read_field(L, run, field);
    }
    if (draft.at.kind == ViewKind::none) refuse_place(L, "at");
    if (draft.message == nullptr) return refuse(L, "规则的 messages 里没有“{}”", "the rule's messages have no “{}”", message);
    if (has_fix) read_fix(L, run);
    return add_finding(run) ? 0 : run.sandbox->raise();
}

void push_report_function(lua_State* L) {
    lua_createtable(L, 0, field_count);
    for (int field = 0; field < field_count; ++field) {
        lua_pushinteger(L, field);
        lua_setfield(L, -2, known_fields[static_cast<std::size_t>(field)].data());
    }
    lua_pushcclosure(L, &report_finding, 1);
}

}  // namespace gouji::script

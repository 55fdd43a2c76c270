// SPDX-License-Identifier: Apache-2.0
// Nothing here holds a value with a destructor across a call of Lua: such a call may leave by longjmp.
#include "engine/script/report_function.hpp"

#include <fmt/format.h>

#include <array>

#include "engine/script/excerpt.hpp"
#include "engine/script/finding_builder.hpp"
#include "engine/script/freeze.hpp"
#include "engine/script/run_state.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::script {

namespace {

constexpr std::array<std::string_view, 13> known_fields{"at", "message", "data", "kind", "logical", "related", "against", "operands",
                                                        "calculation", "hypothesis", "cause", "severity", "fix"};

int refuse(lua_State* L, const char* zh, const char* en, const char* field) {
    Sandbox& sandbox = Sandbox::of(L);
    sandbox.message() = {fmt::format(fmt::runtime(zh), field), fmt::format(fmt::runtime(en), field)};
    return sandbox.raise();
}

void put_down_unknown(RunState& run, std::string_view name) {
    const auto near = text::nearest(name, {known_fields.begin(), known_fields.end()});
    run.sandbox->message() = {fmt::format("report 不认识“{}”{}", readable(name), near ? fmt::format("，是不是“{}”？", *near) : ""),
                              fmt::format("report does not know “{}”{}", readable(name), near ? fmt::format("; did you mean “{}”?", *near) : "")};
}

void know_fields(lua_State* L, RunState& run) {
    for (lua_pushnil(L); lua_next(L, 1) != 0; lua_pop(L, 1)) {
        const std::string_view name = lua_type(L, -2) == LUA_TSTRING ? text_at(L, -2) : std::string_view{"[1]"};
        bool known = false;
        for (const std::string_view field : known_fields) known |= field == name;
        if (known) continue;
        put_down_unknown(run, name);
        run.sandbox->raise();
    }
}

// The text stays on the stack, below what follows, until the finding is built.
std::string_view read_text(lua_State* L, int table, const char* field) {
    const int type = lua_getfield(L, table, field);
    if (type == LUA_TNIL) return {};
    if (type != LUA_TSTRING && type != LUA_TNUMBER) refuse(L, "report 的 {} 应当是字符串", "{} of report has to be a string", field);
    return text_at(L, -1);
}

View read_view(lua_State* L, int table, const char* field, bool required) {
    const int type = lua_getfield(L, table, field);
    const View view = to_view(L, -1);
    lua_pop(L, 1);
    if (view.kind == ViewKind::none && (required || type != LUA_TNIL)) {
        refuse(L, "report 的 {} 应当是报告里的一处（节、段、数值、陈述……）", "{} of report has to be something in the report (a section, a figure, a claim …)", field);
    }
    return view;
}

void read_views(lua_State* L, const char* field, std::vector<View>& views) {
    const int type = lua_getfield(L, 1, field);
    if (type == LUA_TTABLE) {
        const lua_Integer count = luaL_len(L, -1);
        for (lua_Integer i = 1; i <= count; ++i) {
            lua_geti(L, -1, i);
            const View view = to_view(L, -1);
            if (view.kind == ViewKind::none) refuse(L, "report 的 {} 里应当都是报告里的一处", "{} of report has to list things in the report", field);
            views.push_back(view);
            lua_pop(L, 1);
        }
    } else if (type != LUA_TNIL) {
        refuse(L, "report 的 {} 应当是列表", "{} of report has to be a list", field);
    }
    lua_pop(L, 1);
}

void read_message(lua_State* L, RunState& run) {
    const std::string_view key = read_text(L, 1, "message");
    run.draft.message = run.current_rule().find_message(key);
    if (run.draft.message == nullptr) refuse(L, "规则的 messages 里没有“{}”", "the rule's messages have no “{}”", key.empty() ? "message" : key.data());
}

// Leaves the table of data on the stack, so that its texts stay.
void read_data(lua_State* L, RunState& run) {
    const int type = lua_getfield(L, 1, "data");
    if (type == LUA_TNIL) return;
    if (type != LUA_TTABLE) refuse(L, "report 的 {} 应当是表", "{} of report has to be a table", "data");
    if (push_behind(L, -1)) lua_replace(L, -2);
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) refuse(L, "report 的 {} 应当用占位符的名字作键", "{} of report has placeholders' names as keys", "data");
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
        run.draft.data.push_back(value);
    }
}

void read_replacement(lua_State* L, RunState& run, int table) {
    const View at = read_view(L, table, "at", true);
    run.draft.replacements.push_back({at, read_text(L, table, "text")});
}

void read_fix(lua_State* L, RunState& run) {
    const int type = lua_getfield(L, 1, "fix");
    if (type == LUA_TNIL) return;
    if (type != LUA_TTABLE) refuse(L, "report 的 {} 应当是表", "{} of report has to be a table", "fix");
    if (!run.current_info().fixable) refuse(L, "要给出 {}，规则里得写 fixable = true", "a rule that gives a {} has to say fixable = true", "fix");
    const int fix = lua_gettop(L);
    FindingDraft& draft = run.draft;
    draft.has_fix = true;
    read_replacement(L, run, fix);
    draft.fix_zh = read_text(L, fix, "zh");
    draft.fix_en = read_text(L, fix, "en");
    lua_getfield(L, fix, "safe");
    draft.safe_fix = lua_toboolean(L, -1) != 0;
    if (lua_getfield(L, fix, "also") != LUA_TTABLE) return;
    const int also = lua_gettop(L);
    const lua_Integer count = luaL_len(L, also);
    for (lua_Integer i = 1; i <= count; ++i) {
        luaL_checkstack(L, 8, "");
        if (lua_geti(L, also, i) != LUA_TTABLE) refuse(L, "report 的 {} 应当是列表", "{} of report has to be a list", "fix.also");
        read_replacement(L, run, lua_gettop(L));
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
    data.clear();
    related.clear();
    operands.clear();
    replacements.clear();
    has_fix = safe_fix = false;
}

int report_finding(lua_State* L) {
    RunState& run = RunState::of(L);
    if (lua_type(L, 1) != LUA_TTABLE) return refuse(L, "report 要一张表：report{{at = …, message = …}}", "report takes a table: report{{at = …, message = …}}", "");
    lua_settop(L, 1);
    luaL_checkstack(L, 40, "");
    if (run.rule_findings >= run.sandbox->meter().limits().findings) {
        run.sandbox->meter().note(LimitKind::findings);
        return luaL_error(L, "limit");
    }
    know_fields(L, run);
    FindingDraft& draft = run.draft;
    draft.clear();
    draft.at = read_view(L, 1, "at", true);
    draft.against = read_view(L, 1, "against", false);
    read_message(L, run);
    draft.kind = read_text(L, 1, "kind");
    draft.logical = read_text(L, 1, "logical");
    draft.calculation = read_text(L, 1, "calculation");
    draft.hypothesis = read_text(L, 1, "hypothesis");
    draft.cause = read_text(L, 1, "cause");
    draft.severity = read_text(L, 1, "severity");
    read_data(L, run);
    read_views(L, "related", draft.related);
    read_views(L, "operands", draft.operands);
    read_fix(L, run);
    return add_finding(run) ? 0 : run.sandbox->raise();
}

}  // namespace gouji::script

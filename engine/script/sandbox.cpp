// SPDX-License-Identifier: Apache-2.0
#include "engine/script/sandbox.hpp"

#include <charconv>
#include <cstring>
#include <fmt/format.h>

#include "engine/script/environment.hpp"
#include "engine/script/excerpt.hpp"
#include "engine/script/freeze.hpp"

namespace gouji::script {

namespace {

const char own_error_key = 0;  // raised for an error whose text is in Sandbox::message()

constexpr std::size_t garbage_to_gather = 12U << 20U;

text::Bilingual limit_message(LimitKind kind, const Limits& limits) {
    switch (kind) {
        case LimitKind::instructions:
            return {fmt::format("规则运行超过 {} 条指令，已停止（可能有死循环）", limits.instructions),
                    fmt::format("the rule ran for more than {} instructions and was stopped (an endless loop?)", limits.instructions)};
        case LimitKind::memory:
            return {fmt::format("规则占用的内存超过 {} MB，已停止", limits.memory >> 20U),
                    fmt::format("the rule held more than {} MB of memory and was stopped", limits.memory >> 20U)};
        case LimitKind::allocations:
            return {fmt::format("规则申请的内存累计超过 {} MB，已停止", limits.allocations >> 20U),
                    fmt::format("the rule asked for more than {} MB of memory in all and was stopped", limits.allocations >> 20U)};
        case LimitKind::pattern_steps:
            return {fmt::format("规则的字符串匹配、排序等超过 {} 步，已停止（模式可能反复回溯）", limits.pattern_steps),
                    fmt::format("the rule's matching and sorting took more than {} steps and was stopped (a backtracking pattern?)", limits.pattern_steps)};
        case LimitKind::time:
            return {fmt::format("规则运行超过 {} 毫秒，已停止", limits.milliseconds),
                    fmt::format("the rule ran for more than {} ms and was stopped", limits.milliseconds)};
        case LimitKind::findings:
            return {fmt::format("规则在一份报告里给出的检出超过 {} 条，已停止", limits.findings),
                    fmt::format("the rule reported more than {} findings on one report and was stopped", limits.findings)};
        case LimitKind::none: break;
    }
    return {};
}

// "#3:12: message" → 12 and the message.
std::uint32_t split_place(std::string_view& message, std::size_t& chunk) {
    if (message.empty() || message.front() != '#') return 0;
    std::uint32_t line = 0;
    std::size_t index = 0;
    const char* end = message.data() + message.size();
    const auto first = std::from_chars(message.data() + 1, end, index);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != ':') return 0;
    const auto second = std::from_chars(first.ptr + 1, end, line);
    if (second.ec != std::errc{} || second.ptr == end || *second.ptr != ':') return 0;
    message.remove_prefix(static_cast<std::size_t>(second.ptr + 1 - message.data()));
    if (!message.empty() && message.front() == ' ') message.remove_prefix(1);
    chunk = index;
    return line;
}

}  // namespace

Sandbox::Sandbox(const CompiledPacks& packs) : packs_{&packs}, meter_{packs.limits()} {
    lua_ = lua_newstate(&Meter::allocate, &meter_);
    *static_cast<Sandbox**>(lua_getextraspace(lua_)) = this;
    lua_gc(lua_, LUA_GCSTOP);  // garbage is collected between reports, and at the latest when memory runs out
    lua_pushcfunction(lua_, &Sandbox::open_protected);
    spoilt_ = lua_pcall(lua_, 0, 0, 0) != LUA_OK;
    bytes_at_rest_ = meter_.bytes_held();
}

Sandbox::~Sandbox() { lua_close(lua_); }

int Sandbox::open_protected(lua_State* L) {
    const Sandbox& self = of(L);
    for (std::size_t pack = 0; pack < self.packs().size(); ++pack) {
        push_environment(L, pack);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &self.packs()[pack]);
    }
    return 0;
}

tl::expected<void, text::Problem> Sandbox::load_rule(const ScriptPack& pack, const ScriptFile& file) {
    lua_pushcfunction(lua_, &Sandbox::load_protected);
    lua_pushlightuserdata(lua_, const_cast<ScriptFile*>(&file));
    loading_ = true;
    const bool loaded = call(1, 1);
    loading_ = false;
    bytes_at_rest_ = meter_.bytes_held();
    if (loaded) return {};
    return tl::unexpected{problem(pack, file)};
}

int Sandbox::load_protected(lua_State* L) {
    of(L).load_chunk(*static_cast<const ScriptFile*>(lua_touserdata(L, 1)));
    lua_call(L, 0, 1);
    freeze_functions(L);
    return 1;
}

void Sandbox::load_chunk(const ScriptFile& file) {
    const std::size_t number = packs_->number_of(file);
    const std::string& bytecode = packs_->bytecode(number);
    const bool compiled = !bytecode.empty();
    const std::string& text = compiled ? bytecode : file.text;
    if (luaL_loadbufferx(lua_, text.data(), text.size(), packs_->file(number).name.c_str(), compiled ? "b" : "t") != LUA_OK) lua_error(lua_);
    lua_rawgetp(lua_, LUA_REGISTRYINDEX, &packs()[packs_->file(number).pack]);
    lua_setupvalue(lua_, -2, 1);
    if (!compiled) check_globals(lua_, number);
}

bool Sandbox::call(int arguments, int results) {
    const int base = lua_gettop(lua_) - arguments;
    lua_pushcfunction(lua_, &Sandbox::on_error);
    lua_insert(lua_, base);
    error_ = {};
    meter_.start(lua_);
    const int status = lua_pcall(lua_, arguments, results, base);
    meter_.stop(lua_);
    lua_remove(lua_, base);
    if (status == LUA_OK) return true;
    take_limit(status);
    lua_settop(lua_, base - 1);
    return false;
}

// Runs inside Lua, at the place of the error.
int Sandbox::on_error(lua_State* L) {
    of(L).take_error(L);
    return 1;
}

void Sandbox::take_error(lua_State* L) {
    lua_Debug about;
    for (int level = 1; error_.line == 0 && lua_getstack(L, level, &about) != 0; ++level) {
        lua_getinfo(L, "Sl", &about);
        if (about.currentline <= 0) continue;
        error_.chunk = CompiledPacks::number_in(about.source).value_or(RaisedError::none);
        error_.line = static_cast<std::uint32_t>(about.currentline);
    }
    if (lua_touserdata(L, 1) == &own_error_key) {
        error_.message = std::move(message_);
        if (raised_chunk_ != RaisedError::none) {
            error_.chunk = raised_chunk_;
            error_.line = raised_line_;
        }
        raised_chunk_ = RaisedError::none;
        return;
    }
    if (lua_isstring(L, 1) == 0) {
        const char* type = luaL_typename(L, 1);
        error_.message = {fmt::format("规则抛出了一个不是文字的错误（{}）", type), fmt::format("the rule raised an error that is not a text ({})", type)};
        return;
    }
    std::size_t size = 0;
    const char* chars = lua_tolstring(L, 1, &size);
    std::string_view message{chars, size};
    std::size_t chunk = error_.chunk;
    const std::uint32_t line = split_place(message, chunk);
    if (line != 0) {
        error_.chunk = chunk;
        error_.line = line;
    }
    static constexpr std::size_t longest = 400;
    const std::string shown = readable(message, longest);
    error_.message = {fmt::format("规则出错：{}", shown), fmt::format("the rule failed: {}", shown)};
}

void Sandbox::take_limit(int status) {
    LimitKind kind = meter_.hit();
    // A buffer that cannot grow raises a text instead of a memory error.
    const bool out_of_memory = status == LUA_ERRMEM || error_.message.en == "the rule failed: not enough memory";
    if (kind == LimitKind::none && out_of_memory) kind = LimitKind::memory;
    if (status == LUA_ERRERR && kind == LimitKind::none && error_.message.zh.empty()) {
        error_.message = {"规则出错：栈溢出", "the rule failed: stack overflow"};
    }
    spoilt_ = spoilt_ || out_of_memory || status == LUA_ERRERR;
    error_.limit = kind;
    if (kind != LimitKind::none) error_.message = limit_message(kind, meter_.limits());
}

text::Problem Sandbox::problem(const ScriptPack& pack, const ScriptFile& otherwise) const {
    if (error_.chunk >= packs_->size()) return problem_at(pack, otherwise, 0, error_.message);
    const CompiledPacks::Place& place = packs_->file(error_.chunk);
    return problem_at(packs()[place.pack], *place.file, error_.line, error_.message);
}

int Sandbox::raise() {
    lua_pushlightuserdata(lua_, const_cast<char*>(&own_error_key));
    return lua_error(lua_);
}

int Sandbox::raise_at(std::size_t chunk, std::uint32_t line) {
    raised_chunk_ = chunk;
    raised_line_ = line;
    return raise();
}

void Sandbox::tidy() {
    if (meter_.bytes_held() < bytes_at_rest_ + garbage_to_gather) return;
    lua_gc(lua_, LUA_GCCOLLECT);
    bytes_at_rest_ = meter_.bytes_held();
}

}  // namespace gouji::script
